#!/usr/bin/env bash
# Makes a release of the last commit twice, in folders of different names, the
# second time on one processor and with nothing remembered, and compares the
# bytes. Then the program runs where there is nothing but itself, as in a
# container made from the Containerfile.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
here=$(go env GOOS)/$(go env GOARCH)
for place in one another/place; do
	mkdir -p "$work/$place"
	git clone -q . "$work/$place/stadtbote"
done
"$work/one/stadtbote/tools/release.sh" "$here"
FRESH_CACHE=$work/cache GOMAXPROCS=1 "$work/another/place/stadtbote/tools/release.sh" "$here" > /dev/null
diff -r "$work/one/stadtbote/dist/release" "$work/another/place/stadtbote/dist/release"
echo 'same bytes'

grep -q '^FROM scratch$' Containerfile
program=$work/one/stadtbote/dist/release/stadtbote-${here/\//-}
if [ "$(id -u)" != 0 ]; then
	echo 'skipped: running the program alone needs root'
	exit
fi
mkdir -p "$work/empty/proc" "$work/empty/site"
cp "$program" "$work/empty/stadtbote"
"$program" new site "$work/empty/site" > /dev/null
unshare --mount bash -c "mount -t proc none '$work/empty/proc' && chroot '$work/empty' /stadtbote build --source /site"
[ -f "$work/empty/site/public/index.html" ]

#!/usr/bin/env bash
# Makes a release in dist/release: a static binary for each target, SHA256SUMS,
# and a bill of materials (CycloneDX). The same commit gives the same bytes on
# every machine: the toolchain is pinned, paths are trimmed, nothing asks the
# clock or the environment, and version and commit come from git. So the folder
# must be clean.
#
#   tools/release.sh [TARGET …]    TARGET is like linux/amd64; without one: all six
set -euo pipefail
cd "$(dirname "$0")/.."
targets=("$@")
[ $# -gt 0 ] || targets=(linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64)

if [ -n "$(git status --porcelain)" ]; then
	echo 'A release is made from a commit; these files differ from it:' >&2
	git status --short >&2
	exit 1
fi

out=dist/release
rm -rf "$out"
mkdir -p "$out"
export CGO_ENABLED=0 GOTOOLCHAIN=go1.26.8 GOFLAGS=-trimpath GOAMD64=v1 GOARM64=v8.0 GOEXPERIMENT=
for target in "${targets[@]}"; do
	file=$out/stadtbote-${target/\//-}
	[[ $target != windows/* ]] || file+=.exe
	GOCACHE=${FRESH_CACHE:-$(go env GOCACHE)} GOOS=${target%/*} GOARCH=${target#*/} go build -buildvcs=true -ldflags='-s -w' -o "$file" ./cmd/stadtbote
done
bom=$(go tool -modfile=tools/bom/go.mod -n cyclonedx-gomod)
"$bom" mod -json -licenses -std -noserial -notimestamp -type application -output "$out/stadtbote.cdx.json" . 2> "$out/log" ||
	{ cat "$out/log" >&2; exit 1; }
rm "$out/log"
(cd "$out" && sha256sum stadtbote* > SHA256SUMS)
ls -l "$out"

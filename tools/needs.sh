#!/usr/bin/env bash
# Installs what the tests need and this machine lacks: a C compiler for the
# race detector, a browser, Java for the validators of HTML and PDF, and the
# validators themselves, and exiftool for pictures. Debian and Ubuntu by apt-get;
# elsewhere it says what is missing. Programs in Go are made by "make helpers".
set -euo pipefail
cd "$(dirname "$0")"

declare -A packages=(
	[cc]=gcc [java]=default-jre-headless [mvn]=maven [node]=nodejs [npm]=npm [chromium]=chromium
	[qpdf]=qpdf [pdfinfo]=poppler-utils [exiftool]=libimage-exiftool-perl [curl]=curl [xmllint]=libxml2-utils
)
missing=()
for program in cc java node npm chromium qpdf pdfinfo curl xmllint exiftool; do
	command -v "$program" > /dev/null || missing+=("${packages[$program]}")
done

# veraPDF, the judge of PDF/UA and PDF/A: one artifact of Maven Central, in
# pdf/lib. Maven itself is only needed to fetch it.
verapdf=1.28.2
if [ ! -f "pdf/lib/greenfield-apps-$verapdf.jar" ] && ! command -v mvn > /dev/null; then
	missing+=("${packages[mvn]}")
fi

if [ ${#missing[@]} -gt 0 ]; then
	become=()
	[ "$(id -u)" = 0 ] || become=(sudo)
	if ! command -v apt-get > /dev/null; then
		echo "Please install: ${missing[*]}" >&2
		exit 1
	fi
	"${become[@]}" apt-get update -q
	DEBIAN_FRONTEND=noninteractive "${become[@]}" apt-get install -qy --no-install-recommends "${missing[@]}"
fi

# npm ci only where the lock file is newer than what it installed.
for folder in browser pdf editors; do
	if ! [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ]; then
		(cd "$folder" && npm ci --no-audit --no-fund --loglevel=error)
	fi
done

# Decap CMS, the bundle alone: its page needs none of the packages that it was made from.
decap=3.16.3
if [ ! -f editors/lib/decap-cms.js ]; then
	(
		cd editors && mkdir -p lib && npm pack "decap-cms@$decap" --pack-destination lib --loglevel=error > /dev/null
		cd lib && tar xzf "decap-cms-$decap.tgz" --strip-components=2 --wildcards 'package/dist/*decap-cms.js' 'package/dist/*.wasm'
		rm "decap-cms-$decap.tgz"
	)
fi

if [ ! -f "pdf/lib/greenfield-apps-$verapdf.jar" ]; then
	rm -rf pdf/lib
	mvn -q dependency:copy -Dartifact="org.verapdf.apps:greenfield-apps:$verapdf" -Dtransitive=false -DoutputDirectory="$PWD/pdf/lib"
fi

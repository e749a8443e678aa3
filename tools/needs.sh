#!/usr/bin/env bash
# Installs what the tests need and this machine lacks: a C compiler for the
# race detector, a browser, Java for the HTML validator, and the validators
# themselves. Debian and Ubuntu by apt-get; elsewhere it says what is missing.
set -euo pipefail
cd "$(dirname "$0")"

declare -A packages=([cc]=gcc [java]=default-jre-headless [node]=nodejs [npm]=npm [chromium]=chromium)
missing=()
for program in cc java node npm chromium; do
	command -v "$program" > /dev/null || missing+=("${packages[$program]}")
done

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
if [ -f browser/package-lock.json ] && ! [ browser/node_modules/.package-lock.json -nt browser/package-lock.json ]; then
	(cd browser && npm ci --no-audit --no-fund --loglevel=error)
fi

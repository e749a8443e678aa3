# make test   everything that must hold before a change lands; installs what it needs
# make quick  what to run while writing
# make fuzz   each fuzz target for a minute
# make edits  EDITS=100000 random edits, each compared with a clean build; for a night
# make kills  KILLS=2000 builds killed at random moments, each healed by the next
# make screenshots  the pictures of docs/design.md anew
# make build  the program for this machine, in dist/
# make release  static binaries for six targets, checksums, bill of materials, in dist/release/

SHELL   := bash
.SHELLFLAGS := -euo pipefail -c
GO      ?= go
TOOL    := $(GO) tool -modfile=tools/go.mod
FUZZTIME ?= 60s
EDITS   ?= 100000
KILLS   ?= 2000
JOBS    ?= 2
export CGO_ENABLED := 0
# The same flags everywhere, those of a release: what one stage has compiled serves all
# others, and the release in a clone as well.
export GOFLAGS := -trimpath

TARGETS := linux/amd64 linux/arm64 darwin/arm64 windows/amd64
LIMIT   := 40000000 # bytes of a binary

.PHONY: test quick needs helpers lint cross same reproducible browser race unit fuzz edits kills build screenshots release

# Two stages at a time where they download and compile; each is printed when it has ended.
# What looks at a clock, as Lighthouse does, has the machine to itself. The tests come last:
# their summary is the last thing to be read.
test:
	@$(MAKE) --no-print-directory --jobs=$(JOBS) --output-sync=target needs helpers lint cross same reproducible
	@$(MAKE) --no-print-directory --jobs=1 browser race unit

quick:
	$(GO) vet ./...
	$(GO) test ./...

# What the tests need and this machine lacks.
needs:
	@tools/needs.sh

# Programs in Go that the tests run, pinned: pdfcpu reads PDF files; rclone has the
# servers that "deploy" is tried against, and is a module of its own.
helpers:
	@$(TOOL) pdfcpu version -c disable > /dev/null
	@cd tools/rclone && $(GO) build -ldflags='-s -w' -o rclone .

# Whatever one of these prints is to be mended.
lint:
	@echo '== lint'
	$(GO) vet ./...
	GOOS=windows $(GO) vet ./...
	$(GO) mod tidy -diff
	$(GO) mod verify
	$(GO) fix -diff ./...
	$(TOOL) golangci-lint fmt --diff
	$(TOOL) golangci-lint run --allow-parallel-runners
	@dead=$$($(TOOL) deadcode ./... | grep -v '^internal/pdf/pdftest/' || true); echo "$${dead:-deadcode: nothing}"; [ -z "$$dead" ] # pdftest serves tests alone

# Every system that an editor may sit at, and both kinds of processor; "make release"
# makes all six.
cross:
	@echo '== cross-compile'
	@mkdir -p dist
	@for target in $(TARGETS); do \
		file=dist/stadtbote-$${target/\//-}; [[ $$target != windows/* ]] || file+=.exe; \
		GOOS=$${target%/*} GOARCH=$${target#*/} $(GO) build -ldflags='-s -w' -o $$file ./cmd/stadtbote; \
		size=$$(wc -c < $$file); echo "$$file $$size bytes"; \
		[ $$size -lt $(LIMIT) ] || { echo "$$file is larger than $(LIMIT) bytes"; exit 1; }; \
	done

build:
	@mkdir -p dist
	$(GO) build -o dist/stadtbote ./cmd/stadtbote

# The repository's own site has no findings, has the same bytes however many
# processors make it, and keeps the rules of "stadtbote check".
same: build
	@echo '== own site, twice'
	@work=$$(mktemp -d); trap 'rm -rf "$$work"' EXIT; \
	for n in 1 2; do \
		GOMAXPROCS=$$n dist/stadtbote build --strict --out $$work/$$n --cache $$work/cache-$$n --now 2026-11-23T12:00; \
	done; \
	diff -r $$work/1 $$work/2; echo 'same bytes'; \
	dist/stadtbote check --now 2026-11-23T12:00

# What is given to others: from a commit, the same bytes on every machine.
release:
	@tools/release.sh

reproducible:
	@echo '== release, twice'
	@tools/reproducible.sh

# The finished pages, looked at by a browser and by validators.
browser: needs build
	@echo '== browser'
	@work=$$(mktemp -d); trap 'rm -rf "$$work"' EXIT; \
	dist/stadtbote build --quiet --out $$work/public --cache $$work/cache; \
	cd tools/browser; STADTBOTE_SITE=$$work/public node --test --test-concurrency=1
	cd tools/editors; STADTBOTE=$(CURDIR)/dist/stadtbote node --test --test-concurrency=1

# docs/screenshots anew, for docs/design.md and the README.
screenshots: needs build
	@work=$$(mktemp -d); trap 'rm -rf "$$work"' EXIT; \
	dist/stadtbote build --quiet --out $$work/public --cache $$work/cache; \
	cd tools/browser; STADTBOTE_SITE=$$work/public node screenshots.mjs; du -ch ../../docs/screenshots/* | tail -1

# Vet has its stage: lint.
race: needs
	@echo '== race'
	CGO_ENABLED=1 $(GO) test -vet=off -race -short -timeout 40m ./...

# With STADTBOTE_JUDGES a judge of PDF files that is missing is a failure.
unit: needs helpers
	@echo '== test'
	STADTBOTE_JUDGES=all $(GO) test -vet=off -timeout 40m ./...

fuzz:
	@for package in $$($(GO) list ./...); do \
		for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz' || true); do \
			echo "== $$package $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$package; \
		done; \
	done

# Twenty edits make one check. A failure prints the edits that lead to it.
edits:
	$(GO) test ./internal/build -run 'IncrementalEqualsClean$$' -v -timeout 0 -args -rapid.checks=$$(( ($(EDITS) + 19) / 20 ))

kills:
	STADTBOTE_KILLS=$(KILLS) $(GO) test ./internal/build -run KilledBuildIsHealed -v -timeout 0

# Kanon. `make help` lists the targets. Everything a target needs is installed by the target itself (Debian packages and npm);
# what is there already is left alone, so a second run takes seconds.
.DEFAULT_GOAL := help
SHELL := /bin/bash
MAKEFLAGS += --no-print-directory

PREFIX ?= /usr/local
CTEST_FLAGS ?= --output-on-failure --parallel 2

# Debian packages: what building needs, what the program runs, what tests need on top.
BUILD_PACKAGES := g++ cmake ninja-build ccache pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-cpp-dev \
  libkainjow-mustache-dev libfmt-dev libicu-dev nlohmann-json3-dev libcli11-dev libssl-dev libtbb-dev libqpdf-dev \
  libcurl4-openssl-dev libgit2-dev libxml2-dev libxlsxwriter-dev libzip-dev libstemmer-dev libhyphen-dev hyphen-da libcpp-httplib-dev catch2
RUN_PACKAGES := wkhtmltopdf bubblewrap fonts-dejavu-core ca-certificates
TEST_PACKAGES := chromium default-jre-headless poppler-utils qpdf libxml2-utils git libreoffice-calc-nogui libreoffice-writer-nogui
LINT_PACKAGES := clang-19 libclang-rt-19-dev clang-format-14 clang-tidy-19
# Only to be compared with: nothing else uses it.
BENCH_PACKAGES := hugo git

INSTALL := generator/packages.sh

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: deps
deps: ## install what building and running needs
	@$(INSTALL) $(BUILD_PACKAGES) $(RUN_PACKAGES)
	@$(MAKE) node_modules/.package-lock.json

node_modules/.package-lock.json: package.json package-lock.json
	@command -v npm >/dev/null || $(INSTALL) nodejs npm
	@echo "Installing the npm packages of package-lock.json"
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

THEME_SOURCES := $(shell find assets layouts -type f)
build/theme.done: node_modules/.package-lock.json $(THEME_SOURCES)
	node assets/build.mjs
	@touch $@

.PHONY: theme
theme: build/theme.done ## build the theme's styles, script and fonts

.PHONY: build
build: deps theme ## build the program: build/kanon
	@[ -f build/build.ninja ] || cmake --preset release
	cmake --build build

.PHONY: site
site: build ## publish content/ into site/, PDFs included
	build/kanon build

.PHONY: test
test: build ## run every test
	@$(INSTALL) $(TEST_PACKAGES)
	ctest --test-dir build $(CTEST_FLAGS)

.PHONY: bench
bench: build ## print how long things take, beside Hugo and the floor (BENCH=…: see tests/bench/bench.mjs)
	@$(INSTALL) $(BENCH_PACKAGES)
	cmake --build build --target bench_floor
	node tests/bench/bench.mjs $(BENCH)

.PHONY: golden
golden: build ## rewrite the expected outputs of the golden tests
	build/kanon rules --format markdown --lang da >docs/regler.md
	build/kanon layouts --format markdown >docs/layouts.md
	node tests/golden/run.mjs --rewrite
	node tests/e2e/run.mjs --rewrite
	node tests/e2e/review_golden.test.mjs --rewrite
	KANON_REWRITE=1 build/tests/test_emit "redlines of each kind of change"

.PHONY: sanitize
sanitize: deps theme ## run the tests with the address and undefined-behaviour sanitizers
	@$(INSTALL) $(LINT_PACKAGES)
	@[ -f build/sanitize/build.ninja ] || cmake --preset sanitize
	cmake --build build/sanitize
	ctest --test-dir build/sanitize $(CTEST_FLAGS) -L unit

CPP_FILES = $(shell git ls-files --cached --others --exclude-standard '*.cpp' '*.h')

.PHONY: format
format: ## format the C++ sources
	@$(INSTALL) $(LINT_PACKAGES)
	clang-format-14 -i $(CPP_FILES)

.PHONY: lint
lint: deps theme ## check formatting and clang-tidy's list
	@$(INSTALL) $(LINT_PACKAGES)
	@[ -f build/tidy/build.ninja ] || cmake --preset sanitize -B build/tidy -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON
	clang-format-14 --dry-run --Werror $(CPP_FILES)
	node generator/tidy.mjs build/tidy

.PHONY: check
check: test lint sanitize ## what CI runs: test, lint, sanitize

.PHONY: install
install: build ## install the program with its theme below PREFIX
	cmake --install build --prefix "$(PREFIX)"

.PHONY: clean
clean: ## remove everything that was built
	rm -rf build node_modules .kanon

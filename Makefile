# Every target installs what it needs. Debian and Ubuntu are supported; elsewhere `make system` says what is missing.
.DEFAULT_GOAL := help
.PHONY: help run build test prove bench lint docs screenshots clean system

PYTHON ?= python3
PORT ?= 8501
BIN := .venv/bin
WORKERS ?= 2

# The day of the last commit is the day of the build, so that nothing committed fails because a day passed.
ifndef SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
endif
export SOURCE_DATE_EPOCH

help:  ## Show the targets.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

run: build .make/vision  ## Build, then serve playground and site at http://127.0.0.1:8501.
	$(BIN)/disclose serve --port $(PORT)

build: .make/core .make/fonts  ## Check everything, write the documents and the site.
	$(BIN)/disclose build

test: .make/dev .make/system lint  ## Run all tests but the long proofs.
	$(BIN)/pytest -n $(WORKERS) --ignore tests/prove

prove: .make/dev .make/system  ## Run the long proofs: kills, a thousand services, the wheel in an empty environment.
	$(BIN)/pytest tests/prove

bench: .make/bench  ## Print ratios against peers, side by side in one run.
	$(BIN)/python benchmarks/run.py

lint: .make/dev  ## Check style, types, layers, spelling, and that generated pages are current.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell
	$(BIN)/yamllint --strict .
	$(BIN)/python -m toolkit.reference --check

docs: .make/core  ## Write docs/rules.md, docs/cli.md and docs/schema/ anew.
	$(BIN)/python -m toolkit.reference

screenshots: build .make/dev .make/system  ## Take pictures of each page of the playground for docs/playground.md.
	$(BIN)/python -m playground.screenshots

clean:  ## Delete everything that is made.
	rm -rf .venv .make .disclose site build dist docs/notes docs/notices docs/n docs/N docs/api docs/assets/disclose.*
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

system: .make/system  ## Install the system packages that the tests need.

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; set PYTHON=..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || sh .ci/apt python3-venv
	$(PYTHON) -m venv .venv

.make/core: pyproject.toml constraints.txt | .venv/bin/python
	@mkdir -p .make
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[playground]'
	@touch $@

.make/vision: .make/core
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[playground,vision]'
	@sh .ci/apt $(TESSERACT)
	@touch $@

.make/dev: .make/core
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[cluster,dev,onnx,playground,seen,site,vision]'
	@touch $@

.make/bench: .make/core
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[bench]'
	@touch $@

.make/fonts:
	@mkdir -p .make
	@sh .ci/apt fonts-inter fonts-noto-core fonts-noto-cjk
	@touch $@

TESSERACT := tesseract-ocr tesseract-ocr-ara tesseract-ocr-chi-sim tesseract-ocr-deu tesseract-ocr-fra \
             tesseract-ocr-hin tesseract-ocr-spa

.make/system: .make/fonts
	@sh .ci/apt chromium poppler-utils $(TESSERACT)
	@touch $@

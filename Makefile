# make demo     set up and serve the demo neighbourhood on http://127.0.0.1:5050
# make test     set up and run every test
# make setup    only set up: .venv, front-end libraries, fonts
# make wheel    pack Assetmap for people who install it with pip
# make bench    measure, side by side with stock Folium and WeasyPrint
# make clean    throw away what set-up made; what neighbourhoods recorded stays

PYTHON ?= $(shell for name in python3 python3.11 python3.12 python3.13 python3.14; do \
	command -v $$name >/dev/null 2>&1 && $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo $$name; break; }; done)
PIP = .venv/bin/python -m pip install --quiet --disable-pip-version-check

.PHONY: setup demo test wheel bench clean
.DEFAULT_GOAL := setup

setup: .venv/.ready static/vendor/fonts.css

.venv/.ready: setup.cfg pyproject.toml
	@test -n "$(PYTHON)" || { echo "Assetmap needs Python 3.11 or newer, and there is none here. Install it and try again."; exit 1; }
	@echo "-> Python packages into .venv ($$($(PYTHON) --version)); the first time takes a minute or two"
	@test -x .venv/bin/python || $(PYTHON) -m venv .venv || { \
		rm -rf .venv; echo "Python can't make a virtual environment here. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@$(PIP) --editable '.[setup,test]'
	@touch $@

node_modules/.ready: package.json package-lock.json .npmrc .ci/npm | .venv/.ready
	@echo "-> front-end libraries and fonts into node_modules"
	@.ci/npm ci --loglevel=error
	@touch $@

static/vendor/fonts.css: node_modules/.ready static/gather.py
	@echo "-> what the screens and the book need of them into static/vendor"
	@.venv/bin/python static/gather.py
	@touch $@

demo: setup
	@.venv/bin/assetmap demo

test: setup
	@echo "-> a browser for the browser tests"
	@path="$$(.ci/browser)" || exit 1; echo "   $${path:-none}"; \
		echo "-> every test, on all cores"; ASSETMAP_BROWSER="$$path" .venv/bin/python -m pytest -n auto --dist loadfile $(ARGS)

wheel: setup
	@echo "-> a wheel into dist, with the front-end libraries and fonts in it"
	@rm -rf build
	@.venv/bin/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .
	@ls -lh dist/*.whl

bench: setup
	@echo "-> the rivals we measure against into .venv"
	@$(PIP) --editable '.[setup,test,bench]'
	@path="$$(.ci/browser)" || exit 1; for each in maps answers book; do \
		echo "-> tests/benchmarks/$$each.py"; ASSETMAP_BROWSER="$$path" .venv/bin/python -m tests.benchmarks.$$each || exit 1; done

clean:
	@echo "-> away with .venv, node_modules, static/vendor, build and dist"
	@rm -rf .venv node_modules static/vendor build dist *.egg-info .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	@find assetmap tests static -name __pycache__ -prune -exec rm -rf {} +

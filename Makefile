SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PORT ?= 8000
export PORT
export UV_SYSTEM_CERTS ?= 1
# Where the environment forbids it, each of the many processes of a run would compile the same thousand files again.
unexport PYTHONDONTWRITEBYTECODE
PY := .venv/bin/python
UV := $(shell uv --version >/dev/null 2>&1 && command -v uv || echo .tools/bin/uv)
# Probed by running it: a pyenv shim may exit 127 or silently run another version.
PYTHON = $(shell for p in python3.13 python3.12 python3 "$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/3.13*/bin/python3 "$${PYENV_ROOT:-$$HOME/.pyenv}"/versions/3.12*/bin/python3 /usr/bin/python3.13 /usr/bin/python3.12 /usr/bin/python3; do \
  x=$$("$$p" -c 'import sys, venv, ensurepip; (3,12) <= sys.version_info[:2] <= (3,13) or sys.exit(1); print(sys.executable)' 2>/dev/null) && { echo "$$x"; break; }; done)
NEED_PYTHON = test -n "$(PYTHON)" || { echo "Needs Python 3.12 or 3.13 with venv" >&2; exit 1; }
# Said before and after the tests, so that nobody takes a run on SQLite for the whole.
LEFT_OUT = test -n "$${TEST_DATABASE_URL:-}" || printf '\n!!! LEFT OUT: nothing is tested on PostgreSQL, because TEST_DATABASE_URL is not set.\n\n' >&2; \
  test -n "$${ELASTICSEARCH_URL:-}" || printf '!!! LEFT OUT: nothing is tested on Elasticsearch, because ELASTICSEARCH_URL is not set.\n\n' >&2
# A process for each core, a file as a whole in one of them.
EVERY_CORE := -n auto --dist loadfile --no-loadscope-reorder
CODE := portal practices case_studies events tests manage.py

.PHONY: help env run test coverage lint fmt bench mutants browser lock messages messages-update
help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

.tools/bin/uv:
	@$(NEED_PYTHON)
	$(PYTHON) -m venv .tools
	.tools/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9,<1'

.venv/.synced: requirements.lock | $(UV)
	@$(NEED_PYTHON)
	test -x $(PY) || $(UV) venv --quiet --no-config --no-python-downloads --python "$(PYTHON)" --clear .venv
	$(UV) pip sync --quiet --no-config --python $(PY) --require-hashes requirements.lock
	touch $@

env: .venv/.synced messages ## the environment, from requirements.lock

messages: .venv/.synced ## compiles the French and Arabic catalogues that changed
	@for po in $$(find portal/locale -name '*.po' 2>/dev/null); do \
	  mo=$${po%.po}.mo; [ "$$mo" -nt "$$po" ] || .venv/bin/pybabel -q compile -i "$$po" -o "$$mo"; done

messages-update: env ## new strings into the French and Arabic catalogues, then: translate what is empty
	DJANGO_SETTINGS_MODULE=portal.settings.dev $(PY) manage.py update_messages
	@$(MAKE) --no-print-directory messages

run: env ## the portal with first content on http://127.0.0.1:$(PORT)
	@exec $(PY) -m portal.core.serve

test: env ## the whole test suite but for the browser
	@$(LEFT_OUT)
	$(PY) -m pytest $(EVERY_CORE) -m "not browser"
	@$(LEFT_OUT)

coverage: env ## the same, half as slow again, with the lines and branches that no test takes
	$(PY) -m coverage erase
	$(PY) -m coverage run -m pytest $(EVERY_CORE) -m "not browser"
	$(PY) -m coverage combine --quiet
	$(PY) -m coverage report

lint: env ## style, contracts, migrations
	.venv/bin/ruff check $(CODE)
	.venv/bin/ruff format --check $(CODE)
	.venv/bin/djade --check --target-version 6.0 $$(git ls-files 'templates/*.html')
	.venv/bin/lint-imports --no-cache
	DJANGO_SETTINGS_MODULE=portal.settings.test $(PY) manage.py makemigrations --check --dry-run
	DJANGO_SETTINGS_MODULE=portal.settings.test $(PY) manage.py check --fail-level WARNING

fmt: env ## formats Python and templates
	.venv/bin/ruff check --fix --quiet $(CODE) || true
	.venv/bin/ruff format --quiet $(CODE)
	.venv/bin/djade --target-version 6.0 $$(git ls-files -co --exclude-standard 'templates/*.html')

bench: env ## a table of ratios: ours beside the same by hand, in one run
	$(PY) -m tests.bench
	$(PY) -m tests.bench.matching
	$(PY) -m tests.bench.scale
	$(PY) -m tests.bench.catalogue

mutants: env ## answers each question of access with "everything", one at a time: some test must notice
	$(PY) -m tests.mutants

browser: env ## accessibility and journeys in the system's Chromium
	DJANGO_ALLOW_ASYNC_UNSAFE=1 $(PY) -m pytest $(EVERY_CORE) -m browser tests/browser

lock: pyproject.toml | $(UV) ## requirements.lock from pyproject.toml
	$(UV) pip compile --quiet --no-config --universal --extra dev --generate-hashes --no-emit-index-url --no-emit-find-links --python-version 3.12 -o requirements.lock pyproject.toml

# Every target sets up what it needs; after the first time none of them needs a network.
# Options run through: make test ARGS='-k appeal', make setup PYTHON=python3.13;
# make test ARGS='--hypothesis-profile=thorough' looks for rare lives, for some ten minutes.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed
COMPILED := .venv/.compiled
SOURCES := $(shell find workflows activities starter worker.py -name '*.py' 2>/dev/null)
LOCK := $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-annotate \
	--universal --python-version 3.11 --custom-compile-command "make lock"
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-compile

.DEFAULT_GOAL := setup
.PHONY: setup demo check test bench docs pictures lock

setup: $(COMPILED)

demo: setup
	@$(BIN)/zhengming demo $(ARGS)

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: setup
	$(BIN)/pytest -n 2 $(ARGS)

bench: setup
	$(BIN)/python -m bench $(ARGS)

docs: setup
	$(BIN)/python -m docs.draw

pictures: setup
	$(BIN)/pytest tests/ui/pictures.py $(ARGS)

lock: setup
	$(LOCK) $(ARGS) pyproject.toml --output-file requirements.lock
	$(LOCK) $(ARGS) pyproject.toml --group dev --constraint requirements.lock \
		--output-file requirements-dev.lock

$(INSTALLED): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo \
		"zhengming needs Python 3.11 or newer, and $(PYTHON) is not: make $(or $(MAKECMDGOALS),setup) PYTHON=python3.11" >&2; exit 1; }
	@echo "Setting up .venv (about a minute, once)"
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	@$(PIP) --require-hashes --requirement requirements-dev.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q -j 0 .venv/lib
	@touch $@

# Bytecode is written here, whatever PYTHONDONTWRITEBYTECODE says: the command line starts from it.
$(COMPILED): $(INSTALLED) $(SOURCES)
	@$(BIN)/python -m compileall -q $(SOURCES)
	@touch $@

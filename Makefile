# `make` builds the graph of the two documents in seeds/ into output/; `make test` runs the tests.
# Both make their own environment in .venv/ and need nothing but Python 3.11 or later, pip and make. Both may be run again.

PYTHON ?= python3
# Older ones stumble over extras spelt with a dash and an underscore.
PIP_VERSION := 26.3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
UV_LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	--custom-compile-command "make lock" pyproject.toml --group build

.PHONY: graph install test check format notebook lock clean
.DELETE_ON_ERROR:

graph: install
	@$(BIN)/kg build seeds -o output
	@echo
	@echo "Open output/graph.html in a browser, or ask the graph:"
	@echo "  $(BIN)/kg explain output/graph.ttl 'Hugo Chavez'"
	@echo "  $(BIN)/kg compare output/graph.ttl"

install: $(VENV)/installed

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest -n 2 --dist loadfile

# Format, lint and types; CI runs exactly this.
check: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Runs the notebooks and keeps what they show.
notebook: $(VENV)/installed-dev
	$(BIN)/python scripts/run_notebooks.py --keep notebooks/*.ipynb

# Pins the newest versions that pyproject.toml allows; needs uv.
lock:
	$(UV_LOCK) --upgrade -o requirements.lock
	$(UV_LOCK) --upgrade --group test --group lint -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) output .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/pip: Makefile
	@echo "Making an environment in $(VENV)/ ..."
	@$(PYTHON) -c 'import sys; sys.exit("kg needs Python 3.11 or later; name one with make PYTHON=..." if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) pip==$(PIP_VERSION)
	@touch $@

$(VENV)/installed: $(VENV)/pip requirements.lock pyproject.toml
	@echo "Installing kg and what it needs (about 500 MB, some minutes the first time) ..."
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.lock
	@echo "Installing what the tests need ..."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

# Thin: every target is one command that also works without make (see README.md).
PYTHON ?= python3.11
VENV   ?= .venv
BIN     = $(VENV)/bin
FOLDER ?= demo

.PHONY: run test check bench clean

run: $(VENV)/ready-app
	test -f $(FOLDER)/map.sqlite || $(BIN)/socialmap --folder $(FOLDER) demo
	$(BIN)/socialmap --folder $(FOLDER) serve

test: $(VENV)/ready-dev
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 --dist worksteal

check: $(VENV)/ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/ready-dev
	$(BIN)/pip install -q -c requirements.lock -e '.[bench]'
	$(BIN)/python -m benchmarks

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/ready-app: pyproject.toml requirements.lock | $(BIN)/python
	$(BIN)/pip install -q -c requirements.lock -e '.[app]'
	touch $@

$(VENV)/ready-dev: pyproject.toml requirements.lock | $(BIN)/python
	$(BIN)/pip install -q -c requirements.lock -e '.[dev]'
	touch $@ $(VENV)/ready-app

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

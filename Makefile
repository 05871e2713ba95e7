# The handful of commands a newcomer needs. `make run` and `make test` need Python 3.11+ only.
PYTHON ?= python3
VENV   ?= .venv
BIN     = $(VENV)/bin
OUT    ?= out

.PHONY: help run audit assets test test-all test-fast lint types docs bench law clean

help:
	@echo "make run    the whole site with a made-up council, on this machine; prints the sign-ins"
	@echo "make audit  audit the seed letter and write a right notice beside it, into $(OUT)/"
	@echo "make test   every fast test (under ten minutes); make test-all adds the long ones"
	@echo "make lint types docs bench law assets"

# A stamp that is newer than pyproject.toml: the environment is made once, then reused.
$(VENV)/.run: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[desk]'
	@touch $@

$(VENV)/.dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.run

# The site's style sheet and scripts, from the packages of package.json; needs Python alone.
$(VENV)/.assets: $(wildcard src/answerable/desk/ui/assets/*.* src/answerable/desk/*/*.scss) scripts/build_assets.py | $(VENV)/.run
	@$(BIN)/python scripts/build_assets.py
	@touch $@

assets: $(VENV)/.assets

# PORT=8001 takes another port; the data folder answerable-data is made once and kept.
run: $(VENV)/.run $(VENV)/.assets
	@$(BIN)/answerable demo $(if $(PORT),--port $(PORT))

audit: $(VENV)/.run
	@$(BIN)/answerable tour --into $(OUT)

test: $(VENV)/.dev $(VENV)/.assets
	$(BIN)/python -m pytest -m "not slow" -n auto --dist loadfile --cov --cov-report=term

test-all: $(VENV)/.dev $(VENV)/.assets
	$(BIN)/python -m pytest -n auto --dist loadfile --cov --cov-report=term --durations=20

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/.dev
	$(BIN)/mypy

# The pages of rules and notices are generated from the code and the law, then built.
docs: $(VENV)/.dev
	$(BIN)/python scripts/build_docs.py
	$(BIN)/python scripts/build_schema.py
	$(BIN)/python scripts/build_record_docs.py
	$(BIN)/python scripts/build_check_docs.py
	$(BIN)/mkdocs build --strict --site-dir site

bench: $(VENV)/.dev
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

# After a change to src/answerable/law/data: compile it (a test holds the two in step).
law: $(VENV)/.dev
	$(BIN)/python scripts/build_law.py

clean:
	rm -rf $(VENV) $(OUT) site .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage

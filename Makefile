# The two commands are `make run` and `make test`; `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PORT ?= 8000
QUEUE ?= default
export PORT

PYTHON = $$(scripts/find_python.sh)
VENV = .venv/bin

.PHONY: help
help: ## List every target
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: ## Serve the magazine at http://127.0.0.1:8000 (PORT= changes it); everything it needs is made first
	@python=$(PYTHON); exec "$$python" -m scripts.run

.PHONY: dev
dev: install-dev ## Serve with reloading and readable errors, on the same database as `make run`
	@$(VENV)/python -m scripts.prepare
	@exec $(VENV)/python manage.py runserver 127.0.0.1:$(PORT)

.PHONY: test
test: ## Install what tests need and run the whole suite on SQLite and PostgreSQL, with browser journeys
	@python=$(PYTHON); exec "$$python" -m scripts.test

.PHONY: install
install: ## Make the virtual environment and install what running needs
	@python=$(PYTHON); "$$python" -m scripts.install

.PHONY: install-dev
install-dev: ## The same, plus what tests and tools need
	@python=$(PYTHON); "$$python" -m scripts.install --dev

.PHONY: lint
lint: install-dev ## Check style of Python and templates
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	$(VENV)/djlint --lint --quiet templates

.PHONY: format
format: install-dev ## Rewrite Python to the house style
	$(VENV)/ruff check --fix .
	$(VENV)/ruff format .

.PHONY: types
types: install-dev ## Type check of the pure layers
	$(VENV)/mypy

.PHONY: imports
imports: install-dev ## Check that imports go down only
	$(VENV)/lint-imports --no-logo

.PHONY: checks
checks: install-dev ## Migrations are complete, and production settings pass Django's deployment check
	@$(VENV)/python -m scripts.checks

.PHONY: ci
ci: ## Everything continuous integration runs
	@.ci/run

.PHONY: demo
demo: install ## Load the demo magazine; a second time changes nothing
	@DJANGO_SETTINGS_MODULE=sportshowroom.settings.embedded $(VENV)/python manage.py load_demo

.PHONY: worker
worker: install ## Run queued tasks; QUEUE=default (for TASKS_BACKEND=database) or QUEUE=pictures
	@DJANGO_SETTINGS_MODULE=$${DJANGO_SETTINGS_MODULE:-sportshowroom.settings.embedded} TASKS_BACKEND=database \
	exec $(VENV)/python manage.py db_worker --backend $(QUEUE)

.PHONY: bench
bench: install-dev ## Measure a million offers and the way out on a PostgreSQL of its own (five minutes, 4 GB of disk; needs wrk)
	@$(VENV)/python -W ignore -m benchmarks

.PHONY: messages
messages: install-dev ## Collect the words to translate into locale/
	$(VENV)/python manage.py makemessages --locale en_GB --ignore .venv --ignore var

.PHONY: lock
lock: ## Pin the requirements anew from requirements.in and requirements-dev.in (needs uv)
	uv pip compile -q --python-version 3.12 --universal --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.txt
	uv pip compile -q --python-version 3.12 --universal --generate-hashes --no-emit-index-url --no-header requirements-dev.in -o requirements-dev.txt

.PHONY: clean
clean: ## Remove caches; the virtual environment and var/ stay
	rm -rf .pytest_cache .ruff_cache .mypy_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

.PHONY: distclean
distclean: clean ## Remove the virtual environment too; var/ holds the magazine's data and stays
	rm -rf .venv

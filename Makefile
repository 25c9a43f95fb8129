# The two to know: `make demo` (the whole shop on this machine) and `make test` (everything checked).
# Each sets up what is missing first; the rest is `jamango --help`.

PYTHON ?= python3
BIN := .venv/bin
# Ports for `make demo PORT=… SIMULATOR_PORT=…`; without them it takes the usual ones, or free ones.
PORTS := $(if $(PORT),--port $(PORT)) $(if $(SIMULATOR_PORT),--simulator-port $(SIMULATOR_PORT))
# When else `make trouble` opens the shop for the tests of what keeps hours: a Sunday, just before a new month begins,
# before anybody is up, a Monday noon out of season.
MOMENTS := 2027-05-16T10:00 2027-01-31T23:50 2027-05-13T05:00 2026-12-07T12:00
KEEP_HOURS := $(addprefix tests/,rules lifecycles chats office web)
SHOP := jamango webhooks shop_web admin_web flows bot pages core simulator

# Compiled once: a suite that starts a thousand processes must not compile everything anew in each of them.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup demo test thorough check bench trouble audit clean

help:
	@echo "make demo      the whole shop here, with a pretend WhatsApp and Razorpay: open the printed page"
	@echo "make test      set up, then all checks and tests"
	@echo "make thorough  tests of many seconds each, which CI runs too"
	@echo "make check     linters and types"
	@echo "make bench     measurements"
	@echo "make trouble   the long trouble suite"
	@echo "make setup     only .venv, node_modules and static/dist"
	@echo "make audit     known weaknesses of our dependencies (asks the network)"
	@echo "make clean     remove what set-up made; the shop's data in .jamango stays"

setup:
	@$(PYTHON) scripts/setup.py

demo:
	@$(PYTHON) scripts/setup.py $(PORTS)
	@$(BIN)/jamango demo $(PORTS)

test: check
	@$(BIN)/pytest -n auto --maxschedchunk 4 --durations=10

# The rest of what every change must pass: each takes many seconds, most of them waiting for processes that come back.
thorough: setup
	@$(BIN)/pytest -n auto --maxschedchunk 1 --durations=10 -m thorough

check: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/bandit -q -r $(SHOP) --severity-level medium --skip B608  # ruff's S608 is the same, argued line by line

bench: setup
	@$(BIN)/pip --disable-pip-version-check install --quiet --only-binary :all: --require-hashes -r requirements/bench.txt \
	  || echo "This machine has no wheel of pyvroom: routes are measured and not compared."
	@$(BIN)/jamango bench

# What is measured has the machine to itself. Then one test at a time for each process: the longest take minutes, and
# nothing shall wait behind them.
trouble: setup
	@$(BIN)/pytest -m measured
	@$(BIN)/pytest -n auto --maxschedchunk 1 --durations=20 -m "(trouble or thorough) and not measured"
	@for moment in $(MOMENTS); do echo "As if it were $$moment:"; \
	  TESTS_BEGIN_AT=$$moment $(BIN)/pytest -q -n auto --maxschedchunk 4 -m "not trouble and not thorough and not browser" $(KEEP_HOURS) || exit 1; \
	done

audit: setup
	@$(BIN)/pip-audit --disable-pip --require-hashes -r requirements/runtime.txt

clean:
	@rm -rf .venv node_modules static/dist

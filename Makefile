# `make run` sets up and serves the wizard, `make workshop` to the phones of a room too; `make test` sets up and runs all tests. All the work is in make.py.
PYTHON ?= python3

.PHONY: run workshop test
run workshop test:
	@$(PYTHON) make.py $@

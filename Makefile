# `make run` sets up and serves the wizard; `make test` sets up and runs all tests. All the work is in make.py.
PYTHON ?= python3

.PHONY: run test
run test:
	@$(PYTHON) make.py $@

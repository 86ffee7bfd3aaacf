# gridflex: what a newcomer types. Every target may be run on a fresh Debian 12 with Swift 6.3.
# The first sentence above a target is what `make help` says of it.

MODEL ?= GridModels/jilin-2030
SOURCES := $(wildcard Sources Tests Benchmarks) Package.swift
RELEASE := .build/release/gridflex

.PHONY: run help test test-all check setup build oracle browser bench bench-peers bench-scaling bench-windows bench-plans check-imports series docs lint \
  format clean baselines compare-baselines compare-years

# Dispatches a year and prints its summary. A missed goal (exit code 1) is an answer, not a failure.
run: build
	@$(RELEASE) dispatch $(MODEL) || test $$? -eq 1

# Lists the targets, each with its first sentence of this file.
help:
	@awk '/^# /{ said = said substr($$0, 2); next } \
	  /^[a-z][a-z-]*:/{ sub(/:.*/, ""); sub(/\. .*/, ".", said); printf "make %-18s%s\n", $$0, said } { said = "" }' Makefile

# Everything the tests need, then those that are done in six minutes of processor time.
test: build oracle
	@.ci/versions
	@GRIDFLEX_COMMAND="$(CURDIR)/$(RELEASE)" GRIDFLEX_TESTS="$(TESTS)" \
	GRIDFLEX_ORACLE_PYTHON="$$(cat .build/oracle.path 2>/dev/null)" \
	  .ci/test

# All tests, the dear ones too.
test-all:
	@$(MAKE) --no-print-directory test TESTS=all

# What is quick: the style, the build, and every model of GridModels that needs no other data read and checked.
check: lint build
	@code=0; for model in $$(grep -LF '$${data}' GridModels/*/model.yaml); do \
	  $(RELEASE) check --quiet "$${model%/model.yaml}" >/dev/null || code=$$?; done; exit $$code

# The C libraries, and Python's venv for the tests that ask another solver.
setup:
	@.ci/setup

# The command as it is meant to be used.
build: setup
	swift build -c release --product gridflex

# A throwaway Python with HiGHS, the second opinion of the tests; they skip what lacks it.
oracle: setup
	@.ci/oracle

# Chromium for the tests that open reports; they skip what lacks it.
browser:
	@.ci/browser

# Figures of each model (build, solve, write, memory, gap) against the stored ones.
bench: build
	swift run -c release gridflex-bench $(ARGUMENTS)

# gridflex, HiGHS and PyPSA side by side on the same models; ARGUMENTS="--hours 336" for a quick look.
bench-peers: build
	@.ci/peers
	@python3 Benchmarks/peers.py --python "$$(cat .build/peers.path)" $(ARGUMENTS)

# Years in one chronology, threads, and coal clusters.
bench-scaling: build
	@python3 Benchmarks/scaling.py $(ARGUMENTS)

# Every model over a day, a week, two weeks, a month and its year, by each method: how each run ended.
bench-windows: build
	@python3 Benchmarks/windows.py $(ARGUMENTS)

# Planned years, and HiGHS on the same programs, stopped at twenty minutes; ARGUMENTS="--hours 720" for a quick look.
bench-plans: build oracle
	@python3 Benchmarks/plans.py --python "$$(cat .build/oracle.path)" $(ARGUMENTS)

# Imports of PyPSA networks against PyPSA with HiGHS; ARGUMENTS names networks, or --random 100.
check-imports: build
	@.ci/peers
	@"$$(cat .build/peers.path)" Benchmarks/imports.py $(or $(ARGUMENTS),--random 100)

# Stores the figures of two days of each model, which compare-baselines holds later runs against. SPAN=years for whole years, MODELS="tutorial" for some.
baselines: build
	@.ci/baselines store $(or $(SPAN),window) $(MODELS)

# Two days of each model against the stored figures. A JUnit report is written to .build/baselines/window.xml; MODELS="tutorial" for some.
compare-baselines: build
	@.ci/baselines compare window $(MODELS)

# Whole years against the stored figures, of the models that have some. Takes long.
compare-years: build
	@.ci/baselines compare years $(MODELS)

# Writes the models' generated hourly series anew from the tables in GridModels/figures. Each has its seed in files.csv there.
series: setup
	GRIDFLEX_REGENERATE=1 swift test --disable-xctest --filter CommittedSeriesTests

# The pages of the libraries, warnings as errors, under .build/docs.
docs: setup
	@.ci/docs

# The style, told and not changed.
lint:
	swift format lint --strict --recursive $(SOURCES)

# The style, put right in the files.
format:
	swift format --in-place --recursive $(SOURCES)

# Takes away all that was built.
clean:
	rm -rf .build

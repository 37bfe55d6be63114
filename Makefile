# Runs the walk: one rule per stage, for every study in Pipelines. `make help` lists the targets.
#
# Make looks at times, so folders of input stand for themselves as a listing of names, sizes and times that is
# replaced only when it differs, and a stage's run stands as a stamp beside its folder: a stage that comes out
# as it was leaves its folder alone, and nothing after it runs.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.SUFFIXES:
.ONESHELL:
MAKEFLAGS += --no-builtin-rules --no-print-directory

.DEFAULT_GOAL := help

# A study is a folder with a study.yaml. STUDY=demo-k does one of them.
ALL_STUDIES := $(patsubst Pipelines/%/study.yaml,%,$(sort $(wildcard Pipelines/*/study.yaml)))
STUDIES := $(or $(STUDY),$(ALL_STUDIES))
ifneq ($(filter-out $(ALL_STUDIES),$(STUDIES)),)
  $(error there is no study $(filter-out $(ALL_STUDIES),$(STUDIES)); the studies are: $(ALL_STUDIES))
endif

BIN := .build/release
STAGES := 1-ingested 2-cleaned 3-estimated 4-matched 5-released
WALK := survey-ingest survey-clean survey-aggregate survey-match survey-protect survey-render
PROGRAMS := $(addprefix $(BIN)/,$(WALK) survey-simulate survey-bench survey-trace)
# THREADS=1 runs on one core; the result is the same.
THREAD_OPTION := $(if $(THREADS),--threads $(THREADS))

# Where a study's data lie; study.yaml says it.
data = $(or $(shell sed -n 's/^data-folder:[[:space:]]*\([^[:space:]\#]*\).*/\1/p' Pipelines/$(1)/study.yaml),Data/$(1))

# --- Everyday ---------------------------------------------------------------------------------------------------

.PHONY: help report trace test tested check sample why bench fuzz verify lint clean golden-accept FORCE

help: ## list the targets
	@awk 'BEGIN { FS = ":[^#]*## " } /^[a-z-]+:[^#]*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

report: $(STUDIES:%=report-%) ## make the reports, or one with STUDY=demo-k

test: lint tested check ## lint, release build with tests, all tests, check: what CI runs

tested:
	@$(setup)
	$(BUILD) --build-tests
	$(subst build,test,$(BUILD)) --skip-build

why: $(PROGRAMS) ## what would be made again, and which content forces it
	@for study in $(STUDIES); do
	  echo "$$study"
	  for program in $(WALK); do $(BIN)/$$program --study Pipelines/$$study --why; done
	done

# What make itself would do with the word CELL is undone by quoting: a cell may have a semicolon in it.
trace: $(BIN)/survey-trace ## where a printed figure comes from: CELL=posts-to-fill/postsToFill/occupation=5/horizon=5
	@[ -n '$(CELL)' ] || { echo "say which cell: make trace CELL=posts-to-fill/postsToFill/occupation=5/horizon=5" >&2; exit 64; }
	$(BIN)/survey-trace --study Pipelines/$(firstword $(STUDIES)) --stages Stages/$(firstword $(STUDIES)) -- '$(CELL)'

lint: ## formatting and style
	@$(setup)
	swift format lint --strict --recursive Sources Tests Fuzz Package.swift

clean: ## remove what can be made again; reports and the ledger of releases stay
	rm -rf $(foreach study,$(STUDIES),$(wildcard $(addprefix Stages/$(study)/,$(STAGES) *.new.* steward *.ran *.list)))

bench: $(PROGRAMS) ## speed against peers, as ratios of one run; BENCH=small for a quick look
	@python3 Benchmarks/bench.py $(BENCH)

verify: ## how often intervals hold a known truth (onto Documentation/coverage.md), and occupation codes are right
	@$(setup)
	$(BUILD) --build-tests > /dev/null
	KOMPETENSGAP_VERIFY=1 $(subst build,test,$(BUILD)) --skip-build --filter CodingAccuracyTests
	KOMPETENSGAP_VERIFY=1 $(subst build,test,$(BUILD)) --skip-build --filter CoverageTests/full

# Each of them takes what libFuzzer makes up; Documentation/reliability.md says what for.
FUZZ_TARGETS := answers csv expressions markup ndjson studyfiles
FUZZ := .build-fuzz/release/survey-fuzz

# SECONDS is bash's own clock as well: it is read here, by make.
fuzz: ## feed the parsers made-up input with address sanitizer, each for SECONDS=60; TARGETS="csv markup" for some
	@$(setup)
	SURVEY_FUZZ=1 swift build -c release --product survey-fuzz --scratch-path .build-fuzz --sanitize=fuzzer \
	  -Xswiftc -sanitize=address,fuzzer -Xcc -fsanitize=address -Xswiftc -enable-testing
	mkdir -p .build-fuzz/found
	for target in $(or $(TARGETS),$(FUZZ_TARGETS)); do
	  mkdir -p .build-fuzz/corpus/$$target
	  FUZZ_TARGET=$$target SWIFT_BACKTRACE=enable=no $(FUZZ) -max_total_time=$(or $(SECONDS),60) -timeout=10 \
	    -rss_limit_mb=1024 -max_len=8192 -print_final_stats=1 -dict=Fuzz/Dictionaries/$$target.dict \
	    -artifact_prefix=.build-fuzz/found/$$target- .build-fuzz/corpus/$$target Fuzz/Seeds/$$target \
	    > .build-fuzz/$$target.log 2>&1 \
	    || { tail -50 .build-fuzz/$$target.log >&2; echo "$$target: the input is kept in .build-fuzz/found" >&2; exit 70; }
	  echo "$$target: $$(sed -n 's/^stat::number_of_executed_units: *//p' .build-fuzz/$$target.log) inputs, no fault"
	done

golden-accept: ## rewrite the expected output of the golden cases; review the difference
	$(BUILD) --build-tests
	GOLDEN_ACCEPT=1 $(subst build,test,$(BUILD)) --skip-build --filter GoldenTests

# --- The programs -----------------------------------------------------------------------------------------------

# One build for the programs and their tests: tests may look inside a target, in release too.
BUILD := swift build -c release -Xswiftc -enable-testing

SOURCES := $(shell find Sources Package.swift -type f)
BUILT := .build/programs.built

# Says what is missing, and gets it where that is allowed.
define setup
command -v swift > /dev/null || { echo "Swift 6.1 or later is missing: see https://www.swift.org/install" >&2; exit 69; }; \
missing=; \
[ -e /usr/include/libxml2/libxml/parser.h ] || missing="libxml2-dev"; \
[ -e /usr/include/zip.h ] || missing="$$missing libzip-dev"; \
if [ -n "$$missing" ]; then \
  if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; \
  then apt-get update -qq && apt-get install -y -qq $$missing > /dev/null; \
  else echo "missing: $$missing; type: sudo apt-get install -y $$missing" >&2; exit 69; fi; \
fi
endef

$(BUILT): $(SOURCES)
	@$(setup)
	$(BUILD)
	@touch $@

# A program's own time says whether the build changed it.
$(PROGRAMS): $(BUILT)
	@[ -x $@ ] || $(BUILD)

# --- The walk ---------------------------------------------------------------------------------------------------

# A folder that is gone has not been made, whatever its stamp says.
$(foreach study,$(STUDIES),\
  $(foreach stage,$(STAGES),$(if $(wildcard Stages/$(study)/$(stage)/manifest.json),,\
    $(shell rm -f Stages/$(study)/$(stage).ran)))\
  $(if $(wildcard Reports/$(study)/run.json),,$(shell rm -f Stages/$(study)/6-rendered.ran)))

# $(call listing,find's arguments): the files as names, sizes and times, in the target, if it differs.
define listing
@mkdir -p -m 700 $(@D)
@{ find $(1) -type f -not -name '.*' -printf '%p\t%s\t%T@\n' 2> /dev/null || true; } | LC_ALL=C sort > $@.tmp
@if cmp -s $@.tmp $@; then rm $@.tmp; else mv -f $@.tmp $@; fi
endef

# $(call stage,study,program): runs it, marks that something ran, and sets the stamp.
define stage
@$(BIN)/$(2) --study Pipelines/$(1) --stages Stages/$(1) $(THREAD_OPTION)
@touch Stages/$(1)/something.ran $@
endef

define study_rules
.PHONY: report-$(1)
report-$(1): Reports/$(1)/run.json
	@if [ -e Stages/$(1)/something.ran ]; then rm Stages/$(1)/something.ran; echo "$(1): see Reports/$(1)/report.sv.md"
	else echo "$(1): up to date, nothing to do"; fi

Stages/$(1)/study.list: FORCE
	$$(call listing,Pipelines/$(1) Pipelines/classifications -not -path '*/simulation*' -not -path '*/templates/*')
Stages/$(1)/templates.list: FORCE
	$$(call listing,Pipelines/templates Pipelines/$(1)/templates)
Stages/$(1)/data.list: FORCE
	$$(call listing,$(call data,$(1)))

Stages/$(1)/1-ingested.ran: Stages/$(1)/study.list Stages/$(1)/data.list $(BIN)/survey-ingest
	$$(call stage,$(1),survey-ingest)
Stages/$(1)/2-cleaned.ran: Stages/$(1)/1-ingested/manifest.json Stages/$(1)/study.list Stages/$(1)/data.list \
    $(BIN)/survey-clean
	$$(call stage,$(1),survey-clean)
Stages/$(1)/3-estimated.ran: Stages/$(1)/2-cleaned/manifest.json Stages/$(1)/study.list $(BIN)/survey-aggregate
	$$(call stage,$(1),survey-aggregate)
Stages/$(1)/4-matched.ran: Stages/$(1)/3-estimated/manifest.json Stages/$(1)/study.list Stages/$(1)/data.list \
    $(BIN)/survey-match
	$$(call stage,$(1),survey-match)
Stages/$(1)/5-released.ran: Stages/$(1)/3-estimated/manifest.json Stages/$(1)/4-matched/manifest.json \
    Stages/$(1)/study.list Stages/$(1)/data.list $(BIN)/survey-protect
	$$(call stage,$(1),survey-protect)
Stages/$(1)/6-rendered.ran: Stages/$(1)/5-released/manifest.json Stages/$(1)/study.list \
    Stages/$(1)/templates.list $(BIN)/survey-render
	$$(call stage,$(1),survey-render)

$(STAGES:%=Stages/$(1)/%/manifest.json): Stages/$(1)/%/manifest.json: Stages/$(1)/%.ran ;
Reports/$(1)/run.json: Stages/$(1)/6-rendered.ran ;
endef
$(foreach study,$(STUDIES),$(eval $(call study_rules,$(study))))

# --- The sample studies -----------------------------------------------------------------------------------------

# Studies whose data are made up.
SIMULATED := $(patsubst Pipelines/%/simulation.yaml,%,$(wildcard $(STUDIES:%=Pipelines/%/simulation.yaml)))

sample: $(PROGRAMS) ## write the sample data again, with the truth they hide
	@for study in $(SIMULATED); do $(BIN)/survey-simulate --study Pipelines/$$study --output SampleData; done

# How much of the main table can be said anything about: posts to fill, SSYK 1 digit by horizon. Under 60 % it fails.
define count_grades
/"table":"posts-to-fill","indicator":"postsToFill"/ && /"occupation":"[0-9]"/ { \
  cells += 1; if (/"status":"shown"/ && /"grade":"[ABC]"/) known += 1 } \
END { if (!cells) { print study ": the main table has no cells"; exit 1 } \
  printf "%s: %d of %d cells of the main table carry grade A to C (%.0f %%)\n", study, known, cells, 100 * known / cells; \
  if (known < 0.6 * cells) { print study ": at least 60 % should"; exit 1 } }
endef

check: $(PROGRAMS) ## make sample data and reports again elsewhere, and compare with the committed ones
	@elsewhere=$$(mktemp -d)
	trap 'rm -rf "$$elsewhere"' EXIT
	for study in $(SIMULATED); do
	  $(BIN)/survey-simulate --study Pipelines/$$study --output "$$elsewhere/SampleData"
	  diff -r SampleData/$$study "$$elsewhere/SampleData/$$study"
	  cmp SampleData/truth/$$study.csv "$$elsewhere/SampleData/truth/$$study.csv"
	  for program in $(WALK); do
	    $(BIN)/$$program --study Pipelines/$$study --stages "$$elsewhere/Stages/$$study" \
	      --reports "$$elsewhere/Reports/$$study" --quiet $(THREAD_OPTION)
	  done
	  diff -r Reports/$$study "$$elsewhere/Reports/$$study"
	  echo "$$study: sample data and report are as committed"
	  awk -v study=$$study '$(count_grades)' "$$elsewhere/Stages/$$study/5-released/cells.ndjson"
	done

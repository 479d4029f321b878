# make demo: install and render the three main examples. make test: install and run the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2

.PHONY: demo test lint types layers check install generated data templates messages schema rules hooks bench clean

$(BIN)/vanban: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	$(BIN)/python -m compileall -q src  # quick start-up where Python may not write bytecode
	@touch $(BIN)/vanban

install: $(BIN)/vanban

demo: $(BIN)/vanban
	$(BIN)/vanban render --force -d out examples/ket-luan-giao-ban.yaml examples/ke-hoach.yaml examples/bao-cao.yaml
	@echo
	@echo "Mở bằng Word hoặc LibreOffice / open with Word or LibreOffice:"
	@echo "  out/ket-luan-giao-ban.docx   out/ke-hoach.docx   out/bao-cao.docx"

test: $(BIN)/vanban
	$(BIN)/python -m pytest -q -n $(JOBS)

lint: $(BIN)/vanban
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(BIN)/vanban
	$(BIN)/mypy

layers: $(BIN)/vanban
	$(BIN)/lint-imports

check: lint types layers

# Generated files; tests fail when they are not fresh.
generated: data templates schema messages rules hooks

data: $(BIN)/vanban
	$(BIN)/python .ci/data.py

templates: $(BIN)/vanban
	$(BIN)/python templates/make.py
	$(BIN)/python templates/describe.py

schema: $(BIN)/vanban
	$(BIN)/vanban schema > examples/vanban.schema.json

messages: $(BIN)/vanban
	$(BIN)/python .ci/messages.py

rules: $(BIN)/vanban
	$(BIN)/python .ci/rules_page.py

hooks: $(BIN)/vanban
	$(BIN)/python .ci/hooks_page.py

bench: $(BIN)/vanban
	$(BIN)/python benchmarks --peers --long

clean:
	rm -rf $(VENV) out dist

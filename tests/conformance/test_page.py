"""The page about the corpus says what the corpus is, and the corpus is large and wide enough."""

from __future__ import annotations

import json
import sys
from io import StringIO
from pathlib import Path

from jsonschema import Draft202012Validator
from tests.conformance.answer import answer
from tests.conformance.page import PAGE, rewritten
from tests.conformance.run import HERE, SCHEMA, cases, main
from tests.docs.pages import blocks

TEXT = PAGE.read_text(encoding="utf-8")
BATCH, ASKED = (block.text for block in blocks(TEXT, "json"))
(PRINTED,) = (block.text for block in blocks(TEXT, "text"))
PENDING = {
    "obligations": [{"rule": "1", "status": "pending", "due": "2022-08-01"}],
    "violations": [],
    "events": [],
    "changes_on": None,
}


def test_the_page_has_every_batch_with_its_count_and_how_it_was_obtained() -> None:
    assert rewritten(TEXT) == TEXT, "run `python -m tests.conformance.page`"


def test_the_corpus_has_at_least_400_cases_and_every_form() -> None:
    found = cases([HERE])
    schema = json.loads((HERE / SCHEMA).read_text(encoding="utf-8"))
    assert len(found) >= 400
    assert {case["form"] for _, case in found} == set(schema["$defs"]["form"]["enum"])


def test_the_batch_on_the_page_is_one_and_passes(tmp_path: Path) -> None:
    schema = json.loads((HERE / SCHEMA).read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(json.loads(BATCH))) == []
    assert run_page(tmp_path, str(HERE / "answer.py")) == (0, "1 of 1 cases are as expected\n")


def test_the_runner_prints_what_the_page_shows(tmp_path: Path) -> None:
    assert run_page(tmp_path, "-c", f"print({json.dumps(json.dumps(PENDING))})") == (1, PRINTED)


def test_what_is_sent_can_be_answered() -> None:
    assert answer(json.loads(ASKED))["obligations"] == []


def run_page(folder: Path, *words: str) -> tuple[int, str]:
    """Return what the runner says of the batch on the page, answered by Python with *words*."""
    out = StringIO()
    (folder / "batch.json").write_text(BATCH, encoding="utf-8")
    return main(["--cases", str(folder / "batch.json"), sys.executable, *words], out), out.getvalue()

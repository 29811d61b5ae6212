"""The page on what a rule file means: its blocks are rule files, and their examples come out as they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trainrules.diagnostics import render
from trainrules.examples import run_examples
from trainrules.findings import Status
from trainrules.model.files import rules_of_text
from trainrules.model.rules import Rule
from trainrules.source import Source

PAGE = (Path(__file__).parents[2] / "docs" / "semantics.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```rules\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("text", BLOCKS, ids=lambda text: re.findall(r'example "(.*)"', text)[0])
def test_the_examples_of_a_block_come_out_as_they_say(text: str) -> None:
    file = rules_of_text(Source("semantics.md", text), None)
    assert not [render(each) for each in file.diagnostics]
    results = run_examples(file)
    assert results
    assert not [render(each) for result in results for each in result.diagnostics]


def test_every_rule_kind_and_status_has_its_place() -> None:
    kinds = ("Duty", "Follow-up", "Order, delivery and notice", "Quota", "Streak", "Standard")
    assert all(f"\n## {kind}\n" in PAGE for kind in kinds)
    assert len(Rule.__args__) == 8  # type: ignore[attr-defined]
    assert all(f"| {status.value} |" in PAGE for status in Status)

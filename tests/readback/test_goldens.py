"""Each rule kind read back, word for word; every golden was read and its dates checked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.readback.rules import POLICY, RULES

from trainrules.readback import explain_policy, explain_policy_markdown, read_rule, reading_text

GOLDENS = Path(__file__).parent / "goldens"


def golden(name: str) -> str:
    return (GOLDENS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", RULES)
def test_a_rule_reads_back_as_its_golden(name: str) -> None:
    assert reading_text(read_rule(RULES[name], POLICY)) == golden(f"{name}.txt")


def test_every_golden_is_of_a_rule() -> None:
    assert {path.stem for path in GOLDENS.glob("*.txt")} == {*RULES, "head"}


def test_the_head_and_vocabulary_read_back_as_their_golden() -> None:
    assert explain_policy(POLICY).split("Rules\n-----")[0] == golden("head.txt")


def test_a_policy_reads_back_every_rule_in_order_and_all_of_it() -> None:
    text = explain_policy(POLICY)
    readings = [reading_text(read_rule(rule, POLICY)) for rule in POLICY.rules]
    assert text.endswith("Rules\n-----\n\n" + "\n".join(readings))


def test_markdown_says_the_same_with_a_heading_for_each_rule() -> None:
    text = explain_policy_markdown(POLICY)
    assert text.count("\n### ") == len(RULES)
    assert "### \\[6.12 B\\] should\n" in text
    assert (
        "- **In full:** Staff in Group B should complete Group B training within 6 months of starting.\n"
        in text
    )
    assert "  - Starting on 31 January 2023: due 31 July 2023; overdue from 1 August 2023.\n" in text

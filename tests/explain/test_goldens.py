"""Reasons word for word, for each kind of result; every one was read, and its dates counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from tests.build import day, post, staff
from tests.explain.results import RESULTS

from trainrules.api import evaluate, loads
from trainrules.model.rules import Policy

GOLDENS = Path(__file__).parent / "goldens"


@pytest.mark.parametrize("name", RESULTS)
def test_the_reasons_are_those_of_the_golden(name: str) -> None:
    rule, record, as_of = RESULTS[name]
    result = evaluate(Policy(rules=(rule,)), record, day(as_of))
    told = [each.explain() for each in (*result.violations, *result.obligations)]
    assert "\n\n".join(told) + "\n" == (GOLDENS / f"{name}.txt").read_text(encoding="utf-8")


def test_every_golden_is_of_a_result() -> None:
    assert {path.stem for path in GOLDENS.glob("*.txt")} == {*RESULTS}


def test_reasons_quote_the_sentence_with_its_file_and_line_and_the_source_with_its_place() -> None:
    text = """
groups A–C
Group B should complete Group B training
    within 6 months of starting the role   [6.12 B]
    "Within six months of starting in a job or role"
"""
    _, record, as_of = RESULTS["overdue, never trained"]
    policy = loads(text, name="rules/hackney.rules")
    (violation,) = evaluate(policy, record, day(as_of)).violations
    assert violation.explain() == (
        "Ann Lee (S1), as of 2 September 2022: Group B training: overdue, a shortfall of [6.12 B] (should), "
        "since 2 September 2022 (1 day). "
        "The rule is “Group B should complete Group B training within 6 months of starting the role” "
        "(hackney.rules, line 3). "
        "The source says, at 6.12 B: “Within six months of starting in a job or role”. "
        "In Group B from 1 March 2022. Due 1 March 2022 + 6 months = 1 September 2022. "
        "No Group B training on record that counts by 2 September 2022. "
        "To end it: complete Group B training."
    )


def test_a_result_that_was_built_and_not_evaluated_gives_no_reasons() -> None:
    rule, record, as_of = RESULTS["overdue, never trained"]
    result = evaluate(Policy(rules=(rule,)), record, day(as_of))
    (violation,) = result.violations
    assert evolve(violation, why=None).explain() == ""


def test_an_id_at_the_start_of_a_reason_is_left_as_it_is() -> None:
    rule, record, as_of = RESULTS["overdue, never trained"]
    result = evaluate(Policy(rules=(rule,)), evolve(record, id="s-1", name=None), day(as_of))
    assert {each.explain()[:11] for each in (*result.violations, *result.obligations)} == {"s-1, as of "}


def test_days_on_which_another_rule_stands_instead_are_told_of() -> None:
    text = """
groups A–B
role DSL
Group B must complete Group B training within 6 months of starting the role   [B]
DSL must complete Group B training within 12 months of starting the role, instead of [B]   [DSL]
"""
    record = staff(post("B", "2022-03-01"), post("B", "2022-10-01", roles=("DSL",)))
    result = evaluate(loads(text), record, day("2022-10-05"))
    (violation,) = (each for each in result.violations if each.rule == "B")
    (waived,) = (each for each in result.obligations if each.rule == "B")
    assert "from 2 September 2022 until 30 September 2022 (29 days)" in violation.explain()
    assert violation.explain().endswith("[DSL] applied instead on 1 October 2022.")
    assert "[DSL] applied instead on 5 October 2022." in waived.explain()

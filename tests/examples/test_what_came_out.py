"""What `trainrules test` says came out can be written as an expectation, and then holds."""

from __future__ import annotations

import re

import pytest

from trainrules.api import evaluate
from trainrules.examples import run_examples
from trainrules.examples.prepare import prepared
from trainrules.findings import Kind, Status
from trainrules.model.files import RuleFile, rules_of_text
from trainrules.source import Source

HEAD = """
groups A–C
role Mentor
course Induction
course Neglect
evaluation impact
body Board with members
standard "Minimum" for courses
  1. "a"
Group A within 6 months [A]
Everyone must complete Induction before any other training [order]
Group B single-agency only [delivery]
Mentor must deliver at least 3 days of any training each calendar year [quota]
Members of Board must not miss 2 consecutive meetings [streak]
A booking must be attended or cancelled at least 5 days before the session [notice]
Single-agency courses must meet the standard "Minimum" [standard]
An impact evaluation must be returned between 3 and 6 months after each Neglect course [follow-up]
"""
IN_A = "Group A from 1 March 2022\n"
MENTOR = "Mentor from 1 January 2021\n"

OUTCOMES = {
    "met": ("A", IN_A + "completed Group A training on 1 May 2022\nas of 1 October 2022"),
    "met late": ("A", IN_A + "completed Group A training on 11 September 2022\nas of 1 October 2022"),
    "overdue": ("A", IN_A + "as of 2 September 2022"),
    "pending": ("A", IN_A + "as of 1 September 2022"),
    "not open yet": ("follow-up", "completed Neglect on 1 March 2022\nas of 2 March 2022"),
    "released": ("A", "Group A from 1 March 2022 until 1 May 2022\nas of 1 October 2022"),
    "unmet": ("A", "Group A from 1 March 2022 until 1 December 2022\nas of 1 January 2023"),
    "waived": ("A", IN_A + "waived [A]\nas of 1 October 2022"),
    "undetermined": ("A", "Group A\nas of 1 October 2022"),
    "several breaches": (
        "A",
        IN_A + "waived [A] from 10 September 2022 until 20 September 2022\nas of 1 October 2022",
    ),
    "order": ("order", "completed Neglect on 1 March 2022\nas of 1 October 2022"),
    "order, on its day": ("order", "completed Neglect on 1 March 2022\nas of 1 March 2022"),
    "delivery": (
        "delivery",
        "Group B from 1 March 2022\ncompleted multi-agency Neglect on 1 May 2022, for Group B\n"
        "as of 1 October 2022",
    ),
    "quota": ("quota", MENTOR + "delivered Neglect on 1 May 2022, 2 days\nas of 1 October 2023"),
    "consecutive": (
        "streak",
        "member of Board from 1 January 2022\nmissed Board on 1 March 2022\nmissed Board on 1 April 2022\n"
        "as of 1 October 2022",
    ),
    "notice": ("notice", "booked Neglect for 1 May 2022, not attended\nas of 1 October 2022"),
    "standard": (
        "standard",
        'is a single-agency course\nstandard "Minimum" not met on 1 March 2022\nas of 1 October 2022',
    ),
    "nothing": ("A", "Group C from 1 March 2022\nas of 1 October 2022"),
}  # fmt: skip


def file_of(lines: str) -> RuleFile:
    """Return the rules with one example of *lines*; nothing is wrong with it."""
    example = "".join(f"  {line}\n" for line in lines.splitlines())
    file = rules_of_text(Source("<text>", f'{HEAD}example "e"\n{example}'), None)
    assert not [each for each in file.diagnostics if each.is_error], file.diagnostics
    return file


def told(lines: str) -> list[str]:
    """Return the words in backticks that the first difference of an example is told with."""
    (result,) = run_examples(file_of(lines))
    return re.findall("`([^`]*)`", result.diagnostics[0].help)


@pytest.mark.parametrize("name", OUTCOMES)
def test_what_came_out_can_be_written_as_an_expectation_that_holds(name: str) -> None:
    label, facts = OUTCOMES[name]
    came = told(f"{facts}\nexpect [{label}] due 1 January 1999, pending")
    assert came
    for words in came:
        (result,) = run_examples(file_of(f"{facts}\nexpect [{label}] {words}"))
        assert result.passed, result.diagnostics


@pytest.mark.parametrize("name", ["overdue", *(kind.value for kind in Kind)])
def test_an_unexpected_violation_can_be_written_as_an_expectation_that_holds(name: str) -> None:
    _, facts = OUTCOMES[name]
    came = told(f"{facts}\nexpect no violations")
    assert came
    for words in came:
        (result,) = run_examples(file_of(f"{facts}\nexpect {words}"))
        assert result.passed, result.diagnostics


def test_every_status_and_every_kind_is_tried() -> None:
    statuses, kinds = set(), set()
    for label, facts in OUTCOMES.values():
        file = file_of(f"{facts}\nexpect no violations")
        (example,) = prepared(file)
        assert example.as_of
        result = evaluate(file.policy, example.record, example.as_of)
        statuses |= {each.status for each in result.obligations if each.rule == label}
        kinds |= {each.kind for each in result.violations if each.rule == label}
    assert (statuses, kinds) == ({*Status}, {*Kind})


def test_what_is_not_known_is_told_beside_what_can_be_written() -> None:
    (result,) = run_examples(file_of("Group A\nas of 1 October 2022\nexpect [A] pending"))
    assert result.diagnostics[0].help == "it came out `undetermined`; not known: starting day"

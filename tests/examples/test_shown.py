"""What an example shows of a rule, side by side; each expected side is worked out by hand from the days."""

from __future__ import annotations

import pytest

from trainrules.examples import ExampleResult, RuleCover, Side, example_cover, run_examples
from trainrules.model.files import rules_of_text
from trainrules.source import Source

RULES = """
calendar "England and Wales"
groups A–H
role Mentor
course Induction
course Neglect, multi-agency
activity bulletin
body Board with members
document plan
evaluation impact
standard Minimum for courses
  1. "a"
  2. "b"
Group A within 6 months, then every 3 years [A]
Group B within 3 months, with 2 weeks of grace [B]
Group C refresh every year [C]
Group D complete Induction [D]
Group E single-agency only [E]
Group F complete Induction before Neglect [F]
Group G complete bulletin within 1 month of each Neglect course [G]
Group H may complete Neglect every year [H]
A booking must be attended or cancelled at least 5 working days before the session [booking]
Mentor must complete at least 2 bulletin each quarter [quota]
Members of Board must attend at least 50% of meetings each calendar year [share]
Members of Board must not miss 2 consecutive meetings [streak]
Courses must meet standard Minimum [standard]
"""
MET, BREACH, OPEN, LAST, LATE = Side.MET, Side.BREACH, Side.OPEN, Side.LAST, Side.LATE
RENEWED, LAPSED = Side.RENEWED, Side.LAPSED
A = "Group A from 1 March 2022\n"
DONE_A = A + "completed Group A training on 1 September 2022\n"
B = "Group B from 1 March 2022\n"
F = "Group F from 1 March 2022\n"
G = "Group G from 1 March 2022\ncompleted Neglect on 31 January 2023\n"
MENTOR = "Mentor from 1 January 2022\n"
BOARD = "member of Board from 1 January 2022\n"
COURSE = "is a course\n"

# 1 March 2022 + 6 months = 1 September 2022; + 3 months + 2 weeks = 15 June 2022. 31 January 2023 + 1 month
# = 28 February 2023. Thursday 2 June 2022 and Friday 3 June are bank holidays: five working days before
# Thursday 9 June end on Tuesday 31 May.
SHOWN = {
    A + "as of 1 September 2022\nexpect [A] pending": {LAST},
    A + "as of 31 August 2022\nexpect [A] pending": set(),
    A + "as of 1 September 2022\nexpect [A] not in breach": {LAST},
    A + "as of 1 September 2022\nexpect no violations": {LAST},
    A + "as of 1 September 2022\nexpect [A] due 1 September 2022": set(),
    A + "as of 2 September 2022\nexpect [A] overdue": {BREACH, LATE},
    A + "as of 3 September 2022\nexpect [A] overdue": {BREACH},
    A + "as of 3 September 2022\nexpect [A] overdue since 2 September 2022": {BREACH, LATE},
    A + "as of 3 September 2022\nexpect [A] in breach since 2 September 2022": {BREACH, LATE},
    A + "as of 3 September 2022\nexpect [A] in breach": {BREACH},
    DONE_A + "as of 2 September 2022\nexpect [A] met": {MET, LAST},
    DONE_A + "as of 2 September 2022\nexpect [A] due 1 September 2022, met": {MET, LAST},
    DONE_A + "as of 2 September 2022\nexpect no violations": {MET, LAST},
    DONE_A + "as of 1 September 2022\nexpect no violations": {LAST},
    DONE_A + "as of 1 September 2025\nexpect [A] pending": {RENEWED},
    DONE_A + "as of 2 September 2025\nexpect [A] overdue since 2 September 2025": {BREACH, LAPSED},
    DONE_A.replace("1 September", "2 September") + "as of 1 October 2022\nexpect [A] met late": {MET, LATE},
    DONE_A.replace("1 September", "4 September") + "as of 1 October 2022\nexpect [A] met late": {MET, BREACH},
    DONE_A.replace("1 September", "3 September")
    + "as of 1 October 2022\nexpect [A] until 2 September 2022": {BREACH, LATE},
    A + "waived [A] from 1 August 2022 until 1 October 2022\nas of 2 October 2022\nexpect [A] overdue": {
        BREACH
    },
    B + "as of 15 June 2022\nexpect [B] pending": {LAST},
    B + "as of 1 June 2022\nexpect [B] pending": set(),
    B + "as of 16 June 2022\nexpect [B] due 1 June 2022, overdue": {BREACH, LATE},
    "Group C from 1 March 2022\nas of 1 May 2032\nexpect [C] pending": set(),
    "Group C from 1 March 2022\ncompleted Group C training on 1 May 2022\nas of 1 May 2022\nexpect [C] met": {
        MET
    },
    "Group D from 1 March 2022\nas of 1 May 2032\nexpect [D] pending": {OPEN},
    "Group D from 1 March 2022\nas of 1 May 2032\nexpect no violations": {OPEN},
    "Group D from 1 March 2022\ncompleted Induction on 1 May 2022\nas of 1 May 2032\nexpect [D] met": {MET},
    "Group E from 1 March 2022\ncompleted single-agency Group E training on 1 May 2022\n"
    "as of 2 May 2022\nexpect [E] not in breach": {MET},
    "Group E from 1 March 2022\nas of 2 May 2022\nexpect [E] not in breach": set(),
    "Group E from 1 March 2022\ncompleted multi-agency Group E training on 1 May 2022\n"
    "as of 2 May 2022\nexpect [E] in breach": {BREACH},
    "Group E from 1 March 2022\ncompleted multi-agency Group E training on 1 May 2022\n"
    "as of 2 May 2022\nexpect [E] not in breach": set(),
    "Group E from 1 March 2022\ncompleted Group E training on 1 May 2022\n"
    "as of 2 May 2022\nexpect [E] not in breach": set(),
    F + "completed Induction on 4 May 2022\ncompleted Neglect on 5 May 2022\nas of 5 May 2022\n"
    "expect [F] not in breach": {MET, LAST},
    F + "completed Induction on 3 May 2022\ncompleted Neglect on 5 May 2022\nas of 5 May 2022\n"
    "expect no violations": {MET},
    F + "completed Induction on 5 May 2022\ncompleted Neglect on 5 May 2022\nas of 5 May 2022\n"
    "expect [F] not in breach": set(),
    F + "completed Neglect on 5 May 2022\ncompleted Induction on 6 May 2022\nas of 6 May 2022\n"
    "expect [F] in breach since 5 May 2022": {BREACH, LATE},
    F + "completed Neglect on 5 May 2022\nas of 6 May 2022\nexpect [F] in breach": {BREACH},
    F + "as of 6 May 2022\nexpect [F] not in breach": set(),
    G + "as of 28 February 2023\nexpect [G] pending": {LAST},
    G + "did bulletin on 28 February 2023\nas of 1 March 2023\nexpect [G] met": {MET, LAST},
    G + "as of 1 March 2023\nexpect [G] overdue": {BREACH, LATE},
    "booked Neglect for 9 June 2022, cancelled on 31 May 2022\nas of 9 June 2022\n"
    "expect [booking] not in breach": {MET, LAST},
    "booked Neglect for 9 June 2022, cancelled on 30 May 2022\nas of 9 June 2022\n"
    "expect [booking] not in breach": {MET},
    "booked Neglect for 9 June 2022, attended\nas of 9 June 2022\nexpect [booking] not in breach": {MET},
    "booked Neglect for 9 June 2022, cancelled on 1 June 2022\nas of 9 June 2022\n"
    "expect [booking] in breach": {BREACH, LATE},
    "booked Neglect for 9 June 2022, cancelled on 2 June 2022\nas of 9 June 2022\n"
    "expect [booking] in breach": {BREACH},
    "booked Neglect for 9 June 2022, not attended\nas of 9 June 2022\nexpect [booking] in breach": {BREACH},
    MENTOR + "did bulletin on 1 February 2022\ndid bulletin on 31 March 2022\nas of 1 April 2022\n"
    "expect [quota] met": {MET, LAST},
    MENTOR + "did bulletin on 1 February 2022\nas of 1 April 2022\nexpect [quota] overdue": {BREACH, LATE},
    MENTOR
    + "did bulletin on 1 February 2022\nas of 2 April 2022\nexpect [quota] in breach since 1 April 2022": {
        BREACH,
        LATE,
    },
    BOARD + "attended Board on 1 March 2022\nmissed Board on 1 June 2022\nas of 1 January 2023\n"
    "expect [share] met": {MET, LAST},
    BOARD + "attended Board on 1 March 2022\nmissed Board on 1 June 2022\nas of 1 July 2022\n"
    "expect [streak] not in breach": {MET, LAST},
    BOARD + "attended Board on 1 March 2022\nas of 1 July 2022\nexpect [streak] not in breach": {MET},
    BOARD + "as of 1 July 2022\nexpect [streak] not in breach": set(),
    BOARD + "missed Board on 1 March 2022\nmissed Board on 1 June 2022\nas of 1 July 2022\n"
    "expect [streak] overdue": {BREACH},
    BOARD + "missed Board on 1 March 2022\nmissed Board on 1 June 2022\nas of 1 June 2022\n"
    "expect [streak] overdue": {BREACH, LATE},
    COURSE + "standard Minimum met on 1 May 2022\nas of 2 May 2022\nexpect [standard] met": {MET},
    COURSE + "standard Minimum item 1 met on 1 May 2022\nas of 2 May 2022\nexpect [standard] met": set(),
    COURSE + "standard Minimum item 2 not met on 1 May 2022\nas of 2 May 2022\nexpect [standard] overdue": {
        BREACH
    },
    COURSE + "standard Minimum met on 1 May 2022\nas of 2 May 2022\nexpect [standard] not in breach": set(),
}


def run(lines: str) -> tuple[ExampleResult, dict[str, RuleCover]]:
    """Return how the example came out, and the cover of each rule."""
    text = RULES + '\nexample "e"\n' + "".join(f"  {line}\n" for line in lines.splitlines())
    file = rules_of_text(Source("<text>", text), None)
    assert not [each for each in file.diagnostics if each.is_error], file.diagnostics
    (result,) = run_examples(file)
    return result, {each.label: each for each in example_cover(file, [result])}


def label_of(lines: str) -> str:
    """Return the label that *lines* are about: that which is expected, else that of the group."""
    expected = lines.rsplit("expect ", 1)[1]
    if expected.startswith("["):
        return expected[1 : expected.index("]")]
    return lines.removeprefix("Group ")[0]


@pytest.mark.parametrize("lines", SHOWN)
def test_an_example_shows_these_sides_of_its_rule_and_no_others(lines: str) -> None:
    result, cover = run(lines)
    assert result.passed, result.diagnostics
    assert {side for side, names in cover[label_of(lines)].seen if names} == SHOWN[lines]


def test_an_example_that_fails_shows_nothing() -> None:
    result, cover = run(A + "as of 2 September 2022\nexpect [A] overdue\nexpect [A] pending")
    assert not result.passed
    assert not any(each.is_seen for each in cover.values())


def test_what_other_lines_expect_is_not_ruled_out_by_no_other_violations() -> None:
    lines = (
        A + B + "as of 2 September 2022\nexpect [A] overdue\nexpect [B] overdue\nexpect no other violations"
    )
    _, cover = run(lines)
    assert {side for side, names in cover["B"].seen if names} == {BREACH}


def test_each_kind_of_rule_has_its_own_sides_and_a_permission_has_none() -> None:
    _, cover = run(A + "as of 1 May 2022\nexpect no violations")
    dated = (MET, BREACH, LAST, LATE)
    assert {label: tuple(side for side, _ in each.seen) for label, each in cover.items()} == {
        "A": (*dated, RENEWED, LAPSED),
        "B": dated,
        "C": (MET, BREACH, RENEWED, LAPSED),
        "D": (MET, OPEN),
        "E": (MET, BREACH),
        "F": dated,
        "G": dated,
        "booking": dated,
        "quota": dated,
        "share": dated,
        "streak": dated,
        "standard": (MET, BREACH),
    }


def test_the_cover_names_the_examples_and_the_line_of_the_rule() -> None:
    _, cover = run(A + "as of 1 September 2022\nexpect [A] pending")
    assert dict(cover["A"].seen)[LAST] == ("e",)
    assert cover["A"].line == 1 + RULES[: RULES.index("Group A within")].count("\n")
    assert cover["A"].lacking == (MET, BREACH, LATE, RENEWED, LAPSED)

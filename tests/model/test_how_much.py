"""Amounts, periods and limits at their edges: what is just allowed, and what it comes to."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.build import day, months
from tests.model.text import lowered, rule

from trainrules.language.parse import parse
from trainrules.model.lower import lower_file
from trainrules.model.lowering import standards
from trainrules.model.rules import (
    Anchor,
    Audience,
    Cycle,
    Deadline,
    Deed,
    Duty,
    OfWhich,
    Origin,
    Owed,
    Period,
    Quota,
    Term,
)
from trainrules.source import Source, Span


def quota(text: str) -> Quota:
    found = rule(text)
    assert isinstance(found, Quota)
    return found


def first(text: str) -> Deadline | None:
    found = rule(text)
    assert isinstance(found, Duty)
    return found.first


def test_all_meetings_and_all_of_an_amount_may_be_asked_for() -> None:
    whole = quota("Members of L must attend at least 100% of meetings each quarter")
    assert (whole.measure, whole.need) == ("share", 1)
    training = Deed("training", modes=("participatory",))
    eight = quota("Level 3 at least 8 hours over 3 years, of which at least 8 hours participatory")
    assert eight.of_which == OfWhich(training, amount=Fraction(8))
    every = quota("Level 3 at least 8 hours over 3 years, of which at least 100% participatory")
    assert every.of_which == OfWhich(training, share=Fraction(1))


def test_what_is_delivered_is_no_training_of_their_own() -> None:
    assert quota("Trainers must deliver at least 3 days each calendar year").deeds == (Deed("delivery"),)
    assert quota("Trainers must deliver at least 2 courses each quarter").deeds == (Deed("delivery"),)


def test_times_and_hours_with_nothing_named_are_of_their_own_training() -> None:
    group = Term("group", "B")
    for text in (
        "Group B must complete at least 2 times each quarter",
        "Group B at least 2 days each quarter",
    ):
        found = quota(text)
        assert (found.audience, found.deeds) == (Audience(any_of=(group,)), (Deed("training", own=group),))


def test_meetings_of_a_body_may_be_counted_after_its_name() -> None:
    found = quota("The partnership must meet Board at least twice each calendar year")
    assert (found.audience, found.deeds) == (Audience("partnership"), (Deed("meeting", "Board"),))
    declared = quota("body Board\nThe partnership must meet board at least twice each calendar year")
    assert declared.deeds == (Deed("meeting", "Board"),)


def test_courses_without_a_verb_are_taken() -> None:
    found = quota("Trainers at least 2 courses each calendar year")
    assert (found.deeds, found.measure, found.need) == ((Deed("training"),), "count", 2)


def test_a_year_may_begin_on_any_day() -> None:
    assert quota("Group B must complete X1 each year from 15 April").cycle == Cycle(12, 4, 15)


def test_a_limit_from_another_day_may_be_shorter() -> None:
    six = Deadline(Anchor("joining"), months(6))
    found = first("Group B within 12 months of starting, not beyond 6 months of joining")
    assert found == Deadline(Anchor("starting"), months(12), six)


def test_a_date_may_be_limited_from_the_same_date() -> None:
    date = Anchor("date", day("2022-05-01"))
    found = first("Group B by 1 May 2022, not beyond 3 months of 1 May 2022")
    assert found == Deadline(date, not_beyond=Deadline(date, months(3)))


def test_a_window_of_working_days_opens_and_closes_on_them() -> None:
    found = rule(
        'calendar "Wales"\nEveryone must complete A1 between 3 and 5 working days after each B1 course'
    )
    assert found.after == Period(working_days=3)  # type: ignore[union-attr]
    assert found.within == Period(working_days=5)  # type: ignore[union-attr]


def test_an_update_of_a_course_is_training_however_it_is_narrowed() -> None:
    found = rule("document Safety\nrole DSL\nDSL must update e-learning training every year")
    assert isinstance(found, Duty)
    assert found.owed == Owed(((Deed("training", modes=("e-learning",)),),))


def test_standards_include_each_other_so_deep_and_no_deeper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standards, "MOST_DEEP", 2)

    def chain(length: int) -> str:
        lines = [f'standard "S{n}" for courses, including "S{n + 1}"\n  1. "a"' for n in range(length)]
        return "\n".join([*lines, f'standard "S{length}" for courses\n  1. "z"'])

    assert lowered(chain(2))[1] == ()
    _, (told,) = lowered(chain(3))
    assert (told.code, told.message) == ("TR410", "standard `S2` includes `S3` more than 2 standards deep")
    assert (told.label, told.help) == ("too deep", "leave one `including …` out")


def test_a_sentence_without_a_citation_ends_where_it_ends() -> None:
    text = "Group B once\nGroup C once   [2]\n"
    assert [each.origin.sentence for each in lowered(text)[0].rules] == ["Group B once", "Group C once"]


def test_a_rule_made_elsewhere_stands_at_the_beginning_of_no_text() -> None:
    assert Quota(label="1", deeds=(), measure="count", need=Fraction(1)).origin == Origin(
        Source("<rules>", ""), Span(0, 0)
    )


def test_a_text_by_itself_has_no_stem() -> None:
    source = Source("<text>", "Group B once")
    assert lower_file(parse(source)[0], source).stem == ""

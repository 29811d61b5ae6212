"""The words for dates, numbers, people, deeds and times, as they stand in results."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from tests.build import group, months, owed, span, within

from trainrules import words
from trainrules.model.rules import (
    Anchor,
    Audience,
    Cycle,
    Deadline,
    Deed,
    Owed,
    Period,
    Strength,
    Term,
    Window,
)

B = Term("group", "B")
DSL = Term("role", "DSL")


def alone(kind: str, name: str = "", **more: object) -> Owed:
    return Owed(((Deed(kind, name, **more),),))  # type: ignore[arg-type]


def test_a_date_has_no_leading_zero_and_its_month_in_full() -> None:
    assert words.date_text(date(2022, 3, 1)) == "1 March 2022"


@pytest.mark.parametrize(
    ("number", "text"),
    [("3", "3"), ("7.5", "7.5"), ("0.05", "0.05"), ("1/3", "1/3"), ("-2.5", "-2.5"), ("12.25", "12.25")],
)
def test_a_number_is_a_decimal_where_one_is_exact(number: str, text: str) -> None:
    assert words.number_text(Fraction(number)) == text


@pytest.mark.parametrize(
    ("share", "text"), [("4/5", "80%"), ("1/2", "half"), ("1/3", "1/3 of them"), ("1", "100%")]
)
def test_a_share_is_a_percentage_where_one_is_exact(share: str, text: str) -> None:
    assert words.share_text(Fraction(share)) == text


def test_lists_have_no_comma_before_the_last() -> None:
    assert words.listed(["A", "B", "C"]) == "A, B and C"
    assert words.listed(["A"], "or") == "A"
    assert words.listed([]) == ""


def test_a_sentence_keeps_the_capitals_it_has() -> None:
    assert words.sentence("staff in Group B must read it") == "Staff in Group B must read it."
    assert words.sentence("Done.") == "Done."


@pytest.mark.parametrize(
    ("thing", "noun", "to_do"),
    [
        (alone("training", own=B), "Group B training", "complete Group B training"),
        (alone("training", own=DSL), "DSL training", "complete DSL training"),
        (
            alone("training", own=Term("level", "3"), modes=("multi-agency",)),
            "multi-agency level 3 training",
            "complete multi-agency level 3 training",
        ),
        (
            owed("Foundation", "Module 1", "Module 2"),
            "Foundation, “Module 1” and “Module 2”",
            "complete Foundation, “Module 1” and “Module 2”",
        ),
        (
            alone("training", "First Steps", modes=("e-learning",)),
            "e-learning “First Steps”",
            "complete e-learning “First Steps”",
        ),
        (alone("training", modes=("e-learning",)), "e-learning", "complete e-learning"),
        (alone("training"), "any training", "complete any training"),
        (alone("activity", "knowledge update"), "“knowledge update”", "do “knowledge update”"),
        (alone("document", "training plan"), "the “training plan”", "have the “training plan”"),
        (alone("evaluation", "impact"), "an impact evaluation", "return an impact evaluation"),
        (
            alone("report", "Training Return", action="submit", to="MASA"),
            "submit “Training Return” to MASA",
            "submit “Training Return” to MASA",
        ),
        (alone("delivery", modes=("virtual",)), "delivery of virtual training", "deliver virtual training"),
        (
            Owed(((Deed("training", "TtT"), Deed("qualification", "teaching qualification")),)),
            "TtT or the “teaching qualification”",
            "complete TtT or hold the “teaching qualification”",
        ),
        (
            Owed(((Deed("training", "A"), Deed("training", "B")), (Deed("training", "C"),))),
            "either A or B, and C",
            "complete either A or B, and C",
        ),
    ],
)  # fmt: skip
def test_what_is_owed_is_a_noun_in_results_and_has_its_verb_in_cures(
    thing: Owed, noun: str, to_do: str
) -> None:
    assert words.owed_text(thing) == noun
    assert words.to_do_text(thing) == to_do


def test_a_name_is_in_quotes_where_an_author_has_to_write_them() -> None:
    bare, in_quotes = ("Induction", "L3-update"), ("Update", "e-learning", "Module 1", "1a")
    assert tuple(map(words.written, bare)) == bare
    assert [words.written(name) for name in in_quotes] == [f"“{name}”" for name in in_quotes]
    assert words.owed_text(alone("training", "e-learning")) != words.owed_text(
        alone("training", modes=("e-learning",))
    )


def test_any_other_training_says_other_than_what() -> None:
    other = Deed("training", other_than=(Deed("training", "A"), Deed("training", "B")))
    assert words.deed_text(other) == "any training other than A or B"


def test_a_training_after_each_is_a_course() -> None:
    assert words.course_text(Deed("training", modes=("multi-agency",))) == "multi-agency course"
    assert words.course_text(Deed("training", "Neglect")) == "Neglect course"
    assert words.course_text(Deed("training")) == "course"


def test_people_are_named_by_group_level_role_attribute_and_body() -> None:
    level, sector = Term("level", "3"), Term("attribute", "sector", "early years")
    assert words.audience_text(Audience()) == "everyone"
    assert words.audience_text(group("A", "B", "C")) == "staff in Group A, Group B or Group C"
    assert words.audience_text(Audience(any_of=(B, DSL))) == "staff in Group B or with the role DSL"
    mixed = Audience(any_of=(B, DSL), all_of=((level,),), none_of=(sector,))
    assert words.audience_text(mixed) == (
        "staff (in Group B or with the role DSL) and in Level 3, except those whose sector is “early years”"
    )
    assert (
        words.audience_text(Audience(any_of=(Term("member", "Board"),))) == "staff who are members of “Board”"
    )
    assert words.audience_text(Audience(entity="body", name="Board")) == "the body “Board”"
    assert words.audience_text(Audience(entity="agency")) == "agencies"


def test_recommended_agrees_with_who_it_is_about() -> None:
    assert words.must_text(Strength.RECOMMENDED, Audience()) == "is recommended to"
    assert words.must_text(Strength.RECOMMENDED, group("B")) == "are recommended to"
    assert words.must_text(Strength.SHOULD, group("B")) == "should"


def test_deadlines_say_what_they_are_counted_from() -> None:
    by = Deadline(Anchor("date", date(2016, 4, 1)))
    assert words.deadline_text(within(months(6))) == "within 6 months of starting"
    assert words.deadline_text(by) == "by 1 April 2016"
    assert (
        words.deadline_text(within(months(1), not_beyond=within(months(18), "joining")))
        == "within 1 month of starting, not beyond 18 months of joining"
    )
    assert words.deadline_text(within(months(1), not_beyond=by)) == (
        "within 1 month of starting, not beyond 1 April 2016"
    )


def test_fixed_periods_and_rolling_ones_never_sound_alike() -> None:
    assert words.cycle_text(Cycle()) == "each calendar year"
    assert words.cycle_text(Cycle(12, 9, 1)) == "each year from 1 September"
    assert words.cycle_text(Cycle(3)) == "each quarter"
    assert words.cycle_text(Cycle(1)) == "each month"
    assert words.every_text(months(12)) == "every year"
    assert words.every_text(Period(days=10)) == "every 10 days"
    assert words.every_text(Period(days=42)) == "every 6 weeks"


def test_a_month_without_a_year_comes_each_year() -> None:
    assert words.window_text(Window(12, 2011)) == "in December 2011"
    assert words.window_text(Window(6)) == "in June each year"


def test_a_span_of_days_names_the_ends_it_has() -> None:
    assert words.days_text(span("2022-05-01", "2023-05-31")) == "from 1 May 2022 to 31 May 2023"
    assert words.days_text(span("", "2023-05-31")) == "until 31 May 2023"
    assert words.days_text(span("2022-05-01", "2022-05-01")) == "on 1 May 2022"
    assert words.days_text(span()) == ""


@pytest.mark.parametrize(
    ("start", "period", "text"),
    [
        (date(2022, 1, 31), months(1), "31 January 2022 + 1 month = 28 February 2022, the month's last day"),
        (
            date(2024, 2, 29),
            months(24),
            "29 February 2024 + 2 years = 28 February 2026, the month's last day",
        ),
        (date(2022, 3, 1), months(6), "1 March 2022 + 6 months = 1 September 2022"),
        (date(2022, 12, 30), Period(days=14), "30 December 2022 + 2 weeks = 13 January 2023"),
        (date(9999, 12, 31), months(1), "31 December 9999 + 1 month is past the last date there is"),
    ],
)
def test_a_sum_is_worked_and_says_where_the_clamp_decided(start: date, period: Period, text: str) -> None:
    assert words.sum_text(start, period) == text

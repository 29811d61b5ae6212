"""Times by themselves: which of two periods is longer, which days two spans share, who starts when."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from tests.build import day, days, months, span
from tests.model.text import lowered, rule, rules

from trainrules.language import ast
from trainrules.language.parse import parse
from trainrules.model.lower import lower
from trainrules.model.lowering.when import longer, overlap, started
from trainrules.model.rules import Days, Duty, Period
from trainrules.source import Source


def working(count: int) -> Period:
    return Period(working_days=count)


@pytest.mark.parametrize(
    ("one", "other", "is_longer"),
    [
        (months(2), months(1), True),
        (months(1), months(1), False),
        (days(2), days(1), True),
        (days(1), days(1), False),
        (working(2), working(1), True),
        (days(32), months(1), True),  # a month has at most 31 days
        (days(31), months(1), False),
        (days(63), months(2), True),
        (days(62), months(2), False),
        (months(1), days(27), True),  # a month has at least 28 days
        (months(1), days(28), False),
        (months(2), days(55), True),
        (months(2), days(56), False),
        (days(4), working(1), True),  # a working day is at most 3 days on, over a weekend
        (days(3), working(1), False),
        (working(2), days(1), True),
        (working(1), days(1), False),
        (working(32), months(1), True),
        (working(31), months(1), False),
        (months(1), working(9), True),
        (months(1), working(10), False),
    ],
)
def test_one_period_is_longer_whatever_months_they_fall_in(
    one: Period, other: Period, is_longer: bool
) -> None:
    assert longer(one, other) is is_longer


def test_the_days_that_two_spans_share() -> None:
    assert overlap(span("2022-01-01", "2022-06-30"), span("2022-03-01", "2022-12-31")) == span(
        "2022-03-01", "2022-06-30"
    )
    assert overlap(span("", "2022-06-30"), span("2022-06-30")) == span("2022-06-30", "2022-06-30")
    assert overlap(span("2022-07-01"), span("", "2022-06-30")) is None
    assert overlap(Days(), Days()) == Days()
    assert overlap(Days(), span("2022-01-01")) == span("2022-01-01")


@pytest.mark.parametrize(
    ("relation", "kept"),
    [
        ("on or after", span("2022-05-01")),
        ("after", span("2022-05-02")),
        ("on or before", span("", "2022-05-01")),
        ("before", span("", "2022-04-30")),
    ],
)
def test_the_first_days_that_are_kept(relation: str, kept: Days) -> None:
    assert started(ast.ForThoseStarting(relation, day("2022-05-01"))) == kept


def test_the_first_and_the_last_date_have_none_beyond_them() -> None:
    assert started(ast.ForThoseStarting("after", date.max)) == Days(first=date.max)
    assert started(ast.ForThoseStarting("before", date.min)) == Days(last=date.min)
    assert started(ast.ForThoseStarting("before", date(1, 1, 2))) == Days(last=date.min)


@pytest.mark.parametrize(
    "length",
    ["36,500 days", "25,000 working days"],
)
def test_a_period_of_days_is_a_hundred_years_at_most(length: str) -> None:
    number, unit = length.replace(",", "").split(" ", 1)
    assert [each.code for each in lowered(f"Group B within {number} {unit}")[1] if each.is_error] == []
    (told,) = [each for each in lowered(f"Group B within {int(number) + 1} {unit}")[1] if each.is_error]
    assert (told.code, told.label) == ("TR407", "too long")
    assert told.message == f"`{int(number) + 1} {unit}` is longer than 100 years"


def test_working_days_without_a_calendar_are_told_once_where_they_are() -> None:
    (told,) = lowered("Group B within 6 working days")[1]
    assert (told.code, told.message) == ("TR409", "working days are counted without bank holidays")
    assert told.label == "counted in working days"
    assert told.help == 'say whose bank holidays count: `calendar "England and Wales"` at the top of the file'
    assert not lowered('calendar "England"\nGroup B within 6 working days')[1]


def test_a_rule_in_force_on_one_day_and_one_kept_to_one_first_day_are_in_order() -> None:
    one_day = rule("Group B once, from 1 May 2022, until 1 May 2022")
    assert one_day.force == span("2022-05-01", "2022-05-01")
    one_start = rule(
        "Group B once, for those starting on or after 1 May 2022, for those starting before 2 May 2022"
    )
    assert one_start.started == span("2022-05-01", "2022-05-01")


def test_a_rule_lives_inside_its_file() -> None:
    head = "in force from 1 January 2022 until 31 December 2022\n"
    inner, outer, bare = rules(
        head + "Group B once, from 1 May 2022\nGroup C once, until 1 May 2023\nGroup D once"
    )
    assert inner.force == span("2022-05-01", "2022-12-31")
    assert outer.force == span("2022-01-01", "2022-12-31")
    assert bare.force == span("2022-01-01", "2022-12-31")


def test_periods_are_counted_in_the_units_they_are_written_in() -> None:
    def every(text: str) -> Period | None:
        found = rule(f"Group B every {text}")
        assert isinstance(found, Duty)
        return found.every

    assert every("2 years") == months(24)
    assert every("5 months") == months(5)
    assert every("3 weeks") == days(21)
    assert every("10 days") == days(10)


@pytest.mark.parametrize(("count", "unit"), [(100, "year"), (1200, "month"), (5200, "week")])
def test_a_tree_made_elsewhere_is_held_to_a_hundred_years_too(count: int, unit: str) -> None:
    def told(length: int) -> list[str]:
        source = Source("<text>", "Group B every 2 years")
        tree, _ = parse(source)
        (sentence,) = tree.sentences
        assert isinstance(sentence, ast.Rule)
        made = evolve(sentence, timings=(ast.Every(ast.Duration(length, unit)),))
        return [each.code for each in lower(ast.Tree((made,)), source)[1]]

    assert told(count) == []
    assert told(count + 1) == ["TR407"]

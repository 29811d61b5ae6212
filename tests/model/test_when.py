"""Periods compared: longer only where it is so in every month."""

from __future__ import annotations

from datetime import date

from trainrules.language.ast import ForThoseStarting
from trainrules.model.lowering.when import longer, overlap, started
from trainrules.model.rules import Days, Period


def test_days_are_longer_than_months_only_when_no_month_is_as_long() -> None:
    assert longer(Period(days=32), Period(months=1))
    assert not longer(Period(days=31), Period(months=1))
    assert longer(Period(months=1), Period(days=27))
    assert not longer(Period(months=1), Period(days=28))
    assert longer(Period(months=13), Period(months=12))
    assert not longer(Period(months=12), Period(months=12))


def test_spans_overlap_in_what_both_hold() -> None:
    first, last = date(2022, 1, 1), date(2022, 12, 31)
    assert overlap(Days(), Days(first, last)) == Days(first, last)
    assert overlap(Days(first=first), Days(last=last)) == Days(first, last)
    assert overlap(Days(first, first), Days(first, last)) == Days(first, first)
    assert overlap(Days(last=first), Days(first=last)) is None


def test_the_last_day_there_is_has_no_day_after_it() -> None:
    assert started(ForThoseStarting("after", date.max)) == Days(first=date.max)
    assert started(ForThoseStarting("before", date.min)) == Days(last=date.min)

"""A slice of the small-scope enumeration; `python -m tests.small_scope.enumerate` tries all of it."""

from __future__ import annotations

from io import StringIO
from itertools import islice

import attrs
from tests.small_scope.enumerate import Count, enumerate_all, tried_on
from tests.small_scope.policies import labelled, policies
from tests.small_scope.records import records

from trainrules.model.rules import Duty, Period


def test_engine_and_oracle_agree_on_a_slice_of_all_small_cases() -> None:
    out = StringIO()
    count = enumerate_all(islice(records(), 100, None, 800), out)
    assert count.disagreements == 0, out.getvalue()
    assert count.cases == count.policies * count.records
    assert count.in_breach > count.cases / 10


def test_all_of_it_is_as_large_as_it_says() -> None:
    assert len(list(policies())) == 681
    assert sum(1 for _ in records()) == 6882


def test_a_disagreement_is_counted_and_told() -> None:
    """One rule is put a day out, so that the engine, which is asked about it, differs from the oracle."""
    first = next(policies())
    rule = first.policy.rules[0]
    assert isinstance(rule, Duty)
    assert rule.first is not None and rule.first.within is not None
    late = attrs.evolve(rule, first=attrs.evolve(rule.first, within=Period(days=30)))
    wrong = attrs.evolve(first, policy=attrs.evolve(first.policy, rules=(late,)))
    count = Count()
    record = next(each for each in records() if getattr(each, "posts", ()))
    (said,) = tried_on(record, [wrong], (labelled("1"), labelled("2")), count)
    assert count == Count(cases=1, in_breach=1, disagreements=1)
    assert "engine [('2020-03-02', '2020-04-30')], oracle [('2020-03-01', '2020-04-30')]" in said

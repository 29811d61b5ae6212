"""The plain walk gives what the full engine gives, row by row, for sentences that take it.

`tests/laws/test_law_8_engines.py` says the same of any rules at all.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import trainrules
from trainrules.engine.evaluate import evaluate, judged
from trainrules.engine.history import make_history
from trainrules.engine.instance import Told
from trainrules.engine.prepared import prepared
from trainrules.model.rules import Policy
from trainrules.records.classes import For, Post, Record, StaffRecord, Training


def in_full(policy: Policy, record: Record, as_of: date) -> Told:
    """Return what the full engine tells of *record*, with no shortcut."""
    ready, told = prepared(policy), Told()
    history = make_history(record, as_of.toordinal(), ready.plan)
    for lane in ready.lanes.get(record.kind, ()):
        rows, _ = judged(lane.planned, history)
        told.add(rows)
    return told


def assert_the_same(policy: Policy, record: Record, as_of: date) -> None:
    """Assert that the shortcut tells the same obligations and violations, in the same order."""
    result, full = evaluate(policy, record, as_of), in_full(policy, record, as_of)
    assert result.obligations == tuple(full.obligations)
    assert result.violations == tuple(full.violations)


@pytest.mark.parametrize(
    "sentence",
    [
        "Group A within 3 months",
        "Group A within 3 months, then every 1 year",
        "Group A refresh every 6 weeks",
        "Group A within 1 month of joining, prior training does not count",
        "Group A within 1 month, from 1 February 2022",
        "Group A within 1 month, until 31 March 2022",
        "Group A and Group B should complete Induction within 2 months of starting",
        "Everyone must complete Induction within 1 month of joining",
    ],
)
@given(
    started=st.dates(date(2021, 12, 1), date(2022, 3, 31)),
    length=st.none() | st.integers(0, 200),
    left=st.none() | st.dates(date(2022, 1, 1), date(2022, 12, 31)),
    done=st.lists(st.dates(date(2021, 10, 1), date(2022, 12, 31)), max_size=3),
    as_of=st.dates(date(2021, 11, 1), date(2023, 6, 30)),
)
def test_plain_sentences_in_one_walk(
    sentence: str, started: date, length: int | None, left: date | None, done: list[date], as_of: date
) -> None:
    ended = None if length is None else date.fromordinal(started.toordinal() + length)
    record = StaffRecord(
        id="S1",
        joined=date(2022, 1, 1),
        left=left,
        posts=(
            Post(groups=("A",), started=started, ended=ended),
            Post(groups=("A", "B"), started=date(2022, 6, 1)),
        ),
        training=tuple(Training(course="Induction", completed=day, for_=For(groups=("A",))) for day in done),
    )
    policy = trainrules.loads(sentence)
    plain = [lane.plain for lane in prepared(policy).lanes["staff"]]
    assert all(plain), "a sentence that is not plain tries nothing here"
    assert_the_same(policy, record, as_of)

"""Facts that are not known, filled in."""

from __future__ import annotations

from itertools import cycle

from tests.build import day, done, policy, staff

from trainrules.model.rules import Audience, Deed, Quota
from trainrules.testing.oracle import world


def test_an_exact_duplicate_is_the_same_event_however_it_is_filled_in() -> None:
    rule = Quota(label="R", audience=Audience(), deeds=(Deed("training"),), measure="count", need=2)
    turns = cycle((0, -1))
    record = staff(done("A", "2020-02-01"), done("A", "2020-02-01"), done("A", "2020-02-02"))
    filled = world(policy(rule), record, day("2021-01-01"), lambda options: options[next(turns)])
    first, second, third = filled.training
    assert first == second
    assert first.delivery is not None and third.delivery is not None

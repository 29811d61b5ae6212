"""Law 2: an earlier look, at the same spells and waivers, sees the same breach days up to it."""

from __future__ import annotations

import attrs
from hypothesis import given
from hypothesis import strategies as st
from tests.laws.any_case import ANY_CASE
from tests.laws.said import days_of, said

from trainrules.testing.oracle.calendar import DAY
from trainrules.testing.strategies.cases import Made


@given(ANY_CASE, st.data())
def test_law_2_an_earlier_look_sees_the_same_breach_days_up_to_it(made: Made, data: st.DataObject) -> None:
    """A standard's item with no day of its own is left out: it is in breach on the as-of day."""
    dated = tuple(item for item in made.record.standards if item.on is not None)
    record = attrs.evolve(made.record, standards=dated)
    later = days_of(said(made, record))
    near = [min(later, default=made.as_of), max(later, default=made.as_of)]
    earlier = data.draw(st.one_of(st.sampled_from(near), st.dates(made.as_of - 900 * DAY, made.as_of)))
    assert days_of(said(made, record, earlier)) == {day for day in later if day <= earlier}

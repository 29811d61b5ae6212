"""Whatever the policy and the record, there is a page that is whole and a calendar that can be read."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import icalendar
from hypothesis import given, settings
from tests.report.person.people import Page, drawings

from trainrules.api import evaluate
from trainrules.report.person import calendar, person_html
from trainrules.testing.strategies.public import Situation, cases


@settings(max_examples=30)
@given(cases())
def test_any_result_has_a_page_and_a_calendar(made: Situation) -> None:
    result = evaluate(made.policy, made.record, made.as_of)
    text = person_html(result)
    page = Page(text)
    assert (page.open, page.crossed) == ([], [])
    for drawing in drawings(text):
        assert all(0 <= place <= 100 for place in places(drawing))
    due = [
        each
        for each in result.obligations
        if each.due and each.status.value in ("pending", "not open yet", "overdue")
    ]
    events = icalendar.Calendar.from_ical(calendar(result)).walk("VEVENT")
    assert len(events) == len(due)
    assert Page(result._repr_html_()).open == []


def places(drawing: ElementTree.Element) -> list[float]:
    """Return every place across, in per cent of the width."""
    found = [each.get(name) or "" for each in drawing.iter() for name in ("x", "x1", "x2")]
    return [float(each.removesuffix("%")) for each in found if re.fullmatch(r"-?[\d.]+%", each)]

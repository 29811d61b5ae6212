"""A streak of missed meetings, and a checklist of a standard, read back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trainrules.model.rules import Checklist, Policy, Streak
from trainrules.readback.reading import CARE, COUNTS, IN_FULL, NOT_COUNTED, WHEN, WORKED, Point
from trainrules.words import audience_text, count_text, date_text, listed, must_text, quoted

_MEETING_DAYS = (date(2023, 1, 31), date(2023, 3, 15), date(2023, 5, 16))


def streak(rule: Streak, policy: Policy) -> Iterator[Point]:
    """Yield what *rule* says, for read-back."""
    must = f"{audience_text(rule.audience)} {must_text(rule.strength, rule.audience)}"
    count = count_text(rule.misses, "meeting") if rule.misses > 1 else "any meeting"
    in_a_row = " in a row" if rule.misses > 1 else ""
    yield Point(IN_FULL, f"{must} not miss {count} of {quoted(rule.body)}{in_a_row}")
    yield Point(
        COUNTS, "meetings held on days when this applies, in order of their days; each attended or missed"
    )
    yield Point(
        NOT_COUNTED, "a meeting whose attendance is not on record: whether there is a breach is not known"
    )
    which = f"the {_ordinal(rule.misses)} missed one in a row" if rule.misses > 1 else "the missed one"
    yield Point(WHEN, f"in breach from the day of {which} until the day before the next one attended")
    first, second, third = map(date_text, _MEETING_DAYS)
    if rule.misses == 2:
        before = date_text(date.fromordinal(_MEETING_DAYS[2].toordinal() - 1))
        worked = f"missed on {first} and {second}, attended on {third}: in breach from {second} to {before}"
        yield Point(WORKED, worked)
    yield Point(CARE, "an attended meeting between two missed ones begins the count again")


def checklist(rule: Checklist, policy: Policy) -> Iterator[Point]:
    """Yield what *rule* says, for read-back."""
    must = f"{audience_text(rule.audience)} {must_text(rule.strength, rule.audience)}"
    names = listed(quoted(name) for name in dict.fromkeys(item.standard for item in rule.items))
    items = count_text(len(rule.items), "item")
    yield Point(IN_FULL, f"{must} meet the standard {names}, {items} in all")
    for item in rule.items:
        cited = f" [{item.citation}]" if item.citation else ""
        yield Point(COUNTS, f"{item.standard} {item.number}. {quoted(item.text)}{cited}")
    yield Point(
        WHEN, "each item is recorded as met, not met or not known; an item not on record is not known"
    )
    yield Point(
        WHEN, "an item not met is in breach from the day that was recorded (with no day, the day asked about)"
    )
    day = date_text(_MEETING_DAYS[1])
    yield Point(
        WORKED, f"an item recorded on {day} as not met: in breach from {day} until it is recorded as met"
    )


def _ordinal(number: int) -> str:
    teen = 10 <= number % 100 <= 20
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"

"""The reasons of a follow-up: what it follows, between which days, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.dates import shown
from trainrules.engine.history import Event
from trainrules.explain.events import day_text, event_text
from trainrules.explain.found import Found
from trainrules.model.rules import FollowUp
from trainrules.words import date_text, owed_text, sum_text, window_text


def follow_up(found: Found, rule: FollowUp) -> Iterator[str]:
    """Yield the facts and the arithmetic behind a result of *rule*."""
    instance = found.instance
    trigger = _event(found, instance.event)
    due = day_text(instance.due) if instance.due is not None else ""
    if trigger is not None:
        yield f"it follows {event_text(trigger)}"
        yield _window(rule, trigger)
    elif rule.window:
        yield f"it is owed {window_text(rule.window)}: from {day_text(instance.opens)} to {due}"
    if instance.opens > found.case.as_of:
        return
    if instance.done is None:
        yield from _early(trigger, instance.opens)
        yield f"no {owed_text(rule.response).removeprefix('an ').removeprefix('a ')} on record in that time"
        return
    by = _event(found, instance.by)
    named = "" if by is None or by is trigger else f" by {event_text(by)}"
    yield f"done on {day_text(instance.done)}{named}"


def _event(found: Found, name: str | None) -> Event | None:
    return next((event for event in found.case.history.events if event.name == name), None)


def _early(trigger: Event | None, opens: int) -> Iterator[str]:
    """Yield the evaluations of *trigger* that came too early to count."""
    for each in getattr(trigger and trigger.item, "evaluations", None) or ():
        if each.returned is not None and each.returned.toordinal() < opens:
            yield f"one returned on {date_text(each.returned)} was too early to count"


def _window(rule: FollowUp, trigger: Event) -> str:
    day = shown(trigger.day)
    if day is None:
        return "its day is not known"
    if rule.within is None:
        return f"due on that day, {day_text(trigger.day)}"
    opens = sum_text(day, rule.after, rule.calendar) if rule.after else day_text(trigger.day)
    return f"in time from {opens}, to {sum_text(day, rule.within, rule.calendar)}"

"""Events of a record in words: what they are, when they were, and why they did not count."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from trainrules.dates import shown
from trainrules.engine.case import Entry
from trainrules.engine.history import Event
from trainrules.engine.verdicts import verdicts
from trainrules.explain.found import Found
from trainrules.records.classes import (
    Activity,
    Attestation,
    CourseDelivery,
    Document,
    Meeting,
    Qualification,
    Report,
    Training,
)
from trainrules.words import date_text, listed, measured_text, quoted

MOST = 8
"""How many events are named one by one; the rest are counted."""


def event_text(event: Event) -> str:
    """Return `“Neglect” on 10 February 2022 (T1)`, with `day not known` where there is no day."""
    day = shown(event.day)
    when = f"on {date_text(day)}" if day else "on a day not known"
    return f"{what(event)} {when} ({event.name})"


def what(event: Event) -> str:
    """Return what an event is, without its day: `“Neglect”`, `delivery of “Neglect”`."""
    match event.item:
        case Training(course=course):
            return quoted(course) if course else "a course not named"
        case CourseDelivery(course=course):
            return f"delivery of {quoted(course) if course else 'a course not named'}"
        case Activity(kind=name) | Qualification(name=name) | Report(name=name):
            return quoted(name)
        case Document(name=name) | Attestation(name=name):
            return quoted(name)
        case Meeting(body=body):
            return f"meeting of {quoted(body)}" if body else "meeting"
    return event.name


def events_text(entries: Iterable[Entry], unit: str = "") -> str:
    """Return a list of events, with their amounts in *unit* where one is given; `nothing` for none."""
    texts = [_with_amount(entry, unit) for entry in entries]
    if len(texts) > MOST:
        texts = [*texts[:MOST], f"{len(texts) - MOST} more"]
    return listed(texts) or "nothing"


def _with_amount(entry: Entry, unit: str) -> str:
    text = event_text(entry.event)
    return f"{text}: {measured_text(entry.amount, unit)}" if unit else text


def not_counted(found: Found, besides: Collection[str] = ()) -> list[str]:
    """Return, for each event that might have counted for the rule and did not, what it is and why.

    *besides* are the names of events that are told of already.
    """
    told = []
    for verdict in verdicts(found.policy, found.record, found.as_of):
        for refused in verdict.not_counted_for:
            if refused.rule == found.rule.label and verdict.event not in besides:
                event = next(e for e in found.case.history.events if e.name == verdict.event)
                told.append(_refused(event_text(event), refused.why))
    return told[:MOST]


def _refused(event: str, why: str) -> str:
    """Return that *event* does not count, and why; or that it is not known, where *why* says so."""
    unknown = why.removeprefix("not known whether it counts: ")
    if unknown != why:
        return f"whether {event} counts is not known: {unknown}"
    return f"{event} does not count: {why}"


def day_text(day: int) -> str:
    """Return the date of *day*, an engine's day number; `a day not known` where it stands for none."""
    known: date | None = shown(day)
    return date_text(known) if known else "a day not known"

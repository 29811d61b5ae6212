"""The table of events: what each one counted for and how long that was enough, and why not for others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from trainrules.findings import Evaluation, NotCounted
from trainrules.report.person.cover import Cover, by_event
from trainrules.report.person.happenings import Happening
from trainrules.words import date_text

_UNKNOWN = "not known whether it counts"


@frozen
class EventRow:
    """One event: its day, its id, what it was, and a line for each rule that has something to say of it."""

    day: str
    name: str
    what: str
    counted: tuple[str, ...]
    refused: tuple[str, ...]


def event_rows(results: Sequence[Evaluation], found: Iterable[Happening]) -> tuple[EventRow, ...]:
    """Return a row for each of *found*, the newest first; several policies are told one after the other."""
    counted: dict[str, list[str]] = {}
    refused: dict[str, list[str]] = {}
    for result in results:
        enough = by_event(result)
        for verdict in result.events:
            told = [_counted(label, enough.get((verdict.event, label))) for label in verdict.counted_for]
            counted.setdefault(verdict.event, []).extend(told)
            refused.setdefault(verdict.event, []).extend(map(_refused, verdict.not_counted_for))
    return tuple(
        EventRow(
            date_text(each.day),
            each.name,
            each.words,
            _each_once(counted.get(each.name)),
            _each_once(refused.get(each.name)),
        )
        for each in sorted(found, key=lambda each: each.day, reverse=True)
    )


def counting(results: Iterable[Evaluation]) -> frozenset[str]:
    """Return the names of the events that counted for anything."""
    return frozenset(each.event for result in results for each in result.events if each.counted_for)


def _each_once(lines: list[str] | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(lines or ()))


def _counted(label: str, cover: Cover | None) -> str:
    if cover is None:
        return f"counted for [{label}]"
    until = f"until {date_text(cover.until)}" if cover.until else "for good"
    return f"counted for [{label}], enough {until}"


def _refused(refused: NotCounted) -> str:
    if not refused.rule:
        return refused.why
    if refused.why.startswith(_UNKNOWN):
        return f"{_UNKNOWN} for [{refused.rule}]{refused.why.removeprefix(_UNKNOWN)}"
    return f"not for [{refused.rule}]: {refused.why}"

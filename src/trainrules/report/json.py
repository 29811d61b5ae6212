"""Results as JSON: one object a result, its keys always there, absent values null, in a stable order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from trainrules.findings import JSON, EventVerdict, Obligation, Violation
from trainrules.report.case import Case, Result


def to_dict(result: Result, violations_only: bool = False) -> JSON:
    """Return *result* in the shape of `result.schema.json`.

    With *violations_only*, `obligations` and `events` are there and empty.
    """
    owed = () if violations_only else result.obligations
    events = () if violations_only else result.events
    return {
        "record": result.record,
        "policy": result.policy,
        "as_of": result.as_of.isoformat(),
        "obligations": [_obligation(each) for each in owed],
        "violations": [_violation(each) for each in result.violations],
        "events": [_event(each) for each in events],
        "changes_on": _day(result.changes_on),
        "notices": list(result.notices),
    }


def pieces(cases: Iterable[Case], violations_only: bool = False) -> Iterator[str]:
    """Yield one JSON array of results, piece by piece; with *violations_only*, of those that have any."""
    before = "[\n"
    for result in shown_results(cases, violations_only):
        words = json.dumps(to_dict(result, violations_only), ensure_ascii=False, indent=2)
        yield f"{before}{words}"
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def shown_results(cases: Iterable[Case], violations_only: bool) -> Iterator[Result]:
    """Yield the results that a report shows: every one, or those with a violation."""
    return (each for case in cases for each in case.results if each.violations or not violations_only)


def number(amount: Fraction | None) -> int | float | str | None:
    """Return *amount* as a JSON number where a decimal is exact (8, 7.5), else a string: `"1/3"`."""
    if amount is None:
        return None
    if amount.denominator == 1:
        return amount.numerator
    decimal = float(amount)
    return decimal if Fraction(repr(decimal)) == amount else str(amount)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _obligation(each: Obligation) -> JSON:
    return {
        "rule": each.rule,
        "strength": each.strength.value,
        "owed": each.owed,
        "status": each.status.value,
        "opens": _day(each.opens),
        "due": _day(each.due),
        "satisfied_by": each.satisfied_by,
        "satisfied_on": _day(each.satisfied_on),
        "late_by": each.late_by,
        "missing": list(each.missing),
        "changes_on": _day(each.changes_on),
    }


def _violation(each: Violation) -> JSON:
    return {
        "rule": each.rule,
        "strength": each.strength.value,
        "kind": each.kind.value,
        "since": each.since.isoformat(),
        "until": _day(each.until),
        "days": each.days,
        "due": _day(each.due),
        "owed": each.owed,
        "have": number(each.have),
        "need": number(each.need),
        "consequence": each.consequence,
        "event": each.event,
        "cure": each.cure,
    }


def _event(each: EventVerdict) -> JSON:
    reasons = [{"rule": reason.rule, "why": reason.why} for reason in each.not_counted_for]
    return {"event": each.event, "counted_for": list(each.counted_for), "not_counted_for": reasons}

"""Reasons as data: what a finding says, where it comes from, and what was tried to put it right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from trainrules.findings import Evaluation, Obligation, Violation
from trainrules.planning.cures import Cure, cures
from trainrules.words import deed_to_do, listed


def reasons(result: Evaluation, findings: Iterable[Obligation | Violation]) -> dict[str, Any]:
    """Return *findings* of *result* with their reasons as JSON has them: every key, absent values null.

    `put_right` says what ends a violation that is open: it was applied to the record and the violation went;
    null where nothing that was tried does. `events` has what each event counted for, or why it did not.
    """
    tried = {_key(each.violation): each for each in cures(result.policy, result.record, result.as_of)}
    return {
        "record": result.record.id,
        "policy": result.policy.title,
        "as_of": result.as_of.isoformat(),
        "findings": [_finding(each, tried) for each in findings],
        "events": result.to_dict()["events"],
    }


def _finding(found: Obligation | Violation, tried: dict[object, Cure]) -> dict[str, Any]:
    origin = found.source.origin if found.source is not None else None
    is_violation = isinstance(found, Violation)
    return {
        "rule": found.rule,
        "strength": found.strength.value,
        "is": found.kind.value if isinstance(found, Violation) else found.status.value,
        "owed": found.owed,
        "due": found.due.isoformat() if found.due else None,
        "why": found.explain(),
        "sentence": origin.sentence if origin else None,
        "file": origin.source.name if origin else None,
        "line": origin.line if origin else None,
        "citation": (origin.citation or None) if origin else None,
        "quotes": [*origin.quotes] if origin else [],
        "put_right": _put_right(tried.get(_key(found))) if is_violation else None,
    }


def _put_right(cure: Cure | None) -> dict[str, Any] | None:
    if cure is None:
        return None
    todo = dict.fromkeys(deed_to_do(each.deed) for each in cure.done)
    times = len(cure.done) // len(todo)
    first = cure.done[0]
    tried = {"on": first.on.isoformat(), "delivery": first.delivery, "format": first.format}
    return {"do": listed(todo), "times": times, "tried": tried}


def _key(found: Obligation | Violation) -> object:
    event = found.event if isinstance(found, Violation) else None
    since = found.since if isinstance(found, Violation) else None
    return (found.rule, found.owed, since, event)

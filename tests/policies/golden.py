"""Short ways to ask a bundled policy about a record, for the hand-computed cases."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import trainrules
from trainrules.findings import Obligation, Violation
from trainrules.records.classes import Record
from trainrules.records.load import record_from_dict


def judge(policy: str, as_of: str, **record: Any) -> Any:
    """Return what bundled *policy* says about *record* (JSON fields) on the day *as_of*."""
    loaded = record_from_dict({"id": "R1", **record}, Record)
    return trainrules.evaluate(_policy(policy), loaded, as_of=date.fromisoformat(as_of))


@cache
def _policy(name: str) -> trainrules.Policy:
    return trainrules.builtin(name)


def owed(result: Any, rule: str) -> list[Obligation]:
    """Return the obligations of the rule labelled *rule*."""
    return [each for each in result.obligations if each.rule == rule]


def states(result: Any, rule: str) -> list[tuple[str, str | None]]:
    """Return the status and the due day of every obligation of *rule*."""
    return [(each.status.value, _iso(each.due)) for each in owed(result, rule)]


def broken(result: Any, rule: str) -> list[tuple[str, str | None, int]]:
    """Return the first and the last breach day, and how many, of every violation of *rule*."""
    return [
        (each.since.isoformat(), _iso(each.until), each.days)
        for each in result.violations
        if each.rule == rule
    ]


def violation(result: Any, rule: str) -> Violation:
    """Return the only violation of *rule*."""
    (only,) = (each for each in result.violations if each.rule == rule)
    found: Violation = only
    return found


def labels(result: Any) -> set[str]:
    """Return the labels of the rules that are broken."""
    return {each.rule for each in result.violations}


def post(started: str, ended: str | None = None, **belongs: list[str]) -> dict[str, Any]:
    """Return a post with its groups, levels or roles."""
    return {"started": started, "ended": ended, **belongs}


def done(course: str | None, completed: str, **more: Any) -> dict[str, Any]:
    """Return a completion."""
    return {"course": course, "completed": completed, **more}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

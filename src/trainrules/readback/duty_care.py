"""What authors misread in duties, said beside the rule it concerns."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.model.rules import Duty, Renewal, Term
from trainrules.readback.worked import DAYS, due_on
from trainrules.words import audience_text, date_text, every_text


def duty_care(rule: Duty) -> Iterator[str]:
    """Yield what an author of *rule* may have meant otherwise."""
    if rule.every and rule.renewal is not Renewal.DUE_DATE:
        yield (
            f"“{every_text(rule.every)}” rolls: it is counted from the last completion, not from any fixed "
            "day; a fixed period is written “each calendar year” or “each year from 1 April”"
        )
    if rule.refresh_only and rule.every:
        yield (
            "this binds nobody who has never done it; to bind them too, write "
            f"“{every_text(rule.every)}” without “refresh”, or add a rule with a first deadline"
        )
    if rule.first and rule.first.anchor.kind == "joining" and rule.audience.any_of != (Term("everyone"),):
        yield from _joining(rule)
    if len(rule.owed.parts) > 1:
        yield "“and” between trainings asks for all of them"
    if rule.first is None and not rule.every and not rule.once:
        yield "without a time nobody can be late; add one, such as “within 6 months”"


def _joining(rule: Duty) -> Iterator[str]:
    assert rule.first
    yield (
        f"it is counted from joining the organisation, not from coming to be {_being(rule)}: who comes to be "
        "so later has had less time, or none"
    )
    moved = DAYS[0]
    joined = moved.replace(year=moved.year - 10)
    due = due_on(joined, rule.first.within, rule.calendar) if rule.first.within else None
    ends = due_on(due, rule.grace, rule.calendar) if due and rule.grace else due
    if due and ends and ends < moved:
        yield (
            f"joined on {date_text(joined)} and {_being(rule)} from {date_text(moved)}: due on "
            f"{date_text(due)}, so overdue on the first day"
        )


def _being(rule: Duty) -> str:
    return audience_text(rule.audience).removeprefix("staff ")

"""How a result stands, from when and to when it was in breach and why, and what would end it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from trainrules.dates import FAR
from trainrules.explain.events import day_text
from trainrules.explain.found import Found
from trainrules.explain.happened import happened
from trainrules.explain.people import who
from trainrules.findings import Finding, Kind, Obligation, Status, Violation
from trainrules.model.rules import Days, Policy, Quota, Strength, fold
from trainrules.records.classes import Record
from trainrules.words import count_text, date_text, days_text, listed, quoted

_TOLD = {
    Status.MET: "met",
    Status.MET_LATE: "was met late",
    Status.OVERDUE: "overdue",
    Status.PENDING: "not yet done",
    Status.NOT_OPEN: "not yet asked for",
    Status.RELEASED: "was not done, but was no longer asked for before it was overdue",
    Status.UNMET: "was overdue, and was not done while it was asked for",
    Status.WAIVED: "not done, but not held against them now",
    Status.UNDETERMINED: "cannot be decided",
}
_BROKEN = {
    Kind.OVERDUE: "overdue",
    Kind.ORDER: "out of order",
    Kind.DELIVERY: "not taken as the rule asks",
    Kind.QUOTA: "too little",
    Kind.CONSECUTIVE: "missed too often in a row",
    Kind.NOTICE: "not in time",
    Kind.STANDARD: "not met",
}


def lasts(finding: Violation) -> bool:
    """Return whether a breach of this kind lasts until something ends it; the others are of one day."""
    return _rolls(finding) or finding.kind in (Kind.OVERDUE, Kind.CONSECUTIVE, Kind.STANDARD)


def _rolls(finding: Violation) -> bool:
    return isinstance(finding.source, Quota) and finding.source.over is not None


def opening(finding: Finding, policy: Policy, record: Record, as_of: date) -> str:
    """Return how *finding* stands, in one sentence without its full stop."""
    start = f"{who(record)}, as of {date_text(as_of)}"
    if isinstance(finding, Obligation):
        return f"{start}: {finding.owed}: {_TOLD[finding.status]}{_when(finding)}, under {_rule(finding)}"
    call = "breach" if finding.strength is Strength.MUST else "shortfall"
    what = happened(finding, policy, record, as_of) or finding.owed
    was = "was " if finding.until else ""
    return f"{start}: {what}: {was}{_BROKEN[finding.kind]}, a {call} of {_rule(finding)}, {_span(finding)}"


def _rule(finding: Finding) -> str:
    return f"[{finding.rule}] ({finding.strength.value})"


def _when(finding: Obligation) -> str:
    if finding.satisfied_on is None:
        return f", due {date_text(finding.due)}" if finding.due and finding.status is Status.PENDING else ""
    late = f", {count_text(finding.late_by, 'day')} late" if finding.late_by else ""
    return f" on {date_text(finding.satisfied_on)}{late}"


def _span(finding: Violation) -> str:
    days = count_text(finding.days, "day")
    if finding.until is None and lasts(finding):
        return f"since {date_text(finding.since)} ({days})"
    if finding.until is None or finding.since == finding.until:
        return f"on {date_text(finding.since)}"
    return f"from {date_text(finding.since)} until {date_text(finding.until)} ({days})"


def limits(found: Found) -> Iterator[str]:
    """Yield why a violation began later than the day after its due day, and why it ended."""
    finding, instance = found.finding, found.instance
    if isinstance(finding, Violation) and lasts(finding):
        since = finding.since.toordinal()
        limit = instance.due if instance.limit is None else instance.limit
        if limit is not None and since > limit + 1:
            yield f"{_began(found, since)}, so the breach begins on {date_text(finding.since)}"
        if finding.until is not None:
            yield _ended(found, finding.until)
    if isinstance(finding, Obligation) and finding.status is Status.WAIVED:
        yield excuse(found.record, found, found.as_of)
    is_over = isinstance(finding, Obligation) and finding.status in (Status.RELEASED, Status.UNMET)
    if is_over and instance.kind is not Kind.QUOTA:
        yield _ended(found, date.fromordinal(min(instance.end, found.case.standing.force[1], FAR - 1)))


def _began(found: Found, since: int) -> str:
    if found.run is not None and since == found.run[0]:
        return "they came into this audience only after the due day"
    if since == found.case.standing.force[0]:
        return f"the rule is in force only from {day_text(since)}"
    return excuse(found.record, found, date.fromordinal(since - 1))


def _ended(found: Found, until: date) -> str:
    day, instance = until.toordinal(), found.instance
    if instance.done == day + 1:
        by = "with the meeting attended" if instance.kind is Kind.CONSECUTIVE else "when it was done"
        return f"it ended {by} on {day_text(day + 1)}"
    if found.run is not None and day == found.run[1]:
        return f"they left this audience on {date_text(until)}"
    if day == found.case.standing.force[1]:
        return f"the rule was in force until {date_text(until)}"
    return excuse(found.record, found, until + timedelta(days=1))


def excuse(record: Record, found: Found, day: date) -> str:
    """Return what excuses *day*: a waiver, with its reason, or a rule that stands instead."""
    for waiver in record.waivers:
        begun = waiver.from_ is None or waiver.from_ <= day
        if fold(waiver.rule) == fold(found.rule.label) and begun and (waiver.to is None or day <= waiver.to):
            reason = f": {quoted(waiver.reason)}" if waiver.reason else ""
            by = f", approved by {waiver.approved_by}" if waiver.approved_by else ""
            span = _waived(waiver.from_, waiver.to)
            return f"a waiver holds {span}{reason}{by}"
    plan = found.case.history.plan
    labels = dict.fromkeys(f"[{plan.other(n).rule.label}]" for n in found.case.planned.overriders)
    if labels:
        return f"{listed(labels, 'or')} applied instead on {date_text(day)}"
    return f"it did not apply on {date_text(day)}"


def _waived(first: date | None, last: date | None) -> str:
    return days_text(Days(first, last)) or "on every day"


def cure(finding: Finding, found: Found | None) -> str:
    """Return what would end a violation or meet an obligation, or that nothing can; empty when over.

    Nothing is said of a share over a rolling period: no one thing ends that, but time or more meetings may.
    """
    if isinstance(finding, Obligation):
        to_do = found.instance.cure if found else None
        asked = finding.status in (Status.OVERDUE, Status.PENDING, Status.WAIVED)
        return f"to meet it: {to_do}" if to_do and asked else ""
    if finding.cure:
        return f"to end it: {finding.cure}"
    is_over = finding.until is not None and lasts(finding)
    return "" if is_over or _rolls(finding) else "nothing can undo it now"


def needed(finding: Obligation) -> str:
    """Return what is missing for a decision, in words."""
    return f"it hangs on what is not on record: {listed(finding.missing)}" if finding.missing else ""

"""The lines that an officer reads about one person under one policy: who owes what, by when, how late."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from trainrules.explain import happened
from trainrules.findings import Evaluation, Kind, Obligation, Status, Violation
from trainrules.model.rules import Quota, Strength
from trainrules.report.about import is_about
from trainrules.words import count_text, date_text, measured_text, number_text

_ORDER = (
    *(Status.OVERDUE, Status.UNDETERMINED, Status.PENDING, Status.NOT_OPEN, Status.WAIVED),
    *(Status.MET_LATE, Status.MET, Status.RELEASED, Status.UNMET),
)


@frozen
class Row:
    """One line: how it stands (`breach`, `shortfall`, `ended`, or an obligation's status), what, when.

    *then* is what ends it or follows from it; *clause* the rule's label with its strength; *on* the day that
    it is of, for putting rows in order: when it was met or ended, else when it is due.
    """

    standing: str
    what: str
    when: str
    clause: str
    then: str = ""
    on: date | None = None


def rows(result: Evaluation, violations_only: bool = False) -> tuple[Row, ...]:
    """Return what is in breach first, then the obligations by status and due day, then what has ended.

    An overdue obligation, and one that ended unmet, is told by its violation and not a second time.
    """
    found = [each for each in result.violations if each.until is None]
    ended = [each for each in result.violations if each.until is not None]
    told = {Status.OVERDUE: {*map(_same, found)}, Status.UNMET: {*map(_same, ended)}}
    owed = [
        each
        for each in sorted(result.obligations, key=_place)
        if _same(each) not in told.get(each.status, ())
    ]
    unmet = {_same(each) for each in result.obligations if each.status is Status.UNMET}
    return (
        *(_open(each, result) for each in found),
        *(_obligation(each, result.as_of) for each in owed if not violations_only),
        *(_ended(each, result, "unmet" if _same(each) in unmet else "ended") for each in ended),
    )


def _same(found: Obligation | Violation) -> tuple[str, str, date | None]:
    """Return what an obligation and its violations have in common."""
    return found.rule, found.owed, found.due


def nothing(result: Evaluation) -> str:
    """Return what stands where there is no row: that nothing is owed, or that no rule is about the record."""
    return "nothing owed" if is_about(result) else "no rule is about this record"


def _place(owed: Obligation) -> tuple[int, date]:
    return _ORDER.index(owed.status), owed.due or date.max


def _open(found: Violation, result: Evaluation) -> Row:
    standing = "breach" if found.strength is Strength.MUST else "shortfall"
    cure = f"to put it right: {found.cure}" if found.cure else "nothing can put it right"
    consequence = f"otherwise: {found.consequence}" if found.consequence else ""
    then = "; ".join(filter(None, (cure, consequence)))
    told = _happened(found, result)
    when = f"in breach on {date_text(found.since)}" if told else _when(found, result.as_of)
    return Row(standing, told or found.owed, when, clause(found), then, found.since)


def _happened(found: Violation, result: Evaluation) -> str:
    """Return what happened where a rule of one day was broken; empty for other kinds."""
    return happened(found, result.policy, result.record, result.as_of)


def _when(found: Violation, as_of: date) -> str:
    late = (as_of - found.due).days if found.due else 0
    if found.due and found.kind is Kind.OVERDUE and found.days == late:
        return f"due {date_text(found.due)}, {count_text(late, 'day')} late"
    start = f"since {date_text(found.since)} ({count_text(found.days, 'day')})"
    due = f"due {date_text(found.due)}, in breach {start}" if found.due else f"in breach {start}"
    return ", ".join(filter(None, (due, *_about(found))))


def _about(found: Violation) -> tuple[str, ...]:
    is_plain = found.kind is Kind.OVERDUE or (found.kind is Kind.QUOTA and found.have is not None)
    kind, figures = "" if is_plain else f"{found.kind.value} rule", ""
    if found.have is not None and found.need is not None:
        figures = f"{number_text(found.have)} where the measure is {number_text(found.need)}"
        if found.kind is Kind.QUOTA:
            figures = f"{number_text(found.have)} of {measured_text(found.need, _unit(found))} needed"
    event = f"by {found.event}" if found.event else ""
    return tuple(filter(None, (kind, figures, event)))


def _unit(found: Violation) -> str:
    """Return what a quota is counted in, where that is not events."""
    rule = found.source
    return rule.measure if isinstance(rule, Quota) and rule.measure in ("hours", "days") else ""


def _ended(found: Violation, result: Evaluation, standing: str) -> Row:
    assert found.until is not None
    span = date_text(found.since)
    if found.until != found.since:
        span = f"{span} to {date_text(found.until)} ({count_text(found.days, 'day')})"
    verb = "in breach on" if found.until == found.since else "in breach from"
    told = _happened(found, result)
    due = f"due {date_text(found.due)}" if found.due and not told else ""
    about = () if told else _about(found)
    when = ", ".join(filter(None, (due, f"{verb} {span}", *about)))
    consequence = f"consequence: {found.consequence}" if found.consequence else ""
    return Row(standing, told or found.owed, when, clause(found), consequence, found.until)


def _obligation(owed: Obligation, as_of: date) -> Row:
    due = f"due {date_text(owed.due)}" if owed.due else "no due date"
    details: list[str] = []
    if owed.satisfied_on:
        details.append(f"met on {date_text(owed.satisfied_on)}")
        details += [f"by {owed.satisfied_by}"] if owed.satisfied_by else []
        details += [f"{count_text(owed.late_by, 'day')} late"] if owed.late_by else []
        is_after = owed.due is not None and owed.satisfied_on > owed.due and not owed.late_by
        details += ["after the due date but with no day in breach"] if is_after else []
    elif owed.status is Status.PENDING and owed.due and owed.due >= as_of:
        left = (owed.due - as_of).days
        details.append(f"{count_text(left, 'day')} left" if left else "today is the last day")
    elif owed.status is Status.NOT_OPEN and owed.opens:
        details.append(f"opens {date_text(owed.opens)}")
    unknown = f"not known: {', '.join(owed.missing)}" if owed.missing else ""
    on = owed.satisfied_on or owed.due
    return Row(owed.status.value, owed.owed, ", ".join((due, *details)), clause(owed), unknown, on)


def clause(found: Obligation | Violation) -> str:
    """Return the rule's label with its strength: `[6.12 B, should]`."""
    return f"[{found.rule}, {found.strength.value.removesuffix(' to')}]"

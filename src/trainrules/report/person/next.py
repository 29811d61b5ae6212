"""What the person has to do, and by when: what is in breach, then what comes due, then what is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import frozen

from trainrules.findings import Evaluation, Obligation, Status, Violation
from trainrules.model.rules import FollowUp
from trainrules.planning import Cure, cures
from trainrules.planning import Step as Planned
from trainrules.planning.told import step_text
from trainrules.report.person.happenings import Happening
from trainrules.report.rows import clause
from trainrules.words import count_text, date_text, listed


@frozen
class Step:
    """One thing to do: *what*, *by* when, *how* that stands, under which clause; *is_late* is in breach."""

    what: str
    by: str
    how: str
    clause: str
    is_late: bool = False


def steps(result: Evaluation, found: Iterable[Happening] = ()) -> tuple[Step, ...]:
    """Return what is left to do, the most pressing first; what nothing can undo is not among it.

    *found* are the events of the record: what is owed after one of them says after which. What ends a
    breach was tried on the record, wherever it says so.
    """
    named = {each.name: each for each in found}
    broken = [each for each in result.violations if each.until is None]
    tried = (
        {each.violation: each for each in cures(result.policy, result.record, result.as_of)} if broken else {}
    )
    late = [_late(each, tried.get(each), named) for each in broken if each.cure or each in tried]
    open_ = [each for each in result.obligations if each.status in (Status.PENDING, Status.NOT_OPEN)]
    unknown = [each for each in result.obligations if each.status is Status.UNDETERMINED]
    due = sorted((each for each in open_ if each.due), key=_due)
    free = [each for each in open_ if not each.due]
    return (
        *late,
        *(_pending(each, result.as_of) for each in due),
        *_undecided(unknown),
        *(_pending(each, result.as_of) for each in free),
    )


def _due(owed: Obligation) -> date:
    return owed.due or date.max


def _late(found: Violation, cure: Cure | None, named: Mapping[str, Happening]) -> Step:
    due = f"was due on {date_text(found.due)}, " if found.due else ""
    days = f"in breach since {date_text(found.since)} ({count_text(found.days, 'day')})"
    otherwise = f"; otherwise: {found.consequence}" if found.consequence else ""
    event = named.get(found.event or "") if isinstance(found.source, FollowUp) else None
    after = f" after {event.words} on {date_text(event.day)} ({event.name})" if event else ""
    what, works = f"{found.cure}{after}", "; that this alone puts it right could not be shown"
    if cure is not None:
        day = cure.done[0].on
        what = step_text(Planned(day, cure.done, (found.rule,)), cure.record)
        works = f"; tried on this record: done on {date_text(day)}, it ends the breach"
    return Step(what, "now", f"{due}{days}{works}{otherwise}", clause(found), is_late=True)


def _pending(owed: Obligation, as_of: date) -> Step:
    if owed.due is None:
        return Step(owed.owed, "no fixed day", "not yet done", clause(owed))
    left = (owed.due - as_of).days
    how = f"{count_text(left, 'day')} left" if left > 0 else "today is the last day"
    if left < 0:  # Past due, but not in breach: in days of grace, or before the rule is in force.
        how = "the day is past, but nothing is in breach yet"
    opens = f", from {date_text(owed.opens)}" if owed.status is Status.NOT_OPEN and owed.opens else ""
    return Step(owed.owed, f"by {date_text(owed.due)}{opens}", how, clause(owed))


def _undecided(unknown: list[Obligation]) -> Iterator[Step]:
    """Yield one step for each set of facts that is missing."""
    missing: dict[tuple[str, ...], list[Obligation]] = {}
    for each in unknown:
        missing.setdefault(each.missing, []).append(each)
    for facts, owed in missing.items():
        labels = listed(dict.fromkeys(clause(each) for each in owed))
        what = f"record what is not known: {listed(facts)}" if facts else "record what is not known"
        yield Step(what, "no fixed day", "until then it cannot be decided", labels)

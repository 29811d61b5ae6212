"""A row of the timeline for each thing that a rule asks: when it asked, what was done, when it was due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from trainrules.dates import FAR
from trainrules.engine.scope import audience_days, rule_runs
from trainrules.engine.timeline import Spans, clip, union
from trainrules.explain.standing import lasts
from trainrules.findings import Evaluation, Kind, Obligation, Status, Violation
from trainrules.model.rules import Checklist, Days, Rule, fold
from trainrules.records.classes import Record
from trainrules.report.person.cover import Cover, covers
from trainrules.report.person.lane import Bar, Lane, Look, Mark
from trainrules.report.rows import clause
from trainrules.words import count_text, date_text

_SENTENCES = (Kind.ORDER, Kind.DELIVERY, Kind.NOTICE)
_LONGEST_LABEL = 7
_MISSED = (Status.OVERDUE, Status.UNMET, Status.MET_LATE)


@frozen
class _Asked:
    """What one rule says of one thing: the findings that share a row."""

    result: Evaluation
    obligations: tuple[Obligation, ...]
    violations: tuple[Violation, ...]

    @property
    def first(self) -> Obligation | Violation:
        return self.obligations[0] if self.obligations else self.violations[0]

    @property
    def rules(self) -> tuple[Rule, ...]:
        sources = [*(each.source for each in self.obligations), *(each.source for each in self.violations)]
        return tuple({id(each): each for each in sources if each is not None}.values())

    @property
    def is_open(self) -> bool:
        return any(each.until is None for each in self.violations)


def rule_lanes(result: Evaluation) -> tuple[Lane, ...]:
    """Return a row for each thing owed under each rule: what is in breach first, then in the policy's order.

    A row with no day in it, such as a standard recorded as met on no day, is left out.
    """
    lanes = [_lane(each) for each in sorted(_grouped(result), key=_place)]
    return tuple(lane for lane in lanes if lane.days)


def _grouped(result: Evaluation) -> list[_Asked]:
    found: dict[tuple[str, str], tuple[list[Obligation], list[Violation]]] = {}
    for owed in result.obligations:
        found.setdefault(_key(owed), ([], []))[0].append(owed)
    for violation in result.violations:
        found.setdefault(_key(violation), ([], []))[1].append(violation)
    return [_Asked(result, tuple(owed), tuple(broken)) for owed, broken in found.values()]


def _key(found: Obligation | Violation) -> tuple[str, str]:
    """Return what findings of one row share; the items of a standard are one row."""
    return found.rule, "" if isinstance(found.source, Checklist) else found.owed


def _place(asked: _Asked) -> int:
    if asked.is_open:
        return 0
    statuses = {each.status for each in asked.obligations}
    order = (Status.UNDETERMINED, Status.PENDING, Status.NOT_OPEN)
    return next((n for n, status in enumerate(order, 1) if status in statuses), len(order) + 1)


def _lane(asked: _Asked) -> Lane:
    record, as_of = asked.result.record, asked.result.as_of
    bars = [*_asked_of(asked.rules, record), *_waived(asked), *_times(asked)]
    marks = [*_forces(asked.rules, record), *_dues(asked), *_unknown(asked)]
    for cover, level in _covers(asked):
        bars += _cover_bar(cover, level)
        marks.append(_done_mark(cover, level))
    for violation in asked.violations:
        bars += _breach_bar(violation, as_of)
        marks += _fault_mark(violation)
    return Lane(_name(asked), (clause(asked.first), *_standing(asked)), tuple(bars), tuple(marks), True)


def _name(asked: _Asked) -> str:
    first = asked.first
    is_sentence = isinstance(first, Violation) and first.kind in _SENTENCES
    if first.source is not None and (is_sentence or isinstance(first.source, Checklist)):
        return first.source.origin.sentence or first.owed
    return first.owed


def _standing(asked: _Asked) -> Iterator[str]:
    """Yield how the row stands on the as-of day."""
    still = [each for each in asked.violations if each.until is None]
    if still:
        days = max(each.days for each in still)
        yield f"in breach, {count_text(days, 'day')} so far" if lasts(still[0]) else "in breach on that day"
        return
    for status in (Status.UNDETERMINED, Status.PENDING, Status.NOT_OPEN, Status.WAIVED):
        found = [each for each in asked.obligations if each.status is status]
        if found:
            due = min((each.due for each in found if each.due), default=None)
            words = "undecided" if status is Status.UNDETERMINED else status.value
            yield f"{words}, due {date_text(due)}" if due else words
            return
    ended = sum(each.until is not None for each in asked.violations)
    if asked.obligations:
        yield asked.obligations[-1].status.value
    elif ended:
        yield f"in breach {count_text(ended, 'time')}, over"


# --- what is drawn -----------------------------------------------------------------------------------


def _asked_of(rules: tuple[Rule, ...], record: Record) -> Iterator[Bar]:
    days: Spans = ()
    for rule in rules:
        first, last = _force(rule.force)
        days = union((*days, *clip(_scope(rule, record), first, last)))
    for first, last in days:
        yield Bar(Look.ASKED, first or None, None if last >= FAR - 1 else last, "")


def _scope(rule: Rule, record: Record) -> Spans:
    return audience_days(rule_runs(rule, record, {}))


def _force(force: Days) -> tuple[int, int]:
    first = force.first.toordinal() if force.first else 0
    return first, force.last.toordinal() if force.last else FAR


def _forces(rules: tuple[Rule, ...], record: Record) -> Iterator[Mark]:
    """Yield the days on which a rule begins or ends to hold for somebody whom it is about on both sides."""
    found: dict[int, str] = {}
    for rule in rules:
        first, last = rule.force.first, rule.force.last
        edges = {first.toordinal(): f"the rule is in force from {date_text(first)}"} if first else {}
        if last:
            edges[last.toordinal() + 1] = f"the rule is in force until {date_text(last)}"
        runs = _scope(rule, record)
        found |= {day: words for day, words in edges.items() if any(a < day <= b for a, b in runs)}
    for day, words in sorted(found.items()):
        yield Mark(Look.FORCE, day, words)


def _waived(asked: _Asked) -> Iterator[Bar]:
    for waiver in asked.result.record.waivers:
        if fold(waiver.rule) == fold(asked.first.rule):
            why = f": {waiver.reason}" if waiver.reason else ""
            first = waiver.from_.toordinal() if waiver.from_ else None
            last = waiver.to.toordinal() if waiver.to else None
            yield Bar(Look.WAIVED, first, last, f"waived{_span(waiver.from_, waiver.to)}{why}")


def _span(first: date | None, last: date | None) -> str:
    start = f" from {date_text(first)}" if first else ""
    return f"{start} to {date_text(last)}" if last else start


def _covers(asked: _Asked) -> Iterator[tuple[Cover, int]]:
    """Yield what was met with the line that it is drawn on: the lines take turns."""
    places = {id(each): place for place, each in enumerate(asked.obligations)}
    for cover in covers(asked.obligations):
        place = places[id(cover.obligation)]
        yield cover, (place + cover.is_lasting) % 2


def _cover_bar(cover: Cover, level: int) -> Iterator[Bar]:
    done = cover.obligation.satisfied_on
    if cover.is_lasting and done is not None:
        last = cover.until.toordinal() if cover.until else None
        yield Bar(Look.COVER, done.toordinal(), last, "", level)


def _done_mark(cover: Cover, level: int) -> Mark:
    owed = cover.obligation
    assert owed.satisfied_on is not None
    by = f" ({owed.satisfied_by})" if owed.satisfied_by else ""
    late = f", {count_text(owed.late_by, 'day')} late" if owed.late_by else ""
    until = f"enough until {date_text(cover.until)}" if cover.until else "enough for good"
    words = f"done on {date_text(owed.satisfied_on)}{by}{late}"
    name = owed.satisfied_by or ""
    label = name if len(name) <= _LONGEST_LABEL else ""
    told = f"{words}, {until}" if cover.is_lasting else words
    return Mark(Look.DONE, owed.satisfied_on.toordinal(), told, label, level)


def _times(asked: _Asked) -> Iterator[Bar]:
    """Yield the time that there was for what did not follow from an earlier completion."""
    done = {each.satisfied_on for each in asked.obligations}
    for place, each in enumerate(asked.obligations):
        ends = [day for day in (each.satisfied_on, each.due) if day]
        last = min(ends) if ends else None
        if each.status is Status.UNDETERMINED or isinstance(each.source, Checklist):
            continue
        if each.opens and each.opens not in done and (last is None or each.opens <= last):
            yield Bar(Look.TIME, each.opens.toordinal(), last.toordinal() if last else None, "", place % 2)


def _dues(asked: _Asked) -> Iterator[Mark]:
    for place, each in enumerate(asked.obligations):
        if each.due:
            is_missed = each.status in _MISSED
            words = f"due {date_text(each.due)}{', missed' if is_missed else ''}"
            look = Look.MISSED if is_missed else Look.DUE
            yield Mark(look, each.due.toordinal(), words, level=place % 2)


def _unknown(asked: _Asked) -> Iterator[Mark]:
    for each in asked.obligations:
        if each.status is Status.UNDETERMINED:
            day = each.due or asked.result.as_of
            words = f"cannot be decided: not known: {', '.join(each.missing)}"
            yield Mark(Look.UNKNOWN, day.toordinal(), words)


def _breach_bar(found: Violation, as_of: date) -> Iterator[Bar]:
    if found.days == 1 and found.until == found.since:
        return
    last = found.until or as_of
    until = f"until {date_text(found.until)}" if found.until else "and still is"
    words = f"in breach from {date_text(found.since)} {until} ({count_text(found.days, 'day')})"
    yield Bar(Look.BREACH, found.since.toordinal(), last.toordinal(), words)


def _fault_mark(found: Violation) -> Iterator[Mark]:
    if found.days == 1 and found.until == found.since:
        by = f" ({found.event})" if found.event else ""
        yield Mark(Look.FAULT, found.since.toordinal(), f"in breach on {date_text(found.since)}{by}")

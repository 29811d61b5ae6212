"""Duty: training to be done by a first deadline, to be refreshed, or both."""

from __future__ import annotations

from operator import attrgetter

from attrs import evolve, frozen

from trainrules.dates import DAWN, FAR, day_after
from trainrules.engine.case import Case
from trainrules.engine.cover import Cover, Step
from trainrules.engine.instance import Instance
from trainrules.engine.paid import Paid
from trainrules.engine.scope import Run, last_joining
from trainrules.engine.terms import Terms, moved
from trainrules.engine.timeline import Spans, clip, union
from trainrules.model.rules import Anchor, Deadline, Duty, Owed, fold
from trainrules.records.classes import Record, StaffRecord
from trainrules.words import to_do_text


@frozen
class First:
    """The first due day of a run: *due* None when there is none, or when what is *missing* leaves it unknown.

    *anchor* is the day it is counted from.
    """

    due: int | None = None
    anchor: int | None = None
    missing: tuple[str, ...] = ()


def instances(case: Case) -> list[Instance]:
    """Return what is owed in each run of the case, in order."""
    rule = case.planned.rule
    assert isinstance(rule, Duty)
    leave = leave_of(rule, case.history.record)
    paid = Paid(case)
    return [each for run in case.runs for each in of_run(paid, rule, run, leave)]


def leave_of(rule: Duty, record: Record) -> Spans:
    """Return the days of leave that pause *rule*: none unless the rule says so."""
    if not rule.leave_pauses or not isinstance(record, StaffRecord):
        return ()
    return union((each.from_.toordinal(), each.to.toordinal() if each.to else FAR) for each in record.leave)


def first_due(rule: Duty, run: Run, record: Record, leave: Spans) -> First:
    """Return the first due day of *run*: the first deadline, or for `every P` alone the anchor + P."""
    if rule.first is not None:
        return _deadline(rule.first, run, record, rule, leave)
    if rule.every is None or rule.refresh_only:
        return First()
    return _deadline(Deadline(Anchor(), rule.every), run, record, rule, leave)


def _deadline(deadline: Deadline, run: Run, record: Record, rule: Duty, leave: Spans) -> First:
    anchor, missing = anchor_day(deadline.anchor, run, record)
    if anchor is None:
        return First(missing=(missing,))
    due = anchor
    if deadline.within is not None:
        due = moved(anchor, day_after(anchor, deadline.within, rule.calendar), leave)
    if deadline.not_beyond is not None:
        limit = _deadline(deadline.not_beyond, run, record, rule, leave)
        if limit.due is None:
            return limit
        due = min(due, limit.due)
    return First(due, anchor)


def anchor_day(anchor: Anchor, run: Run, record: Record) -> tuple[int | None, str]:
    """Return the day that a deadline of *run* is counted from; None and what is missing when not known."""
    start, _, is_known = run
    if anchor.day is not None:
        return anchor.day.toordinal(), ""
    if anchor.kind == "joining":
        return last_joining(record, start), "joining day"
    if anchor.kind == "fact":
        name = fold(anchor.name)
        days = [day.toordinal() for fact, day in record.facts if fold(fact) == name]
        return (days[0] if days else None), anchor.name
    return (start if is_known else None), "starting day"


def of_run(paid: Paid, rule: Duty, run: Run, leave: Spans) -> list[Instance]:
    """Return what is owed in one run of a case; *paid* goes through what was done."""
    case, start = paid.case, run[0]
    first = first_due(rule, run, case.history.record, leave)
    since = counts_since(rule, run, first)
    if since is None:
        return [_undetermined(case, run, first)]
    terms = terms_of(rule, first, leave)
    before, later = paid.steps(terms, since, run)
    prior = before if before and before.paid >= start else None
    is_bound_by_cover = rule.first is None and bool(prior or later)
    is_met_for_good = prior is not None and prior.paid == FAR and rule.lapse is None
    if first.missing and not is_bound_by_cover and not is_met_for_good:
        return [_undetermined(case, run, first)]
    lapsed = terms.graced(before.paid) if before else DAWN
    return _Walk(case, rule, run, first, terms, since, lapsed).walk(prior, later)


def terms_of(rule: Duty, first: First, leave: Spans) -> Terms:
    """Return the clauses of *rule* in a run of which *first* is the first due day."""
    return Terms(rule, first.due, first.due if rule.first else None, leave)


def counts_since(rule: Duty, run: Run, first: First) -> int | None:
    """Return the first day on which training counts in *run*; None when that hangs on an unknown day."""
    if rule.prior_counts:
        return DAWN
    if rule.first is not None and rule.first.within is not None:
        return first.anchor
    return run[0] if run[2] else None


def _undetermined(case: Case, run: Run, first: First) -> Instance:
    missing = first.missing or ("starting day",)
    return Instance(opens=run[0], end=run[1], owed=case.planned.owed, missing=missing)


@frozen
class _Walk:
    """Goes through the steps of one run and tells its instances.

    Training counts from *since*; *lapsed* is the last day, with any grace, that training before the run
    covers.
    """

    case: Case
    rule: Duty
    run: Run
    first: First
    terms: Terms
    since: int
    lapsed: int

    def walk(self, prior: Step | None, later: list[Step]) -> list[Instance]:
        """Return the instances: each step meets the open one and, if it pays for a time, opens the next.

        One that pays for less, as older evidence may, meets nothing: what is open is due sooner, and can be
        in breach since that day.
        """
        start = self.run[0]
        found: list[Instance] = []
        opens = since = start
        due, paid = self.first.due, DAWN
        if prior is not None:
            found.append(self._met(opens, since, due, prior))
            due, paid = self._next_due(prior), prior.paid
        for step in later:
            if paid < FAR and step.paid >= paid:
                met = self._met(opens, since, due, step)
                found.append(met if found else evolve(met, missing=self.first.missing))
            opens = step.day if step.paid >= paid else opens
            due, paid, since = self._next_due(step), step.paid, step.day
        if paid < FAR:
            found.append(self._open(opens, since, due))
        return found

    def _next_due(self, step: Step) -> int | None:
        if self.rule.every is None and self.rule.first is None:
            return None
        if self.rule.first is None and step.reach < self.run[0]:  # nothing is begun: due as before
            return None if self.first.due is None else max(self.first.due, step.paid)
        return max(step.paid, self.terms.deadline or step.paid)

    def _met(self, opens: int, since: int, due: int | None, step: Step) -> Instance:
        limit = self._limit(due)
        breach = clip(self.case.free, max(limit + 1, since), step.day - 1) if limit is not None else ()
        is_late = due is not None and bool(clip(self.case.free, due + 1, step.day))
        return Instance(
            opens=opens,
            owed=self.case.planned.owed,
            end=self.run[1],
            due=due,
            limit=limit,
            done=max(step.day, DAWN),
            by=step.entry.event.name,
            is_late=is_late and step.day >= self.run[0],
            breach=clip(breach, self.run[0], self.run[1]),
        )

    def _open(self, opens: int, since: int, due: int | None) -> Instance:
        limit = self._limit(due)
        breach = clip(self.case.free, max(limit + 1, since), self.run[1]) if limit is not None else ()
        return Instance(
            opens=opens,
            owed=self.case.planned.owed,
            end=self.run[1],
            due=due,
            limit=limit,
            breach=breach,
            cure=self._cure() if self.run[1] >= self.case.as_of else None,
        )

    def _limit(self, due: int | None) -> int | None:
        if due is None or self.rule.grace is None:
            return due
        return max(self.terms.graced(due), self.lapsed)

    def _cure(self) -> str:
        rule, case = self.rule, self.case
        cover = Cover(case.planned, self.terms)
        cover.go(sorted((e for e in case.entries if e.on >= self.since), key=attrgetter("on")))
        if cover.closes is not None and case.as_of > cover.closes and rule.lapse is not None:
            text = to_do_text(Owed(((rule.lapse.deed,),)))
        else:
            text = to_do_text(self._lacking(cover))
        return f"{text}, with {rule.evidence}" if rule.evidence else text

    def _lacking(self, cover: Cover) -> Owed:
        """Return the parts of what is owed that are not covered on the as-of day."""
        if cover.done is not None and self.rule.then is not None:
            return self.rule.then
        owed, as_of = self.rule.owed.parts, self.case.as_of
        lacking = (each for each, part in zip(owed, cover.parts, strict=True) if (part.paid or DAWN) < as_of)
        return Owed(tuple(lacking) or owed)

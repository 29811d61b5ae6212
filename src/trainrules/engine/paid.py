"""What was done and what it pays for, run by run: gone through once where it is the same for every run."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

from attrs import define, field

from trainrules.dates import DAWN
from trainrules.engine.case import Case, Entry
from trainrules.engine.cover import Log, Step, steps
from trainrules.engine.part_cover import back
from trainrules.engine.scope import Run
from trainrules.engine.terms import Terms
from trainrules.model.rules import Duty, Renewal
from trainrules.records.classes import Qualification

_DAY = attrgetter("day")
_FROM = attrgetter("from_")


@define
class Paid:
    """The steps of the entries of *case*, remembered where they are the same whatever the run.

    What renews a part of what is owed is written into *log*, where there is one.
    """

    case: Case
    log: Log | None = None
    _shared: list[Step] | None = field(init=False, default=None)

    def steps(self, terms: Terms, since: int, run: Run) -> tuple[Step | None, list[Step]]:
        """Return the last step before *run* and those in it; what was done before *since* does not count."""
        start, end, _ = run
        if is_shared(terms.rule):
            if self._shared is None:
                self._shared = steps(self.case.planned, terms, self.case.entries, self.log)
            made = self._shared
        else:
            made = steps(self.case.planned, terms, _counted(self.case, terms, since, run), self.log)
        place = bisect_left(made, start, key=_DAY)
        later = made[place : bisect_right(made, end, key=_DAY)]
        before = made[place - 1] if place else None
        if terms.rule.first is None:
            later = _begun(later, start, terms.first_due, before is not None and before.paid >= start)
        return before, later


def _begun(made: list[Step], start: int, first_due: int | None, is_begun: bool) -> list[Step]:
    """Return the steps *made* in a run of a refresh, those that say nothing of it left out.

    What was over when its evidence came begins the refresh when nothing has and the first due day is not
    past. What pays for no day of the run, or for one with a grace alone, begins nothing; nor does a bundle of
    which a part was over when the last was done, but with a grace it may cover after the first due day.
    """
    found: list[Step] = []
    for step in made:
        begins = step.reach >= start
        if step.is_over:
            is_late = first_due is not None and step.day > first_due
            matters = begins and not is_begun and not is_late
        else:
            covers = first_due is not None and step.paid > first_due
            matters = is_begun or begins or covers
        if matters:
            found.append(step)
            is_begun = begins
    return found


def is_shared(rule: Duty) -> bool:
    """Return whether what is paid for is the same in every run: no day of the run's own takes part."""
    return rule.prior_counts and rule.lapse is None and rule.renewal is not Renewal.DUE_DATE


def _counted(case: Case, terms: Terms, since: int, run: Run) -> list[Entry]:
    """Return the entries that count from *since* on, up to the last day of *run*.

    What makes no difference is left out: more than a period before the first of fixed dates, nothing is
    moved; and before the first deadline nothing lapses, so that of one thing only what was done last matters.
    """
    rule, entries = terms.rule, case.entries
    made = entries[: bisect_right(entries, run[1], key=_FROM)]
    if since > DAWN:
        return [entry for entry in made if entry.on >= since]
    if terms.deadline is None or rule.every is None or rule.then or len(rule.owed.parts) > 1:
        return made
    if rule.renewal is Renewal.DUE_DATE:
        earliest = back(terms.deadline, rule.every)
        return [each for each in made if each.on > earliest or isinstance(each.event.item, Qualification)]
    if rule.renewal is Renewal.COMPLETION:
        place = bisect_left(made, min(run[0], terms.deadline), key=_FROM)
        return [*_last(case, made[:place]), *made[place:]]
    return made


def _last(case: Case, entries: list[Entry]) -> list[Entry]:
    """Return what of *entries* pays for longest of the one thing that is owed."""
    done = [entry for entry in entries if not entry.deeds.isdisjoint(case.planned.parts[0])]
    latest = max((entry.on for entry in done), default=None)
    return [entry for entry in done if entry.on == latest or isinstance(entry.event.item, Qualification)]

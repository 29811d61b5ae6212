"""Which events counted for a duty, and why the others did not.

What met an obligation or did a part of it counts, and of what was done before a run what it could not do
without: what is owed in the run comes out the same with what counts alone.
"""

from __future__ import annotations

from bisect import bisect_left

from attrs import frozen

from trainrules.dates import FAR, shown
from trainrules.engine.case import Case, Entry
from trainrules.engine.counting import Counting
from trainrules.engine.cover import Step
from trainrules.engine.duty import counts_since, first_due, leave_of, of_run, terms_of
from trainrules.engine.history import Event
from trainrules.engine.instance import is_told
from trainrules.engine.paid import Paid, is_shared
from trainrules.engine.scope import Run
from trainrules.engine.terms import Terms
from trainrules.engine.word import AFTER, Word, Words, not_known
from trainrules.model.rules import Duty, Renewal
from trainrules.words import date_text, owed_text


@frozen
class Went:
    """How one run went: what is owed, the *steps* that were taken, the events that *counted*."""

    run: Run
    since: int | None
    terms: Terms
    steps: list[Step]
    missing: tuple[str, ...]
    counted: frozenset[int]


def of_duty(case: Case, events: list[Event]) -> Words:
    """Return the word on each of *events*, all of them entries of *case*."""
    rule = case.planned.rule
    assert isinstance(rule, Duty)
    shared = Counting(Paid(case, {}), rule) if is_shared(rule) else None
    all_went = (_went(shared or Counting(Paid(case, {}), rule), rule, run) for run in case.runs)
    went = [each for each in all_went if each is not None]
    counted = frozenset().union(*(each.counted for each in went))
    ends = [each.run[1] for each in went]
    asked = {id(event) for event in events}
    words: Words = {}
    for entry in case.entries:
        key = id(entry.event)
        if key not in asked:
            continue
        if key in counted:
            words[key] = ""
        elif not went:
            words[key] = "the rule was not in force when it applied"
        else:
            place = min(bisect_left(ends, entry.from_), len(ends) - 1)
            words[key] = _why_not(case, rule, went[place], entry)
    return words


def _went(counting: Counting, rule: Duty, run: Run) -> Went | None:
    """Return how *run* went; None where nothing of it is told."""
    paid, case = counting.paid, counting.paid.case
    record = case.history.record
    leave = leave_of(rule, record)
    owed = of_run(paid, rule, run, leave)
    if not any(is_told(each, case.standing) for each in owed):
        return None
    first = first_due(rule, run, record, leave)
    since = counts_since(rule, run, first)
    terms = terms_of(rule, first, leave)
    if since is None or (owed[0].missing and owed[0].by is None):
        return Went(run, since, terms, [], owed[0].missing, frozenset())
    before, later = paid.steps(terms, since, run)
    steps = [before, *later] if before else later
    counted = counting.entries(run, terms, owed, steps)
    return Went(run, since, terms, steps, (), frozenset(id(entry.event) for entry in counted))


# --- why not -----------------------------------------------------------------------------------------------


def _why_not(case: Case, rule: Duty, went: Went, entry: Entry) -> Word:
    """Return why *entry* did not count in the run that it was done in or before, else the last."""
    start, end, _ = went.run
    if went.missing:
        return not_known(went.missing)
    if went.since is not None and entry.on < went.since:
        return "prior training does not count"
    if entry.from_ > end:
        late = f"its {rule.evidence} came after the rule ceased to apply"
        return late if entry.on <= end else AFTER
    said = _lapsed(case, rule, went, entry) or _renewed(case, rule, entry)
    if said:
        return said
    if entry.from_ < start:
        return _before(rule, went, entry)
    if rule.every is None:
        return "done already"
    if _ends(rule, went, entry) < entry.from_:
        return f"what it paid for had ended when its {rule.evidence} came"
    return _no_longer(rule)


def _no_longer(rule: Duty) -> str:
    if rule.renewal is Renewal.DUE_DATE:
        return "too early to move the due date"
    return "what it pays for is paid for already"


def _before(rule: Duty, went: Went, entry: Entry) -> str:
    """Return why what was done before the run did not count."""
    start, is_fixed = went.run[0], rule.renewal is Renewal.DUE_DATE
    if is_fixed and went.terms.deadline is not None:
        return _no_longer(rule)
    prior = went.steps[0] if went.steps and went.steps[0].day < start else None
    is_over = not is_fixed and _ends(rule, went, entry) < start
    if is_over or prior is None or prior.paid < start:
        is_part = len(rule.owed.parts) > 1 and not (is_over or is_fixed)
        ended = "what it paid for had ended when the rule began to apply"
        return "it did not complete what is owed" if is_part else ended
    if prior.day > entry.from_:
        return "done again before the rule began to apply"
    return "done already" if rule.every is None else _no_longer(rule)


def _ends(rule: Duty, went: Went, entry: Entry) -> int:
    """Return the last day, with any grace, that *entry* pays for by itself."""
    if rule.every is None:
        return FAR
    return went.terms.graced(went.terms.after(entry.on, rule.every))


def _lapsed(case: Case, rule: Duty, went: Went, entry: Entry) -> str:
    """Return what `if lapsed …` has to say of *entry*, empty when nothing."""
    if rule.lapse is None:
        return ""
    covered = [step.paid for step in went.steps if step.day < entry.from_]
    closed = went.terms.lapses_after(covered[-1] if covered else None)
    ends, name = shown(closed) if closed is not None else None, rule.lapse.deed.name
    if ends is not None and closed is not None and entry.on > closed:
        is_other = entry.deeds.isdisjoint(case.planned.lapse)
        return f"lapsed: after {date_text(ends)} only {name} counts" if is_other else ""
    if not any(entry.deeds & part for part in case.planned.parts):
        until = f": it counts only after {date_text(ends)}" if ends is not None else ""
        return f"nothing had lapsed by then{until}"
    return ""


def _renewed(case: Case, rule: Duty, entry: Entry) -> str:
    """Return what `then …` has to say of *entry*: too soon to renew, or not what renews."""
    if rule.then is None:
        return ""
    if any(entry.deeds & part for part in case.planned.others):
        done = [
            min((e.from_ for e in case.entries if e.deeds & part), default=FAR) for part in case.planned.parts
        ]
        return f"what it renews, {owed_text(rule.owed)}, was not done by then" if entry.on < max(done) else ""
    return f"done already: only {owed_text(rule.then)} renews it"

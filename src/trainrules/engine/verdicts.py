"""What each event counted for, and why it did not count for what it might have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve

from trainrules.dates import FAR
from trainrules.engine.case import Case, Entry, cases, is_wrong_mode
from trainrules.engine.cover import Terms, steps
from trainrules.engine.duty import first_due, leave_of
from trainrules.engine.history import Event, History, make_history
from trainrules.engine.plan import Planned
from trainrules.engine.prepared import plan_of
from trainrules.engine.timeline import holds
from trainrules.findings import EventVerdict, NotCounted
from trainrules.model.rules import Delivery, Duty, Policy, Quota, Rule
from trainrules.records.classes import Activity, Record, Training
from trainrules.words import date_text


def verdicts(policy: Policy, record: Record, as_of: date) -> tuple[EventVerdict, ...]:
    """Return a verdict on each training record and activity of *record* up to *as_of*, in order of day."""
    plan = plan_of(policy)
    history = make_history(record, as_of.toordinal(), plan)
    events = [event for event in history.events if isinstance(event.item, (Training, Activity))]
    told = [list(_of_rule(planned, history, events)) for planned in plan.planned]
    return tuple(_verdict(event, [each[place] for each in told]) for place, event in enumerate(events))


Word = str | None
"""Empty when the event counted, else why it did not; None when the rule has nothing to do with it."""


def _verdict(event: Event, words: list[tuple[str, Word]]) -> EventVerdict:
    counted = dict.fromkeys(label for label, word in words if word == "")
    why = dict.fromkeys((label, word) for label, word in words if word and label not in counted)
    refused = tuple(NotCounted(label, word) for label, word in why)
    if not counted and not refused:
        refused = (NotCounted("", "no rule that applies to this person asks for it"),)
    return EventVerdict(event=event.name, counted_for=tuple(counted), not_counted_for=refused)


def _of_rule(planned: Planned, history: History, events: list[Event]) -> Iterator[tuple[str, Word]]:
    """Yield the rule's label and its word on each of *events*."""
    found, missing = cases(planned, history)
    label = planned.rule.label
    wanted = frozenset().union(*planned.parts, planned.lapse) if _has_deeds(planned.rule) else frozenset()
    if isinstance(planned.rule, Duty) and planned.rule.then:
        wanted |= frozenset().union(*planned.others)
    for event in events:
        if not any(each & wanted for each in event.sets):
            yield label, None
        elif not found:
            yield label, _not_known(missing)
        elif not any(case.runs for case in found):
            yield label, None
        else:
            words = dict.fromkeys(_in_case(case, event, wanted) for case in found)
            yield label, next(iter(words)) if len(words) == 1 else _not_known(missing)


def _has_deeds(rule: Rule) -> bool:
    """Return whether events count for *rule*: they do for what has to be done, not for what must not be."""
    return not isinstance(rule, Delivery)


def _not_known(missing: tuple[str, ...]) -> str:
    return f"not known whether it counts: {', '.join(missing)}"


def _in_case(case: Case, event: Event, wanted: frozenset[int]) -> Word:
    """Return the word on *event*, known to be one of the rule's deeds, with the facts of *case*."""
    entry = next((each for each in case.entries if each.event is event), None)
    if entry is None or entry.deeds.isdisjoint(wanted):
        return _kept_out(case, event, wanted)
    rule = case.planned.rule
    if isinstance(rule, Duty):
        words = [_in_run(case, rule, place, event) for place in range(len(case.runs))]
        return "" if "" in words else words[-1]
    if isinstance(rule, Quota) and not holds(case.days, entry.on):
        return "done on a day when the rule did not apply"
    return ""


def _kept_out(case: Case, event: Event, wanted: frozenset[int]) -> Word:
    plan = case.history.plan
    for number in case.planned.exclusions:
        other = plan.other(number)
        if any(is_wrong_mode(other, each) for each in event.sets):
            return f"not taken as [{other.rule.label}] asks: {other.owed}"
    rule = case.planned.rule
    if isinstance(rule, Duty) and rule.evidence and any(each & wanted for each in event.sets):
        return f"no {rule.evidence} by then"
    return None


def _in_run(case: Case, rule: Duty, place: int, event: Event) -> str:
    run = case.runs[place]
    entry = next(each for each in case.entries if each.event is event)
    first = first_due(rule, run, case.history.record, leave_of(rule, case.history.record))
    start = first.anchor if rule.first is not None and rule.first.within is not None else run[0]
    if not rule.prior_counts and (start is None or entry.on < start):
        return "prior training does not count" if start is not None else _not_known(first.missing)
    if entry.from_ > run[1]:
        return "done after the rule ceased to apply"
    terms = Terms(rule, first.due, first.due if rule.first else None, leave_of(rule, case.history.record))
    kept = [each for each in case.entries if rule.prior_counts or each.on >= (start or 0)]
    with_it = steps(case, terms, kept)
    without = steps(case, terms, [each for each in kept if each.event is not event])
    if with_it != without or any(step.day == entry.from_ for step in with_it):
        return ""
    if any(step.day == entry.from_ for alone in _parts_of(case, entry) for step in steps(alone, terms, kept)):
        return ""
    return _without_effect(rule, terms, entry.on)


def _parts_of(case: Case, entry: Entry) -> Iterator[Case]:
    """Yield the case of each part of a bundle that *entry* does, as if it were all that is owed."""
    if len(case.planned.parts) > 1:
        for part in case.planned.parts:
            if not entry.deeds.isdisjoint(part):
                yield evolve(case, planned=evolve(case.planned, parts=(part,)))


def _without_effect(rule: Duty, terms: Terms, day: int) -> str:
    closed = terms.lapses_after(None)
    if rule.lapse and closed is not None and day > closed:
        return f"lapsed: after {date_text(date.fromordinal(closed))} only {rule.lapse.deed.name} counts"
    if rule.every is None:
        return "done already"
    return "too early to move the due date" if day < FAR else ""

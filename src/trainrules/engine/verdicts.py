"""What each event counted for, and why it did not count for what it might have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from trainrules.engine.case import Case, barring, cases
from trainrules.engine.counted import of_follow_up, of_order, of_quota
from trainrules.engine.counted_duty import of_duty
from trainrules.engine.decisive import decisive
from trainrules.engine.history import Event, History, make_history
from trainrules.engine.plan import Planned
from trainrules.engine.prepared import plan_of
from trainrules.engine.word import Word, Words, not_known
from trainrules.findings import EventVerdict, NotCounted
from trainrules.model.rules import Duty, FollowUp, Order, Policy, Quota, Rule
from trainrules.records.classes import Activity, Record, Training

SAYERS: dict[type[Rule], Callable[[Case, list[Event]], Words]] = {
    Duty: of_duty,
    FollowUp: of_follow_up,
    Order: of_order,
    Quota: of_quota,
}
"""What says of each event whether it counted, by kind of rule; for the other kinds no event counts."""


def verdicts(policy: Policy, record: Record, as_of: date) -> tuple[EventVerdict, ...]:
    """Return a verdict on each training record and activity of *record* up to *as_of*, in order of day."""
    plan = plan_of(policy)
    history = make_history(record, as_of.toordinal(), plan)
    events = [event for event in history.events if isinstance(event.item, (Training, Activity))]
    places: dict[int, list[int]] = {}
    for place, event in enumerate(events):
        for number in frozenset().union(*event.sets):
            places.setdefault(number, []).append(place)
    told: list[list[tuple[str, str]]] = [[] for _ in events]
    for planned in plan.planned:
        asked = sorted({place for number in _wanted(planned) for place in places.get(number, ())})
        words = _words(planned, history, [events[place] for place in asked])
        for place, word in zip(asked, words, strict=True):
            if word is not None:
                told[place].append((planned.rule.label, word))
    return tuple(_verdict(event, words) for event, words in zip(events, told, strict=True))


def _verdict(event: Event, words: list[tuple[str, str]]) -> EventVerdict:
    counted = dict.fromkeys(label for label, word in words if word == "")
    why = dict.fromkeys((label, word) for label, word in words if word and label not in counted)
    refused = tuple(NotCounted(label, word) for label, word in why)
    if not counted and not refused:
        refused = (NotCounted("", "no rule that applies to this person asks for it"),)
    return EventVerdict(event=event.name, counted_for=tuple(counted), not_counted_for=refused)


def _wanted(planned: Planned) -> frozenset[int]:
    """Return the deeds that can count for a rule: what has to be done, not what must not be or sets it off.

    An evaluation is part of the record of the training that it is of.
    """
    rule, parts = planned.rule, planned.parts
    if isinstance(rule, FollowUp) and any(deed.kind == "evaluation" for deed in rule.response.deeds):
        parts = planned.others
    if isinstance(rule, Duty):
        parts = (*parts, *planned.others, planned.lapse)
    return frozenset().union(*parts) if type(rule) in SAYERS else frozenset()


def _words(planned: Planned, history: History, events: list[Event]) -> list[Word]:
    """Return the word on each of *events*: on what is the same however what is not known is filled in."""
    if not events:
        return []
    found, missing = cases(planned, history)
    if not found:
        return [not_known(missing)] * len(events)
    told = [_in_case(case, events) for case in found]
    return [_together(found, [each[place] for each in told], missing) for place in range(len(events))]


def _together(found: list[Case], words: list[Word], missing: tuple[str, ...]) -> Word:
    """Return the word on an event of which these are the *words*, one for each way of filling in."""
    if "" not in words:
        return next((word for word in words if word is not None), None)
    if all(word == "" for word in words):
        return ""
    return not_known(decisive(found, [word == "" for word in words], missing))


def _in_case(case: Case, events: list[Event]) -> list[Word]:
    """Return the word on each of *events* with the facts of *case*."""
    if not case.runs:
        return [None] * len(events)
    wanted = _wanted(case.planned)
    there = {id(entry.event) for entry in case.entries if not entry.deeds.isdisjoint(wanted)}
    words = SAYERS[type(case.planned.rule)](case, [event for event in events if id(event) in there])
    broken = barring(case)

    def kept_out(event: Event) -> Word:
        ways = [each for each in event.sets if not each.isdisjoint(wanted)]
        rules = [broken(event, each) for each in ways]
        for rule in rules:
            if rule is not None and all(rules):
                return f"not taken as [{rule.rule.label}] asks: {rule.owed}"
        asked = case.planned.rule.evidence if isinstance(case.planned.rule, Duty) else ""
        return f"no {asked} by then" if asked else None

    return [words.get(id(event)) if id(event) in there else kept_out(event) for event in events]

"""Which events counted for follow-ups, orders and quotas, and why the others did not."""

from __future__ import annotations

from trainrules.dates import shown
from trainrules.engine import follow_up, quota
from trainrules.engine.case import Case, Entry
from trainrules.engine.history import Event
from trainrules.engine.instance import Instance, is_told
from trainrules.engine.rolling import last_day
from trainrules.engine.timeline import holds
from trainrules.engine.word import AFTER, Word, Words, not_known
from trainrules.model.rules import FollowUp, Quota
from trainrules.words import date_text


def _entries(case: Case, events: list[Event]) -> list[Entry]:
    asked = {id(event) for event in events}
    return [entry for entry in case.entries if id(entry.event) in asked]


# --- follow-up -------------------------------------------------------------------------------------------


def of_follow_up(case: Case, events: list[Event]) -> Words:
    """Return the word on each of *events*: an answer counts, to what it was the answer to."""
    rule = case.planned.rule
    assert isinstance(rule, FollowUp)
    owed = [each for each in follow_up.instances(case) if is_told(each, case.standing)]
    if any(deed.kind == "evaluation" for deed in rule.response.deeds):
        return {id(event): _evaluated(event, owed, case.as_of) for event in events}
    answers = {(each.by, each.done) for each in owed}
    first = min((each.opens for each in owed), default=None)
    words: Words = {}
    for entry in _entries(case, events):
        if (entry.event.name, entry.on) in answers:
            word = ""
        elif first is None:
            word = "there was nothing for it to answer"
        else:
            word = "too early" if entry.on < first else "there was nothing open for it to answer"
        words[id(entry.event)] = word
    return words


def _evaluated(event: Event, owed: list[Instance], as_of: int) -> Word:
    """Return the word on training that an evaluation is asked of; none where nothing was returned."""
    for each in owed:
        if each.event == event.name and each.anchor == event.day:
            if each.missing:
                return not_known(each.missing)
            if each.done is not None:
                return ""
            returned = getattr(event.item, "evaluations", None) or ()
            days = [e.returned.toordinal() for e in returned if e.returned]
            is_early = any(day < each.opens for day in days if day <= as_of)
            return "its evaluation was returned too early" if is_early else None
    return None


# --- order -----------------------------------------------------------------------------------------------


def of_order(case: Case, events: list[Event]) -> Words:
    """Return the word on each of *events*: the first of its kind counts, if what must not precede it came."""
    asked = {id(event) for event in events}
    words: Words = {}
    seconds = [entry for entry in case.of(case.planned.others) if holds(case.free, entry.on)]
    for part in case.planned.parts:
        firsts = case.of((part,))
        for entry in firsts:
            if id(entry.event) in asked:
                word = _in_order(entry, firsts[0], seconds)
                words[id(entry.event)] = "" if words.get(id(entry.event)) == "" else word
    return words


def _in_order(entry: Entry, first: Entry, seconds: list[Entry]) -> Word:
    others = [each for each in seconds if each.event is not entry.event]
    same_day = [each.event.name for each in others if each.on == entry.on]
    if entry.on > first.on:
        day = shown(first.on)
        return f"done already on {date_text(day)}" if day else "done already"
    if any(each.on > entry.on for each in others):
        return ""
    if same_day:
        return not_known((f"order of {' and '.join((entry.event.name, *same_day))} on the day",))
    return "nothing was done later that it has to come before"


# --- quota -----------------------------------------------------------------------------------------------


def of_quota(case: Case, events: list[Event]) -> Words:
    """Return the word on each of *events*: what made up the amount counts, until there was enough of it."""
    rule = case.planned.rule
    assert isinstance(rule, Quota)
    owed = [each for each in quota.instances(case) if is_told(each, case.standing)]
    missing = next((each.missing for each in owed if each.missing), None)
    word_of = _in_window if rule.cycle is None else _in_period
    words: Words = {}
    for entry in _entries(case, events):
        if not entry.amount:
            words[id(entry.event)] = f"it comes to no {rule.measure}"
            continue
        word = word_of(case, rule, owed, entry)
        words[id(entry.event)] = not_known(missing) if word and missing else word
    return words


def _in_period(case: Case, rule: Quota, owed: list[Instance], entry: Entry) -> str:
    for each in owed:
        if each.due is not None and each.opens <= entry.on <= each.due:
            is_needed = each.done is None or entry.on <= each.done
            return "" if is_needed and each.need else "there was enough without it"
    return "it is in no period that is judged"


def _in_window(case: Case, rule: Quota, owed: list[Instance], entry: Entry) -> str:
    runs = [run for run in case.runs if run[2]]
    if any(start <= last_day(rule, entry.on) and entry.on <= end for start, end, _ in runs):
        return ""
    return AFTER if any(end < entry.on for _, end, _ in runs) else "too long ago when the rule began to apply"

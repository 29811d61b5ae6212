"""One rule for one record with every fact it needs; where facts are missing, one case a way of filling in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from itertools import product

from attrs import evolve, frozen

from trainrules.dates import DAWN, FAR
from trainrules.engine.history import Event, History
from trainrules.engine.instance import Standing
from trainrules.engine.known import known_of
from trainrules.engine.match import OTHER
from trainrules.engine.plan import Planned
from trainrules.engine.scope import (
    NO,
    STARTED,
    YES,
    Filled,
    Run,
    audience_days,
    audience_runs,
    fact_name,
    in_audience,
    rule_runs,
    unknown_attributes,
)
from trainrules.engine.timeline import Spans, holds, intersect, subtract, union
from trainrules.model.rules import Audience, Days, Rule, fold
from trainrules.records.classes import Record

MOST_WORLDS = 256
"""How many ways of filling in missing facts are tried for one rule; with more, it is undetermined."""

MOST_ENTRIES = 64 * MOST_WORLDS
"""How many events all those ways may have together: who has thousands is not looked at 256 times."""


@frozen
class Entry:
    """An event as one case sees it: the *deeds* it is, its own day *on*, and the day it counts *from*.

    *amount* is its hours or days where a quota adds them up.
    """

    on: int
    from_: int
    deeds: frozenset[int]
    event: Event
    amount: Fraction = Fraction(1)

    @property
    def until(self) -> int:
        """Return the last day that it can count for: a qualification's last, FAR for all else."""
        last = getattr(self.event.item, "until", None)
        return last.toordinal() if isinstance(last, date) else FAR


Facts = tuple[str, ...]
Taken = tuple[Facts, int]
"""Facts that are not known, and which of the ways that they leave was taken."""


@frozen
class Case:
    """A rule and the facts: *runs* and *days* in scope, *free* those that can be breach days.

    *unstarted* are runs that are not known to have begun when the rule asks (`for those starting …`).
    *entries* are the events that matter to the rule, by the day they count from. *taken* says which way of
    each event was taken whose facts leave more than one.
    """

    planned: Planned
    history: History
    runs: list[Run]
    unstarted: list[Run]
    days: Spans
    free: Spans
    standing: Standing
    entries: list[Entry]
    filled: Filled
    taken: tuple[Taken, ...] = ()

    @property
    def as_of(self) -> int:
        """Return the as-of day."""
        return self.history.as_of

    def of(self, deeds: Iterable[frozenset[int]]) -> list[Entry]:
        """Return the entries that are any of *deeds*, in order."""
        wanted = frozenset().union(*deeds)
        return [entry for entry in self.entries if entry.deeds & wanted]


def cases(planned: Planned, history: History) -> tuple[list[Case], tuple[str, ...]]:
    """Return one case a way of filling in what is not known (usually one), and what is not known.

    No case at all means that there are more ways than are tried.
    """
    fillings, unknown = _fillings(planned, history)
    found: list[Case] = []
    missing = dict.fromkeys(unknown)
    for filled in fillings:
        frame = _frame(planned, history, filled)
        if not frame.runs:
            found.append(frame)
            continue
        options, facts = _options(frame)
        missing |= dict.fromkeys(name for names in facts for name in names)
        ways = 1
        for option in options:
            ways *= len(option)
        tried = ways * len(fillings)
        if tried > MOST_WORLDS or (tried > 1 and tried * len(options) > MOST_ENTRIES):
            return [], tuple(missing)
        found += [_with_entries(frame, chosen, facts) for chosen in product(*map(enumerate, options))]
    return found, tuple(missing)


def _force(force: Days) -> tuple[int, int]:
    return (
        force.first.toordinal() if force.first else DAWN,
        force.last.toordinal() if force.last else FAR,
    )


def _frame(planned: Planned, history: History, filled: Filled) -> Case:
    """Return the case without its entries."""
    rule, record = planned.rule, history.record
    runs = rule_runs(rule, record, filled)
    unstarted = _unstarted(rule, history, filled)
    if not runs:
        standing = Standing(rule, _force(rule.force), (), history.why)
        return Case(planned, history, [], unstarted, (), (), standing, [], filled)
    days = _days(rule, record, filled, runs)
    excused = _excused(planned, history, filled)
    force = _force(rule.force)
    free = subtract(intersect(days, (force,)), excused)
    standing = Standing(rule, force, excused, history.why)
    return Case(planned, history, runs, unstarted, days, free, standing, [], filled)


def _excused(planned: Planned, history: History, filled: Filled) -> Spans:
    """Return the days that a waiver covers, or on which another rule takes this one's place."""
    label = fold(planned.rule.label)
    spans = [
        (w.from_.toordinal() if w.from_ else DAWN, w.to.toordinal() if w.to else FAR)
        for w in history.record.waivers
        if fold(w.rule) == label
    ]
    for number in planned.overriders:
        spans += applies_on(history.plan.other(number).rule, history, filled)
    return union(spans) if spans else ()


def applies_on(rule: Rule, history: History, filled: Filled) -> Spans:
    """Return the days in scope and in force of *rule*, whatever excuses it."""
    runs = rule_runs(rule, history.record, filled)
    return intersect(_days(rule, history.record, filled, runs), (_force(rule.force),))


def _days(rule: Rule, record: Record, filled: Filled, runs: list[Run]) -> Spans:
    """Return the days of *runs* that are in scope: those in a short break are not."""
    days = audience_days(runs)
    if rule.breaks is None:
        return days
    return intersect(days, audience_days(in_audience(rule.audience, record, filled)))


# --- what is not known -----------------------------------------------------------------------------------


def _fillings(planned: Planned, history: History) -> tuple[list[Filled], tuple[str, ...]]:
    """Return every way of filling in what the rule needs to know, and the names of what is not known.

    Those are the attributes that it asks for and the record does not give, and whether someone of unknown
    beginning began when another rule asks that takes its place, or bars what counts for it.
    """
    others = [history.plan.other(number).rule for number in (*planned.overriders, *planned.exclusions)]
    audiences = [planned.rule.audience, *(rule.audience for rule in others)]
    names = sorted({name for each in audiences for name in unknown_attributes(each, history.record)})
    values = [sorted({v for audience in audiences for v in _values(audience, name)}) for name in names]
    ways = product(*((*each, OTHER) for each in values))
    fillings: list[Filled] = [dict(zip(names, way, strict=True)) for way in ways]
    if any(_unstarted(rule, history, filled) for rule in others for filled in fillings):
        fillings = [{**filled, STARTED: way} for filled in fillings for way in (NO, YES)]
    return fillings, tuple(fact_name(name) for name in fillings[0])


def _unstarted(rule: Rule, history: History, filled: Filled) -> list[Run]:
    """Return the runs that are not known to have begun when *rule* asks: none where it does not ask."""
    if rule.started == Days():
        return []
    every_run = audience_runs(rule.audience, history.record, rule.breaks, filled)
    return [run for run in every_run if not run[2]]


def _values(audience: Audience, name: str) -> set[str]:
    terms = (*audience.any_of, *(t for terms in audience.all_of for t in terms), *audience.none_of)
    asked = {fold(t.value) for t in terms if t.kind == "attribute" and fold(t.name) == name}
    return asked | {fold(t.name) for t in terms if t.kind == name}


Option = Entry | None


def _options(frame: Case) -> tuple[list[list[Option]], list[Facts]]:
    """Return what each event may be for the rule, and the facts for want of which each is not one thing."""
    wanted = frame.planned.deeds
    options: list[list[Option]] = []
    missing: list[Facts] = []
    kinds_of = _kinds(frame, wanted)
    for event in frame.history.events:
        kinds = kinds_of(event)
        if not any(kinds):
            continue
        known = known_of(frame.planned.rule, event, frame.history.record, frame.as_of, frame.history.eves)
        ways: list[Option] = [
            Entry(on, from_, kind, event, amount)
            for kind in kinds
            if kind
            for on, from_ in known.days
            for amount in known.amounts
        ]
        if not ways:
            continue
        if not all(kinds) or known.may_be_none:
            ways.append(None)
        options.append(ways)
        facts = _unknown(frame, event) if len(kinds) > 1 else []
        facts += [f"{known.silent} of {event.name}"] if known.silent else []
        missing.append(tuple(facts) if len(ways) > 1 else ())
    return options, missing


def _kinds(frame: Case, wanted: frozenset[int]) -> Callable[[Event], set[frozenset[int]]]:
    """Return what tells which of the deeds *wanted* an event may be, each way it may: none where barred.

    Events that look the same share their sets, so each is gone through once where nothing is barred.
    """
    barred = barring(frame)
    known: dict[int, set[frozenset[int]]] = {}

    def kinds_of(event: Event) -> set[frozenset[int]]:
        found = known.get(id(event.sets))
        if found is None:
            found = known[id(event.sets)] = {each & wanted for each in event.sets}
        if not frame.planned.exclusions or not any(found):
            return found
        return {each & wanted if not barred(event, each) else frozenset() for each in event.sets}

    return kinds_of


def _unknown(frame: Case, event: Event) -> list[str]:
    """Return the facts for want of which *event* may be one or another of the deeds that matter."""
    plan = frame.history.plan
    matter = [frame.planned, *(plan.other(number) for number in frame.planned.exclusions)]
    deeds = frozenset().union(*(each.deeds for each in matter))
    facts = plan.matcher.unknown(event.look, event.equivalences, deeds)
    return [f"{fact} of {event.name}" for fact in facts]


def barring(frame: Case) -> Callable[[Event, frozenset[int]], Planned | None]:
    """Return what tells which delivery rule an event, as these deeds, breaks: it then counts for nothing."""
    plan = frame.history.plan
    rules = [plan.other(number) for number in frame.planned.exclusions]
    where = [(rule, _frame(rule, frame.history, frame.filled).free) for rule in rules]

    def broken(event: Event, deeds: frozenset[int]) -> Planned | None:
        kept = (rule for rule, free in where if is_wrong_mode(rule, deeds) and holds(free, event.day))
        return next(kept, None)

    return broken


def is_wrong_mode(planned: Planned, deeds: frozenset[int]) -> bool:
    """Return whether *deeds* hold a delivery rule's own training, and none of its allowed modes."""
    return not deeds.isdisjoint(planned.parts[0]) and deeds.isdisjoint(planned.others[0])


def _with_entries(frame: Case, chosen: tuple[tuple[int, Option], ...], facts: list[Facts]) -> Case:
    entries = [entry for _, entry in chosen if entry]
    entries.sort(key=lambda entry: (entry.from_, entry.on))
    taken = [(names, way) for names, (way, _) in zip(facts, chosen, strict=True) if names]
    return evolve(frame, entries=entries, taken=tuple(taken))

"""The ways, within small domains, of filling in what a record does not say.

A result is determined when it is the same in all of them. A post or a person with no first day is not filled
in: that gives scope from always, and an anchor that is never known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import attrs

from trainrules.model.rules import Anchor, Checklist, Duty, Policy
from trainrules.records.classes import Attribute, Evaluation, Record, StandardItem, Training
from trainrules.testing.oracle.case import declared_course, same

DELIVERIES = ("single-agency", "multi-agency")
FORMATS = ("e-learning", "face-to-face", "virtual")
EARLY = date(2010, 1, 1)

Pick = Callable[[Sequence[Any]], Any]


def world(policy: Policy, record: Record, as_of: date, pick: Pick) -> Record:
    """Return *record* with everything that is missing filled in, each as *pick* chooses."""
    lists = {name: getattr(record, name) for name in attrs.fields_dict(type(record))}
    known: dict[str, Any] = {
        name: all_filled(policy, value, as_of, pick)
        for name, value in lists.items()
        if isinstance(value, tuple)
    }
    known["attributes"] += attributes_not_known(policy, record, pick)
    known["standards"] += items_not_known(policy, record, as_of, pick)
    known["facts"] += facts_not_known(policy, record, as_of, pick)
    modes = {"delivery": DELIVERIES, "format": FORMATS}
    known |= {name: pick(values) for name, values in modes.items() if lists.get(name, "") is None}
    return attrs.evolve(record, **known)


def all_filled(policy: Policy, things: tuple[Any, ...], as_of: date, pick: Pick) -> tuple[Any, ...]:
    """Return *things* with their gaps filled in; an exact duplicate stays one."""
    ways = {thing: filled(policy, thing, as_of, pick) for thing in dict.fromkeys(things)}
    return tuple(ways[thing] for thing in things)


def filled(policy: Policy, thing: Any, as_of: date, pick: Pick) -> Any:
    """Return *thing* with its own gaps filled in."""
    if not attrs.has(type(thing)):
        return thing
    gaps = gaps_of(policy, thing, as_of)
    return attrs.evolve(thing, **{name: pick(options) for name, options in gaps.items()})


def gaps_of(policy: Policy, thing: Any, as_of: date) -> dict[str, Sequence[Any]]:
    """Return the fields of *thing* that are not known, with what they might be.

    No list of evaluations is no evaluation; but "no word about evidence", where a rule asks, is unknown.
    """
    days = (EARLY, as_of)
    declared = declared_course(policy, getattr(thing, "course", None))
    is_evidence = any(isinstance(rule, Duty) and rule.evidence for rule in policy.rules)
    domains: dict[str, Sequence[Any]] = {
        "delivery": () if declared.delivery else DELIVERIES,
        "format": () if declared.formats else FORMATS,
        "certificate": (True, False),
        "evaluations": evaluations_not_known(thing, as_of) if is_evidence else (),
        "hours": (Fraction(0), Fraction(100)),
        "days": (Fraction(0), Fraction(100)),
        "attended": (True, False),
        "met": (True, False),
        "dated": days,
        "advertised": (False, *days),
    }
    fields = attrs.fields_dict(type(thing))
    if {"name", "until"} <= set(fields):
        domains["on"] = days
    gaps = {
        n: options for n, options in domains.items() if n in fields and options and getattr(thing, n) is None
    }
    if isinstance(thing, Training) and any(e.returned is None for e in thing.evaluations or ()):
        gaps["evaluations"] = evaluations_not_known(thing, as_of)
    return gaps


def evaluations_not_known(thing: Any, as_of: date) -> list[tuple[Evaluation, ...]]:
    """Return what may have come back for *thing* beside what is known: nothing, at once, or just now."""
    if not isinstance(thing, Training):
        return []
    known = tuple(e for e in thing.evaluations or () if e.returned is not None)
    kinds = sorted({e.kind or "impact" for e in thing.evaluations or () if e.returned is None}) or ["impact"]
    more = [(Evaluation(kind=k, returned=d),) for k in kinds for d in (thing.completed, as_of)]
    return [known, *(known + each for each in more)]


def attributes_not_known(policy: Policy, record: Record, pick: Pick) -> tuple[Attribute, ...]:
    """An absent attribute may have any of its values, or none of those that a rule asks about."""
    said = [attribute.name for attribute in record.attributes]
    absent = [(n, values) for n, values in policy.attributes if not any(same(n, s) for s in said)]
    picked = [(name, pick((None, *values))) for name, values in absent]
    return tuple(Attribute(name=name, value=value) for name, value in picked if value is not None)


def items_not_known(policy: Policy, record: Record, as_of: date, pick: Pick) -> tuple[StandardItem, ...]:
    """An item of which nothing is said may be met or not."""
    items = dict.fromkeys(i for rule in policy.rules if isinstance(rule, Checklist) for i in rule.items)
    said = [(s.standard, s.item) for s in record.standards]
    absent = [i for i in items if not any(same(i.standard, s) and same(i.number, n) for s, n in said)]
    return tuple(
        StandardItem(standard=i.standard, item=i.number, met=pick((True, False)), on=as_of) for i in absent
    )


def facts_not_known(policy: Policy, record: Record, as_of: date, pick: Pick) -> tuple[tuple[str, date], ...]:
    """A dated fact that is absent may have been on any day."""
    anchors = [a for rule in policy.rules if isinstance(rule, Duty) for a in anchors_of(rule)]
    absent = {a.name for a in anchors if a.kind == "fact"} - {name for name, _ in record.facts}
    return tuple((name, pick((EARLY, as_of))) for name in sorted(absent))


def anchors_of(rule: Duty) -> Iterator[Anchor]:
    """Yield what the rule's deadlines are counted from."""
    deadline = rule.first
    while deadline is not None:
        yield deadline.anchor
        deadline = deadline.not_beyond

"""Every way, within small domains, of filling in what a record does not say.

A result is determined when it is the same in all of them. A post or a person with no first day is not filled
in: that gives scope from always, and an anchor that is never known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import islice, product
from typing import Any

import attrs
from tests.oracle.case import declared_course, same

from trainrules.model.rules import Anchor, Checklist, Duty, Policy
from trainrules.records.classes import Attribute, Evaluation, Record, StandardItem, Training

DELIVERIES = ("single-agency", "multi-agency")
FORMATS = ("e-learning", "face-to-face")
EARLY = date(2010, 1, 1)
MOST = 256


def worlds(policy: Policy, record: Record, as_of: date, limit: int = 64) -> Iterator[Record]:
    """Yield *record* with everything that is missing filled in, in at most *limit* of the ways."""
    choices: dict[str, Any] = {
        name: each_filled(policy, value, as_of)
        for name in attrs.fields_dict(type(record))
        if isinstance(value := getattr(record, name), tuple)
    }
    unsaid: dict[str, list[tuple[Any, ...]]] = {
        "attributes": attributes_not_known(policy, record),
        "standards": items_not_known(policy, record, as_of),
        "facts": facts_not_known(policy, record, as_of),
    }
    choices |= {
        name: [have + each for have in choices[name] for each in more] for name, more in unsaid.items()
    }
    modes = {"delivery": DELIVERIES, "format": FORMATS}
    choices |= {name: values for name, values in modes.items() if getattr(record, name, "") is None}
    for values in islice(product(*choices.values()), limit):
        yield attrs.evolve(record, **dict(zip(choices, values, strict=True)))


def each_filled(policy: Policy, things: tuple[Any, ...], as_of: date) -> list[tuple[Any, ...]]:
    """Return *things* with each of them filled in, in every combination."""
    return list(islice(product(*(filled(policy, thing, as_of) for thing in things)), MOST))


def filled(policy: Policy, thing: Any, as_of: date) -> list[Any]:
    """Return *thing* in every way of filling in its own gaps."""
    if not attrs.has(type(thing)):
        return [thing]
    gaps = gaps_of(policy, thing, as_of)
    return [attrs.evolve(thing, **dict(zip(gaps, values, strict=True))) for values in product(*gaps.values())]


def gaps_of(policy: Policy, thing: Any, as_of: date) -> dict[str, Sequence[Any]]:
    """Return the fields of *thing* that are not known, with what they might be."""
    days = (EARLY, as_of)
    declared = declared_course(policy, getattr(thing, "course", None))
    domains: dict[str, Sequence[Any]] = {
        "delivery": () if declared.delivery else DELIVERIES,
        "format": () if declared.formats else FORMATS,
        "certificate": (True, False),
        "evaluations": evaluations_not_known(thing, as_of),
        "hours": (Fraction(0), Fraction(100)),
        "days": (Fraction(0), Fraction(100)),
        "attended": (True, False),
        "met": (True, False),
        "dated": days,
        "advertised": (False, *days),
    }
    if "name" in attrs.fields_dict(type(thing)) and "until" in attrs.fields_dict(type(thing)):
        domains["on"] = days
    fields = attrs.fields_dict(type(thing))
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
    kinds = {e.kind for e in thing.evaluations or () if e.returned is None} or {"impact"}
    more = [(Evaluation(kind=k or "impact", returned=d),) for k in kinds for d in (thing.completed, as_of)]
    return [known, *(known + each for each in more)]


def attributes_not_known(policy: Policy, record: Record) -> list[tuple[Attribute, ...]]:
    """An absent attribute may have any of its values, or none of those that a rule asks about."""
    options: list[tuple[Attribute, ...]] = [()]
    for name, values in policy.attributes:
        if not any(same(name, a.name) for a in record.attributes):
            each = [(), *((Attribute(name=name, value=value),) for value in values)]
            options = [have + more for have in options for more in each]
    return options


def items_not_known(policy: Policy, record: Record, as_of: date) -> list[tuple[StandardItem, ...]]:
    """An item of which nothing is said may be met or not."""
    options: list[tuple[StandardItem, ...]] = [()]
    items = [item for rule in policy.rules if isinstance(rule, Checklist) for item in rule.items]
    for item in dict.fromkeys(items):
        if not any(same(s.standard, item.standard) and same(s.item, item.number) for s in record.standards):
            said = [
                StandardItem(standard=item.standard, item=item.number, met=m, on=as_of) for m in (True, False)
            ]
            options = [(*have, more) for have in options for more in said]
    return options


def facts_not_known(policy: Policy, record: Record, as_of: date) -> list[tuple[tuple[str, date], ...]]:
    """A dated fact that is absent may have been on any day."""
    anchors = [a for rule in policy.rules if isinstance(rule, Duty) for a in anchors_of(rule)]
    options: list[tuple[tuple[str, date], ...]] = [()]
    for name in sorted({a.name for a in anchors if a.kind == "fact"} - {n for n, _ in record.facts}):
        options = [(*have, (name, day)) for have in options for day in (EARLY, as_of)]
    return options


def anchors_of(rule: Duty) -> Iterator[Anchor]:
    """Yield what the rule's deadlines are counted from."""
    deadline = rule.first
    while deadline is not None:
        yield deadline.anchor
        deadline = deadline.not_beyond

"""Checklist: every item of a standard met, not met, or not known."""

from __future__ import annotations

from attrs import evolve

from trainrules.dates import DAWN, FAR
from trainrules.engine.case import Case
from trainrules.engine.instance import Instance
from trainrules.engine.timeline import clip
from trainrules.findings import Kind
from trainrules.model.rules import Checklist, Item, fold
from trainrules.records.classes import StandardItem
from trainrules.words import quoted


def instances(case: Case) -> list[Instance]:
    """Return one instance an item, in each run; a run that is still to come is listed when it begins."""
    rule = case.planned.rule
    assert isinstance(rule, Checklist)
    return [_instance(case, item, first, last) for first, last, _ in case.runs for item in rule.items]


def _instance(case: Case, item: Item, first: int, last: int) -> Instance:
    owed = f"{quoted(item.text)} (item {item.number} of {quoted(item.standard)})"
    recorded = _recorded(case, item)
    is_listed = first <= case.as_of
    plain = Instance(opens=first, end=last, owed=owed, kind=Kind.STANDARD, is_listed=is_listed)
    if recorded is None or recorded.met is None:
        return evolve(plain, missing=(f"item {item.number} of {item.standard}",))
    day = recorded.on.toordinal() if recorded.on else None
    if recorded.met:
        return evolve(plain, done=DAWN if day is None else day)
    since = case.as_of if day is None else day
    return evolve(
        plain,
        breach=clip(clip(case.free, since, FAR), first, last),
        event=f"{item.standard} {item.number}",
        cure=f"meet {owed}",
    )


def _recorded(case: Case, item: Item) -> StandardItem | None:
    """Return what was recorded of *item* by the as-of day, None when nothing was."""
    for each in case.history.record.standards:
        is_it = fold(each.standard) == fold(item.standard) and each.item.strip(" .") == item.number.strip(
            " ."
        )
        if is_it and (each.on is None or each.on.toordinal() <= case.as_of):
            return each
    return None

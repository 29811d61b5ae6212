"""Checklist: every item of a standard met, not met, or not known; what was recorded last is what holds."""

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
    """Return what each item owes in each run; a run that is still to come is listed when it begins."""
    rule = case.planned.rule
    assert isinstance(rule, Checklist)
    return [
        each
        for first, last, _ in case.runs
        for item in rule.items
        for each in _of_item(case, item, first, last)
    ]


def _of_item(case: Case, item: Item, first: int, last: int) -> list[Instance]:
    """Return one instance, or one each time that the item was found not to be met."""
    owed = f"{quoted(item.text)} (item {item.number} of {quoted(item.standard)})"
    said = recorded(case, item)
    plain = Instance(opens=first, end=last, owed=owed, kind=Kind.STANDARD, is_foreseen=False)
    if not said or any(each.met is None for _, each in said):
        return [evolve(plain, missing=(f"item {item.number} of {item.standard}",))]
    found = [
        evolve(
            plain,
            opens=max(first, since) if number else first,
            breach=clip(clip(case.free, since, FAR if met is None else met - 1), first, last),
            done=met,
            event=named(item),
            cure=f"meet {owed}",
        )
        for number, (since, met) in enumerate(_not_met(said))
    ]
    day, oldest = said[0]
    return found or [evolve(plain, done=day if oldest.on else DAWN)]


def named(item: Item) -> str:
    """Return how a violation names *item*."""
    return f"{item.standard} {item.number}"


def _not_met(said: list[tuple[int, StandardItem]]) -> list[tuple[int, int | None]]:
    """Return since when the item was not met, each time, and when it was met again, None when it was not."""
    found: list[tuple[int, int | None]] = []
    for day, each in said:
        is_open = bool(found) and found[-1][1] is None
        if not each.met and not is_open:
            found.append((day, None))
        elif each.met and is_open:
            found[-1] = (found[-1][0], day)
    return found


def recorded(case: Case, item: Item) -> list[tuple[int, StandardItem]]:
    """Return what was recorded of *item* by the as-of day, in order of day; on one day, what is not met last.

    What was recorded on no day is as of now.
    """
    found = []
    for each in case.history.record.standards:
        is_it = fold(each.standard) == fold(item.standard) and each.item.strip(" .") == item.number.strip(
            " ."
        )
        day = case.as_of if each.on is None else each.on.toordinal()
        if is_it and day <= case.as_of:
            found.append((day, each))
    return sorted(found, key=lambda row: (row[0], row[1].met is False, row[1].on is None))

"""A record at a glance: its spells and what it did, as far as the plain rules need, in one pass.

Only what is fully known is seen; whatever else there is makes the record one for the full engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from trainrules.dates import FAR
from trainrules.engine.plan import EVERYONE, Plan
from trainrules.engine.scope import TRAINER
from trainrules.records.classes import Record, StaffRecord

Spell = tuple[int, int]
Done = tuple[int, str]

_COMPLETED = attrgetter("completed")
_ON = attrgetter("on")


class Glance:
    """What the plain rules ask of a member of staff with one known joining day (or none) and known posts.

    *spells* are the days in each group, level and role; *done* what was done of each deed, with the day and
    the event's name; *unsure* the deeds that some event may or may not be.
    """

    __slots__ = ("as_of", "done", "joined", "spells", "unsure")

    def __init__(self, record: StaffRecord, as_of: int, plan: Plan) -> None:
        self.as_of = as_of
        left = record.left.toordinal() if record.left else FAR
        self.joined = record.joined.toordinal() if record.joined else None
        self.spells: dict[int, list[Spell]] = {}
        self.done: dict[int, list[Done]] = {}
        self.unsure: set[int] = set()
        if self.joined is not None:
            self.spells[EVERYONE] = [(self.joined, left)]
            if record.kind == "trainer":
                self.spells[plan.term("role", TRAINER)] = [(self.joined, left)]
        for post in record.posts:
            started: Any = post.started
            spell = (started.toordinal(), min(left, post.ended.toordinal() if post.ended else FAR))
            if spell[0] > spell[1]:
                continue
            for kind, names in (("group", post.groups), ("level", post.levels), ("role", post.roles)):
                for name in names:
                    self.spells.setdefault(plan.term(kind, name), []).append(spell)
        seen = plan.seen
        places: dict[int, int] = {}
        for item in sorted(record.training, key=_COMPLETED):
            key = (item.course, item.delivery, item.format, item.for_)
            name = item.id or f"training {_place(record.training, item, places)}"
            self._add(item.completed.toordinal(), name, seen.get(key) or plan.sets(key, item))
        places = {}
        for act in sorted(record.activities, key=_ON):
            name = act.id or f"activity {_place(record.activities, act, places)}"
            self._add(act.on.toordinal(), name, seen.get(act.kind) or plan.sets(act.kind, act))

    def _add(self, day: int, name: str, sets: tuple[frozenset[int], ...]) -> None:
        """Add something done on *day* to what was done of each deed: in order, of a day the first by name."""
        if day > self.as_of:
            return
        for number in sets[0] if len(sets) == 1 else self._unsure(sets):
            found = self.done.get(number)
            if found is None:
                self.done[number] = [(day, name)]
            elif found[-1][0] < day:
                found.append((day, name))
            elif found[-1] > (day, name):
                self.done[number] = in_order([*found, (day, name)])

    def _unsure(self, sets: tuple[frozenset[int], ...]) -> tuple[int, ...]:
        self.unsure.update(*sets)
        return ()


def _place(items: Sequence[object], item: object, places: dict[int, int]) -> int:
    """Return the place from 1 of *item*; *places* holds those of all *items*, once one is asked for."""
    if not places:
        places |= {id(each): place for place, each in reversed(list(enumerate(items, 1)))}
    return places[id(item)]


def in_order(done: list[Done]) -> list[Done]:
    """Return *done* by day, of each the first by name: in whatever order the record has them."""
    first: dict[int, Done] = {}
    for each in sorted(done):
        first.setdefault(each[0], each)
    return list(first.values())


def glanced(record: Record, as_of: int, plan: Plan) -> Glance | None:
    """Return *record* at a glance; None unless it is staff, joined at most once, with known starts.

    A trainer with no joining day is one on every day, which no spell here can say.
    """
    if not isinstance(record, StaffRecord) or record.employment or record.waivers:
        return None
    if record.kind == "trainer" and record.joined is None:
        return None
    for post in record.posts:
        if post.started is None:
            return None
    return Glance(record, as_of, plan)

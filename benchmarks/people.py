"""The same invented people twice: as the library's records and as the hand-written program's own classes.

1.2 posts and 7 events a person, about what a training officer's spreadsheet holds.
"""

from __future__ import annotations

import random
from datetime import date, timedelta

import by_hand

from trainrules.records.classes import Activity, For, Post, StaffRecord, Training

FIRST_DAY = date(2019, 1, 1)
DAYS = 6 * 365


def people(count: int, seed: int = 7) -> tuple[list[StaffRecord], list[by_hand.Person]]:
    """Return *count* people in both forms, in the same order."""
    chance = random.Random(seed)
    pairs = [_person(chance, number) for number in range(count)]
    return [record for record, _ in pairs], [person for _, person in pairs]


def _person(chance: random.Random, number: int) -> tuple[StaffRecord, by_hand.Person]:
    joined = FIRST_DAY + timedelta(days=chance.randrange(DAYS // 2))
    left = joined + timedelta(days=chance.randrange(200, 1500)) if chance.random() < 0.2 else None
    posts = _posts(chance, joined)
    training = [_completion(chance, place, joined) for place in range(1, 5)]
    updates = [
        by_hand.Update(f"A{place}", "e-bulletin", joined + timedelta(days=chance.randrange(1500)))
        for place in range(1, 4)
    ]
    person = by_hand.Person(f"S{number}", joined, left, posts, training, updates)
    return _record(person), person


def _posts(chance: random.Random, joined: date) -> list[by_hand.Post]:
    roles = ["DSL"] if chance.random() < 0.25 else []
    first = by_hand.Post([chance.choice("ABC")], roles, joined)
    if chance.random() < 0.8:
        return [first]
    change = joined + timedelta(days=chance.randrange(100, 900))
    first.ended = change
    return [
        first,
        by_hand.Post([chance.choice("ABC")], roles, change + timedelta(days=chance.choice((1, 40)))),
    ]


def _completion(chance: random.Random, place: int, joined: date) -> by_hand.Completion:
    day = joined + timedelta(days=chance.randrange(-60, 1200))
    kind = chance.random()
    if kind < 0.3:
        return by_hand.Completion(f"T{place}", "Induction", day)
    if kind < 0.8:
        return by_hand.Completion(f"T{place}", "Safeguarding", day, groups=[chance.choice("ABC")])
    return by_hand.Completion(f"T{place}", "DSL course", day, roles=["DSL"])


def _record(person: by_hand.Person) -> StaffRecord:
    return StaffRecord(
        id=person.id,
        joined=person.joined,
        left=person.left,
        posts=tuple(
            Post(groups=tuple(p.groups), roles=tuple(p.roles), started=p.started, ended=p.ended)
            for p in person.posts
        ),
        training=tuple(
            Training(
                id=t.id,
                course=t.course,
                completed=t.completed,
                for_=For(groups=tuple(t.groups), roles=tuple(t.roles)),
            )
            for t in person.training
        ),
        activities=tuple(Activity(id=u.id, kind=u.kind, on=u.on) for u in person.updates),
    )

"""What a sample workforce is made from, and the making: people, courses and organisations."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

import trainrules
from trainrules.model.rules import Policy
from workforce.career import Job
from workforce.chance import Chance
from workforce.papers import with_papers

Fields = dict[str, Any]
STAFF = 200
TRAINERS = 12


class Course(NamedTuple):
    """A course that the partnership or one of its agencies runs."""

    title: str
    delivery: str
    format: str
    attributes: tuple[tuple[str, str], ...] = ()


class Partnership(NamedTuple):
    """One partnership: its bundled policy, the days that its records tell of, and who and what is in it.

    *person* makes the fields of a member of staff, *trainer* those of a trainer; *agencies* go with an
    attribute's value each (a sector, mostly).
    """

    folder: str
    first: date
    last: date
    jobs: tuple[tuple[Job, int], ...]
    agencies: tuple[tuple[str, str], ...]
    courses: tuple[Course, ...]
    bodies: tuple[str, ...]
    person: Callable[[Partnership, Chance], Fields]
    trainer: Callable[[Partnership, Chance], Fields]


def records(made: Partnership) -> Iterator[Fields]:
    """Yield every record of the partnership, as JSON has it; each is as the loader would write it."""
    policy = trainrules.builtin(made.folder)
    for fields in _all(made, policy):
        yield trainrules.Record.from_dict(fields).to_dict()


def _all(made: Partnership, policy: Policy) -> Iterator[Fields]:
    for number in range(1, STAFF + 1):
        chance = Chance(f"{made.folder} staff {number}")
        name = chance.name()
        person = {"kind": "staff", "id": f"S-{number:04}", "name": name, **made.person(made, chance)}
        yield with_papers(policy, person, made.first, made.last)
    for number in range(1, TRAINERS + 1):
        chance = Chance(f"{made.folder} trainer {number}")
        name = chance.name()
        trainer = {"kind": "trainer", "id": f"R-{number:02}", "name": name, **made.trainer(made, chance)}
        yield with_papers(policy, trainer, made.first, made.last)
    for number, course in enumerate(made.courses, 1):
        chance = Chance(f"{made.folder} course {number}")
        yield with_papers(policy, _course(made, chance, number, course), made.first, made.last)
    for kind, letter, names in (
        ("agency", "A", [name for name, _ in made.agencies]),
        ("body", "B", list(made.bodies)),
        ("partnership", "P", [policy.title]),
    ):
        for number, name in enumerate(names, 1):
            fields: Fields = {"kind": kind, "id": f"{letter}-{number:02}", "name": name}
            fields["joined"] = made.first.isoformat()
            yield with_papers(policy, fields, made.first, made.last)


def _course(made: Partnership, chance: Chance, number: int, course: Course) -> Fields:
    """Return the record of a course, with some sessions and when each was advertised."""
    fields: Fields = {"kind": "course", "id": f"C-{number:02}", "title": course.title, "name": course.title}
    fields |= {"delivery": course.delivery, "format": course.format}
    if chance.happens(0.06):
        del fields["delivery"]
    if course.attributes:
        fields["attributes"] = dict(course.attributes)
    if course.format != "e-learning":
        fields["sessions"] = sorted(
            (_session(made, chance) for _ in range(2 + chance.below(5))), key=lambda session: session["on"]
        )
    return fields


def _session(made: Partnership, chance: Chance) -> Fields:
    on = chance.working_day(made.first, made.last)
    how = chance.below(10)
    if how == 0:
        return {"on": on.isoformat()}
    if how == 1:
        return {"on": on.isoformat(), "advertised": False}
    advertised = chance.after(on, -300, -150 if how < 4 else -186)
    return {"on": on.isoformat(), "advertised": advertised.isoformat()}

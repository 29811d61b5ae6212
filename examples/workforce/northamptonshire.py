"""Northamptonshire: Levels 1 to 8, an introduction before all else, refreshers, and surveys after courses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from workforce.career import Career, Job, career
from workforce.chance import Chance, months, outcome
from workforce.learning import Learning
from workforce.partnership import Course, Partnership

Fields = dict[str, Any]

JOBS = (
    (Job("Receptionist", (), ("1",)), 5),
    (Job("Teaching assistant", (), ("2",)), 6),
    (Job("Nursery practitioner", (), ("2",)), 4),
    (Job("School nurse", (), ("3",)), 5),
    (Job("Family support worker", (), ("3",)), 5),
    (Job("Assistant head", (), ("3",), ("DSL",)), 3),
    (Job("Nursery manager", (), ("3",), ("DSL",)), 2),
    (Job("Child protection social worker", (), ("4",)), 3),
    (Job("Designated nurse", (), ("5",)), 1),
    (Job("Practice supervisor", (), ("6",)), 2),
    (Job("Director of services", (), ("7",)), 1),
    (Job("Board member", (), ("8",)), 1),
)
FACE_TO_FACE = (
    *("Working Together", "Thresholds & Pathways", "Neglect", "Child Sexual Exploitation"),
    *("Learning from Serious Case Reviews", "Reducing Parental Conflict", "Gangs"),
)
REFRESHER = "Safeguarding Children Refresher Training"


def person(made: Partnership, chance: Chance) -> Fields:
    """Return somebody with an introduction, refreshers, and for most from Level 2 up some courses."""
    agency, sector = chance.pick(made.agencies)
    in_house = chance.happens(0.6)
    life = career(chance, made.jobs, made.first, made.last)
    learning = Learning(chance, life)
    start = max(life.joined, months(made.first, -30))
    learning.did(outcome(chance, start, months(start, 1)), "Induction")
    levels = {level for spell in life.spells for level in spell.job.levels}
    introduced = outcome(chance, start, months(start, 3))
    if introduced is not None:
        _introduction(learning, introduced, in_house, levels == {"1"}, life.last)
    if levels - {"1"}:
        for course in chance.some(FACE_TO_FACE, 0.3):
            first = max(introduced or start, made.first)
            _course(learning, chance, course, chance.working_day(min(first, life.last), life.last))
    for spell in life.spells:
        if "DSL" in spell.job.roles:
            for day in learning.every(chance.after(spell.first, -30, 200), 24, spell.last):
                _face_to_face(learning, "DSL training", day, "multi-agency")
    fields: Fields = {"agency": agency, **life.fields, **learning.fields(), "attributes": {"sector": sector}}
    if chance.happens(0.92):
        introduction = "in-house introduction" if in_house else "no in-house introduction"
        fields["attributes"]["arrangement"] = introduction
    if chance.happens(0.04):
        fields |= _member(made, chance, life)
    return fields


def _introduction(learning: Learning, day: date, in_house: bool, first_level: bool, last: date) -> None:
    """Add the introduction and its refreshers; an e-learning course is followed by a survey."""
    chance = learning.chance
    online = [] if in_house else [day]
    if in_house:
        _face_to_face(learning, "introductory course", day, "single-agency")
    elif first_level:
        learning.completed(day, "An Introduction to Safeguarding Children", delivery="multi-agency")
    else:
        learning.completed(day, "Awareness of Child Abuse and Neglect", delivery="multi-agency")
    for again in learning.every(day, 24, last)[1:]:
        learning.completed(again, REFRESHER, delivery="multi-agency", format="e-learning")
        online.append(again)
    for done in online:
        if chance.happens(0.85):
            learning.did(chance.after(done, 93, 119), "impact survey request")


def _course(learning: Learning, chance: Chance, course: str, day: date) -> None:
    """Add a course of the programme: for Neglect its e-learning first; the evaluation, the certificate."""
    if course == "Neglect" and chance.happens(0.6):
        online = chance.after(day, -60, -5)
        learning.completed(online, "Neglect", delivery="multi-agency", format="e-learning")
        learning.did(chance.after(online, 93, 119), "impact survey request")
    if _face_to_face(learning, course, day, "multi-agency") and chance.happens(0.7):
        evaluated = chance.after(day, 1, 10)
        learning.did(evaluated, "course evaluation")
        learning.did(evaluated + timedelta(chance.pick((1, 2, 3, 5, 8, -1))), "certificate download")


def _face_to_face(learning: Learning, course: str, day: date, delivery: str) -> bool:
    """Add a face-to-face course: the policy read before it and the survey after; return whether they went."""
    chance = learning.chance
    if chance.happens(0.9):
        learning.did(chance.after(day, -40, -1), "policy reading")
    done = learning.completed(day, course, delivery=delivery, format="face-to-face")
    if done is None:
        return False
    how = chance.below(20)
    if how < 18:
        window = (93, 119) if how < 15 else (30, 88) if how == 15 else (125, 200)
        done["evaluations"] = [{"kind": "follow-up", "returned": str(chance.after(day, *window))}]
    elif how == 18:
        done["evaluations"] = []
    return True


def _member(made: Partnership, chance: Chance, life: Career) -> Fields:
    """Return a membership of the group, with its meetings."""
    start = max(life.joined, made.first)
    body = made.bodies[0]
    days = [months(made.first, 2 * number) for number in range(18)]
    meetings = [
        {"body": body, "on": str(day), "attended": chance.happens(0.8)}
        for day in days
        if start <= day <= life.last
    ]
    return {"memberships": [{"body": body, "from": start.isoformat()}], "meetings": meetings}


def trainer(made: Partnership, chance: Chance) -> Fields:
    """Return a local expert with the courses that they delivered."""
    life = career(chance, ((Job("Local expert", (), ("3",)), 1),), made.first, made.last)
    days = sorted(chance.working_day(made.first, made.last) for _ in range(chance.below(8)))
    given = [{"course": chance.pick(FACE_TO_FACE), "on": str(day), "days": 1} for day in days]
    return {"agency": chance.pick(made.agencies)[0], **life.fields, "deliveries": given}


NORTHAMPTONSHIRE = Partnership(
    folder="northamptonshire",
    first=date(2019, 1, 1),
    last=date(2021, 12, 31),
    jobs=JOBS,
    agencies=(
        ("County Children's Trust", "statutory"),
        ("Nene Valley Police", "statutory"),
        ("General Hospital", "health"),
        ("Community Health", "health"),
        ("Kettering Schools", "school"),
        ("Daventry Academy", "school"),
        ("Acorn Early Years", "early years"),
        ("Little Saxons Nursery", "early years"),
        ("Youth in Corby", "voluntary"),
        ("Fenland Tuition", "private"),
    ),
    courses=(
        *(Course(title, "multi-agency", "face-to-face") for title in FACE_TO_FACE),
        Course("introductory course", "single-agency", "face-to-face"),
        Course("An Introduction to Safeguarding Children", "multi-agency", "e-learning"),
        Course("Awareness of Child Abuse and Neglect", "multi-agency", "e-learning"),
        Course(REFRESHER, "multi-agency", "e-learning"),
        Course("Designated Safeguarding Lead Training", "multi-agency", "face-to-face"),
        Course("Annual conference", "multi-agency", "conference"),
    ),
    bodies=("Training and Development Group",),
    person=person,
    trainer=trainer,
)

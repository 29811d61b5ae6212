"""City and Hackney: Groups A to C, inductions, and designated safeguarding leads with yearly updates."""

from __future__ import annotations

from datetime import date
from typing import Any

from workforce.career import Job, career
from workforce.chance import Chance, months, outcome
from workforce.learning import Learning
from workforce.partnership import Course, Partnership

Fields = dict[str, Any]

JOBS = (
    (Job("Receptionist", ("A",)), 4),
    (Job("Youth club helper", ("A",)), 5),
    (Job("Class teacher", ("B",)), 9),
    (Job("Health visitor", ("B",)), 5),
    (Job("Family support worker", ("A", "B")), 5),
    (Job("Team manager", ("C",)), 3),
    (Job("Deputy head teacher", ("B", "C"), (), ("Deputy DSL",)), 2),
    (Job("Head of safeguarding", ("C",), (), ("DSL",)), 3),
    (Job("Learning and development officer", (), (), ("Safeguarding Training Lead",)), 1),
    (Job("Accounts clerk"), 2),
)
AGENCIES = (
    ("Hackney Schools", "statutory"),
    ("City Primary Care", "statutory"),
    ("Lea Bridge Hospital", "statutory"),
    ("Borough Children's Services", "statutory"),
    ("Marsh Lane Nursery", "independent"),
    ("Kingsland Tutors", "independent"),
    ("Shoreditch Youth Trust", "voluntary"),
    ("Dalston Family Centre", "voluntary"),
    ("Clapton Residents", "community"),
    ("City Sports Club", "community"),
)
MONTHS_FOR = {"A": 3, "B": 6, "C": 12}
COURSE_FOR = {"A": "Safeguarding Awareness", "B": "Safeguarding in Practice", "C": "Leading Safeguarding"}


def person(made: Partnership, chance: Chance) -> Fields:
    """Return somebody with their induction, group training and, for leads, course and updates."""
    agency, sector = chance.pick(made.agencies)
    life = career(chance, made.jobs, made.first, made.last)
    learning = Learning(chance, life)
    learning.completed(
        outcome(chance, life.joined, months(life.joined, 1)), "Induction", format="face-to-face"
    )
    for spell in life.spells:
        for group in spell.job.groups:
            day = outcome(chance, spell.first, months(spell.first, MONTHS_FOR[group]))
            delivery = chance.pick(("single-agency", "multi-agency"))
            how = chance.pick(("face-to-face", "virtual", "e-learning"))
            course = COURSE_FOR[group]
            learning.completed(day, course, delivery=delivery, format=how, **{"for": {"groups": [group]}})
        if {"DSL", "Deputy DSL"} & set(spell.job.roles):
            _lead(learning, chance, spell.first, spell.last)
    fields: Fields = {"agency": agency, **life.fields, **learning.fields()}
    fields["attributes"] = {"engagement": "volunteer" if chance.happens(0.2) else "paid staff"}
    if chance.happens(0.95):
        fields["attributes"]["sector"] = sector
    if "B" in life.spells[-1].job.groups and chance.happens(0.15):
        due = months(life.spells[-1].first, 6)
        waiver = {"rule": "6.12 B", "from": str(due), "to": str(months(due, 6)), "reason": "long illness"}
        fields["waivers"] = [{**waiver, "approved_by": "Head of service"}]
    if any("Safeguarding Training Lead" in spell.job.roles for spell in life.spells):
        fields["memberships"] = [{"body": "TLD Sub Group", "from": str(max(life.joined, made.first))}]
    return fields


def _lead(learning: Learning, chance: Chance, first: date, last: date) -> None:
    """Add the two-yearly course of a designated lead and the updates of each year."""
    start = outcome(chance, first, months(first, 6))
    if start is not None:
        for day in learning.every(start, 24, last):
            learning.completed(day, "DSL course", delivery="multi-agency", **{"for": {"roles": ["DSL"]}})
    for day in learning.every(chance.after(first, 30, 400), 12, last):
        learning.did(day, chance.pick(("e-bulletin", "DSL meeting", "reading")))


def trainer(made: Partnership, chance: Chance) -> Fields:
    """Return a trainer with the courses that they delivered."""
    life = career(chance, ((Job("Trainer"), 1),), made.first, made.last)
    days = sorted(chance.working_day(made.first, made.last) for _ in range(chance.below(8)))
    given = [{"course": chance.pick(made.courses).title, "on": str(day), "days": 1} for day in days]
    return {"agency": chance.pick(made.agencies)[0], **life.fields, "deliveries": given}


OTHER = (("subject", "safeguarding"),)
HACKNEY = Partnership(
    folder="hackney",
    first=date(2021, 9, 1),
    last=date(2022, 12, 31),
    jobs=JOBS,
    agencies=AGENCIES,
    courses=(
        Course("Induction", "single-agency", "face-to-face", (("subject", "induction"),)),
        Course("Online induction", "single-agency", "e-learning", (("subject", "induction"),)),
        Course("Safeguarding Awareness", "single-agency", "face-to-face", OTHER),
        Course("Safeguarding Awareness online", "single-agency", "e-learning", OTHER),
        Course("Safeguarding in Practice", "multi-agency", "face-to-face", OTHER),
        Course("Leading Safeguarding", "multi-agency", "virtual", OTHER),
        Course("DSL course", "multi-agency", "face-to-face", OTHER),
        Course("Neglect", "multi-agency", "virtual", OTHER),
        Course("Learning from Reviews", "multi-agency", "lunchtime seminar", OTHER),
        Course("Contextual Safeguarding", "multi-agency", "face-to-face", OTHER),
        Course("Recording Concerns", "single-agency", "animated video guide"),
    ),
    bodies=("TLD Sub Group",),
    person=person,
    trainer=trainer,
)

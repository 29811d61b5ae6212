"""Leicestershire and Rutland: Groups 1 to 7, a refresh every three years, and what counts as multi-agency."""

from __future__ import annotations

from datetime import date
from typing import Any

from workforce.career import Job, career
from workforce.chance import Chance, outcome
from workforce.learning import Learning
from workforce.partnership import Course, Partnership

Fields = dict[str, Any]

JOBS = (
    (Job("Caretaker", ("1",)), 4),
    (Job("Leisure centre attendant", ("1",)), 3),
    (Job("Teaching assistant", ("2",)), 6),
    (Job("Practice nurse", ("2",)), 5),
    (Job("Social worker", ("3", "4"), (), ("key individual",)), 4),
    (Job("Youth offending worker", ("3",)), 5),
    (Job("Child protection investigator", ("4",)), 3),
    (Job("Named nurse", ("5",), (), ("key individual",)), 2),
    (Job("Team manager", ("6",)), 3),
    (Job("Director", ("7",)), 1),
    (Job("Clerk"), 1),
)


def person(made: Partnership, chance: Chance) -> Fields:
    """Return somebody with the training of their groups, refreshed about every three years."""
    agency, sector = chance.pick(made.agencies)
    life = career(chance, made.jobs, made.first, made.last)
    learning = Learning(chance, life)
    for spell in life.spells:
        for group in spell.job.groups:
            start = outcome(chance, spell.first, chance.after(spell.first, 60, 200))
            days = [] if start is None else learning.every(start, 36, spell.last)
            for day in days:
                delivery = "single-agency" if group in "12" or chance.happens(0.4) else "multi-agency"
                how = "e-learning" if delivery == "single-agency" and chance.happens(0.4) else "face-to-face"
                facts: Fields = {"delivery": delivery, "format": how, "for": {"groups": [group]}}
                learning.completed(day, f"Group {group} safeguarding", **facts)
        if set(spell.job.groups) & set("34567"):
            _otherwise(learning, chance, spell.first, spell.last)
    fields: Fields = {"agency": agency, **life.fields, **learning.fields()}
    if sector:
        fields["attributes"] = {"sector": sector}
    return fields


def _otherwise(learning: Learning, chance: Chance, first: date, last: date) -> None:
    """Add what counts as multi-agency training beside courses of that kind, for some."""
    day = chance.working_day(first, last)
    way = chance.below(8)
    if way < 2:
        learning.did(day, chance.pick(("case conference", "core group")))
    elif way == 2:
        learning.completed(day, "Safeguarding today", format=chance.pick(("conference", "seminar")))
    elif way == 3:
        learning.completed(day, "CAF training", delivery="single-agency", format="face-to-face")
    elif way == 4:
        learning.completed(day, "Certificate in Child Protection", format="academic course")


def trainer(made: Partnership, chance: Chance) -> Fields:
    """Return a trainer with the courses that they delivered."""
    life = career(chance, ((Job("Trainer"), 1),), made.first, made.last)
    days = sorted(chance.working_day(made.first, made.last) for _ in range(chance.below(8)))
    given = [{"course": chance.pick(made.courses).title, "on": str(day)} for day in days]
    return {"agency": chance.pick(made.agencies)[0], **life.fields, "deliveries": given}


LEICESTERSHIRE = Partnership(
    folder="leicestershire",
    first=date(2011, 9, 1),
    last=date(2016, 12, 31),
    jobs=JOBS,
    agencies=(
        ("County Council", ""),
        ("City Hospitals", ""),
        ("Rutland Schools", ""),
        ("Soar Valley Police", ""),
        ("Wreake Childminders", "private"),
        ("Oakham Day Nursery", "private"),
        ("Melton Youth Project", "voluntary"),
        ("Foxton Family Trust", "voluntary"),
        ("Stamford Road School", "independent"),
    ),
    courses=(
        *(Course(f"Group {n} safeguarding", "single-agency", "face-to-face") for n in "12"),
        *(Course(f"Group {n} safeguarding", "multi-agency", "face-to-face") for n in "34567"),
        Course("Safeguarding today", "multi-agency", "conference"),
        Course("CAF training", "single-agency", "face-to-face"),
        Course("Safeguarding online", "single-agency", "e-learning"),
        Course("Domestic abuse and children", "multi-agency", "seminar"),
    ),
    bodies=("SEG", "Children's Trust Board"),
    person=person,
    trainer=trainer,
)

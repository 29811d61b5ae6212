"""Sandwell: Groups 1 to 7, a training pool, a sub-group that meets, and courses that are followed up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from workforce.career import Career, Job, career
from workforce.chance import Chance, months, outcome
from workforce.learning import Learning
from workforce.partnership import Course, Partnership

Fields = dict[str, Any]

JOBS = (
    (Job("Librarian", ("1",)), 3),
    (Job("School cook", ("1",)), 3),
    (Job("Dentist", ("2",)), 4),
    (Job("Sports coach", ("2",)), 4),
    (Job("Early help worker", ("3",)), 7),
    (Job("Midwife", ("3",)), 4),
    (Job("Social worker", ("3", "4")), 5),
    (Job("Designated doctor", ("5",)), 1),
    (Job("Team manager", ("6",)), 3),
    (Job("School governor", ("7",)), 2),
    (Job("Chair of the sub-group", ("7",), (), ("Chair",)), 1),
)
MULTI = ("Neglect", "Child Sexual Exploitation", "Domestic Abuse", "Early Help Assessment")


def person(made: Partnership, chance: Chance) -> Fields:
    """Return somebody with induction, single-agency and, for Groups 3 to 7, multi-agency training."""
    life = career(chance, made.jobs, made.first, made.last)
    learning = Learning(chance, life)
    start = max(life.joined, months(made.first, -12))
    learning.completed(outcome(chance, start, months(start, 1)), "Induction", delivery="single-agency")
    basic = outcome(chance, start, months(start, 6))
    learning.completed(basic, "Child protection basics", delivery="single-agency", format="e-learning")
    if any(set(spell.job.groups) & set("34567") for spell in life.spells):
        for course in chance.some(MULTI, 0.5):
            _followed_up(made, learning, chance, life, course)
    fields: Fields = {"agency": chance.pick(made.agencies)[0], **life.fields, **learning.fields()}
    if any("Chair" in spell.job.roles for spell in life.spells) or chance.happens(0.06):
        fields |= _member(made, chance, life)
    if any("Chair" in spell.job.roles for spell in life.spells):
        fields["activities"] = [*fields["activities"], *_minutes(made, chance)]
    return fields


def _followed_up(made: Partnership, learning: Learning, chance: Chance, life: Career, course: str) -> None:
    """Add a multi-agency course with its evaluations: in the window, too early, too late, or none."""
    day = chance.working_day(max(life.joined, made.first), life.last)
    done = learning.completed(day, course, delivery="multi-agency", format="face-to-face")
    if done is None:
        return
    forms: list[Fields] = []
    if chance.happens(0.85):
        late = 0 if chance.happens(0.85) else 1 + chance.below(10)
        forms.append({"kind": "initial", "returned": str(day + timedelta(late))})
    how = chance.below(20)
    if how < 16:
        window = (92, 180) if how < 12 else (20, 88) if how < 14 else (186, 300)
        forms.append({"kind": "impact", "returned": str(chance.after(day, *window))})
    elif how == 16:
        forms.append({"kind": "impact"})
    done["evaluations"] = forms if how < 19 else None
    if chance.happens(0.85):
        learning.did(chance.after(day, 93, 180), "survey invitation")


def _member(made: Partnership, chance: Chance, life: Career) -> Fields:
    """Return a membership of the sub-group, with most of its meetings attended."""
    start = max(life.joined, made.first)
    meetings: list[Fields] = []
    for day in meeting_days(made):
        if start <= day <= life.last and not chance.happens(0.03):
            meeting: Fields = {"body": "L&D sub-group", "on": day.isoformat()}
            if not chance.happens(0.03):
                meeting["attended"] = chance.happens(0.85)
            meetings.append(meeting)
    return {"memberships": [{"body": "L&D sub-group", "from": start.isoformat()}], "meetings": meetings}


def meeting_days(made: Partnership) -> list[date]:
    """Return the days on which the sub-group met: every six weeks."""
    days = (made.last - made.first).days
    return [made.first + timedelta(42 * number) for number in range(days // 42 + 1)]


def _minutes(made: Partnership, chance: Chance) -> list[Fields]:
    """Return what the chair did with the minutes of each meeting."""
    done: list[Fields] = []
    for day in meeting_days(made):
        approved = chance.after(day, 5, 20)
        done.append({"kind": "minutes approved", "on": approved.isoformat()})
        done.append({"kind": "minutes distributed", "on": chance.after(approved, 1, 8).isoformat()})
    return [event for event in done if date.fromisoformat(event["on"]) <= made.last]


def trainer(made: Partnership, chance: Chance) -> Fields:
    """Return a trainer of the pool, or an outside specialist: courses delivered, days released, meetings."""
    specialist = chance.happens(0.25)
    job = Job("Specialist trainer", (), (), ("specialist trainer",)) if specialist else Job("Pool trainer")
    life = career(chance, ((job, 1),), made.first, made.last)
    body = "Lead Tutors" if specialist else "Training Pool"
    start = max(life.joined, made.first)
    learning = Learning(chance, life)
    learning.completed(outcome(chance, start, months(start, 1)), "Train the Trainer", delivery="multi-agency")
    learning.did(outcome(chance, start, months(start, 2)), "course observation")
    learning.did(outcome(chance, start, months(start, 6)), "MASH visit")
    given: list[Fields] = []
    for year in range(made.first.year, made.last.year + 1):
        first, last = max(start, date(year, 1, 1)), min(life.last, date(year, 12, 31))
        for _ in range(5 + chance.below(3)):
            learning.did(chance.working_day(first, last), "release day")
        for _ in range(1 + chance.below(4)):
            day = chance.working_day(max(first, months(start, 3)), last)
            given.append({"course": chance.pick(MULTI), "on": str(day), "days": chance.pick((1, 1, 0.5, 2))})
    for event in given:
        if chance.happens(0.9):
            event["delivery"] = "multi-agency"
    meetings = [
        {"body": body, "on": str(day), "attended": chance.happens(0.85)}
        for day in meeting_days(made)[::2]
        if start <= day <= life.last
    ]
    fields = {"agency": chance.pick(made.agencies)[0], **life.fields, **learning.fields()}
    given = [event for event in given if event["on"] <= life.last.isoformat()]
    fields |= {"deliveries": sorted(given, key=lambda event: event["on"]), "meetings": meetings}
    return {**fields, "memberships": [{"body": body, "from": start.isoformat()}]}


SANDWELL = Partnership(
    folder="sandwell",
    first=date(2018, 8, 1),
    last=date(2020, 12, 31),
    jobs=JOBS,
    agencies=tuple(
        (name, "")
        for name in (
            *("Metropolitan Council", "Black Country Hospital", "Tipton Schools", "Sandwell Valley Police"),
            *("Oldbury Youth Trust", "Wednesbury Nurseries", "Rowley Fostering", "West Bromwich Housing"),
        )
    ),
    courses=(
        Course("Induction", "single-agency", "face-to-face"),
        Course("Child protection basics", "single-agency", "e-learning"),
        Course("Safeguarding for schools", "single-agency", "face-to-face"),
        Course("Safeguarding for sports clubs", "single-agency", "face-to-face"),
        *(Course(title, "multi-agency", "face-to-face") for title in MULTI),
        Course("Train the Trainer", "multi-agency", "face-to-face"),
        Course("Online harms", "multi-agency", "virtual"),
    ),
    bodies=("L&D sub-group", "Training Pool", "Lead Tutors"),
    person=person,
    trainer=trainer,
)

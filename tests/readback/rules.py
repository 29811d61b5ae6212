"""One rule of each kind and clause, by name, as its sentence lowers; each has a golden in `goldens/`."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from tests.build import group, months, owed, span, within

from trainrules.model.rules import (
    Anchor,
    Audience,
    Checklist,
    CourseType,
    Cycle,
    Deadline,
    Deed,
    Delivery,
    Duty,
    Equivalence,
    FollowUp,
    Item,
    Lapse,
    Notice,
    OfWhich,
    Order,
    Owed,
    Period,
    Policy,
    Quota,
    Renewal,
    Rule,
    Streak,
    Strength,
    Term,
    Window,
)

B = group("B")
MEMBERS = Audience(any_of=(Term("member", "L&D sub-group"),))
TRAINERS = Audience(any_of=(Term("role", "Trainer"),))
LEVEL_3 = Audience(any_of=(Term("level", "3"),))
GROUP_B = Owed(((Deed("training", own=Term("group", "B")),),))
MULTI = Deed("training", modes=("multi-agency",))
SINGLE = Deed("training", modes=("single-agency",))
STANDARD = "Single-agency minimum"

RULES: dict[str, Rule] = {
    "induction": Duty(
        label="6.12 induction",
        owed=owed("Induction"),
        first=within(months(1), "joining"),
        prior_counts=False,
    ),
    "deadline": Duty(
        label="6.12 B", strength=Strength.SHOULD, audience=B, owed=GROUP_B, first=within(months(6))
    ),
    "deadline from joining, for a group": Duty(
        label="B", audience=B, owed=GROUP_B, first=within(months(1), "joining"), breaks=months(1)
    ),
    "deadline by a date": Duty(
        label="care",
        owed=owed("Diploma"),
        first=Deadline(Anchor("date", date(2016, 4, 1))),
        started=span("", "2014-04-01"),
        once=True,
    ),
    "deadline from a fact, with grace": Duty(
        label="carers", owed=owed("Skills"), first=Deadline(Anchor("fact", name="approval"), months(12)),
        grace=months(1), evidence="certificate",
    ),
    "no deadline": Duty(label="6.2c", audience=B, owed=Owed(((MULTI,),))),
    "refresh": Duty(label="6.13", audience=B, owed=GROUP_B, every=months(24), refresh_only=True),
    "every": Duty(label="6.2g", audience=B, owed=GROUP_B, every=months(12)),
    "from the due date": Duty(
        label="due", owed=owed("Update"), first=within(months(3)), every=months(12), renewal=Renewal.DUE_DATE
    ),
    "keeping the date": Duty(
        label="keep", owed=owed("Update"), every=months(24), renewal=Renewal.KEEP_DATE, keep_window=months(3)
    ),
    "bundle": Duty(
        label="L3", audience=LEVEL_3, owed=owed("Foundation", "Module 1", "Module 2"),
        first=within(months(12), not_beyond=within(months(18), "joining")), every=months(24),
        then=owed("Update"), lapse=Lapse(after=months(24), deed=Deed("training", "Foundation")),
        leave_pauses=True, evidence="evaluation",
    ),
    "alternatives": Duty(
        label="trainers", audience=TRAINERS, first=within(Period(days=42)),
        owed=Owed(
            ((Deed("training", "Train the Trainer"), Deed("qualification", "teaching qualification")),)
        ),
    ),
    "follow-up": FollowUp(
        label="11.4", response=Owed(((Deed("evaluation", "impact"),),)), trigger=MULTI,
        after=months(3), within=months(6),
    ),
    "follow-up on the day": FollowUp(
        label="11.3", response=Owed(((Deed("evaluation", "initial"),),)), trigger=Deed("training")
    ),
    "in a month each year": FollowUp(
        label="review", audience=Audience(entity="partnership"),
        response=Owed(((Deed("report", "the sub-group", action="review"),),)), window=Window(2),
    ),
    "order": Order(label="8.2", strength=Strength.RECOMMENDED, first=Owed(((SINGLE,),)), then=MULTI),
    "order before delivering": Order(
        label="10.1", audience=TRAINERS, first=owed("Train the Trainer"), then=Deed("delivery")
    ),
    "delivery": Delivery(
        label="mode", audience=B, deed=Deed("training", own=Term("group", "B")), modes=("single-agency",)
    ),
    "notice of a booking": Notice(
        label="4.4", what="booking", notice=Period(working_days=7), consequence="charge",
        calendar="England and Wales",
    ),
    "notice in clear working days": Notice(
        label="clear", what="booking", notice=Period(working_days=5), clear=True
    ),
    "notice of a session": Notice(
        label="2.0", audience=Audience(entity="course", any_of=(Term("format", "face-to-face"),)),
        what="session", notice=months(6),
    ),
    "quota in fixed periods": Quota(
        label="10.5", audience=TRAINERS, deeds=(Deed("delivery"),), measure="days", need=Fraction(3),
        cycle=Cycle(12, 4, 1), pro_rata=True,
    ),
    "quota that rolls": Quota(
        label="hours", audience=LEVEL_3, deeds=(Deed("training", own=Term("level", "3")),), measure="hours",
        need=Fraction(8), over=months(36),
        of_which=OfWhich(Deed("training", modes=("participatory",)), share=Fraction(1, 2)),
    ),
    "quota that rolls, pro rata": Quota(
        label="CPD", audience=LEVEL_3, deeds=(Deed("training"),), measure="hours", need=Fraction(8),
        over=months(12), pro_rata=True,
    ),
    "share of meetings": Quota(
        label="M3", audience=MEMBERS, deeds=(Deed("meeting", "L&D sub-group"),), measure="share",
        need=Fraction(4, 5), cycle=Cycle(12, 6, 1),
    ),
    "meetings held": Quota(
        label="FQ1", audience=Audience(entity="body", name="L&D sub-group"), deeds=(Deed("meeting"),),
        measure="count", need=Fraction(1), cycle=Cycle(3, 1, 1),
    ),
    "streak": Streak(label="M4", audience=MEMBERS, body="L&D sub-group", misses=2),
    "standard": Checklist(
        label="App ii", audience=Audience(entity="course", any_of=(Term("delivery", "single-agency"),)),
        items=(Item(STANDARD, "1", "current training strategy", "S1"), Item(STANDARD, "2", "explicit aims")),
    ),
    "permission": Duty(label="1.2", strength=Strength.MAY, audience=B, owed=GROUP_B, every=months(24)),
    "instead": Duty(label="new", audience=B, owed=GROUP_B, every=months(36), instead_of=("6.2g",)),
    "default": Duty(
        label="local", audience=B, owed=owed("Update"), every=months(36), default=True,
        replaced_by=("kcsie: 93",), force=span("2021-09-01", "2023-08-31"),
    ),
}  # fmt: skip

POLICY = Policy(
    title="Sample Partnership",
    rules=tuple(RULES.values()),
    force=span("2021-09-01"),
    next_review=date(2022, 9, 30),
    courses=(
        CourseType("Working Together", ("WT",), (Term("group", "B"),), "multi-agency", ("face-to-face",)),
        CourseType("Level 3"),
    ),
    activities=(("knowledge update", ("e-bulletin", "reading")),),
    attributes=(("sector", ("voluntary", "private")),),
    equivalences=(Equivalence(Deed("training", "case conference"), MULTI, group("C")),),
    source_title="Training Strategy",
    source_file="strategy.txt",
)

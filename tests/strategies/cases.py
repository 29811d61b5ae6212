"""A policy, a record and an as-of day together: the case that every law is tried on."""

from __future__ import annotations

from datetime import date

import attrs
from hypothesis import strategies as st
from tests.strategies.records import DAY, near_to, staff_records
from tests.strategies.rules import RARELY, deliveries, spans
from tests.strategies.words import ACTIVITIES, COURSES, LAST, OWN, SECTORS, audiences, deeds, found_in

from trainrules.model.rules import Audience, Deed, Duty, Equivalence, Policy, Rule, Term
from trainrules.records.classes import (
    Attestation,
    CourseRecord,
    Document,
    Meeting,
    OrganisationRecord,
    Record,
    Report,
    Session,
    StandardItem,
    Waiver,
)


@attrs.frozen
class Made:
    """A made-up case; *rule* is the one it is about, labelled R."""

    policy: Policy
    rule: Rule
    record: Record
    as_of: date


@st.composite
def equivalences(draw: st.DrawFn) -> Equivalence:
    """Draw what counts as what: an activity or a level as other training, for all or for some."""
    this = draw(
        st.sampled_from(
            [Deed("activity", "conference"), Deed("training", own=Term("level", "2")), draw(deeds())]
        )
    )
    that = draw(
        st.one_of(deeds(), st.just(Deed("training", own=Term("level", "1")))).filter(
            lambda d: d.kind == "training"
        )
    )
    return Equivalence(
        this, that, draw(st.one_of(st.none(), st.sampled_from(OWN).map(lambda t: Audience(any_of=(t,)))))
    )


@st.composite
def others(draw: st.DrawFn, rule: Rule) -> tuple[Rule, ...]:
    """Draw rules beside *rule*: one that takes people out of it, one that says how to take training."""
    found: list[Rule] = []
    if draw(RARELY):
        taking = {
            "label": "S",
            "audience": draw(audiences()),
            "force": draw(spans()),
            "started": draw(spans()),
        }
        found.append(attrs.evolve(rule, **taking, instead_of=("R",)))
    if isinstance(rule, Duty) and draw(RARELY):
        found.append(attrs.evolve(draw(deliveries()), label="D"))
    return tuple(found)


@st.composite
def policies(draw: st.DrawFn, rule: Rule) -> Policy:
    """Draw a policy about *rule*."""
    beside = draw(others(rule))
    return Policy(
        rules=(rule, *beside),
        courses=COURSES,
        activities=ACTIVITIES,
        attributes=(("sector", SECTORS),),
        equivalences=tuple(draw(st.lists(equivalences(), max_size=2))) if draw(RARELY) else (),
    )


def as_of_days(record: Record, policy: Policy) -> st.SearchStrategy[date]:
    """Return days at which to look: on or beside one that matters, or long after."""
    mentioned = [day + n * DAY for day in found_in(record, date) for n in (0, 1)]
    return st.one_of(st.just(LAST), st.sampled_from(mentioned or [LAST]))


@st.composite
def cases(draw: st.DrawFn, rules: st.SearchStrategy[Rule], known: bool = True) -> Made:
    """Draw a case about a member of staff; everything in the record is known, unless *known* is False."""
    rule = draw(rules)
    policy = draw(policies(rule))
    record = draw(staff_records(policy, known))
    return Made(policy, rule, record, draw(as_of_days(record, policy)))


@st.composite
def course_cases(draw: st.DrawFn, rules: st.SearchStrategy[Rule], known: bool = True) -> Made:
    """Draw a case about a course: its standards, and its sessions with when they were advertised."""
    rule = draw(rules)
    policy = Policy(rules=(rule,))
    near = near_to(draw, policy)
    met = [True, False] if known else [True, False, None]
    items = [
        StandardItem(
            standard="minimum",
            item=str(n),
            met=draw(st.sampled_from(met)),
            on=draw(st.one_of(st.none(), st.just(near.day()))),
        )
        for n in range(1, 4)
        if known or draw(st.booleans())
    ]
    sessions = []
    for day in near.many(3):
        early = day - draw(st.integers(-1, 100)) * DAY
        sessions.append(
            Session(
                on=day,
                advertised=draw(st.sampled_from([early, early, False] if known else [early, False, None])),
            )
        )
    record = CourseRecord(
        id="C1",
        joined=draw(st.sampled_from([None, near.day()])),
        delivery=draw(
            st.sampled_from(["single-agency", "multi-agency"] if known else ["multi-agency", None])
        ),
        format=draw(st.sampled_from(["virtual", "e-learning"] if known else ["virtual", None])),
        standards=tuple(items),
        sessions=tuple(session(draw, day, known) for day in near.many(3)),
        waivers=tuple(Waiver(rule="R", from_=day, to=day + 9 * DAY) for day in near.many(1)),
    )
    return Made(policy, rule, record, draw(as_of_days(record, policy)))


def session(draw: st.DrawFn, on: date, known: bool) -> Session:
    """Draw a session of a course, advertised on one of the days around the notice, or not."""
    early = on - draw(st.sampled_from([-1, 0, 1, 5, 6, 7, 8, 9, 14, 15, 28, 30, 31, 56, 90, 92, 181])) * DAY
    return Session(on=on, advertised=draw(st.sampled_from([early, early, False if known else None])))


TO = ("MASA", "Board")
ORGANISATION_DEEDS = (
    Deed("report", "return", action="submit"),
    Deed("report", "arrangements", action="review"),
    Deed("report", "return", action="submit", to="MASA"),
    Deed("document", "plan"),
    Deed("meeting", "Board"),
)


@st.composite
def organisation_cases(draw: st.DrawFn, rules: st.SearchStrategy[Rule]) -> Made:
    """Draw a case about a body: its reports, documents and meetings."""
    rule = attrs.evolve(
        draw(rules), audience=Audience(entity="body", name=draw(st.sampled_from(["", "Board"])))
    )
    policy = Policy(rules=(rule,))
    near = near_to(draw, policy)
    joined = draw(st.sampled_from([None, near.day()]))
    reports = [
        Report(name=d.name, on=near.day(), to=draw(st.sampled_from(TO)), action=d.action)
        for d in draw(st.lists(st.sampled_from(ORGANISATION_DEEDS[:3]), max_size=4))
    ]
    record = OrganisationRecord(
        kind="body",
        id="O1",
        name="Board",
        joined=joined,
        reports=tuple(reports),
        documents=tuple(Document(name="plan", dated=day) for day in near.many(2)),
        attestations=tuple(Attestation(name="plan", met=True, on=day) for day in near.many(1)),
        meetings=tuple(Meeting(on=day) for day in near.many(4)),
    )
    return Made(policy, rule, record, draw(as_of_days(record, policy)))

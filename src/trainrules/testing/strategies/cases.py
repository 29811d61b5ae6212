"""A policy, a record and an as-of day together: the case that every law is tried on."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from trainrules.model.rules import Audience, Deed, Duty, Equivalence, Owed, Policy, Rule, Term
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
from trainrules.testing.strategies.records import DAY, near_to, staff_records
from trainrules.testing.strategies.rules import RARELY, deliveries, duties, quotas, spans
from trainrules.testing.strategies.words import (
    ACTIVITIES,
    COURSES,
    LAST,
    OWN,
    SECTORS,
    audiences,
    deeds,
    found_in,
)


def short(value: Any) -> str:
    """Return *value* as one would write it down: dates as text, and only the fields that say something."""
    if isinstance(value, date):
        return str(value)
    if isinstance(value, tuple):
        return "(" + ", ".join(map(short, value)) + ")"
    if not attrs.has(type(value)):
        return repr(value)
    said = [f for f in attrs.fields(type(value)) if f.repr and getattr(value, f.name) not in (f.default, ())]
    return f"{type(value).__name__}({', '.join(f'{f.name}={short(getattr(value, f.name))}' for f in said)})"


@attrs.frozen(repr=False)
class Made:
    """A made-up case; *rule* is the one it is about, labelled R."""

    policy: Policy
    rule: Rule
    record: Record
    as_of: date

    def __repr__(self) -> str:
        """Return the case in a few lines, without the vocabulary that all of them share."""
        told = [*self.policy.rules, *self.policy.equivalences, self.record, self.as_of]
        return "\n  ".join(["Made", *map(short, told)])

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Print a failing example as its repr."""
        printer.text(repr(self))


@st.composite
def equivalences(draw: st.DrawFn) -> Equivalence:
    """Draw what counts as what: an activity or a level as other training, for all or for some."""
    levels = [Deed("training", own=Term("level", name)) for name in ("1", "2")]
    this = draw(st.sampled_from([Deed("activity", "conference"), levels[1], draw(deeds())]))
    that = draw(st.sampled_from([levels[0], draw(deeds(("training",)))]))
    term = draw(st.sampled_from([None, *OWN]))
    return Equivalence(this, that, Audience(any_of=(term,)) if term else None)


@st.composite
def others(draw: st.DrawFn, rule: Rule) -> tuple[Rule, ...]:
    """Draw rules beside *rule*: one that takes people out of it (or, where *rule* is a default, replaces it),
    one that says how to take training."""
    found: list[Rule] = []
    if rule.default or draw(RARELY):
        taking: dict[str, Any] = {
            "label": "S",
            "audience": draw(audiences()),
            "force": draw(spans()),
            "started": draw(spans()),
        }
        instead_of = () if rule.default else ("R",)
        found.append(attrs.evolve(rule, **taking, instead_of=instead_of, default=False, replaced_by=()))
    if isinstance(rule, Duty) and draw(RARELY):
        found.append(attrs.evolve(draw(deliveries()), label="D"))
    return tuple(found)


@st.composite
def policies(draw: st.DrawFn, rule: Rule) -> Policy:
    """Draw a policy about *rule*."""
    beside = draw(others(rule))
    equivalent = draw(RARELY) and not getattr(rule, "evidence", "")
    return Policy(
        rules=(rule, *beside),
        courses=COURSES,
        activities=ACTIVITIES,
        attributes=(("sector", SECTORS),),
        equivalences=tuple(draw(st.lists(equivalences(), max_size=2))) if equivalent else (),
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


def session(draw: st.DrawFn, on: date, known: bool) -> Session:
    """Draw a session of a course, advertised on one of the days around the notice, or not."""
    early = draw(st.sampled_from([-1, 0, 1, 5, 6, 7, 8, 9, 14, 15, 28, 30, 31, 56, 90, 92, 181]))
    advertised: list[Any] = [on - early * DAY] * 2 + [False if known else None]
    return Session(on=on, advertised=draw(st.sampled_from(advertised)))


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


TO = ("MASA", "Board")
ORGANISATION_DEEDS = (
    Deed("report", "return", action="submit"),
    Deed("report", "arrangements", action="review"),
    Deed("report", "return", action="submit", to="MASA"),
    Deed("document", "plan"),
    Deed("meeting", "Board"),
)


@st.composite
def organisation_rules(draw: st.DrawFn) -> Rule:
    """Draw what a body owes: by a time, every so often, or in each period."""
    deed = draw(st.sampled_from(ORGANISATION_DEEDS))
    if draw(st.booleans()):
        return attrs.evolve(draw(duties(lapse=False)), owed=Owed(((deed,),)), then=None, evidence="")
    return attrs.evolve(
        draw(quotas(pro_rata=False)), deeds=(deed,), measure="count", need=Fraction(1), of_which=None
    )


@st.composite
def organisation_cases(draw: st.DrawFn, rules: st.SearchStrategy[Rule]) -> Made:
    """Draw a case about a body: its reports, documents and meetings."""
    rule = attrs.evolve(
        draw(rules), audience=Audience(entity="body", name=draw(st.sampled_from(["", "Board"])))
    )
    policy = Policy(rules=(rule,))
    near = near_to(draw, policy)
    from_the_start = isinstance(rule, Duty) and rule.first is None and not rule.refresh_only
    joined = near.day() if from_the_start else draw(st.sampled_from([None, near.day()]))
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

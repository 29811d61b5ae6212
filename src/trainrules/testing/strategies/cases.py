"""A policy, a record and an as-of day together: the case that every law is tried on."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from trainrules.model.rules import Audience, Deed, Duty, Equivalence, Owed, Period, Policy, Rule, Term
from trainrules.records.classes import Record
from trainrules.testing.strategies.near import DAY
from trainrules.testing.strategies.records import course_records, organisation_records, staff_records
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
    length,
    pick,
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
    this = pick(draw, [Deed("activity", "conference"), levels[1], draw(deeds())])
    that = pick(draw, [levels[0], draw(deeds(("training",)))])
    term = pick(draw, [None, *OWN])
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
    adds_up = getattr(rule, "measure", "") in ("hours", "days")  # of which an activity has none
    equivalent = draw(RARELY) and not (getattr(rule, "evidence", "") or adds_up)
    return Policy(
        rules=(rule, *beside),
        courses=COURSES,
        activities=ACTIVITIES,
        attributes=(("sector", SECTORS),),
        equivalences=tuple(draw(st.lists(equivalences(), max_size=2))) if equivalent else (),
    )


@st.composite
def as_of_days(draw: st.DrawFn, record: Record, policy: Policy) -> date:
    """Draw a day at which to look: on or beside one that matters or a period after one, or long after."""
    mentioned, periods = [*found_in(record, date)], [*found_in(policy.rules, Period)]
    where = pick(draw, ("long after", "beside", "after a period"))
    if where == "long after" or not mentioned:
        return LAST
    day: date = pick(draw, mentioned)
    if where == "after a period" and periods:
        day += length(pick(draw, periods))
    return day + pick(draw, (0, 1, 1, -1)) * DAY


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
    record = draw(course_records(policy, known))
    return Made(policy, rule, record, draw(as_of_days(record, policy)))


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
    deed = pick(draw, ORGANISATION_DEEDS)
    if draw(st.booleans()):
        return attrs.evolve(draw(duties(lapse=False)), owed=Owed(((deed,),)), then=None, evidence="")
    return attrs.evolve(
        draw(quotas(pro_rata=False)), deeds=(deed,), measure="count", need=Fraction(1), of_which=None
    )


@st.composite
def organisation_cases(draw: st.DrawFn, rules: st.SearchStrategy[Rule], known: bool = True) -> Made:
    """Draw a case about an agency, a body or the partnership: its reports, documents and meetings."""
    entity, name = pick(draw, (("body", ""), ("body", "Board"), ("agency", ""), ("partnership", "")))
    rule = attrs.evolve(draw(rules), audience=Audience(entity=entity, name=name))
    policy = Policy(rules=(rule,))
    record = draw(organisation_records(policy, known))
    return Made(policy, rule, record, draw(as_of_days(record, policy)))

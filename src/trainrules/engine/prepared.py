"""A policy made ready to evaluate, once, at its first use."""

from __future__ import annotations

from attrs import frozen

from trainrules.engine.notices import Vocabulary, vocabulary
from trainrules.engine.plain import Plain, plain_of
from trainrules.engine.plan import Plan, Planned, make_plan
from trainrules.model.rules import Policy


@frozen
class Lane:
    """A rule about one kind of record, and the plain duty that it is, if it is one.

    *terms* are the numbers of the groups, levels and roles without any of which nobody is in its audience;
    empty when that is not how the audience is told.
    """

    planned: Planned
    plain: Plain | None
    terms: frozenset[int]


@frozen
class Prepared:
    """The plan of a policy, the words it knows, and the rules about each kind of record."""

    plan: Plan
    words: Vocabulary
    lanes: dict[str, tuple[Lane, ...]]


def prepared(policy: Policy) -> Prepared:
    """Return *policy* made ready, kept with it from its first use on."""
    found = policy.prepared
    if not isinstance(found, Prepared):
        plan = make_plan(policy)
        lanes: dict[str, tuple[Lane, ...]] = {}
        for each in plan.planned:
            entity = each.rule.audience.entity
            plain = None if plan.sometimes else plain_of(plan, each)
            lanes[entity] = (*lanes.get(entity, ()), Lane(each, plain, _terms(plan, each)))
        lanes["trainer"] = lanes.get("staff", ())
        found = Prepared(plan, vocabulary(policy), lanes)
        object.__setattr__(policy, "prepared", found)
    return found


def plan_of(policy: Policy) -> Plan:
    """Return the plan of *policy*."""
    return prepared(policy).plan


def _terms(plan: Plan, planned: Planned) -> frozenset[int]:
    terms = planned.rule.audience.any_of
    if any(term.kind not in ("group", "level", "role") for term in terms):
        return frozenset()
    return frozenset(plan.term(term.kind, term.name) for term in terms)

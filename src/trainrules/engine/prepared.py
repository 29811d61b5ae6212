"""A policy made ready to evaluate, once, at its first use."""

from __future__ import annotations

from attrs import frozen

from trainrules.engine.plain import Plain, plain_of
from trainrules.engine.plan import Plan, Planned, make_plan
from trainrules.model.rules import Policy

Lane = tuple[tuple[Planned, Plain | None], ...]

NO_LANE: Lane = ()


@frozen
class Prepared:
    """The plan of a policy, and for each kind of record the rules about it, the plain ones marked."""

    plan: Plan
    lanes: dict[str, Lane]


def prepared(policy: Policy) -> Prepared:
    """Return *policy* made ready, kept with it from its first use on."""
    found = policy.prepared
    if not isinstance(found, Prepared):
        plan = make_plan(policy)
        lanes: dict[str, Lane] = {}
        for each in plan.planned:
            entity = each.rule.audience.entity
            plain = None if plan.sometimes else plain_of(plan, each)
            lanes[entity] = (*lanes.get(entity, NO_LANE), (each, plain))
        lanes["trainer"] = lanes.get("staff", NO_LANE)
        found = Prepared(plan, lanes)
        object.__setattr__(policy, "prepared", found)
    return found


def plan_of(policy: Policy) -> Plan:
    """Return the plan of *policy*."""
    return prepared(policy).plan

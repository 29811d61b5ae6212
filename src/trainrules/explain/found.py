"""Finds again what a result came from: the rule, the facts it was judged by, and the engine's own dates."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from trainrules.dates import DAWN, shown
from trainrules.engine.case import Case, cases
from trainrules.engine.evaluate import JUDGES
from trainrules.engine.history import History, make_history
from trainrules.engine.instance import Instance, row
from trainrules.engine.plan import Plan, Planned
from trainrules.engine.prepared import plan_of
from trainrules.engine.scope import Run
from trainrules.findings import Finding
from trainrules.model.rules import Policy, Rule
from trainrules.records.classes import Record


@frozen
class Found:
    """A result with what it came from; *run* is the stretch of days in scope that it belongs to."""

    finding: Finding
    policy: Policy
    record: Record
    as_of: date
    case: Case
    instance: Instance

    @property
    def rule(self) -> Rule:
        """Return the rule."""
        return self.case.planned.rule

    @property
    def run(self) -> Run | None:
        """Return the run that the result belongs to; None when it is of no run (a trigger before it)."""
        day = max(self.instance.opens, DAWN)
        begun = [run for run in self.case.runs if run[0] <= day]
        return begun[-1] if begun else None

    @property
    def due(self) -> date | None:
        """Return the due day, None when there is none."""
        return None if self.instance.due is None else shown(self.instance.due)


def find(finding: Finding, policy: Policy, record: Record, as_of: date) -> Found | None:
    """Return what *finding* came from; None when it was undetermined, or is not of this policy and record."""
    plan = plan_of(policy)
    history = make_history(record, as_of.toordinal(), plan)
    for planned in _candidates(finding, plan):
        found = _in_rule(finding, planned, history)
        if found is not None:
            return Found(finding, policy, record, as_of, *found)
    return None


def _candidates(finding: Finding, plan: Plan) -> list[Planned]:
    """Return the planned rules that *finding* may be of: its own, or those with its label."""
    own = [each for each in plan.planned if each.rule is finding.source]
    return own or [each for each in plan.planned if each.rule.label == finding.rule]


def _in_rule(finding: Finding, planned: Planned, history: History) -> tuple[Case, Instance] | None:
    worlds, _ = cases(planned, history)
    for case in worlds:
        if not case.runs:
            continue
        for instance in JUDGES[type(planned.rule)](case):
            obligation, violations = row(instance, case.standing, history.as_of)
            if finding == obligation or finding in violations:
                return case, instance
    return None

"""Whether a policy has anything to say of a record: that nothing is owed is not that nobody asks."""

from __future__ import annotations

from trainrules.engine.scope import rule_runs
from trainrules.findings import Evaluation
from trainrules.model.rules import Strength
from trainrules.report.case import Case


def is_about(result: Evaluation) -> bool:
    """Return whether any rule is about the record on any day, permissions (`may`) aside."""
    if result.obligations or result.violations:
        return True
    return any(
        rule_runs(rule, result.record, {})
        for rule in result.policy.rules
        if rule.strength is not Strength.MAY
    )


def is_about_nobody(case: Case) -> bool:
    """Return whether none of the policies has a rule about the record of *case*."""
    return not any(map(is_about, case.results))

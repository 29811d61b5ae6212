"""What to do next: cures that were tried on the record, and the dated list that keeps somebody compliant."""

from __future__ import annotations

from trainrules.planning.cures import Cure, cures
from trainrules.planning.plan import Plan, Step, plan

__all__ = ["Cure", "Plan", "Step", "cures", "plan"]

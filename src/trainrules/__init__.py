"""Who must be trained in what, by when, and who is in breach.

`load` a policy, read records, `evaluate`. Every name here is loaded when first used, so that importing
the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trainrules.api import builtin, check, evaluate, load, loads
    from trainrules.diagnostics import Diagnostic, PolicyError, Severity
    from trainrules.findings import Evaluation, EventVerdict, Kind, Obligation, Status, Violation
    from trainrules.model.rules import Policy, Strength
    from trainrules.planning import cures, plan
    from trainrules.records.classes import CourseRecord, OrganisationRecord, Record, StaffRecord
    from trainrules.records.errors import RecordError
    from trainrules.records.files import read_records

__all__ = [
    "builtin",
    "check",
    "CourseRecord",
    "cures",
    "Diagnostic",
    "evaluate",
    "Evaluation",
    "EventVerdict",
    "Kind",
    "load",
    "loads",
    "Obligation",
    "OrganisationRecord",
    "plan",
    "Policy",
    "PolicyError",
    "read_records",
    "Record",
    "RecordError",
    "Severity",
    "StaffRecord",
    "Status",
    "Strength",
    "Violation",
]

_HOMES = {
    "trainrules.api": ("builtin", "check", "evaluate", "load", "loads"),
    "trainrules.diagnostics": ("Diagnostic", "PolicyError", "Severity"),
    "trainrules.findings": ("Evaluation", "EventVerdict", "Kind", "Obligation", "Status", "Violation"),
    "trainrules.model.rules": ("Policy", "Strength"),
    "trainrules.planning": ("cures", "plan"),
    "trainrules.records.classes": ("CourseRecord", "OrganisationRecord", "Record", "StaffRecord"),
    "trainrules.records.errors": ("RecordError",),
    "trainrules.records.files": ("read_records",),
}


def __getattr__(name: str) -> Any:
    """Return the export *name*, loaded now and kept; raises AttributeError for any other name."""
    for home, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(home), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module 'trainrules' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

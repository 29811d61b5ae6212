"""What holds a policy, a tool or another engine to what the rules mean: an oracle, made-up cases, assertions.

Needs the extra `trainrules[testing]`. Nothing else in the package imports it. Every name here is loaded when
first used: the assertions need nothing but the package, the strategies need Hypothesis.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trainrules.testing.assertions import (
        assert_breach,
        assert_compliant,
        assert_examples,
        assert_status,
        assert_undetermined,
    )
    from trainrules.testing.oracle import Case, breach, breach_days, world
    from trainrules.testing.strategies.public import (
        Situation,
        cases,
        course_records,
        interesting_days,
        organisation_records,
        policies,
        records,
        rules,
        staff_records,
        worlds,
    )
    from trainrules.testing.strategies.syntax import trees
    from trainrules.testing.strategies.texts import policy_texts

__all__ = [
    "assert_breach",
    "assert_compliant",
    "assert_examples",
    "assert_status",
    "assert_undetermined",
    "breach",
    "breach_days",
    "Case",
    "cases",
    "course_records",
    "interesting_days",
    "organisation_records",
    "policies",
    "policy_texts",
    "records",
    "rules",
    "Situation",
    "staff_records",
    "trees",
    "world",
    "worlds",
]

_HOMES = {
    "trainrules.testing.assertions": (
        *("assert_breach", "assert_compliant", "assert_examples", "assert_status", "assert_undetermined"),
    ),
    "trainrules.testing.oracle": ("breach", "breach_days", "Case", "world"),
    "trainrules.testing.strategies.public": (
        *("cases", "course_records", "interesting_days", "organisation_records", "policies", "records"),
        *("rules", "Situation", "staff_records", "worlds"),
    ),
    "trainrules.testing.strategies.syntax": ("trees",),
    "trainrules.testing.strategies.texts": ("policy_texts",),
}


def __getattr__(name: str) -> Any:
    """Return the export *name*, loaded now and kept; raises AttributeError for any other name."""
    for home, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(home), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module 'trainrules.testing' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

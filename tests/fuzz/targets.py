"""The targets, by name."""

from __future__ import annotations

from tests.fuzz import cases, command, policies, records, sheets
from tests.fuzz.target import Target

TARGETS: dict[str, Target] = {
    each.TARGET.name: each.TARGET for each in (policies, records, sheets, command, cases)
}

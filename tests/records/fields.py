"""Short ways to read a staff record that a test writes as its fields."""

from __future__ import annotations

from typing import Any

import pytest

from trainrules.records.classes import Record, StaffRecord
from trainrules.records.errors import RecordError


def staff(**fields: Any) -> StaffRecord:
    """Return the staff record with these JSON fields."""
    return StaffRecord.from_dict({"id": "S-1", **fields})


def training(**fields: Any) -> Any:
    """Return the one training record with these JSON fields."""
    return staff(training=[{"completed": "2022-02-10", **fields}]).training[0]


def said(made: type[Record] = StaffRecord, **fields: Any) -> list[str]:
    """Return what is said of a record that has these fields and cannot be read."""
    with pytest.raises(RecordError) as wrong:
        made.from_dict({"id": "S-1", **fields})
    return [str(each) for each in wrong.value.problems]

"""Short ways to read spreadsheets that a test writes as text."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest

from trainrules.records.classes import StaffRecord
from trainrules.records.errors import RecordError
from trainrules.records.load import read_csv


class Named(io.StringIO):
    """A text in memory with a file's name."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.name = name


def read(
    staff: str, training: str | None = None, dates: str = "iso", mapping: Mapping[str, str] | None = None
) -> list[StaffRecord]:
    """Return the records of two sheets given as text."""
    done = Named(training, "training.csv") if training is not None else None
    return list(read_csv(Named(staff, "staff.csv"), done, dates=dates, mapping=mapping))


def said(
    staff: str, training: str | None = None, dates: str = "iso", mapping: Mapping[str, str] | None = None
) -> list[str]:
    """Return what is said of two sheets that cannot be read."""
    with pytest.raises(RecordError) as wrong:
        read(staff, training, dates, mapping)
    return [str(each) for each in wrong.value.problems]

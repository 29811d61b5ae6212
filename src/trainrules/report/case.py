"""What a report is made of: a record with its results, one result a policy."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from attrs import frozen

from trainrules.findings import EventVerdict, Obligation, Violation
from trainrules.records.classes import Record, StaffRecord


class Result(Protocol):
    """What is read of an evaluation: the findings of one policy about one record on one day."""

    @property
    def policy(self) -> str: ...
    @property
    def record(self) -> str: ...
    @property
    def as_of(self) -> date: ...
    @property
    def obligations(self) -> tuple[Obligation, ...]: ...
    @property
    def violations(self) -> tuple[Violation, ...]: ...
    @property
    def events(self) -> tuple[EventVerdict, ...]: ...
    @property
    def notices(self) -> tuple[str, ...]: ...
    @property
    def changes_on(self) -> date | None: ...


@frozen
class Case:
    """A record and its results; every report takes cases one by one, so that many need no memory."""

    record: Record
    results: tuple[Result, ...]

    @property
    def who(self) -> str:
        """Return the record's id, name and agency, as far as known: `S-0193 Amina Khan, Hackney Schools`."""
        agency = self.record.agency if isinstance(self.record, StaffRecord) else None
        named = " ".join(filter(None, (self.record.id, self.record.name)))
        return ", ".join(filter(None, (named, agency)))

"""What a report is made of: a record with its results, one result a policy."""

from __future__ import annotations

from attrs import frozen

from trainrules.findings import Evaluation
from trainrules.records.classes import Record, StaffRecord


@frozen
class Case:
    """A record and its results; every report takes cases one by one, so that many need no memory."""

    record: Record
    results: tuple[Evaluation, ...]

    @property
    def who(self) -> str:
        """Return the record's id, name and agency, as far as known: `S-0193 Amina Khan, Hackney Schools`."""
        agency = self.record.agency if isinstance(self.record, StaffRecord) else None
        named = " ".join(filter(None, (self.record.id, self.record.name)))
        return ", ".join(filter(None, (named, agency)))


def title(result: Evaluation) -> str:
    """Return the title of the policy that *result* is about, `Policy` for one that has none."""
    return result.policy.title or "Policy"

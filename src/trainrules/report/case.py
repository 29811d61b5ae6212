"""What a report is made of: a record with its results, one result a policy."""

from __future__ import annotations

from attrs import frozen

from trainrules.findings import Evaluation
from trainrules.records.classes import Record, StaffRecord

_OWN = "the record "  # How a notice about one record begins; the others are about the strategy.


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


def notices(case: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what holds for everybody, then what is said of this record alone, each once and in order."""
    found = [*dict.fromkeys(each for result in case.results for each in result.notices)]
    own = tuple(each for each in found if each.startswith(_OWN))
    return tuple(each for each in found if each not in own), own

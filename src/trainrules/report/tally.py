"""What a whole run comes to: how many records, how many in breach, how many undecided."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

from trainrules.findings import Status
from trainrules.model.rules import Strength
from trainrules.report.about import is_about_nobody
from trainrules.report.case import Case
from trainrules.words import listed


@frozen
class Tally:
    """Counts so far: *in_breach* and *undecided* are records, *breaches* and *shortfalls* open violations.

    A breach is of a *must*; a shortfall of a *should* (*recommended* counts those of *is recommended to*).
    A record in breach is not counted among the undecided. *beside* are the records that no rule is about.
    """

    records: int = 0
    in_breach: int = 0
    undecided: int = 0
    breaches: int = 0
    shortfalls: int = 0
    recommended: int = 0
    beside: int = 0

    @property
    def in_order(self) -> int:
        """Return how many records that a rule is about have nothing in breach and nothing undecided."""
        return self.records - self.in_breach - self.undecided - self.beside

    def add(self, case: Case) -> Tally:
        """Return the counts with *case* among them; what ended before the as-of day is not in breach."""
        strengths = [each.strength for result in case.results for each in result.violations if not each.until]
        undecided = any(
            each.status is Status.UNDETERMINED for result in case.results for each in result.obligations
        )
        return evolve(
            self,
            records=self.records + 1,
            in_breach=self.in_breach + bool(strengths),
            undecided=self.undecided + (undecided and not strengths),
            breaches=self.breaches + strengths.count(Strength.MUST),
            shortfalls=self.shortfalls + strengths.count(Strength.SHOULD),
            recommended=self.recommended + strengths.count(Strength.RECOMMENDED),
            beside=self.beside + is_about_nobody(case),
        )

    def words(self) -> tuple[str, ...]:
        """Return the summary's lines; the second only when something is in breach."""
        counts = f"{self.in_breach} in breach, {self.undecided} undecided for want of facts"
        beside = f", {self.beside} that no rule is about" if self.beside else ""
        first = f"{_count(self.records, 'record')}: {counts}, {self.in_order} in order{beside}."
        kinds = (
            (self.breaches, _count(self.breaches, "breach", "breaches") + " of a must"),
            (self.shortfalls, _count(self.shortfalls, "shortfall") + " of a should"),
            (self.recommended, _count(self.recommended, "shortfall") + " of a recommendation"),
        )
        found = listed(words for number, words in kinds if number)
        return (first, f"In breach: {found}.") if found else (first,)


def tally(cases: Iterable[Case]) -> Tally:
    """Return the counts of *cases*."""
    total = Tally()
    for case in cases:
        total = total.add(case)
    return total


def _count(number: int, noun: str, plural: str = "") -> str:
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"

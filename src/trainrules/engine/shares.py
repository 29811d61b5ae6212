"""Shares of the meetings held: how many were attended, and how many may have been."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from trainrules.dates import DAWN
from trainrules.model.rules import Quota, fold
from trainrules.records.classes import Meeting, Record


@frozen
class Tally:
    """The meetings of a period: how many were held, attended, and neither known nor not."""

    held: int
    attended: int
    unknown: tuple[str, ...]

    @property
    def share(self) -> Fraction | None:
        """Return the share known to be attended, None when no meeting was held."""
        return Fraction(self.attended, self.held) if self.held else None

    def reached(
        self, need: Fraction, ends: int, as_of: int
    ) -> tuple[int | None, str | None, Fraction | None, tuple[str, ...]]:
        """Return the day the share was reached (the period's last), by what, the share, and what is missing.

        The share of nothing is met; while the period lasts nothing is settled.
        """
        share = self.share
        if as_of <= ends:
            return None, None, share, ()
        if share is None or share >= need:
            return ends, None, share, ()
        if Fraction(self.attended + len(self.unknown), self.held) >= need:
            return None, None, share, tuple(f"attendance of {name}" for name in self.unknown)
        return None, None, share, ()


def meetings_of(record: Record, rule: Quota, as_of: int) -> list[tuple[str, Meeting]]:
    """Return the meetings of the bodies that *rule* names, held by *as_of*, in order; a duplicate once."""
    bodies = {fold(deed.name) for deed in rule.deeds}
    found: dict[Meeting, str] = {}
    for place, meeting in enumerate(record.meetings, 1):
        if meeting.body and fold(meeting.body) in bodies and meeting.on.toordinal() <= as_of:
            found.setdefault(meeting, meeting.id or f"meeting {place}")
    return sorted(((name, meeting) for meeting, name in found.items()), key=lambda each: each[1].on)


def tally(meetings: list[tuple[str, Meeting]]) -> Tally:
    """Return the tally of *meetings*."""
    attended = sum(each.attended is True for _, each in meetings)
    unknown = tuple(name for name, each in meetings if each.attended is None)
    return Tally(len(meetings), attended, unknown)


def share_held(record: Record, rule: Quota, first: int, last: int) -> Tally:
    """Return the tally of the meetings held from *first* to *last*."""
    held = meetings_of(record, rule, last)
    return tally([each for each in held if max(first, DAWN) <= each[1].on.toordinal()])

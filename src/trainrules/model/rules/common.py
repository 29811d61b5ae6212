"""What rules of every kind have, and where a rule comes from."""

from __future__ import annotations

from enum import Enum

from attrs import field, frozen

from trainrules.model.rules.when import Days, Period
from trainrules.model.rules.who import Audience
from trainrules.source import Source, Span


class Strength(Enum):
    """How strongly a rule is put, in the words of its sentence."""

    MUST = "must"
    SHOULD = "should"
    RECOMMENDED = "is recommended to"
    MAY = "may"


@frozen
class Origin:
    """The sentence a rule was written as: its place, words, citation and the source's own words."""

    source: Source
    span: Span
    citation: str = ""
    quotes: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """Return the sentence as written, on one line, without its quotes."""
        return " ".join(self.source.slice(self.span).split())

    @property
    def line(self) -> int:
        """Return the line that the sentence starts on, from 1."""
        return self.source.place(self.span.start)[0]


def nowhere() -> Origin:
    """Return the origin of what was made without a text."""
    return Origin(Source("<rules>", ""), Span(0, 0))


@frozen(kw_only=True)
class Common:
    """What every rule has.

    *label* is unique to a sentence (`6.12 B`, `line 14`, `kcsie: 93`); a sentence about several groups
    lowers to several rules with one label. *force* is the rule's own life, already within its file's.
    *started* keeps the runs whose first day it holds. *instead_of* are labels whose rules this one takes
    people out of, for the same training; *default* marks `unless …`: rules of a used file on the same
    training replace it, and *replaced_by* holds their labels. *breaks* is the longest gap that ends no run;
    *calendar* names the bank holidays for working days.
    """

    label: str
    strength: Strength = Strength.MUST
    audience: Audience = Audience()
    force: Days = Days()
    started: Days = Days()
    instead_of: tuple[str, ...] = ()
    default: bool = False
    replaced_by: tuple[str, ...] = ()
    breaks: Period | None = None
    calendar: str = ""
    origin: Origin = field(factory=nowhere, eq=False, repr=False)

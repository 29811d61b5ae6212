"""The smallest words of a sentence: names and labels, quotes, amounts, lengths of time."""

from __future__ import annotations

from attrs import frozen

from trainrules.language.ast.place import placed
from trainrules.source import Span


@frozen
class Name:
    """A name as written, without its quotes."""

    text: str
    span: Span = placed()


@frozen
class Label:
    """A citation, and the label of a rule: the text between the brackets, spaces folded."""

    text: str
    span: Span = placed()


@frozen
class Quote:
    """The source's own words, or an item or description that holds them, without the quotes."""

    text: str
    span: Span = placed()


@frozen
class Duration:
    """`6 months`: a count of 1 or more and a unit: day, working day, week, month or year."""

    count: int
    unit: str
    span: Span = placed()


@frozen
class Month:
    """`September 2022`, a month without a day; `June` without a year."""

    month: int
    year: int | None = None
    span: Span = placed()


@frozen
class Cycle:
    """`each calendar year`, `each year from 1 April`, `each quarter`, `each school year`, `each month`.

    *kind* is year, quarter or month; *month* and *day* are the start of a year.
    """

    kind: str
    month: int = 1
    day: int = 1
    span: Span = placed()


@frozen
class Amount:
    """`3`, `7.5`, `80%` or `half`: *text* is the number's own digits (`80`, `7.5`), or `half`."""

    text: str
    percent: bool = False
    span: Span = placed()

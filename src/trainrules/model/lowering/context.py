"""What lowering a sentence needs to know of its file."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from trainrules.model.names import Names
from trainrules.model.problems import Problems
from trainrules.model.rules import Audience, Days, Item, Period, Strength
from trainrules.source import Source


@frozen(kw_only=True)
class HeadLines:
    """What the head of a file says; *uses* are the files named, in order."""

    title: str = ""
    force: Days = Days()
    next_review: date | None = None
    strength: Strength = Strength.MUST
    calendar: str = ""
    breaks: Period | None = None
    source_title: str = ""
    source_file: str = ""


@frozen
class Checks:
    """A declared standard: whom it is for, and its items, those of the standards that it includes first."""

    name: str
    audience: Audience
    items: tuple[Item, ...]


@frozen
class Context:
    """One file while it is lowered: its text, words, head and standards, and what was found wrong."""

    source: Source
    names: Names
    problems: Problems
    head: HeadLines = HeadLines()
    standards: tuple[Checks, ...] = ()

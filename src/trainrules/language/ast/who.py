"""Whom a sentence is about."""

from __future__ import annotations

from attrs import frozen

from trainrules.language.ast.place import placed
from trainrules.language.ast.words import Name
from trainrules.source import Span


@frozen
class Pick:
    """One item of a subject.

    *noun* is the word before it: everyone, group, level, role, trainers, members, agencies, partnership,
    body, courses; or None, when the item stands alone (`DSL`, the `5` of `Levels 1, 2 and 5`).
    *low* is its name, *high* the far end of a range, *above* stands for `and above`; *modes* are the
    words before `course` in `Every single-agency course`.
    """

    noun: str | None = None
    low: Name | None = None
    high: Name | None = None
    above: bool = False
    modes: tuple[Name, ...] = ()
    span: Span = placed()


@frozen
class Qualifier:
    """`who are DSL`, `except volunteers`, `in Level 1`, `in the voluntary sector` (attribute `sector`).

    *kind* is `who are`, `except` or `in`.
    """

    kind: str
    picks: tuple[Pick, ...]
    attribute: Name | None = None
    span: Span = placed()


@frozen
class Subject:
    """Whom a sentence is about: a flat list of picks (each of them), with one qualifier for the whole."""

    picks: tuple[Pick, ...]
    qualifier: Qualifier | None = None
    span: Span = placed()

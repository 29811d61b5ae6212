"""What a file says before its rules: its head, and the vocabulary that its rules use."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from trainrules.language.ast.place import placed
from trainrules.language.ast.what import Training
from trainrules.language.ast.who import Pick
from trainrules.language.ast.words import Duration, Label, Month, Name, Quote
from trainrules.source import Span


@frozen
class Head:
    """A head line with a single value.

    *key* is policy, strength, calendar, uses (text), breaks (a Duration), or next review (a date or Month).
    """

    key: str
    value: str | Duration | Month | date
    span: Span = placed()


@frozen
class SourceLine:
    """`source "Training Strategy 2021-23" in "001_….txt"`; *file* None when no file is named."""

    title: str
    file: str | None = None
    span: Span = placed()


@frozen
class InForce:
    """`in force from 1 September 2021 [until 31 August 2023]`."""

    start: date
    until: date | None = None
    span: Span = placed()


@frozen
class Declare:
    """`groups A–C`, `group B: "…" [6.5]`, `role DSL: "…"`, `activity "update": e-bulletin, reading`.

    *kind* is group, level, role, attribute, activity, format, date, document, qualification, evaluation or
    body. *picks* are the names declared (a range for groups and levels); *description* the words after the
    colon; *values* an attribute's values or an activity's members; *with_members* is for a body.
    """

    kind: str
    picks: tuple[Pick, ...]
    description: Quote | None = None
    values: tuple[Name, ...] = ()
    with_members: bool = False
    citation: Label | None = None
    quotes: tuple[Quote, ...] = ()
    span: Span = placed()


@frozen
class DeclareCourse:
    """`course "Working Together" for levels 2–8, multi-agency, face-to-face, also called "WT"`."""

    name: Name
    audience: tuple[Pick, ...] = ()
    modes: tuple[Name, ...] = ()
    aliases: tuple[Name, ...] = ()
    citation: Label | None = None
    quotes: tuple[Quote, ...] = ()
    span: Span = placed()


@frozen
class CountsAs:
    """`"case conference" counts as multi-agency training for groups 3–7`."""

    this: Training
    that: Training
    audience: tuple[Pick, ...] = ()
    citation: Label | None = None
    quotes: tuple[Quote, ...] = ()
    span: Span = placed()

"""A rule, a note, a standard with its items; and a whole file, sentence by sentence."""

from __future__ import annotations

from attrs import frozen

from trainrules.language.ast.clauses import Clause
from trainrules.language.ast.declarations import CountsAs, Declare, DeclareCourse, Head, InForce, SourceLine
from trainrules.language.ast.examples import Example
from trainrules.language.ast.place import placed
from trainrules.language.ast.what import Action
from trainrules.language.ast.when import Timing
from trainrules.language.ast.who import Subject
from trainrules.language.ast.words import Label, Name, Quote
from trainrules.source import Span


@frozen
class Rule:
    """A rule sentence. *strength* is must, should, is recommended to, may, or None when left out."""

    subject: Subject
    strength: str | None
    action: Action
    timings: tuple[Timing, ...] = ()
    clauses: tuple[Clause, ...] = ()
    citation: Label | None = None
    quotes: tuple[Quote, ...] = ()
    span: Span = placed()


@frozen
class Note:
    """`note "…" [1.8]`: kept, never judged."""

    text: Quote
    citation: Label | None = None
    quotes: tuple[Quote, ...] = ()
    span: Span = placed()


@frozen
class StandardItem:
    """`2. "explicit aims and objectives" [5.1 S2]`: its number as written, its words."""

    number: str
    text: Quote
    citation: Label | None = None
    span: Span = placed()


@frozen
class Standard:
    """A checklist: `standard "…" for single-agency courses, including "…" [App ii]` and its items."""

    name: Name
    subject: Subject
    including: tuple[Name, ...] = ()
    items: tuple[StandardItem, ...] = ()
    citation: Label | None = None
    quotes: tuple[Quote, ...] = ()
    span: Span = placed()


Sentence = Head | SourceLine | InForce | Declare | DeclareCourse | CountsAs | Note | Standard | Example | Rule


@frozen
class Tree:
    """A whole file, sentence by sentence, in order."""

    sentences: tuple[Sentence, ...] = ()

"""What a rule adds after a comma."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from trainrules.language.ast.place import placed
from trainrules.language.ast.what import Act, Training
from trainrules.language.ast.when import Anchor
from trainrules.language.ast.words import Amount, Duration, Label, Quote
from trainrules.source import Span


@frozen
class PriorNotCounted:
    """`prior training does not count`."""

    span: Span = placed()


@frozen
class WithEvidence:
    """`with certificate` or `with evaluation`."""

    evidence: str
    span: Span = placed()


@frozen
class RuleFrom:
    """`from 1 September 2025`: the rule's own life begins."""

    day: date
    span: Span = placed()


@frozen
class RuleUntil:
    """`until 31 August 2025`: the last day of the rule's own life."""

    day: date
    span: Span = placed()


@frozen
class ForThoseStarting:
    """`for those starting on or after D`; *relation* is on or after, after, on or before, before."""

    relation: str
    day: date
    span: Span = placed()


@frozen
class FromDueDate:
    """`counted from the due date`."""

    span: Span = placed()


@frozen
class KeepingDate:
    """`keeping the date if renewed in the last 3 months`."""

    window: Duration
    span: Span = placed()


@frozen
class Grace:
    """`with 1 month's grace`."""

    duration: Duration
    span: Span = placed()


@frozen
class NotBeyond:
    """`not beyond 18 months of joining`."""

    duration: Duration
    anchor: Anchor
    span: Span = placed()


@frozen
class FirstWithin:
    """`first within 1 year [of joining]`."""

    duration: Duration
    anchor: Anchor | None = None
    span: Span = placed()


@frozen
class Then:
    """`then every 2 years`, or `then "Update" every 2 years` (*acts*)."""

    every: Duration
    acts: tuple[Act, ...] = ()
    connective: str | None = None
    span: Span = placed()


@frozen
class InsteadOf:
    """`instead of [6.2g]`."""

    label: Label
    span: Span = placed()


@frozen
class Unless:
    """`unless national policy sets a different interval`: *words* are what follows `unless`."""

    words: str
    span: Span = placed()


@frozen
class IfLapsed:
    """`if lapsed more than 2 years then "Foundation"`."""

    after: Duration
    training: Training
    span: Span = placed()


@frozen
class NotCountingLeave:
    """`not counting leave`."""

    span: Span = placed()


@frozen
class ProRata:
    """`pro rata`."""

    span: Span = placed()


@frozen
class OfWhich:
    """`of which at least half participatory`."""

    amount: Amount
    training: Training
    span: Span = placed()


@frozen
class Otherwise:
    """`otherwise "charge"`."""

    consequence: Quote
    span: Span = placed()


Clause = (
    PriorNotCounted
    | WithEvidence
    | RuleFrom
    | RuleUntil
    | ForThoseStarting
    | FromDueDate
    | KeepingDate
    | Grace
    | NotBeyond
    | FirstWithin
    | Then
    | InsteadOf
    | Unless
    | IfLapsed
    | NotCountingLeave
    | ProRata
    | OfWhich
    | Otherwise
)

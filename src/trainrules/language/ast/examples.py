"""An example: a record in sentences, and what its author expects of it."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from trainrules.language.ast.place import placed
from trainrules.language.ast.what import Training
from trainrules.language.ast.who import Pick
from trainrules.language.ast.words import Amount, Label, Name
from trainrules.source import Span


@frozen
class Fact:
    """One fact of an example.

    *kind* names it: joined, left, post, attribute, completed, did, evaluation, attended, missed, meeting
    (held; attendance not known), booked, cancelled, delivered, member, leave, waived, reported, holds, has,
    fact, standard, session, record, as of. *name* is what it is about (a course, an activity, a body, the
    rule of a waiver, the kind of a record …), *value* an attribute's value, an evaluation's course, a
    report's receiver, a standard's item (None: every item) or the name of a recorded body or course;
    *action* a report's verb (`submit`); *day* and *until* its dates: a booking's session and when it was
    cancelled, a cancellation's day and its session, a session and when it was advertised; *picks* the
    groups, levels or roles of a post or completion; *modes* a completion's delivery and format; *amount*
    its hours or days with *unit*; *certificate* with or without one; *yes* met or not (None: not known),
    with or without evaluation, attended or not, has or has not, advertised or not.
    """

    kind: str
    name: Name | None = None
    value: Name | None = None
    action: str | None = None
    day: date | None = None
    until: date | None = None
    picks: tuple[Pick, ...] = ()
    modes: tuple[Name, ...] = ()
    amount: Amount | None = None
    unit: str | None = None
    certificate: bool | None = None
    yes: bool | None = None
    span: Span = placed()


@frozen
class Expect:
    """`expect [6.12 B] due 1 September 2022, overdue since 2 September 2022`; `expect no other violations`.

    *label* is None for the two forms about all violations (*others* tells `no other` from `no`).
    *status* is met, met late, overdue, pending, not open yet, released, unmet, waived, undetermined,
    in breach, not in breach or None; *since* goes with overdue and in breach, *on* with met and met late.
    *owed* picks one of several obligations of a rule by its training.
    """

    label: Label | None = None
    status: str | None = None
    due: date | None = None
    since: date | None = None
    until: date | None = None
    on: date | None = None
    owed: Training | None = None
    others: bool = False
    span: Span = placed()


@frozen
class Example:
    """An `example` block: its name, facts and what the author expects."""

    name: Name
    facts: tuple[Fact, ...] = ()
    expects: tuple[Expect, ...] = ()
    span: Span = placed()

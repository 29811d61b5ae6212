"""What is to be done."""

from __future__ import annotations

from attrs import frozen

from trainrules.language.ast.place import placed
from trainrules.language.ast.who import Pick
from trainrules.language.ast.words import Amount, Cycle, Duration, Name
from trainrules.source import Span

REFRESHING = ("refresh", "renew", "update")
"""The verbs that say of training that it is done again."""


@frozen
class Training:
    """`multi-agency level 3 training`, `e-learning "First Steps"`, `any other training`.

    *name* is a course, activity or format named outright, also before `course` (`each "Neglect" course`);
    *own* the group, level or role before `training`, or any single name there (`DSL training`,
    `participatory training`: its declaration says which it is); *modes* the attributes before it; *other*
    is `any other training`. With none of them it is any training.
    """

    name: Name | None = None
    own: Pick | None = None
    modes: tuple[Name, ...] = ()
    other: bool = False
    span: Span = placed()


@frozen
class Act:
    """One thing to do: a verb (complete, attend, refresh, hold, have, submit, …) and its object.

    *thing* is a Training for complete, attend, deliver, refresh, renew and update, else a Name; *to* is the
    receiver of a report.
    """

    verb: str
    thing: Training | Name
    to: Name | None = None
    span: Span = placed()


@frozen
class Do:
    """Complete (refresh, hold, have, submit, meet …) something; no acts means the subject's own training.

    *verb* is None when the sentence has none (`Group B within 6 months`). *connective* is `and`, `or` or
    None for a single act. *renewed* is the cycle of `, and a new one each calendar year`.
    """

    verb: str | None = None
    acts: tuple[Act, ...] = ()
    connective: str | None = None
    renewed: Cycle | None = None
    span: Span = placed()


@frozen
class Only:
    """`single-agency only`: no training for the subject's own group, level or role in another mode."""

    modes: tuple[Name, ...]
    span: Span = placed()


@frozen
class AtLeast:
    """`deliver at least 3 days of training`, `attend at least 80% of meetings`, `at least 8 hours`.

    *verb* is attend, deliver, complete, hold, submit … or None; *unit* is hours, days, times, meetings,
    courses, sessions, or None when *thing* is counted itself (`hold at least 2 "conference"`); *thing* is
    what it is of.
    """

    verb: str | None
    amount: Amount
    unit: str | None = None
    thing: Training | Name | None = None
    span: Span = placed()


@frozen
class NotMiss:
    """`not miss 2 consecutive meetings`."""

    count: int
    span: Span = placed()


@frozen
class Return:
    """`An impact evaluation must be returned …`: *evaluation* is its kind."""

    evaluation: Name
    span: Span = placed()


@frozen
class GiveNotice:
    """`be attended or cancelled` (a booking) or `be advertised` (a course) at least N before the session.

    *what* is `booking` or `session`; *clear* counts whole days strictly between.
    """

    what: str
    notice: Duration
    clear: bool = False
    span: Span = placed()


@frozen
class MeetStandard:
    """`meet standard "Single-agency minimum"`."""

    standards: tuple[Name, ...]
    span: Span = placed()


Action = Do | Only | AtLeast | NotMiss | Return | GiveNotice | MeetStandard

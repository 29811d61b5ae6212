"""The whole policy: its rules, and what its files declare."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from trainrules.model.rules.checklist import Checklist
from trainrules.model.rules.common import Origin, nowhere
from trainrules.model.rules.delivery import Delivery
from trainrules.model.rules.duty import Duty
from trainrules.model.rules.follow_up import FollowUp
from trainrules.model.rules.notice import Notice
from trainrules.model.rules.order import Order
from trainrules.model.rules.quota import Quota
from trainrules.model.rules.streak import Streak
from trainrules.model.rules.what import Deed
from trainrules.model.rules.when import Days
from trainrules.model.rules.who import Audience, Term

Rule = Duty | FollowUp | Order | Delivery | Notice | Quota | Streak | Checklist


@frozen
class CourseType:
    """What is declared of a course: its names, the groups, levels or roles it is for, its modes."""

    name: str
    aliases: tuple[str, ...] = ()
    own: tuple[Term, ...] = ()
    delivery: str = ""
    formats: tuple[str, ...] = ()


@frozen
class Equivalence:
    """*this* counts as *that*, for people in *audience* (None: everybody) on the day it was done."""

    this: Deed
    that: Deed
    audience: Audience | None = None
    origin: Origin = field(factory=nowhere, eq=False, repr=False)


@frozen
class NoteLine:
    """A sentence that is kept but not judged."""

    text: str
    citation: str
    origin: Origin = field(factory=nowhere, eq=False, repr=False)


@frozen
class Definition:
    """A word of the vocabulary and what the source says of it."""

    kind: str
    name: str
    text: str = ""
    citation: str = ""
    origin: Origin = field(factory=nowhere, eq=False, repr=False)


@frozen(kw_only=True)
class Policy:
    """A whole policy, ready to evaluate: its own rules, and those of the files it uses, in order.

    *force* and *next_review* are the file's own head. *activities* maps a declared activity to what counts
    as it; *attributes* an attribute to its values. *prepared* is where the engine keeps what it works out
    once for the policy.
    """

    title: str = ""
    rules: tuple[Rule, ...] = ()
    force: Days = Days()
    next_review: date | None = None
    courses: tuple[CourseType, ...] = ()
    activities: tuple[tuple[str, tuple[str, ...]], ...] = ()
    attributes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    formats: tuple[str, ...] = ()
    equivalences: tuple[Equivalence, ...] = ()
    definitions: tuple[Definition, ...] = field(default=(), eq=False)
    notes: tuple[NoteLine, ...] = field(default=(), eq=False)
    source_title: str = ""
    source_file: str = ""
    prepared: object = field(init=False, default=None, eq=False, repr=False)

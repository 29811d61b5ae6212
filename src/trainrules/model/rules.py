"""The policy as meant: the few plain records that every evaluator reads, and nothing else.

One class a rule kind of `docs/semantics.md`. Names are canonical (the spelling of the declaration); an
evaluator compares them as they are, after `fold`. Equal records mean equal rules: what only says where a
rule comes from (`Origin`) does not take part in comparisons.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from attrs import field, frozen

from trainrules.source import Source, Span


class Strength(Enum):
    """How strongly a rule is put, in the words of its sentence."""

    MUST = "must"
    SHOULD = "should"
    RECOMMENDED = "is recommended to"
    MAY = "may"


@frozen
class Period:
    """A length of time; exactly one of the three is not 0 (years are months, weeks are days)."""

    months: int = 0
    days: int = 0
    working_days: int = 0

    def __str__(self) -> str:
        """Return it in words: `2 years`, `18 months`, `6 weeks`, `10 days`, `7 working days`."""
        if self.working_days:
            return _count(self.working_days, "working day")
        if self.months:
            years, rest = divmod(self.months, 12)
            return _count(self.months, "month") if rest else _count(years, "year")
        weeks, rest = divmod(self.days, 7)
        return _count(self.days, "day") if rest else _count(weeks, "week")


def _count(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


@frozen
class Days:
    """A span of calendar days, both ends inclusive; None is open."""

    first: date | None = None
    last: date | None = None


# --- who -------------------------------------------------------------------------------------------


@frozen
class Term:
    """One thing that can be true of a record on a day.

    *kind* is everyone, group, level, role, attribute (*name* `sector`, *value* `voluntary`), member (of
    the body *name*), delivery or format (of a course: *name* is the value).
    """

    kind: str
    name: str = ""
    value: str = ""


@frozen
class Audience:
    """Whom a rule is about: records of a kind, on the days when a term of *any_of* holds, with all of
    *all_of* (each entry: any one of its terms) and none of *none_of*.

    *entity* is staff (trainers and members are staff), course, agency, body (*name* says which, empty any)
    or partnership.
    """

    entity: str = "staff"
    any_of: tuple[Term, ...] = (Term("everyone"),)
    all_of: tuple[tuple[Term, ...], ...] = ()
    none_of: tuple[Term, ...] = ()
    name: str = ""


# --- what ------------------------------------------------------------------------------------------


@frozen
class Deed:
    """A kind of thing that a record can show on a day.

    *kind*: training, activity, qualification, document, report, meeting, delivery, evaluation.
    *name*: the course, activity (a declared activity stands for its members too: see `Policy.activities`),
    document, report, body or evaluation kind; empty for any. *own*: a group, level or role term, for
    `Group B training`. *modes*: what narrows it, each a delivery or format value. *action* and *to* are a
    report's verb (`submit`, `evaluate` …) and receiver. *other_than* names what `any other training`
    leaves out.
    """

    kind: str
    name: str = ""
    own: Term | None = None
    modes: tuple[str, ...] = ()
    action: str = ""
    to: str = ""
    other_than: tuple[Deed, ...] = ()


@frozen
class Owed:
    """What has to be done: every one of *parts*, each by any one of its deeds."""

    parts: tuple[tuple[Deed, ...], ...]

    @property
    def deeds(self) -> tuple[Deed, ...]:
        """Return every deed that plays a part."""
        return tuple(deed for part in self.parts for deed in part)


# --- when ------------------------------------------------------------------------------------------


@frozen
class Anchor:
    """What a deadline is counted from: starting, joining, date (*day*) or fact (*name*)."""

    kind: str = "starting"
    day: date | None = None
    name: str = ""


@frozen
class Deadline:
    """*within* of *anchor*, or the anchor's day itself (`by`), and not after *not_beyond*."""

    anchor: Anchor
    within: Period | None = None
    not_beyond: Deadline | None = None


@frozen
class Cycle:
    """Fixed periods of *months* (12, 3 or 1), one of them starting on *month* and *day*."""

    months: int = 12
    month: int = 1
    day: int = 1


class Renewal(Enum):
    """From when the next date is counted."""

    COMPLETION = "from completion"
    DUE_DATE = "from the due date"
    KEEP_DATE = "keeping the date"


# --- where it comes from ---------------------------------------------------------------------------


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


def _nowhere() -> Origin:
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
    origin: Origin = field(factory=_nowhere, eq=False, repr=False)


# --- the rule kinds --------------------------------------------------------------------------------


@frozen(kw_only=True)
class Lapse:
    """`if lapsed more than … then …`: *after* the due day, only *deed* covers."""

    after: Period
    deed: Deed


@frozen(kw_only=True)
class Duty(Common):
    """A first deadline, a refresh, or both. *then* is other training that renews (`then "Update" every …`).

    *refresh_only* is `refresh every P`: it binds nobody who never did it.
    """

    owed: Owed
    first: Deadline | None = None
    every: Period | None = None
    refresh_only: bool = False
    then: Owed | None = None
    renewal: Renewal = Renewal.COMPLETION
    keep_window: Period | None = None
    prior_counts: bool = True
    evidence: str = ""
    grace: Period | None = None
    lapse: Lapse | None = None
    leave_pauses: bool = False
    once: bool = False


@frozen(kw_only=True)
class FollowUp(Common):
    """*response* between *after* and *within* of each trigger; neither period given means on the day itself.

    The trigger is each *trigger* event, or each *window* of the calendar (`in December 2011`, `in June each
    year`), whose first and last day stand for the two periods.
    """

    response: Owed
    trigger: Deed | None = None
    after: Period | None = None
    within: Period | None = None
    window: Window | None = None


@frozen
class Window:
    """The calendar month *month* of *year*, of each year when None."""

    month: int
    year: int | None = None


@frozen(kw_only=True)
class Order(Common):
    """No *then* before *first*."""

    first: Owed
    then: Deed


@frozen(kw_only=True)
class Delivery(Common):
    """No training of *deed* in a mode outside *modes*; what breaks it counts for no duty of the audience."""

    deed: Deed
    modes: tuple[str, ...]


@frozen(kw_only=True)
class Notice(Common):
    """*notice* before a session: a booking attended or cancelled, or a course's session advertised.

    *what* is booking or session; *clear* counts whole days strictly between.
    """

    what: str
    notice: Period
    clear: bool = False
    consequence: str = ""


@frozen(kw_only=True)
class Quota(Common):
    """At least *need* in each fixed period of *cycle*, or over the rolling *over*.

    *measure* is count, hours, days or share (of the meetings held that were attended; *need* ≤ 1).
    *of_which* asks that *share* of the needed amount, or *amount* of it, be of another deed.
    """

    deeds: tuple[Deed, ...]
    measure: str
    need: Fraction
    cycle: Cycle | None = None
    over: Period | None = None
    of_which: OfWhich | None = None
    pro_rata: bool = False


@frozen
class OfWhich:
    """Of the needed amount: a *share* of it, or an *amount* in the same measure, of *deed*."""

    deed: Deed
    share: Fraction | None = None
    amount: Fraction | None = None


@frozen(kw_only=True)
class Streak(Common):
    """Never *misses* meetings of *body* in a row."""

    body: str
    misses: int


@frozen(kw_only=True)
class Checklist(Common):
    """Every item of *items* met."""

    items: tuple[Item, ...]


@frozen
class Item:
    """One line of a standard: the standard's name, the number as written, the words."""

    standard: str
    number: str
    text: str
    citation: str = ""


Rule = Duty | FollowUp | Order | Delivery | Notice | Quota | Streak | Checklist


# --- the policy ------------------------------------------------------------------------------------


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
    origin: Origin = field(factory=_nowhere, eq=False, repr=False)


@frozen
class NoteLine:
    """A sentence that is kept but not judged."""

    text: str
    citation: str
    origin: Origin = field(factory=_nowhere, eq=False, repr=False)


@frozen
class Definition:
    """A word of the vocabulary and what the source says of it."""

    kind: str
    name: str
    text: str = ""
    citation: str = ""
    origin: Origin = field(factory=_nowhere, eq=False, repr=False)


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


_EVENED = str.maketrans({"’": "'", **dict.fromkeys("–‐‑", "-")})


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Return *name* as names are compared: case folded, white space, quotes and hyphens evened out."""
    return " ".join(name.translate(_EVENED).casefold().split())

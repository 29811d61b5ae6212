"""The policy as written: one node a sentence form, in the author's words; equality ignores places."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from trainrules.source import Span

NOWHERE = Span(0, 0)

REFRESHING = ("refresh", "renew", "update")
"""The verbs that say of training that it is done again."""


def _span() -> Span:
    place: Span = field(default=NOWHERE, eq=False, repr=False, kw_only=True)
    return place


# --- words -----------------------------------------------------------------------------------------


@frozen
class Name:
    """A name as written, without its quotes."""

    text: str
    span: Span = _span()


@frozen
class Label:
    """A citation, and the label of a rule: the text between the brackets, spaces folded."""

    text: str
    span: Span = _span()


@frozen
class Quote:
    """The source's own words, or an item or description that holds them, without the quotes."""

    text: str
    span: Span = _span()


@frozen
class Duration:
    """`6 months`: a count of 1 or more and a unit: day, working day, week, month or year."""

    count: int
    unit: str
    span: Span = _span()


@frozen
class Month:
    """`September 2022`, a month without a day; `June` without a year."""

    month: int
    year: int | None = None
    span: Span = _span()


@frozen
class Amount:
    """`3`, `7.5`, `80%` or `half`: *text* is the number's own digits (`80`, `7.5`), or `half`."""

    text: str
    percent: bool = False
    span: Span = _span()


# --- who -------------------------------------------------------------------------------------------


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
    span: Span = _span()


@frozen
class Qualifier:
    """`who are DSL`, `except volunteers`, `in Level 1`, `in the voluntary sector` (attribute `sector`).

    *kind* is `who are`, `except` or `in`.
    """

    kind: str
    picks: tuple[Pick, ...]
    attribute: Name | None = None
    span: Span = _span()


@frozen
class Subject:
    """Whom a sentence is about: a flat list of picks (each of them), with one qualifier for the whole."""

    picks: tuple[Pick, ...]
    qualifier: Qualifier | None = None
    span: Span = _span()


# --- what ------------------------------------------------------------------------------------------


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
    span: Span = _span()


@frozen
class Act:
    """One thing to do: a verb (complete, attend, refresh, hold, have, submit, …) and its object.

    *thing* is a Training for complete, attend, deliver, refresh, renew and update, else a Name; *to* is the
    receiver of a report.
    """

    verb: str
    thing: Training | Name
    to: Name | None = None
    span: Span = _span()


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
    span: Span = _span()


@frozen
class Only:
    """`single-agency only`: no training for the subject's own group, level or role in another mode."""

    modes: tuple[Name, ...]
    span: Span = _span()


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
    span: Span = _span()


@frozen
class NotMiss:
    """`not miss 2 consecutive meetings`."""

    count: int
    span: Span = _span()


@frozen
class Return:
    """`An impact evaluation must be returned …`: *evaluation* is its kind."""

    evaluation: Name
    span: Span = _span()


@frozen
class GiveNotice:
    """`be attended or cancelled` (a booking) or `be advertised` (a course) at least N before the session.

    *what* is `booking` or `session`; *clear* counts whole days strictly between.
    """

    what: str
    notice: Duration
    clear: bool = False
    span: Span = _span()


@frozen
class MeetStandard:
    """`meet standard "Single-agency minimum"`."""

    standards: tuple[Name, ...]
    span: Span = _span()


Action = Do | Only | AtLeast | NotMiss | Return | GiveNotice | MeetStandard


# --- when ------------------------------------------------------------------------------------------


@frozen
class Anchor:
    """What a deadline is counted from.

    *kind* is starting (also `taking up the post`), joining, date (with *day*), fact (a declared date,
    *name*) or each (every completion of *training*).
    """

    kind: str
    day: date | None = None
    name: Name | None = None
    training: Training | None = None
    span: Span = _span()


@frozen
class Cycle:
    """`each calendar year`, `each year from 1 April`, `each quarter`, `each school year`, `each month`.

    *kind* is year, quarter or month; *month* and *day* are the start of a year.
    """

    kind: str
    month: int = 1
    day: int = 1
    span: Span = _span()


@frozen
class Within:
    """`within 6 months [of joining]`; *anchor* None when left out."""

    duration: Duration
    anchor: Anchor | None = None
    span: Span = _span()


@frozen
class Every:
    """`every 2 years`, rolling from the last completion; `every year` is 1 year."""

    duration: Duration
    span: Span = _span()


@frozen
class Each:
    """A fixed cycle."""

    cycle: Cycle
    span: Span = _span()


@frozen
class By:
    """`by 1 April 2016`."""

    day: date
    span: Span = _span()


@frozen
class Once:
    """`once`: never again, and no lint asks for a refresh."""

    span: Span = _span()


@frozen
class InMonth:
    """`in December 2011`, or `in June each year` (no year)."""

    month: Month
    span: Span = _span()


@frozen
class Before:
    """`before multi-agency training`, `before delivering …`, `before any other training`.

    *but* is what `except …` leaves out of it.
    """

    training: Training
    delivering: bool = False
    but: tuple[Training, ...] = ()
    span: Span = _span()


@frozen
class Between:
    """`between 3 and 6 months after each multi-agency course`; `within 3 months after each …` has low 0."""

    low: int
    high: Duration
    training: Training
    span: Span = _span()


@frozen
class OnTheDay:
    """`on the day of each course`."""

    training: Training
    span: Span = _span()


@frozen
class Over:
    """`over 3 years`: the rolling period of an `at least`."""

    duration: Duration
    span: Span = _span()


Timing = Within | Every | Each | By | Once | InMonth | Before | Between | OnTheDay | Over


# --- clauses ---------------------------------------------------------------------------------------


@frozen
class PriorNotCounted:
    """`prior training does not count`."""

    span: Span = _span()


@frozen
class WithEvidence:
    """`with certificate` or `with evaluation`."""

    evidence: str
    span: Span = _span()


@frozen
class RuleFrom:
    """`from 1 September 2025`: the rule's own life begins."""

    day: date
    span: Span = _span()


@frozen
class RuleUntil:
    """`until 31 August 2025`: the last day of the rule's own life."""

    day: date
    span: Span = _span()


@frozen
class ForThoseStarting:
    """`for those starting on or after D`; *relation* is on or after, after, on or before, before."""

    relation: str
    day: date
    span: Span = _span()


@frozen
class FromDueDate:
    """`counted from the due date`."""

    span: Span = _span()


@frozen
class KeepingDate:
    """`keeping the date if renewed in the last 3 months`."""

    window: Duration
    span: Span = _span()


@frozen
class Grace:
    """`with 1 month's grace`."""

    duration: Duration
    span: Span = _span()


@frozen
class NotBeyond:
    """`not beyond 18 months of joining`."""

    duration: Duration
    anchor: Anchor
    span: Span = _span()


@frozen
class FirstWithin:
    """`first within 1 year [of joining]`."""

    duration: Duration
    anchor: Anchor | None = None
    span: Span = _span()


@frozen
class Then:
    """`then every 2 years`, or `then "Update" every 2 years` (*acts*)."""

    every: Duration
    acts: tuple[Act, ...] = ()
    connective: str | None = None
    span: Span = _span()


@frozen
class InsteadOf:
    """`instead of [6.2g]`."""

    label: Label
    span: Span = _span()


@frozen
class Unless:
    """`unless national policy sets a different interval`: *words* are what follows `unless`."""

    words: str
    span: Span = _span()


@frozen
class IfLapsed:
    """`if lapsed more than 2 years then "Foundation"`."""

    after: Duration
    training: Training
    span: Span = _span()


@frozen
class NotCountingLeave:
    """`not counting leave`."""

    span: Span = _span()


@frozen
class ProRata:
    """`pro rata`."""

    span: Span = _span()


@frozen
class OfWhich:
    """`of which at least half participatory`."""

    amount: Amount
    training: Training
    span: Span = _span()


@frozen
class Otherwise:
    """`otherwise "charge"`."""

    consequence: Quote
    span: Span = _span()


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


# --- sentences -------------------------------------------------------------------------------------


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
    span: Span = _span()


@frozen
class Head:
    """A head line with a single value.

    *key* is policy, strength, calendar, uses (text), breaks (a Duration), or next review (a date or Month).
    """

    key: str
    value: str | Duration | Month | date
    span: Span = _span()


@frozen
class SourceLine:
    """`source "Training Strategy 2021-23" in "001_….txt"`; *file* None when no file is named."""

    title: str
    file: str | None = None
    span: Span = _span()


@frozen
class InForce:
    """`in force from 1 September 2021 [until 31 August 2023]`."""

    start: date
    until: date | None = None
    span: Span = _span()


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
    span: Span = _span()


@frozen
class DeclareCourse:
    """`course "Working Together" for levels 2–8, multi-agency, face-to-face, also called "WT"`."""

    name: Name
    audience: tuple[Pick, ...] = ()
    modes: tuple[Name, ...] = ()
    aliases: tuple[Name, ...] = ()
    citation: Label | None = None
    quotes: tuple[Quote, ...] = ()
    span: Span = _span()


@frozen
class CountsAs:
    """`"case conference" counts as multi-agency training for groups 3–7`."""

    this: Training
    that: Training
    audience: tuple[Pick, ...] = ()
    citation: Label | None = None
    quotes: tuple[Quote, ...] = ()
    span: Span = _span()


@frozen
class Note:
    """`note "…" [1.8]`: kept, never judged."""

    text: Quote
    citation: Label | None = None
    quotes: tuple[Quote, ...] = ()
    span: Span = _span()


@frozen
class StandardItem:
    """`2. "explicit aims and objectives" [5.1 S2]`: its number as written, its words."""

    number: str
    text: Quote
    citation: Label | None = None
    span: Span = _span()


@frozen
class Standard:
    """A checklist: `standard "…" for single-agency courses, including "…" [App ii]` and its items."""

    name: Name
    subject: Subject
    including: tuple[Name, ...] = ()
    items: tuple[StandardItem, ...] = ()
    citation: Label | None = None
    quotes: tuple[Quote, ...] = ()
    span: Span = _span()


# --- examples --------------------------------------------------------------------------------------


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
    span: Span = _span()


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
    span: Span = _span()


@frozen
class Example:
    """An `example` block: its name, facts and what the author expects."""

    name: Name
    facts: tuple[Fact, ...] = ()
    expects: tuple[Expect, ...] = ()
    span: Span = _span()


Sentence = Head | SourceLine | InForce | Declare | DeclareCourse | CountsAs | Note | Standard | Example | Rule


@frozen
class Tree:
    """A whole file, sentence by sentence, in order."""

    sentences: tuple[Sentence, ...] = ()

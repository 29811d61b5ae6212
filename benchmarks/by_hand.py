"""The program that somebody would write by hand for Hackney's staff rules: dataclasses and relativedelta.

It does the same job as the library does for a member of staff under `policies/hackney.rules`: the same
obligations with the same dates and statuses, the same breaches. `compare.py` checks that before it times
anything. Nothing in it is general: another strategy is another program.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

IN_FORCE = date(2021, 9, 1)
DAY = timedelta(days=1)


@dataclass
class Post:
    groups: list[str]
    roles: list[str]
    started: date
    ended: date | None = None


@dataclass
class Completion:
    id: str
    course: str
    completed: date
    groups: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


@dataclass
class Update:
    id: str
    kind: str
    on: date


@dataclass
class Person:
    id: str
    joined: date
    left: date | None
    posts: list[Post]
    training: list[Completion]
    updates: list[Update]


@dataclass
class Owed:
    rule: str
    status: str
    opens: date
    due: date | None
    satisfied_by: str | None = None
    satisfied_on: date | None = None
    late_by: int | None = None


@dataclass
class Breach:
    rule: str
    since: date
    until: date | None
    days: int


@dataclass
class Answer:
    owed: list[Owed] = field(default_factory=list)
    breaches: list[Breach] = field(default_factory=list)


Done = list[tuple[date, str]]
Run = tuple[date, date]


def runs_of(person: Person, groups: set[str], roles: set[str]) -> list[Run]:
    """Return the unbroken stretches in any of the groups or roles."""
    end = person.left or date.max
    spells = sorted(
        (post.started, min(post.ended or date.max, end))
        for post in person.posts
        if groups & set(post.groups) or roles & set(post.roles)
    )
    runs: list[Run] = []
    for first, last in spells:
        if runs and (runs[-1][1] == date.max or first <= runs[-1][1] + DAY):
            runs[-1] = (runs[-1][0], max(last, runs[-1][1]))
        elif first <= last:
            runs.append((first, last))
    return runs


class Rule:
    """One of Hackney's rules: a first deadline, a refresh, or both, in months."""

    def __init__(
        self,
        label: str,
        first: int | None = None,
        every: int | None = None,
        prior: bool = True,
        starts_when_done: bool = False,
    ) -> None:
        self.label, self.first, self.every = label, first, every
        self.prior, self.starts_when_done = prior, starts_when_done

    def judge(self, run: Run, done: Done, as_of: date, answer: Answer) -> None:
        """Add what is owed in *run*, and the breaches, to *answer*."""
        start, end = run
        if end < IN_FORCE:
            return
        done = list(dict(done).items())  # one a day
        if not self.prior:
            done = [each for each in done if each[0] >= start]
        deadline = start + relativedelta(months=self.first) if self.first else None
        opens, due = start, deadline
        before = [each for each in done if each[0] < start]
        is_open = True
        if before:
            paid = self.paid(before[-1][0])
            if paid >= start:
                self.met(opens, due, before[-1], run, as_of, answer)
                is_open, due = self.every is not None, self.next_due(paid, deadline)
        for when in done:
            if not start <= when[0] <= end:
                continue
            if is_open:
                self.met(opens, due, when, run, as_of, answer)
            is_open = self.every is not None
            opens, due = when[0], self.next_due(self.paid(when[0]), deadline)
        if is_open:
            self.still_open(opens, due, run, as_of, answer)

    def paid(self, day: date) -> date:
        return day + relativedelta(months=self.every) if self.every else date.max

    def next_due(self, paid: date, deadline: date | None) -> date | None:
        if not self.every:
            return None
        return max(paid, deadline) if deadline else paid

    def met(
        self,
        opens: date,
        due: date | None,
        when: tuple[date, str],
        run: Run,
        as_of: date,
        answer: Answer,
    ) -> None:
        day, event = when
        is_late = due is not None and day > due and day >= max(run[0], IN_FORCE)
        late_by = (day - due).days if is_late and due else None
        answer.owed.append(
            Owed(self.label, "met late" if is_late else "met", opens, due, event, day, late_by)
        )
        if due is not None and day > due:
            since = max(due + DAY, run[0], IN_FORCE)
            if since < day:
                answer.breaches.append(Breach(self.label, since, day - DAY, (day - since).days))

    def still_open(self, opens: date, due: date | None, run: Run, as_of: date, answer: Answer) -> None:
        end = min(run[1], as_of)
        since = max(due + DAY, run[0], IN_FORCE) if due else None
        if opens > as_of or as_of < IN_FORCE:
            status = "not open yet"
        elif since and since <= end:
            is_now = run[1] >= as_of
            status = "overdue" if is_now else "unmet"
            answer.breaches.append(
                Breach(self.label, since, None if is_now else run[1], (end - since).days + 1)
            )
        else:
            status = "released" if run[1] < as_of else "pending"
        answer.owed.append(Owed(self.label, status, opens, due))


INDUCTION = Rule("6.12 induction", first=1, prior=False)
INDUCTED = Rule("5.1 induction")
GROUPS = {"A": Rule("6.12 A", first=3), "B": Rule("6.12 B", first=6), "C": Rule("6.12 C", first=12)}
DSL_FIRST = Rule("6.13 training")
DSL_REFRESH = Rule("6.13", every=24)
DSL_UPDATE = Rule("6.14", first=12, every=12)
DSLS = {"DSL", "Deputy DSL"}
UPDATES = {"e-bulletin", "DSL meeting", "reading", "knowledge update"}


def evaluate(person: Person, as_of: date) -> Answer:
    """Return what *person* owes and has breached as of *as_of*."""
    answer = Answer()
    training = sorted((t for t in person.training if t.completed <= as_of), key=lambda t: t.completed)
    here = (person.joined, person.left or date.max)
    induction: Done = [(t.completed, t.id) for t in training if t.course == "Induction"]
    INDUCTION.judge(here, induction, as_of, answer)
    for group, rule in GROUPS.items():
        own: Done = [(t.completed, t.id) for t in training if group in t.groups]
        for run in runs_of(person, {group}, set()):
            rule.judge(run, own, as_of, answer)
    INDUCTED.judge(here, induction, as_of, answer)
    runs = runs_of(person, set(), DSLS)
    dsl: Done = [(t.completed, t.id) for t in training if "DSL" in t.roles]
    updates: Done = sorted((u.on, u.id) for u in person.updates if u.on <= as_of and u.kind in UPDATES)
    for rule, done in ((DSL_FIRST, dsl), (DSL_REFRESH, dsl), (DSL_UPDATE, updates)):
        for run in runs:
            rule.judge(run, done, as_of, answer)
    return answer

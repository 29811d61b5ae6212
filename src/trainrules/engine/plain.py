"""Plain duties in one walk: the common case, said again for speed, with the same answers as the full engine.

A duty is plain when it has a first deadline, a refresh, or both, and no clause beside `prior training does
not count`; most rules are. A record is plain when nothing about it is unknown (see `glance`). A test holds
this walk to the full engine on generated policies and records.
"""

from __future__ import annotations

from datetime import date

from attrs import define, field, frozen

from trainrules.dates import DAWN, FAR, month_after, shown
from trainrules.engine.glance import Done, Glance, Spell, in_order
from trainrules.engine.instance import Instance, Standing, Told, row
from trainrules.engine.plan import EVERYONE, Plan, Planned
from trainrules.engine.timeline import NEVER, union
from trainrules.findings import Kind, Obligation, Status, Violation, Why
from trainrules.model.rules import Days, Duty, Period, Renewal, Strength
from trainrules.words import to_do_text

_PLAIN_KINDS = {"everyone", "group", "level", "role"}
_PLAIN_ANCHORS = {"starting", "joining"}
_PLAIN_DEEDS = {"training", "activity"}


NO_SPELLS: list[Spell] = []
NOTHING_DONE: list[Done] = []


@frozen
class Plain:
    """A plain duty: its audience's terms, the deeds that do it, the first deadline and the refresh.

    *within* and *every* are None for none; *days* of a period stand beside *months*.
    """

    rule: Duty
    label: str
    strength: Strength
    owed: str
    term: int
    more_terms: tuple[int, ...]
    is_everyone: bool
    deeds: tuple[int, ...]
    within: Period | None
    every: Period | None
    from_joining: bool
    force: Spell
    cure: str


def plain_of(plan: Plan, planned: Planned) -> Plain | None:
    """Return the plain duty that *planned* is, None when it is not one."""
    rule = planned.rule
    if not isinstance(rule, Duty) or not _is_plain(rule, planned):
        return None
    first, last = rule.force.first, rule.force.last
    terms = [plan.term(term.kind, term.name) for term in rule.audience.any_of]
    return Plain(
        rule=rule,
        label=rule.label,
        strength=rule.strength,
        owed=planned.owed,
        term=terms[0],
        more_terms=tuple(terms[1:]),
        is_everyone=EVERYONE in terms,
        deeds=tuple(planned.parts[0]),
        within=rule.first.within if rule.first else None,
        every=rule.every,
        from_joining=rule.first is not None and rule.first.anchor.kind == "joining",
        force=(first.toordinal() if first else DAWN, last.toordinal() if last else FAR),
        cure=to_do_text(rule.owed),
    )


def _is_plain(rule: Duty, planned: Planned) -> bool:
    audience, first = rule.audience, rule.first
    simple_audience = (
        audience.entity == "staff"
        and not (audience.all_of or audience.none_of or audience.name)
        and all(term.kind in _PLAIN_KINDS for term in audience.any_of)
    )
    simple_clauses = (
        rule.renewal is Renewal.COMPLETION
        and not (rule.then or rule.evidence or rule.grace or rule.lapse or rule.leave_pauses or rule.breaks)
        and rule.started == Days()
        and not (planned.overriders or planned.exclusions)
    )
    simple_first = first is None or (
        first.within is not None
        and not first.within.working_days
        and first.not_beyond is None
        and first.anchor.kind in _PLAIN_ANCHORS
    )
    return (
        simple_audience
        and simple_clauses
        and simple_first
        and (first is not None or rule.every is None or rule.refresh_only)
        and len(rule.owed.parts) == 1
        and all(deed.kind in _PLAIN_DEEDS for deed in rule.owed.deeds)
    )


def tell(plain: Plain, glance: Glance, walk: Walk) -> bool:
    """Tell the rows of *plain*; return False, with nothing told, when only the full engine can."""
    joined, force = glance.joined, plain.force
    spells = glance.spells.get(plain.term, NO_SPELLS)
    if plain.more_terms:
        spells = [
            *spells,
            *(each for term in plain.more_terms for each in glance.spells.get(term, NO_SPELLS)),
        ]
    if not spells:
        return joined is not None or not plain.is_everyone
    if not glance.unsure.isdisjoint(plain.deeds):
        return False
    if joined is None and (plain.from_joining or plain.is_everyone):
        return False
    if plain.from_joining and joined is not None and joined > min(spells)[0]:
        return False
    done = _done(plain, glance)
    for first, last in spells if len(spells) == 1 else union(spells):
        if last >= force[0] and first <= force[1]:
            anchor = joined if plain.from_joining and joined is not None else first
            walk.plain, walk.start, walk.end = plain, first, last
            walk.go(anchor, done)
    return True


def _done(plain: Plain, glance: Glance) -> list[Done]:
    """Return what was done, in order, the first of each day."""
    if len(plain.deeds) == 1:
        return glance.done.get(plain.deeds[0], NOTHING_DONE)
    return in_order([each for deed in plain.deeds for each in glance.done.get(deed, NOTHING_DONE)])


def _after(day: int, period: Period) -> int:
    return month_after(day, period.months) if period.months else min(FAR, day + period.days)


@define
class Walk:
    """Goes through what was done in one run of *plain*, from *start* to *end*, and tells its rows.

    One walk does for all the rules and runs of a record: making one for each costs more than walking it. What
    has no due day is due on FAR.
    """

    as_of: int
    why: Why | None
    told: Told
    plain: Plain = field(init=False)
    start: int = field(init=False)
    end: int = field(init=False)

    def go(self, anchor: int, done: list[Done]) -> None:
        """Tell the rows: each thing done meets the open one and, with a refresh, opens the next.

        What would open after the rule's force is owed by nobody.
        """
        deadline = _after(anchor, self.plain.within) if self.plain.within else DAWN
        opens, due, is_open = self.start, deadline or FAR, True
        place = 0
        while place < len(done) and done[place][0] < opens:
            place += 1
        if place and (self.plain.rule.prior_counts or done[place - 1][0] >= anchor):
            before = done[place - 1]
            paid = self._paid(before)
            if paid >= opens:
                self._met(opens, due, before)
                due, is_open = max(paid, deadline), paid < FAR
        for each in done[place:]:
            if each[0] > self.end:
                break
            if is_open:
                self._met(opens, due, each)
            paid = self._paid(each)
            opens, due = each[0], max(paid, deadline)
            is_open = paid < FAR and opens <= self.plain.force[1]
        if is_open:
            self._open(opens, due)

    def _paid(self, done: Done) -> int:
        every = self.plain.every
        return FAR if every is None else _after(done[0], every)

    def _met(self, opens: int, due: int, done: Done) -> None:
        if opens > self.as_of:
            self._in_full(opens, due, done)
            return
        day, force = done[0], self.plain.force
        first, last = max(due + 1, self.start, force[0]), min(day, force[1])
        if first > last:
            self._row(Status.MET, opens, due, done)
            return
        self._row(Status.MET_LATE, opens, due, done, late_by=day - due)
        if first < day:
            self._violation(due, first, min(last, day - 1), None)

    def _open(self, opens: int, due: int) -> None:
        force, as_of = self.plain.force, self.as_of
        if opens > as_of or force[0] > as_of or force[1] != FAR or as_of <= self.end != FAR:
            self._in_full(opens, due, None)
            return
        is_over = self.end != FAR
        first = max(due + 1, self.start, force[0])
        if first <= min(self.end, as_of):
            self._row(Status.UNMET if is_over else Status.OVERDUE, opens, due, None)
            self._violation(due, first, min(self.end, as_of), None if is_over else self.plain.cure)
        elif is_over:
            self._row(Status.RELEASED, opens, due, None)
        else:
            self._row(Status.PENDING, opens, due, None, changes=shown(first))

    def _row(
        self,
        status: Status,
        opens: int,
        due: int,
        done: Done | None,
        changes: date | None = None,
        late_by: int | None = None,
    ) -> None:
        plain = self.plain
        self.told.obligations.append(
            Obligation(
                rule=plain.label,
                strength=plain.strength,
                owed=plain.owed,
                status=status,
                opens=date.fromordinal(opens),
                due=shown(due),
                satisfied_by=done[1] if done else None,
                satisfied_on=date.fromordinal(done[0]) if done else None,
                late_by=late_by,
                changes_on=changes,
                source=plain.rule,
                why=self.why,
            )
        )
        if changes is not None:
            self.told.changes.append(changes)

    def _violation(self, due: int, first: int, last: int, cure: str | None) -> None:
        plain = self.plain
        self.told.violations.append(
            Violation(
                rule=plain.label,
                strength=plain.strength,
                kind=Kind.OVERDUE,
                since=date.fromordinal(first),
                until=None if last == self.as_of else date.fromordinal(last),
                days=last - first + 1,
                due=shown(due),
                owed=plain.owed,
                cure=cure,
                source=plain.rule,
                why=self.why,
            )
        )

    def _in_full(self, opens: int, due: int, done: Done | None) -> None:
        """Tell the row as the full engine tells it: what is not yet begun, or ends at a known day.

        What is *done* was done before it opens, so that no day of it is in breach.
        """
        force = self.plain.force
        first, last = max(due + 1, self.start, force[0]), min(self.end, force[1])
        instance = Instance(
            opens=opens,
            owed=self.plain.owed,
            end=self.end,
            due=due,
            done=done[0] if done else None,
            breach=((first, last),) if done is None and first <= last else NEVER,
            cure=self.plain.cure,
        )
        self.told.add([row(instance, Standing(self.plain.rule, force, (), self.why), self.as_of)])

"""Streak: so many meetings missed in a row, among those held while in scope."""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve

from trainrules.dates import FAR
from trainrules.engine.case import Case
from trainrules.engine.instance import Instance
from trainrules.engine.timeline import clip, holds
from trainrules.findings import Kind
from trainrules.model.rules import Streak, fold
from trainrules.records.classes import Meeting
from trainrules.words import quoted


def instances(case: Case) -> list[Instance]:
    """Return one instance a run of misses that is long enough; an unknown attendance can leave it open."""
    rule = case.planned.rule
    assert isinstance(rule, Streak)
    meetings = _meetings(case, rule)
    unknown = tuple(f"attendance of {name}" for name, meeting in meetings if meeting.attended is None)
    at_best = _streaks(case, rule, meetings, is_missed=False)
    if not unknown:
        return at_best
    at_worst = _streaks(case, rule, meetings, is_missed=True)
    unsure = [each for each in at_worst if each not in at_best]
    sure = [each for each in at_best if each in at_worst]
    return sure + [evolve(each, missing=unknown) for each in unsure]


def _meetings(case: Case, rule: Streak) -> list[tuple[str, Meeting]]:
    """Return the meetings held while in scope, in order; on one day, what was attended comes last."""
    found: dict[Meeting, str] = {}
    for place, meeting in enumerate(case.history.record.meetings, 1):
        day = meeting.on.toordinal()
        is_of = meeting.body is not None and fold(meeting.body) == fold(rule.body)
        if is_of and day <= case.as_of and holds(case.days, day):
            found.setdefault(meeting, meeting.id or f"meeting {place}")
    return sorted(((n, m) for m, n in found.items()), key=lambda each: (each[1].on, each[1].attended is True))


def _streaks(
    case: Case, rule: Streak, meetings: list[tuple[str, Meeting]], *, is_missed: bool
) -> list[Instance]:
    found: list[Instance] = []
    missed: list[tuple[str, Meeting]] = []
    for name, meeting in meetings:
        if meeting.attended is False or (meeting.attended is None and is_missed):
            missed.append((name, meeting))
            continue
        if len(missed) >= rule.misses:
            found.append(_instance(case, rule, missed, (name, meeting)))
        missed = []
    if len(missed) >= rule.misses:
        found.append(_instance(case, rule, missed, None))
    return [each for each in found if each.breach]


def _instance(
    case: Case, rule: Streak, missed: list[tuple[str, Meeting]], attended: tuple[str, Meeting] | None
) -> Instance:
    name, meeting = missed[rule.misses - 1]
    first = meeting.on.toordinal()
    done = attended[1].on.toordinal() if attended else None
    return Instance(
        opens=first,
        owed=case.planned.owed,
        end=next(last for _, last, _ in case.runs if first <= last),
        done=done,
        by=attended[0] if attended else None,
        breach=clip(case.free, first, FAR if done is None else done - 1),
        kind=Kind.CONSECUTIVE,
        event=name,
        have=Fraction(len(missed)),
        need=Fraction(rule.misses),
        cure=f"attend the next meeting of {quoted(rule.body)}",
    )

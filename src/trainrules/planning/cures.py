"""What would put right each violation that is open, tried on the record before it is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from trainrules.engine.evaluate import evaluate
from trainrules.findings import Evaluation, Kind, Status, Violation
from trainrules.model.rules import Policy, Strength
from trainrules.planning.doing import PLANNED, Done, can_show, ways, with_done
from trainrules.planning.needed import Need, needs
from trainrules.records.classes import Record

_MOST_WAYS = 64
OF_ONE_DAY = (Kind.ORDER, Kind.DELIVERY, Kind.NOTICE)
"""What is in breach on one day, which nothing undoes."""


@frozen
class Cure:
    """What ends a violation when it is done on the as-of day, and brings no other.

    *done* is what was tried; *record* is the record with it.
    """

    violation: Violation
    done: tuple[Done, ...]
    record: Record


def cures(policy: Policy, record: Record, as_of: date) -> tuple[Cure, ...]:
    """Return what puts right each violation that is open on *as_of*, by the fewest deeds that were found.

    Each was applied to the record and evaluated: the violation is gone, and there is no new one. What no
    deed can put right, such as training taken in the wrong order, has no cure here.
    """
    before = evaluate(policy, record, as_of)
    found = []
    for violation in before.violations:
        is_open = violation.until is None and violation.kind not in OF_ONE_DAY
        if is_open and violation.strength is not Strength.MAY:
            done = ended_by(policy, record, violation, before, as_of)
            if done:
                found.append(Cure(violation, done, with_done(record, done)))
    return tuple(found)


def ended_by(
    policy: Policy, record: Record, violation: Violation, before: Evaluation, on: date
) -> tuple[Done, ...]:
    """Return the first deeds, done on the day *on*, with which *violation* is not open then."""
    known = {_key(each) for each in before.violations if each.until is None}
    for done in tries(policy, record, violation, on):
        after = evaluate(policy, with_done(record, done), before.as_of)
        still = [_key(each) for each in after.violations if each.until is None]
        is_known = _unknown(after, violation.rule) <= _unknown(before, violation.rule)
        if is_known and _key(violation) not in still and all(each in known for each in still):
            return done
    return ()


def _unknown(result: Evaluation, label: str) -> int:
    """Return how many obligations of the rule *label* cannot be decided: a doubt is no cure."""
    return sum(row.rule == label and row.status is Status.UNDETERMINED for row in result.obligations)


def tries(policy: Policy, record: Record, violation: Violation, on: date) -> Iterator[tuple[Done, ...]]:
    """Yield what may meet the rule of *violation*, in each mode that is open, up to a number of ways."""
    rule = violation.source
    tried = 0
    for need in needs(rule, violation) if rule is not None else ():
        if not all(can_show(record, deed) for deed in need.deeds):
            continue
        for done in _in_each_mode(policy, need, on):
            yield tuple(evolve(each, about=violation.event, measure=need.measure) for each in done)
            tried += 1
            if tried >= _MOST_WAYS:
                return


def _in_each_mode(policy: Policy, need: Need, on: date) -> Iterator[tuple[Done, ...]]:
    """Yield *need* done: every deed in its own first mode, then in each mode that all of them can be in."""
    names = [(deed, f"{PLANNED}{on.isoformat()} {n}") for n, deed in enumerate(need.deeds * need.times, 1)]
    options = [list(ways(policy, deed, on, name, need.amount)) for deed, name in names]
    for number in range(max(len(each) for each in options)):
        yield tuple(each[min(number, len(each) - 1)] for each in options)


def _key(violation: Violation) -> tuple[object, ...]:
    return (violation.rule, violation.kind, violation.owed, violation.event)

"""The dated list of what somebody has to do next, the fewest things and each as late as it may be."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import evolve, frozen

from trainrules.engine.evaluate import evaluate
from trainrules.findings import Evaluation, Obligation, Status, Violation
from trainrules.model.rules import Deed, Policy, Strength
from trainrules.planning.cures import OF_ONE_DAY, tries
from trainrules.planning.doing import PLANNED, Done, with_done
from trainrules.records.classes import Record

_DAY = timedelta(days=1)
_MOST_STEPS = 200


@frozen
class Step:
    """Something to do: *done* by the last day in time, for what is *owed* under the *rules* of those labels.

    *is_late* is a step for what is overdue already: it is to be done at once.
    """

    by: date
    done: tuple[Done, ...]
    rules: tuple[str, ...]
    is_late: bool = False
    owed: str = ""


@frozen
class Plan:
    """*steps* in order of their days; *left* are violations until the end that no deed was found to prevent.

    *unknown* are obligations that cannot be decided, for want of the facts that they name. *record* is the
    record with every step done on its day; it was evaluated, and *left* is all that it shows from the as-of
    day on.
    """

    record: Record
    as_of: date
    until: date
    steps: tuple[Step, ...]
    left: tuple[Violation, ...]
    unknown: tuple[Obligation, ...]


def plan(policy: Policy, record: Record, as_of: date, until: date) -> Plan:
    """Return what *record* has to do from *as_of* until *until* to keep every must and should.

    Each step is tried, and done as late as is in time, so that what it pays for lasts; one that turns out
    not to be needed is left out. Nothing is known of meetings, bookings and courses still to come, so none
    is planned. Raises ValueError when *until* is before *as_of*.
    """
    if until < as_of:
        raise ValueError(f"a plan until {until} cannot start on {as_of}")
    steps: list[Step] = []
    given_up: set[tuple[object, ...]] = set()
    late = _day_on(until)  # what is due on the last day is late a day on
    while len(steps) < _MOST_STEPS:
        result = _looked(policy, record, steps, late)
        found = _next(result, as_of, given_up)
        if found is None:
            break
        step = _step(policy, record, steps, found, result, as_of)
        if step is None:
            given_up.add(_key(found))
        else:
            steps.append(step)
    steps = _needed(policy, record, steps, as_of, until)
    return _told(policy, record, steps, as_of, until)


def _day_on(day: date) -> date:
    """Return the day after *day*; the last that there is has none, and is returned itself."""
    return day if day == date.max else day + _DAY


def _looked(policy: Policy, record: Record, steps: list[Step], until: date) -> Evaluation:
    return evaluate(policy, with_done(record, (each for step in steps for each in step.done)), until)


def _next(result: Evaluation, as_of: date, given_up: set[tuple[object, ...]]) -> Violation | None:
    """Return the first violation that goes on after *as_of*, or begins then, and is worth a try."""
    ahead = [each for each in _ahead(result, as_of) if _key(each) not in given_up]
    return min(ahead, key=lambda each: (each.since, each.rule, each.owed), default=None)


def _ahead(result: Evaluation, as_of: date) -> list[Violation]:
    """Return the violations that go on or begin after *as_of*, of rules that are more than a permission.

    What was done in the wrong way by then stays as it was; what a step would do wrong is ahead.
    """
    binding = [each for each in result.violations if each.strength is not Strength.MAY]
    return [
        each
        for each in binding
        if _is_of_a_step(each)
        or (each.until is None and each.kind not in OF_ONE_DAY)
        or (each.until or each.since) > as_of
    ]


def _is_of_a_step(found: Violation) -> bool:
    return found.event is not None and found.event.startswith(PLANNED)


def _step(
    policy: Policy, record: Record, steps: list[Step], found: Violation, result: Evaluation, as_of: date
) -> Step | None:
    """Return what prevents *found*, or ends it: of all ways the one that leaves the fewest days in breach.

    What did for the same rule before is done again where it still helps.
    """
    is_late = found.since <= as_of
    by = as_of if is_late else found.since - _DAY
    before = _days(result, as_of)
    own = with_done(record, (each for step in steps for each in step.done))

    def days_with(done: tuple[Done, ...]) -> int:
        return _days(evaluate(policy, with_done(own, done), result.as_of), as_of)

    done = _as_before(steps, found, by)
    if not done or days_with(done) >= before:
        tried = [(days_with(done), done) for done in tries(policy, own, found, by)]
        days, best = min(tried, key=lambda each: (each[0], len(each[1])), default=(before, ()))
        if days >= before:
            return None
        done = _with_modes(best, [each for each in tried if _deeds(each[1]) == _deeds(best)], days)
    named = (evolve(each, id=f"{PLANNED}{len(steps) + 1}.{n}") for n, each in enumerate(done, 1))
    return Step(by, tuple(named), (found.rule,), is_late, found.owed)


def _as_before(steps: list[Step], found: Violation, by: date) -> tuple[Done, ...]:
    """Return what was done in the last step for the same, on the day *by*; nothing the first time."""
    last = next((s for s in reversed(steps) if s.rules == (found.rule,) and s.owed == found.owed), None)
    return tuple(evolve(each, on=by, about=found.event) for each in last.done) if last else ()


def _deeds(done: tuple[Done, ...]) -> list[Deed]:
    return [each.deed for each in done]


def _with_modes(
    best: tuple[Done, ...], tried: list[tuple[int, tuple[Done, ...]]], days: int
) -> tuple[Done, ...]:
    """Return *best* with the modes that leave as few as *days*, of those *tried*."""
    every = [done for _, done in tried]
    good = [done for day, done in tried if day == days]
    return tuple(
        evolve(each, modes=_modes([done[place] for done in good], [done[place] for done in every]))
        for place, each in enumerate(best)
    )


def _modes(good: list[Done], tried: list[Done]) -> tuple[tuple[str, ...], ...]:
    """Return the deliveries, and the formats, that do as well as any, where others were tried too."""
    found = []
    for name in ("delivery", "format"):
        open_ = dict.fromkeys(getattr(each, name) for each in good)
        if len(open_) < len({getattr(each, name) for each in tried}):
            found.append(tuple(mode for mode in open_ if mode))
    return tuple(found)


def _days(result: Evaluation, as_of: date) -> int:
    """Return how many days in breach there are after *as_of*, of all rules; a step's own day is one too."""
    total = 0
    for each in _ahead(result, as_of):
        last = each.until or result.as_of
        total += max(_is_of_a_step(each), (last - max(each.since, _day_on(as_of))).days + 1)
    return total


def _needed(policy: Policy, record: Record, steps: list[Step], as_of: date, until: date) -> list[Step]:
    """Return *steps* without those that change nothing when left out, the latest tried first."""
    days = _days(_looked(policy, record, steps, _day_on(until)), as_of)
    for step in sorted(steps, key=lambda each: each.by, reverse=True):
        others = [each for each in steps if each is not step]
        if _days(_looked(policy, record, others, _day_on(until)), as_of) <= days:
            steps = others
    return steps


def _told(policy: Policy, record: Record, steps: list[Step], as_of: date, until: date) -> Plan:
    steps = sorted(steps, key=lambda each: each.by)
    full = with_done(record, (each for step in steps for each in step.done))
    result = evaluate(policy, full, until)
    left = tuple(_ahead(result, as_of))
    unknown = tuple(each for each in result.obligations if each.status is Status.UNDETERMINED)
    return Plan(full, as_of, until, tuple(steps), left, unknown)


def _key(violation: Violation) -> tuple[object, ...]:
    return (violation.rule, violation.kind, violation.owed, violation.since, violation.event)

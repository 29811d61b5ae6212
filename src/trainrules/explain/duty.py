"""The reasons of a duty: what its due day was counted from, worked out, and what did and did not count."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from trainrules.dates import DAWN
from trainrules.engine.case import Entry
from trainrules.engine.cover import Log, Step, steps
from trainrules.engine.duty import anchor_day, counts_since, first_due, leave_of, terms_of
from trainrules.explain.events import day_text, event_text, events_text, not_counted
from trainrules.explain.found import Found
from trainrules.explain.paid import Worked, paid_text
from trainrules.explain.people import joined_text, scope_text
from trainrules.explain.recorded_for import recorded_for_another
from trainrules.model.rules import Anchor, Deadline, Duty, Period
from trainrules.words import anchor_text, deadline_text, owed_text, sum_text


def duty(found: Found, rule: Duty) -> Iterator[str]:
    """Yield the facts and the arithmetic behind a result of *rule*."""
    yield scope_text(found)
    worked = _work(found, rule)
    if worked is None:
        return
    before = _before(worked)
    yield from _first(worked) if before is None else _renewed(worked, before)
    if rule.grace and found.instance.limit is not None and found.due:
        yield f"with grace: {sum_text(found.due, rule.grace, rule.calendar)}"
    yield from _events(worked)


def _work(found: Found, rule: Duty) -> Worked | None:
    run, record = found.run, found.record
    if run is None:
        return None
    leave = leave_of(rule, record)
    first = first_due(rule, run, record, leave)
    since = counts_since(rule, run, first) or DAWN  # where it hangs on a day not known, nothing is decided
    entries = [each for each in found.case.entries if each.on >= since]
    terms = terms_of(rule, first, leave)
    log: Log = {}
    made = [step for step in steps(found.case.planned, terms, entries, log) if step.day <= run[1]]
    return Worked(found, rule, terms, first, entries, made, frozenset(log))


def _before(worked: Worked) -> Step | None:
    """Return the completion that the due day was counted from; None when it is the first due day."""
    instance, run = worked.found.instance, worked.found.run
    if instance.due is None or run is None:
        return None
    earlier = worked.made
    if instance.done is not None:
        places = [place for place, step in enumerate(worked.made) if step.day == instance.done]
        earlier = worked.made[: places[-1]] if places and instance.done >= run[0] else []
    earlier = [step for step in earlier if step.paid >= run[0]]
    last = earlier[-1] if earlier else None
    return last if last and max(last.paid, worked.terms.deadline or 0) == instance.due else None


# --- the first due day -------------------------------------------------------------------------------------


def _first(worked: Worked) -> Iterator[str]:
    rule, found = worked.rule, worked.found
    if found.instance.due is None:
        if not worked.first.missing:
            yield "there is no due day"
    elif rule.first is not None:
        yield from _deadline(worked, rule.first)
    elif rule.every is not None:
        yield f"first due {_sum(worked, Anchor(), rule.every)}"


def _deadline(worked: Worked, deadline: Deadline) -> Iterator[str]:
    limit = deadline.not_beyond
    anchors = [each.anchor for each in (deadline, limit) if each]
    if any(anchor.kind == "joining" for anchor in anchors):
        yield joined_text(worked.found)
    for anchor in anchors:
        day = _anchor_day(worked, anchor)
        if anchor.kind == "fact" and day is not None:
            yield f"{anchor_text(anchor)} on {day_text(day)}"
    beyond = f", but not beyond {_due(worked, limit)}" if limit else ""
    yield f"due {_due(worked, deadline)}{beyond}"


def _due(worked: Worked, deadline: Deadline) -> str:
    if deadline.within is None:
        return deadline_text(evolve(deadline, not_beyond=None))
    return _sum(worked, deadline.anchor, deadline.within)


def _anchor_day(worked: Worked, anchor: Anchor) -> int | None:
    run = worked.found.run
    return anchor_day(anchor, run, worked.found.record)[0] if run else None


def _sum(worked: Worked, anchor: Anchor, period: Period) -> str:
    start = _anchor_day(worked, anchor)
    return worked.sum(start, period) if start is not None else f"{period} after {anchor_text(anchor)}"


# --- the next ones -----------------------------------------------------------------------------------------


def _renewed(worked: Worked, last: Step) -> Iterator[str]:
    due = worked.found.instance.due or 0
    done = f"last done: {event_text(last.entry.event)}"
    if last.paid < due:
        yield f"{done}, good until {paid_text(worked, last)}"
        yield "nothing is due before the first deadline"
        yield from _first(worked)
    else:
        yield f"{done}, so the next is due {paid_text(worked, last)}"


# --- what counted ----------------------------------------------------------------------------------------


def _events(worked: Worked) -> Iterator[str]:
    found, instance = worked.found, worked.found.instance
    before = _before(worked)
    if instance.done is not None:
        done = next((step for step in worked.made if step.day == instance.done), None)
        if done is not None:
            yield f"done by {event_text(done.entry.event)}{_counted_from(done.entry)}"
            others = _parts(worked, before, done)
            yield f"together with {events_text(others)}" if others else ""
        yield from not_counted(found)
        return
    parts = _parts(worked, before, None)
    if instance.missing:
        yield from not_counted(found)
        return
    if parts:
        yield f"so far done: {events_text(parts)}"
    else:
        since = f"after {day_text(before.day)} and " if before else ""
        lacking = (before and worked.rule.then) or worked.rule.owed
        yield f"no {owed_text(lacking)} on record that counts {since}by {day_text(found.case.as_of)}"
        yield from recorded_for_another(found, lacking)
    yield from not_counted(found, {entry.event.name for entry in parts})


def _parts(worked: Worked, before: Step | None, done: Step | None) -> list[Entry]:
    """Return what else did a part of a bundle after *before*, up to *done*; none where it is one thing."""
    rule, case = worked.rule, worked.found.case
    if len(rule.owed.parts) < 2 or (before and rule.then):
        return []
    since, until = before.day + 1 if before else DAWN, done.day if done else case.as_of
    counted = [e for e in case.of(case.planned.parts) if id(e.event) in worked.renewed]
    return [e for e in counted if since <= e.from_ <= until and (done is None or e is not done.entry)]


def _counted_from(entry: Entry) -> str:
    return (
        "" if entry.from_ == entry.on else f", counted from {day_text(entry.from_)}, the day of its evidence"
    )

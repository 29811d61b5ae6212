"""A duty read back: what has to be done, from when each deadline is counted, and what renews it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from trainrules.model.rules import Duty, Policy, Renewal
from trainrules.readback.counts import excluded, what_counts
from trainrules.readback.duty_care import duty_care
from trainrules.readback.duty_dates import duty_dates
from trainrules.readback.reading import CARE, COUNTS, IN_FULL, NOT_COUNTED, WHEN, WORKED, Point
from trainrules.words import (
    anchor_text,
    audience_text,
    deadline_text,
    deed_text,
    every_text,
    must_text,
    owed_text,
    to_do_text,
)

_EVIDENCE = {
    "certificate": (
        "one without its certificate; where the record does not say whether there is one, it is not known "
        "whether it counts"
    ),
    "evaluation": (
        "one whose evaluation has not been returned; with its evaluation it counts from the later of the two "
        "days, though its period runs from its own day"
    ),
}


def duty(rule: Duty, policy: Policy) -> Iterator[Point]:
    """Yield what *rule* says, for read-back."""
    yield Point(IN_FULL, in_full(rule))
    yield from (Point(COUNTS, text) for text in _counts(rule, policy))
    yield from (Point(NOT_COUNTED, text) for text in _not_counted(rule, policy))
    yield from (Point(WHEN, text) for text in _when(rule))
    yield from (Point(WORKED, text) for text in duty_dates(rule))
    yield from (Point(CARE, text) for text in duty_care(rule))


def in_full(rule: Duty) -> str:
    """Return the whole duty as one sentence."""
    must = f"{audience_text(rule.audience)} {must_text(rule.strength, rule.audience)}"
    if rule.refresh_only and rule.every:
        return f"{must} refresh {owed_text(rule.owed)} {every_text(rule.every)}{_clauses(rule)}"
    parts = [f"{must} {to_do_text(rule.owed)}"]
    if rule.once:
        parts[0] += " once"
    if rule.first:
        parts[0] += f" {deadline_text(rule.first)}"
    if rule.every:
        what = f" {to_do_text(rule.then)}" if rule.then else ""
        again = every_text(rule.every)
        parts.append(f"then{what} {again}" if rule.first or rule.then else again)
    joint = ", " if rule.first or rule.then else " "
    return f"{joint.join(parts)}{_clauses(rule)}"


def _clauses(rule: Duty) -> str:
    clauses = []
    if rule.renewal is Renewal.DUE_DATE:
        clauses.append("counted from the due date")
    if rule.renewal is Renewal.KEEP_DATE:
        clauses.append(f"keeping the date if renewed in the last {rule.keep_window}")
    if not rule.prior_counts:
        clauses.append("prior training does not count")
    if rule.evidence:
        clauses.append(f"with {rule.evidence}")
    if rule.grace:
        clauses.append(f"with {rule.grace} of grace")
    if rule.lapse:
        clauses.append(f"if lapsed more than {rule.lapse.after} then {deed_text(rule.lapse.deed)}")
    if rule.leave_pauses:
        clauses.append("not counting leave")
    return "".join(f", {clause}" for clause in clauses)


def _counts(rule: Duty, policy: Policy) -> Iterator[str]:
    deeds = (*rule.owed.deeds, *(rule.then.deeds if rule.then else ()))
    yield from what_counts(deeds, policy)
    if any(len(part) > 1 for part in rule.owed.parts):
        yield "of alternatives joined by “or”, any one is enough"
    if len(rule.owed.parts) > 1:
        all_of = "both" if len(rule.owed.parts) == 2 else f"all {len(rule.owed.parts)}"
        yield f"{all_of} of {owed_text(rule.owed)}: the whole is done on the day of the last of them"
    if rule.lapse:
        yield from what_counts((rule.lapse.deed,), policy)


def _not_counted(rule: Duty, policy: Policy) -> Iterator[str]:
    anchor = anchor_text(rule.first.anchor) if rule.first else "starting"
    if not rule.prior_counts:
        yield f"anything from before the day of {anchor}: prior training does not count"
    elif not rule.refresh_only:
        in_date = ", while it is in date" if rule.every else ""
        yield f"nothing is too early: what was done before {anchor} counts too{in_date}"
    if rule.evidence:
        yield _EVIDENCE.get(rule.evidence, f"one without {rule.evidence}")
    if rule.lapse:
        yield f"anything but {deed_text(rule.lapse.deed)}, more than {rule.lapse.after} after the due day"
    yield from excluded(rule, policy)


def _when(rule: Duty) -> Iterator[str]:
    yield _first(rule)
    if rule.first and rule.first.not_beyond:
        limit = deadline_text(evolve(rule.first.not_beyond, not_beyond=None))
        yield f"it is also due {limit}: the earlier of the two days decides"
    if rule.every:
        yield _renewal(rule)
        if len(rule.owed.parts) > 1 and rule.then is None:
            yield "with several trainings, it is in date while each of them is"
    if rule.then:
        yield (
            f"after {owed_text(rule.owed)}, only {owed_text(rule.then)} renews it, done on that day or later"
        )
    if rule.grace:
        yield f"the due day stays as it is, but nobody is overdue until {rule.grace} after it"
    if rule.leave_pauses:
        yield "a due day moves by as many days as the person was on leave before it"
    if not rule.every and not rule.refresh_only:
        yield "once done it is done for good" + ("; it is meant to be done once" if rule.once else "")


def _first(rule: Duty) -> str:
    if rule.first is None and rule.refresh_only:
        return "there is no first deadline: it begins with the first completion, for those who have one"
    if rule.first is None and rule.every:
        return f"who is not in date on starting has {rule.every} from that day"
    if rule.first is None:
        return "there is no deadline: it stays open until it is done, and nobody is ever overdue"
    if rule.first.within is None:
        return f"due {deadline_text(evolve(rule.first, not_beyond=None))}; that day is in time"
    anchor = anchor_text(rule.first.anchor)
    meaning = {
        "starting": "starting is the first day of being in the audience",
        "joining": "joining is the last joining of the organisation up to the first day in the audience",
        "fact": f"{anchor} is a date on the record; where it is missing, when it is due is not known",
    }.get(rule.first.anchor.kind, "the same date for everybody")
    return f"first due {rule.first.within} after {anchor}; {meaning}"


def _renewal(rule: Duty) -> str:
    every = rule.every
    if rule.renewal is Renewal.DUE_DATE:
        first = "the first deadline" if rule.first else f"the first completion + {every}"
        return (
            f"then on fixed dates {every} apart, each counted from the first of them, which is {first}; a "
            f"completion in the {every} up to the open date moves it on by one, an earlier one changes "
            "nothing, a late one moves it to the first such date after it"
        )
    rolling = f"rolling: each completion is good for {every} from its own day"
    if rule.renewal is Renewal.KEEP_DATE:
        rolling += (
            f"; one in the last {rule.keep_window} before that ends keeps the date: the next is due {every} "
            "after the date kept"
        )
    return rolling + ("; nothing is due before the first deadline" if rule.first else "")

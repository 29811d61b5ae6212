"""A plan in words, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trainrules.findings import Violation
from trainrules.planning.doing import Done
from trainrules.planning.plan import Plan, Step
from trainrules.records.classes import Record, StaffRecord
from trainrules.words import date_text, deed_to_do, listed, number_text, quoted


def as_text(plan: Plan) -> str:
    """Return the plan as lines: by when, what, and under which rules; then what no deed prevents."""
    who = f"{plan.record.name} ({plan.record.id})" if plan.record.name else plan.record.id
    return (
        "\n".join((f"{who}, from {date_text(plan.as_of)} until {date_text(plan.until)}", *_lines(plan)))
        + "\n"
    )


def _lines(plan: Plan) -> Iterator[str]:
    whens = ["now" if step.is_late else f"by {date_text(step.by)}" for step in plan.steps]
    width = max(map(len, whens), default=0)
    for when, step in zip(whens, plan.steps, strict=True):
        yield f"  {when.ljust(width)}  {step_text(step, plan.record)} [{listed(step.rules)}]"
    if not plan.steps:
        yield "  nothing has to be done"
    for each in plan.left:
        yield f"  cannot be prevented: {each.owed}, in breach from {date_text(each.since)} [{each.rule}]"
    for row in plan.unknown:
        yield f"  not known: {listed(row.missing)}, so {row.owed} may be owed [{row.rule}]"


def step_text(step: Step, record: Record) -> str:
    """Return what *step* is, as something to do: `complete Group B training, multi-agency`."""
    told = dict.fromkeys(_done_text(done, record) for done in step.done)
    times = len(step.done) // len(told)
    return listed(told) + (f", {times} times" if times > 1 else "")


def _done_text(done: Done, record: Record) -> str:
    text = deed_to_do(done.deed)
    if done.amount is not None:
        text = f"{text}, {number_text(done.amount)} {done.measure}"
    if done.deed.kind == "evaluation" and done.about:
        text = f"{text} of {_event_text(done.about, record)}"
    extra = [listed(modes, "or") for modes in done.modes if not set(modes) <= set(done.deed.modes)]
    return f"{text}, {' and '.join(extra)}" if extra else text


def _event_text(name: str, record: Record) -> str:
    trained = record.training if isinstance(record, StaffRecord) else ()
    for number, each in enumerate(trained, 1):
        if (each.id or f"training {number}") == name:
            return f"{quoted(each.course) if each.course else 'the training'} of {date_text(each.completed)}"
    return name


def as_object(plan: Plan) -> dict[str, Any]:
    """Return the plan as JSON has it: every key there, days as `2022-09-01`."""
    return {
        "record": plan.record.id,
        "as_of": plan.as_of.isoformat(),
        "until": plan.until.isoformat(),
        "steps": [
            {
                "by": step.by.isoformat(),
                "overdue": step.is_late,
                "do": step_text(step, plan.record),
                "rules": [*step.rules],
            }
            for step in plan.steps
        ],
        "left": [_left(each) for each in plan.left],
        "unknown": [
            {"rule": each.rule, "owed": each.owed, "missing": [*each.missing]} for each in plan.unknown
        ],
    }


def _left(each: Violation) -> dict[str, Any]:
    until = each.until.isoformat() if each.until else None
    return {"rule": each.rule, "owed": each.owed, "since": each.since.isoformat(), "until": until}

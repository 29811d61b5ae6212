"""Follow-up: something returned or done in a window after each trigger, or in a month of the calendar."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from trainrules.dates import DAWN, FAR, day_after
from trainrules.engine.case import Case, Entry
from trainrules.engine.instance import Instance
from trainrules.engine.timeline import clip, covers, holds
from trainrules.model.rules import FollowUp, Window, fold
from trainrules.records.classes import Evaluation
from trainrules.words import to_do_text


@frozen
class Span:
    """When an answer to *trigger* is in time: from *opens* to *due*."""

    opens: int
    due: int
    trigger: Entry | None = None


@frozen
class Answer:
    """The day of an answer and the event that gave it; what is *missing* leaves open whether there is one."""

    day: int | None = None
    by: str | None = None
    missing: tuple[str, ...] = ()


def instances(case: Case) -> list[Instance]:
    """Return one instance a trigger that happened in scope and in force, or a window that lies in them."""
    rule = case.planned.rule
    assert isinstance(rule, FollowUp)
    if rule.window is not None:
        return _of_windows(case, rule, rule.window)
    spans = _spans(case, rule)
    if any(deed.kind == "evaluation" for deed in rule.response.deeds):
        answers = [_evaluation(case, rule, span) for span in spans]
    else:
        answers = _answers(case, spans)
    return [_instance(case, rule, span, answer) for span, answer in zip(spans, answers, strict=True)]


def _spans(case: Case, rule: FollowUp) -> list[Span]:
    force = case.standing.force
    spans = []
    for entry in case.of(case.planned.others):
        if holds(case.days, entry.on) and force[0] <= entry.on <= force[1]:
            opens = day_after(entry.on, rule.after, rule.calendar) if rule.after else entry.on
            due = day_after(entry.on, rule.within, rule.calendar) if rule.within else entry.on
            spans.append(Span(opens, due, entry))
    return spans


def _evaluation(case: Case, rule: FollowUp, span: Span) -> Answer:
    """Return the first evaluation returned for the trigger itself on or after the opening day."""
    assert span.trigger is not None
    event = span.trigger.event
    kinds = {fold(deed.name) for deed in rule.response.deeds}
    returned: tuple[Evaluation, ...] = getattr(event.item, "evaluations", None) or ()
    asked = [each for each in returned if each.kind is None or "" in kinds or fold(each.kind) in kinds]
    sure = [e.returned.toordinal() for e in asked if e.returned and (e.kind is not None or "" in kinds)]
    days = sorted(day for day in sure if span.opens <= day <= case.as_of)
    answer = Answer(days[0] if days else None, event.name)
    if days and days[0] <= span.due:
        return answer
    first = days[0] if days else case.as_of + 1
    for each in asked:  # what is not sure may have come before what is
        if span.opens <= (each.returned.toordinal() if each.returned else span.opens) < first:
            return Answer(missing=(f"evaluation of {event.name}",))
    return answer


def _answers(case: Case, spans: list[Span]) -> list[Answer]:
    """Return an answer a span: each thing done answers the earliest span that is open for it."""
    found: dict[int, Answer] = {}
    for entry in case.of(case.planned.parts):
        for number, span in enumerate(spans):
            own = span.trigger is not None and span.trigger.event is entry.event
            if number not in found and span.opens <= entry.on and not own:
                found[number] = Answer(entry.on, entry.event.name)
                break
    return [found.get(number, Answer()) for number in range(len(spans))]


def _instance(case: Case, rule: FollowUp, span: Span, answer: Answer) -> Instance:
    end = next((last for _, last, _ in case.runs if span.opens <= last), case.runs[-1][1])
    until = answer.day - 1 if answer.day is not None else FAR
    day = answer.day
    return Instance(
        opens=span.opens,
        owed=case.planned.owed,
        end=end,
        due=span.due,
        done=day,
        by=answer.by,
        is_late=day is not None and bool(clip(case.free, span.due + 1, day)),
        breach=clip(case.free, span.due + 1, until),
        anchor=span.trigger.on if span.trigger else span.opens,
        event=span.trigger.event.name if span.trigger else None,
        cure=to_do_text(rule.response),
        missing=answer.missing,
    )


# --- months of the calendar ------------------------------------------------------------------------------


def _of_windows(case: Case, rule: FollowUp, window: Window) -> list[Instance]:
    force, found = case.standing.force, []
    for run in case.runs:
        first = run[0] if run[0] > DAWN else force[0]
        if first == DAWN and window.year is None:
            found.append(Instance(opens=first, owed=case.planned.owed, missing=("starting day",)))
            continue
        begins, ends = max(run[0], force[0]), min(run[1], force[1])
        for opens, due in windows(window, first, max(begins, case.as_of)):
            if begins <= opens and due <= ends and covers(case.days, opens, due):
                span = Span(opens, due)
                done = next((e for e in case.of(case.planned.parts) if e.on >= opens), None)
                answer = Answer(done.on, done.event.name) if done else Answer()
                found.append(_instance(case, rule, span, answer))
                if opens > case.as_of:
                    break
    return found


def windows(window: Window, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the windows of the calendar from the year of *first* to the second year after *last*."""
    if window.year is not None:
        years = range(window.year, window.year + 1)
    else:
        years = range(date.fromordinal(first).year, min(date.fromordinal(last).year + 2, date.max.year) + 1)
    for year in years:
        opens = date(year, window.month, 1).toordinal()
        yield opens, opens + monthrange(year, window.month)[1] - 1

"""One person's page: what to do next, a timeline, what is owed, what counted, and the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import frozen

from trainrules.explain.people import who
from trainrules.findings import Evaluation, Finding, Status, Violation
from trainrules.records.classes import Record, StaffRecord
from trainrules.report.case import Case, notices, title
from trainrules.report.person.axis import Axis, axis_of
from trainrules.report.person.events import counting, event_rows
from trainrules.report.person.happenings import of_all
from trainrules.report.person.lane import Lane
from trainrules.report.person.legend import legend
from trainrules.report.person.next import steps
from trainrules.report.person.record_lanes import events, spells
from trainrules.report.person.rule_lanes import rule_lanes
from trainrules.report.person.thin import thinned
from trainrules.report.person.track import scale, track
from trainrules.report.rows import Row, nothing, rows
from trainrules.report.template import filled
from trainrules.words import date_text

MOST = 40
"""How many events, and things that are over, are shown before the rest is folded away."""

_FEW = 10
"""How many reasons of what is over are given where there are more than MOST in all: each takes its time."""

_SETTLED = (Status.MET, Status.MET_LATE, Status.RELEASED, Status.UNMET)
_OVER = ("met", "met late", "released", "unmet", "ended")


@frozen
class _Drawn:
    name: str
    details: tuple[str, ...]
    picture: str


@frozen
class _Band:
    """Rows of the timeline under one heading."""

    title: str
    rows: tuple[_Drawn, ...]


@frozen
class _Under:
    """What one policy says: its rows that matter now, those that are over, and the reasons."""

    title: str
    now: tuple[Row, ...]
    over: tuple[Row, ...]
    older: tuple[Row, ...]
    nothing: str
    reasons: tuple[str, ...]
    unsaid: int


def person_html(*results: Evaluation) -> str:
    """Return a page about one person, ready to be opened, printed or sent: it fetches and runs nothing.

    *results* are what one record comes to under one policy or several, as of one day. Raises ValueError when
    there is none, or when they are not about the same record and day.
    """
    record, as_of = the_one(results)
    case = Case(record, results)
    general, own = notices(case)
    found = of_all(results)
    held = spells(record)
    happened = events(found, counting(results))
    asked = [(result, rule_lanes(result)) for result in results]
    lanes = (*held, *happened, *(lane for _, each in asked for lane in each))
    axis = axis_of((day for lane in lanes for day in lane.days), as_of.toordinal())
    table = event_rows(results, found)
    return filled(
        "person/page.html.j2",
        record=record,
        who=who(record),
        agency=record.agency if isinstance(record, StaffRecord) else None,
        day=date_text(as_of),
        titles=[*dict.fromkeys(title(result) for result in results)],
        notices=(*general, *own),
        steps=[step for result in results for step in steps(result, found)],
        has_timeline=any(lane.days for lane in lanes),
        scale=scale(axis, "scale"),
        bands=_bands((("On record", (*held, *happened)), *_titled(asked)), axis),
        legend=legend(thinned(lane, axis) for lane in lanes),
        held=held,
        events=table[:MOST],
        older_events=table[MOST:],
        policies=[_under(result) for result in results],
    )


def the_one(results: Sequence[Evaluation]) -> tuple[Record, date]:
    """Return the record and the day that *results* are about; raises ValueError when they differ or lack."""
    if not results:
        raise ValueError("a report needs a result: what `evaluate` returns")
    first = results[0]
    if any(each.record != first.record or each.as_of != first.as_of for each in results):
        raise ValueError("the results of a report are about one record, as of one day")
    return first.record, first.as_of


def _titled(asked: list[tuple[Evaluation, tuple[Lane, ...]]]) -> list[tuple[str, tuple[Lane, ...]]]:
    several = len(asked) > 1
    return [(title(result) if several else "What the rules ask", lanes) for result, lanes in asked]


def _bands(bands: Iterable[tuple[str, tuple[Lane, ...]]], axis: Axis) -> list[_Band]:
    found: list[_Band] = []
    number = 0
    for name, lanes in bands:
        drawn: list[_Drawn] = []
        for lane in lanes:
            number += 1
            drawn.append(_Drawn(lane.name, lane.details, track(lane, axis, f"row{number}")))
        if drawn:
            found.append(_Band(name, tuple(drawn)))
    return found


def _under(result: Evaluation) -> _Under:
    shown = rows(result)
    over = sorted((row for row in shown if row.standing in _OVER), key=_on, reverse=True)
    now, past = _findings(result)
    told = past if len(now) + len(past) <= MOST else past[:_FEW]
    return _Under(
        title(result),
        tuple(row for row in shown if row.standing not in _OVER),
        tuple(over[:MOST]),
        tuple(over[MOST:]),
        nothing(result),
        tuple(each.explain() for each in (*now, *told)),
        len(past) - len(told),
    )


def _on(row: Row) -> date:
    return row.on or date.min


def _findings(result: Evaluation) -> tuple[list[Finding], list[Finding]]:
    """Return what there are reasons for, each once: what matters now, and what is over, newest first."""
    told = {(each.rule, each.owed, each.due) for each in result.violations}
    left = [each for each in result.obligations if (each.rule, each.owed, each.due) not in told]
    now: list[Finding] = [each for each in result.violations if each.until is None]
    now += [each for each in left if each.status not in _SETTLED]
    over: list[Finding] = [each for each in result.violations if each.until is not None]
    over += [each for each in left if each.status in _SETTLED]
    return now, sorted(over, key=_ended, reverse=True)


def _ended(finding: Finding) -> date:
    if isinstance(finding, Violation):
        return finding.until or date.max
    return finding.satisfied_on or finding.due or date.min

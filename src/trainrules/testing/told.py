"""What a failed assertion says: the lines of the text report, with the sentence that each goes back to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from trainrules.findings import Evaluation, Obligation, Status, Violation
from trainrules.model.rules import fold
from trainrules.report.case import Case, title
from trainrules.report.rows import nothing, rows
from trainrules.words import date_text

_TOLD_BY_A_VIOLATION = (Status.OVERDUE, Status.UNMET)


def who(result: Evaluation) -> str:
    """Return the record's id, name and agency, as far as known."""
    return Case(result.record, (result,)).who


def under(result: Evaluation) -> str:
    """Return the policy and the day: `Our strategy, as of 2 September 2022`."""
    return f"{title(result)}, as of {date_text(result.as_of)}"


def of_rule(result: Evaluation, label: str | None) -> Evaluation:
    """Return *result* with what it says of the rule *label* alone; all of it for None."""
    if label is None:
        return result
    return evolve(
        result,
        obligations=tuple(each for each in result.obligations if fold(each.rule) == fold(label)),
        violations=tuple(each for each in result.violations if fold(each.rule) == fold(label)),
    )


def everything(result: Evaluation) -> tuple[Obligation | Violation, ...]:
    """Return all that was found; an overdue obligation is told by its violation, and not a second time."""
    owed = (each for each in result.obligations if each.status not in _TOLD_BY_A_VIOLATION)
    return (*result.violations, *owed)


def told(first: str, found: Iterable[Obligation | Violation], result: Evaluation) -> str:
    """Return the line *first* and under it those of each finding; what is said of none when there is none."""
    lines = [line for each in found for line in _lines(each, result)]
    return "\n".join((first, *(f"  {line}" for line in lines or (nothing(result),))))


def _lines(found: Obligation | Violation, result: Evaluation) -> Iterator[str]:
    """Yield the row of *found* in the text report, then since when, and by which sentence."""
    owed, broken = ((found,), ()) if isinstance(found, Obligation) else ((), (found,))
    alone = evolve(result, obligations=owed, violations=broken)
    for row in rows(alone):
        yield f"{row.standing}  {row.what}: {row.when} {row.clause}"
        indent = " " * (len(row.standing) + 2)
        if row.then:
            yield indent + row.then
        since = f"since {date_text(found.since)}" if isinstance(found, Violation) else ""
        origin = found.source.origin if found.source else None
        rule = f"the rule: “{origin.sentence}” ({origin.source.name}, line {origin.line})" if origin else ""
        words = "; ".join(filter(None, (since, rule if origin and origin.sentence else "")))
        if words:
            yield indent + words

"""What each completion was good for, read off the obligations: the next one says when more was due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen

from trainrules.findings import Evaluation, Obligation
from trainrules.model.rules import Duty


@frozen
class Cover:
    """An obligation that was met, and until when that was enough: *until* None is for good.

    *until* is the due day of the obligation that meeting this one opened. *is_lasting* tells a duty, where
    nothing more is asked until then, from what is asked again whatever was done.
    """

    obligation: Obligation
    until: date | None
    is_lasting: bool


def chains(obligations: Iterable[Obligation]) -> dict[tuple[str, str], list[Obligation]]:
    """Return *obligations* by rule and what is owed, each in their order."""
    found: dict[tuple[str, str], list[Obligation]] = {}
    for each in obligations:
        found.setdefault((each.rule, each.owed), []).append(each)
    return found


def covers(owed: Iterable[Obligation]) -> Iterator[Cover]:
    """Yield each obligation of *owed* (one rule, one thing) that was met, with what that was good for.

    An obligation that was met by what was done earlier (its day is not known) is left out.
    """
    told = [*owed]
    opened = {(each.opens, id(each.source)): each for each in told if each.opens}
    for each in told:
        if each.satisfied_on is None:
            continue
        following = opened.get((each.satisfied_on, id(each.source)))
        is_next = following is not None and following is not each
        lasting = isinstance(each.source, Duty) and (is_next or each.source.every is None)
        yield Cover(each, following.due if following and is_next else None, lasting)


def by_event(result: Evaluation) -> dict[tuple[str, str], Cover]:
    """Return, for an event's id and a rule's label, the longest that the event was good for."""
    found: dict[tuple[str, str], Cover] = {}
    for owed in chains(result.obligations).values():
        for each in covers(owed):
            if each.obligation.satisfied_by and each.is_lasting:
                key = each.obligation.satisfied_by, each.obligation.rule
                before = found.get(key)
                if before is None or _longer(each, before):
                    found[key] = each
    return found


def _longer(one: Cover, other: Cover) -> bool:
    return (one.until or date.max) > (other.until or date.max)

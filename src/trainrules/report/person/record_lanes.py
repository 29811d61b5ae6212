"""Rows of the timeline for what is on record: posts, memberships, days away, and what happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from trainrules.records.classes import Post, Record, StaffRecord
from trainrules.report.person.happenings import TRAINING, Happening
from trainrules.report.person.lane import Bar, Lane, Look, Mark
from trainrules.words import date_text, listed, name_text

_MOST_SPELLS = 8


def spells(record: Record) -> tuple[Lane, ...]:
    """Return a row for each thing that is true of *record* over a span of days, its posts first.

    Of many, the oldest share one row.
    """
    found = [*_posts(record), *_others(record)]
    if len(found) <= _MOST_SPELLS:
        return tuple(found)
    found.sort(key=lambda lane: lane.bars[0].first or 0)
    older, newest = found[: 1 - _MOST_SPELLS], found[1 - _MOST_SPELLS :]
    bars = tuple(bar for lane in older for bar in lane.bars)
    return (Lane(f"{len(older)} older posts and the like", (), bars), *newest)


def _posts(record: Record) -> Iterator[Lane]:
    for post in record.posts if isinstance(record, StaffRecord) else ():
        brings = post_text(post)
        yield _lane(post.title or "Post", brings, post.started, _sooner(post.ended, record.left))


def post_text(post: Post) -> str:
    """Return the groups, levels and roles that *post* brings: `Group C, DSL`; `no group, level or role`."""
    named = [f"Group {name_text(name)}" for name in post.groups]
    named += [f"Level {name_text(name)}" for name in post.levels]
    named += [name_text(name) for name in post.roles]
    return listed(named) or "no group, level or role"


def _others(record: Record) -> Iterator[Lane]:
    if isinstance(record, StaffRecord):
        for member in record.memberships:
            yield _lane(f"Member of {member.body}", "", member.from_, member.to)
        for away in record.leave:
            yield _lane("Leave", away.kind or "", away.from_, away.to, Look.AWAY)
    for attribute in record.attributes:
        if attribute.from_ or attribute.to:
            yield _lane(f"{attribute.name}: {attribute.value}", "", attribute.from_, attribute.to)


def _lane(name: str, brings: str, first: date | None, last: date | None, look: Look = Look.HELD) -> Lane:
    days = span_text(first, last)
    bar = Bar(
        look,
        first.toordinal() if first else None,
        last.toordinal() if last else None,
        ", ".join(filter(None, (name, brings, days))),
    )
    return Lane(name, tuple(filter(None, (brings, days))), (bar,))


def span_text(first: date | None, last: date | None) -> str:
    """Return `1 March 2022 to 4 May 2022`, `since 1 March 2022`, `to 4 May 2022`; words for neither."""
    if first and last:
        return f"{date_text(first)} to {date_text(last)}"
    if first:
        return f"since {date_text(first)}"
    return f"to {date_text(last)}, since a day not known" if last else "since a day not known"


def _sooner(one: date | None, other: date | None) -> date | None:
    return min(filter(None, (one, other)), default=None)


def events(found: Iterable[Happening], counted: frozenset[str]) -> tuple[Lane, ...]:
    """Return a row for each family of events; those whose names are *counted* are drawn full."""
    families: dict[str, list[Mark]] = {}
    for each in found:
        look = Look.EVENT if each.name in counted or not each.verdicts else Look.UNCOUNTED
        words = f"{each.words} on {date_text(each.day)} ({each.name})"
        label = each.name if len(each.name) <= 7 else ""
        families.setdefault(each.family, []).append(Mark(look, each.day.toordinal(), words, label))
    return tuple(
        Lane(name, (f"{len(marks)} on record",), (), tuple(marks))
        for name, marks in sorted(families.items(), key=lambda each: each[0] != TRAINING)
    )

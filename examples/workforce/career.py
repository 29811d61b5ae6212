"""Careers: joining, posts one after the other, gaps, leave, leaving and coming back, now and then a blank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from workforce.chance import Chance, months

Fields = dict[str, Any]


class Job(NamedTuple):
    """A kind of post, and what it puts its holder in."""

    title: str
    groups: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


class Spell(NamedTuple):
    """A post held by somebody, with its first and last day (*last* is the sample's where it goes on)."""

    job: Job
    first: date
    last: date


class Career(NamedTuple):
    """The fields of a record that say when somebody was where, and the posts as spells."""

    fields: Fields
    spells: tuple[Spell, ...]
    joined: date
    last: date


def career(chance: Chance, jobs: Sequence[tuple[Job, int]], first: date, last: date) -> Career:
    """Return an invented career up to *last*: half of them begin before *first*, the others after it."""
    early = chance.happens(0.5)
    joined = chance.day(months(first, -84), first) if early else chance.day(first, months(last, -3))
    left = chance.day(joined, last) if chance.happens(0.18) else None
    if left is not None and left < months(first, -2):
        left = None
    spells = tuple(_spells(chance, jobs, joined, left or last))
    fields: Fields = {"joined": joined.isoformat()}
    if left is not None:
        fields["left"] = left.isoformat()
    fields["posts"] = [_post(chance, spell, last) for spell in spells]
    if chance.happens(0.03):
        del fields["joined"]
    elif left is not None and chance.happens(0.2) and left < months(last, -4):
        return _back_again(chance, fields, spells, (joined, left), last)
    if chance.happens(0.07):
        start = chance.day(max(joined, first), left or last)
        fields["leave"] = [{"from": str(start), "to": str(months(start, 6)), "kind": "parental leave"}]
    return Career(fields, spells, joined, left or last)


def _back_again(
    chance: Chance, fields: Fields, spells: tuple[Spell, ...], before: tuple[date, date], last: date
) -> Career:
    """Return the career of somebody who left and came back to the same kind of post."""
    joined, left = before
    again = chance.day(months(left, 1), months(last, -1))
    spell = Spell(spells[-1].job, again, last)
    for post in fields["posts"]:
        post.setdefault("ended", left.isoformat())
    fields["posts"].append(_post(chance, spell, last))
    del fields["joined"], fields["left"]
    fields["employment"] = [
        {"joined": joined.isoformat(), "left": left.isoformat()},
        {"joined": again.isoformat()},
    ]
    return Career(fields, (*spells, spell), joined, last)


def _spells(chance: Chance, jobs: Sequence[tuple[Job, int]], joined: date, end: date) -> Iterator[Spell]:
    """Yield the posts of one time with the organisation: now and then another job, seldom after a gap."""
    start = joined if chance.happens(0.85) else chance.after(joined, 1, 30)
    while start <= end:
        job = chance.weighted(jobs)
        stop = chance.after(start, 200, 1500) if chance.happens(0.35) else end
        yield Spell(job, start, min(stop, end))
        start = min(stop, end) + timedelta(1 if chance.happens(0.85) else 1 + chance.below(75))


def _post(chance: Chance, spell: Spell, last: date) -> Fields:
    """Return the post of *spell*; its first day is missing now and then, its last while it goes on."""
    job = spell.job
    post: Fields = {"title": job.title}
    for key, names in (("groups", job.groups), ("levels", job.levels), ("roles", job.roles)):
        if names:
            post[key] = list(names)
    if not chance.happens(0.015):
        post["started"] = spell.first.isoformat()
    if spell.last < last:
        post["ended"] = spell.last.isoformat()
    return post

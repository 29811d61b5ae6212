"""What is true of a made-up record over a span of days: posts, employment, attributes, leave."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from trainrules.records.classes import Attribute, Employment, Leave, Post
from trainrules.testing.strategies.near import DAY, Near
from trainrules.testing.strategies.words import pick


def posts_from(draw: st.DrawFn, near: Near, start: date, known: bool) -> tuple[Post, ...]:
    """Draw one to three posts from *start* on: side by side, touching, overlapping or with a gap between."""
    found, begin = [], start
    for _ in range(draw(st.integers(1, 3))):
        length = pick(draw, [10, 45, 120, 300, 400, 800])
        end = begin + length * DAY
        near.anchors += [begin, begin, min(end, near.last)]
        found.append(
            Post(
                groups=near.names("group", 2),
                levels=near.names("level"),
                roles=near.names("role"),
                started=begin if known or pick(draw, [True, True, False]) else None,
                ended=end if draw(st.booleans()) else None,
            )
        )
        begin = end + pick(draw, [1, 1, 2, 8, 28, 31, 32, 90, -20]) * DAY
    return tuple(found)


def employment_from(draw: st.DrawFn, near: Near, start: date) -> dict[str, Any]:
    """Draw when the person joined and left, once or twice, or nothing of either."""
    shape = pick(draw, ["none", "joined", "joined", "left", "twice"])
    if shape == "none":
        near.anchors.append(start)
        return {}
    joined = start - pick(draw, [0, 0, 1, 31, 400]) * DAY
    near.anchors.append(joined)
    if shape == "joined":
        return {"joined": joined}
    left = start + pick(draw, [30, 200, 500]) * DAY
    if shape == "twice":
        again = left + pick(draw, [1, 2, 30, 31, 100]) * DAY
        near.anchors += [left, again]
        return {"employment": (Employment(joined=joined, left=left), Employment(joined=again))}
    return {"joined": joined, "left": left}


def span_from(draw: st.DrawFn, near: Near) -> dict[str, Any]:
    """Draw a span: open at either end sometimes."""
    first = near.day()
    last = first + pick(draw, [0, 10, 40, 200]) * DAY
    ends = pick(draw, ["both", "both", "first", "last", "open"])
    return {
        "from_": first if ends in ("both", "first") else None,
        "to": last if ends in ("both", "last") else None,
    }


def attributes(draw: st.DrawFn, near: Near, known: bool) -> tuple[Attribute, ...]:
    """Draw each attribute that there is: one value for good, or one that changes; else sometimes nothing."""
    return tuple(
        spell
        for name, values in near.words.attributes
        for spell in attribute(draw, near, name, values, known)
    )


def attribute(
    draw: st.DrawFn, near: Near, name: str, values: tuple[str, ...], known: bool
) -> tuple[Attribute, ...]:
    """Draw the spells of one attribute."""
    shape = pick(draw, ["always", "changes"] if known else ["always", "changes", "unknown"])
    first, second = draw(st.permutations(values))[:2] if len(values) > 1 else (values[0], "something else")
    if shape == "always":
        return (Attribute(name=name, value=first),)
    if shape == "unknown":
        return ()
    day = near.day()
    return (
        Attribute(name=name, value=first, to=day - DAY),
        Attribute(name=name, value=second, from_=day),
    )


def leave(draw: st.DrawFn, first: date) -> Leave:
    """Draw up to six weeks of leave."""
    return Leave(from_=first, to=first + draw(st.integers(0, 40)) * DAY)

"""Records that come close to what a policy asks: events on or beside a day that it makes matter."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import strategies as st

from trainrules.model.rules import Deed, Period, Policy, Term
from trainrules.records.classes import (
    Activity,
    Attribute,
    Booking,
    CourseDelivery,
    Employment,
    Evaluation,
    For,
    Leave,
    Meeting,
    Membership,
    Post,
    Qualification,
    StaffRecord,
    Training,
    Waiver,
)
from trainrules.testing.strategies.words import (
    BOARD,
    DELIVERIES,
    FORMATS,
    GROUPS,
    LAST,
    LEVELS,
    NAMES,
    ROLES,
    SECTORS,
    TURNS,
    days_near,
    found_in,
)

DAY = timedelta(days=1)


@attrs.define
class Near:
    """Draws days close to those that matter so far; every day drawn matters from then on."""

    draw: st.DrawFn
    anchors: list[date]
    periods: list[Period]
    deeds: list[Deed]
    terms: list[Term]

    def wanted(self, kind: str) -> Deed:
        """Draw a deed of *kind* that the policy asks about, else one that says nothing; half the time."""
        asked = [deed for deed in self.deeds if deed.kind == kind]
        return self.draw(st.sampled_from([*asked, *([Deed(kind)] * max(1, len(asked)))]))

    def names(self, kind: str, most: int = 1) -> tuple[str, ...]:
        """Draw names of groups, levels or roles, those that the policy is about more often than not."""
        asked = [term.name for term in self.terms if term.kind == kind]
        every = {"group": GROUPS, "level": LEVELS, "role": ROLES}[kind]
        names = st.sampled_from([*asked, *asked, *every])
        return tuple(self.draw(st.lists(names, min_size=len(asked) and 1, max_size=most, unique=True)))

    def day(self, first: date | None = None) -> date:
        """Draw a day, not before *first*."""
        found = self.draw(days_near(self.anchors, self.periods))
        self.anchors.append(found)
        return found if first is None else max(found, first)

    def many(self, most: int) -> list[date]:
        """Draw up to *most* days, in any order."""
        return [self.day() for _ in range(self.draw(st.integers(0, most)))]


def posts_from(draw: st.DrawFn, near: Near, start: date, known: bool) -> tuple[Post, ...]:
    """Draw one to three posts from *start* on: side by side, touching, overlapping or with a gap between."""
    found, begin = [], start
    for _ in range(draw(st.integers(1, 3))):
        length = draw(st.sampled_from([10, 45, 120, 300, 400, 800]))
        end = begin + length * DAY
        near.anchors += [begin, begin, min(end, LAST)]
        found.append(
            Post(
                groups=near.names("group", 2),
                levels=near.names("level"),
                roles=near.names("role"),
                started=begin if known or draw(st.sampled_from([True, True, False])) else None,
                ended=end if draw(st.booleans()) else None,
            )
        )
        begin = end + draw(st.sampled_from([1, 1, 2, 8, 28, 31, 32, 90, -20])) * DAY
    return tuple(found)


def employment_from(draw: st.DrawFn, near: Near, start: date) -> dict[str, Any]:
    """Draw when the person joined and left, once or twice, or nothing of either."""
    shape = draw(st.sampled_from(["none", "joined", "joined", "left", "twice"]))
    joined = start - draw(st.sampled_from([0, 0, 1, 31, 400])) * DAY
    left = start + draw(st.sampled_from([30, 200, 500])) * DAY
    again = left + draw(st.sampled_from([1, 2, 30, 31, 100])) * DAY
    near.anchors.append(joined)
    if shape == "none":
        return {}
    if shape == "twice":
        near.anchors += [left, again]
        return {"employment": (Employment(joined=joined, left=left), Employment(joined=again))}
    return {"joined": joined, "left": left if shape == "left" else None}


def training(draw: st.DrawFn, near: Near, known: bool) -> Training:
    """Draw a completion, often one that the policy asks for; all of it is known, unless *known* is False."""

    def maybe(value: Any) -> Any:
        return value if known or not draw(st.sampled_from([False, True])) else None

    wanted, on = near.wanted("training"), near.day()
    after = [0, 0, 1, 2, 28, 31, 59, 90, 91, 92, 120, 181]
    back = tuple(
        Evaluation(kind=draw(st.sampled_from(["impact", "initial"])), returned=on + n * DAY)
        for n in draw(st.lists(st.sampled_from(after), max_size=2, unique=True))
    )
    return Training(
        id=draw(st.sampled_from([None, "T1", "T2"])),
        course=wanted.name or draw(st.sampled_from(NAMES)),
        completed=on,
        delivery=maybe(mode(draw, wanted, DELIVERIES)),
        format=maybe(mode(draw, wanted, FORMATS)),
        for_=recorded_for(draw, near, wanted),
        hours=maybe(Fraction(draw(st.integers(0, 5)))),
        days=maybe(Fraction(draw(st.integers(0, 4)), 2)),
        certificate=maybe(draw(st.sampled_from(["C1", False]))),
        evaluations=maybe(back),
    )


def mode(draw: st.DrawFn, wanted: Deed, values: tuple[str, ...]) -> str:
    """Return the mode that is wanted, else draw one of *values*."""
    return next((m for m in wanted.modes if m in values), None) or draw(st.sampled_from(values))


def recorded_for(draw: st.DrawFn, near: Near, wanted: Deed) -> For:
    """Return the group, level or role that is wanted, else draw one or none."""
    kind = wanted.own.kind if wanted.own else draw(st.sampled_from(["", "", "group", "level", "role"]))
    if not kind:
        return For()
    return For(**{kind + "s": (wanted.own.name,) if wanted.own else near.names(kind)})


def delivered(draw: st.DrawFn, near: Near) -> CourseDelivery:
    """Draw a course delivered."""
    wanted = near.wanted("delivery")
    return CourseDelivery(
        course=wanted.name or draw(st.sampled_from(NAMES)),
        on=near.day(),
        days=Fraction(draw(st.integers(0, 4)), 2),
        hours=Fraction(draw(st.integers(0, 4))),
        delivery=mode(draw, wanted, DELIVERIES),
        format=mode(draw, wanted, FORMATS),
    )


def span_from(draw: st.DrawFn, near: Near) -> dict[str, Any]:
    """Draw a span: open at either end sometimes."""
    first = near.day()
    last = first + draw(st.sampled_from([0, 10, 40, 200])) * DAY
    ends = draw(st.sampled_from(["both", "both", "first", "last", "open"]))
    return {
        "from_": first if ends in ("both", "first") else None,
        "to": last if ends in ("both", "last") else None,
    }


def near_to(draw: st.DrawFn, policy: Policy) -> Near:
    """Return what draws days, names and deeds that matter to *policy*."""
    dates, lengths = [*found_in(policy.rules, date)], [*found_in(policy.rules, Period)]
    asked, terms = [*found_in(policy.rules, Deed)], [*found_in(policy.rules, Term)]
    return Near(draw, dates, lengths, asked, terms)


@st.composite
def staff_records(draw: st.DrawFn, policy: Policy, known: bool = True) -> StaffRecord:
    """Draw a member of staff whose days are those that *policy* makes matter."""
    near = near_to(draw, policy)
    start = draw(st.sampled_from(TURNS))
    employment = employment_from(draw, near, start)
    posts = posts_from(draw, near, start, known)
    labels = sorted({rule.label for rule in policy.rules})
    meetings = sorted({*near.many(6)})

    def some(most: int) -> range:
        return range(draw(st.integers(0, most)))

    return StaffRecord(
        id="S1",
        kind=draw(st.sampled_from(["staff", "staff", "trainer"])) if employment else "staff",
        **employment,
        posts=posts,
        facts=(("approval", near.day()),) if known or draw(st.booleans()) else (),
        attributes=attributes(draw, near, known),
        memberships=tuple(Membership(body=BOARD, **span_from(draw, near)) for _ in some(2)),
        leave=tuple(leave(draw, near.day()) for _ in some(2)),
        waivers=tuple(
            Waiver(rule=draw(st.sampled_from(labels)), **span_from(draw, near))
            for _ in draw(st.sampled_from([(), (), (1,)]))
        ),
        training=tuple(training(draw, near, known) for _ in some(6)),
        activities=tuple(activity(draw, near) for _ in some(3)),
        deliveries=tuple(delivered(draw, near) for _ in some(2)),
        qualifications=tuple(
            Qualification(name="PGCE", on=day, until=draw(st.sampled_from([None, day + 300 * DAY])))
            for day in near.many(1)
        ),
        meetings=tuple(Meeting(body=BOARD, on=day, attended=attended(draw, known)) for day in meetings),
        bookings=tuple(booking(draw, day, known) for day in near.many(2)),
    )


def activity(draw: st.DrawFn, near: Near) -> Activity:
    """Draw an activity."""
    return Activity(kind=draw(st.sampled_from(["bulletin", "reading", "conference"])), on=near.day())


def leave(draw: st.DrawFn, first: date) -> Leave:
    """Draw up to six weeks of leave."""
    return Leave(from_=first, to=first + draw(st.integers(0, 40)) * DAY)


def attributes(draw: st.DrawFn, near: Near, known: bool) -> tuple[Attribute, ...]:
    """Draw the sector: one for good, or one that changes; where it may be unknown, sometimes nothing."""
    shape = draw(st.sampled_from(["always", "changes"] if known else ["always", "changes", "unknown"]))
    first, second = draw(st.permutations(SECTORS))
    if shape == "always":
        return (Attribute(name="sector", value=first),)
    if shape == "unknown":
        return ()
    day = near.day()
    return (
        Attribute(name="sector", value=first, to=day - DAY),
        Attribute(name="sector", value=second, from_=day),
    )


def attended(draw: st.DrawFn, known: bool) -> bool | None:
    """Draw whether a meeting was attended."""
    return draw(st.sampled_from([True, False, False] if known else [True, False, None]))


def booking(draw: st.DrawFn, on: date, known: bool) -> Booking:
    """Draw a place booked: cancelled on one of the days around the notice, or attended or not."""
    early = draw(st.sampled_from([-1, 0, 1, 5, 6, 7, 8, 9, 10, 12, 14, 15, 28, 30, 31, 56, 90]))
    cancelled = on - early * DAY if draw(st.booleans()) else None
    went = False if cancelled else attended(draw, known)
    return Booking(course=draw(st.sampled_from(NAMES)), session=on, cancelled=cancelled, attended=went)

"""Rule records of every kind, drawn from few names and many times, as sentences lower to them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from trainrules.model.rules import (
    Anchor,
    Audience,
    Checklist,
    Cycle,
    Days,
    Deadline,
    Deed,
    Delivery,
    Duty,
    FollowUp,
    Item,
    Lapse,
    Notice,
    OfWhich,
    Order,
    Owed,
    Period,
    Quota,
    Renewal,
    Rule,
    Streak,
    Strength,
    Term,
    Window,
)

small = st.integers(1, 40)
periods = st.one_of(st.builds(Period, months=small), st.builds(Period, days=small))
notices = st.one_of(periods, st.builds(Period, working_days=small))
dates = st.dates(date(1990, 1, 1), date(2060, 12, 31))
numbers = st.fractions(Fraction(1, 4), 30, max_denominator=4)

own = st.one_of(
    st.builds(Term, st.just("group"), st.sampled_from(("A", "B"))),
    st.builds(Term, st.just("level"), st.sampled_from(("1", "2"))),
    st.builds(Term, st.just("role"), st.sampled_from(("DSL", "Deputy DSL"))),
)
others = st.one_of(
    st.builds(Term, st.just("attribute"), st.just("sector"), st.sampled_from(("health", "early years"))),
    st.builds(Term, st.just("member"), st.sampled_from(("Board", "Sub-group"))),
)
terms = st.one_of(own, others)
distinct_terms = st.lists(terms, min_size=1, max_size=3, unique=True).map(tuple)
people = st.one_of(
    st.just(Audience()),
    st.builds(
        Audience,
        any_of=distinct_terms,
        all_of=st.lists(distinct_terms, max_size=1).map(tuple),
        none_of=st.one_of(st.just(()), distinct_terms),
    ),
)

names = st.sampled_from(("Foundation", "Module 1", "Neglect"))
modes = st.sampled_from(((), ("multi-agency",), ("e-learning",), ("multi-agency", "face-to-face")))
training = st.one_of(
    st.builds(Deed, st.just("training"), names, modes=modes),
    st.builds(Deed, st.just("training"), own=own, modes=modes),
    st.builds(Deed, st.just("training"), modes=modes),
)
activities = st.builds(Deed, st.just("activity"), st.sampled_from(("reading", "knowledge update")))
papers = st.one_of(
    st.builds(Deed, st.sampled_from(("qualification", "document")), st.sampled_from(("plan", "diploma"))),
    st.builds(
        Deed,
        st.just("report"),
        st.sampled_from(("return", "summary")),
        action=st.sampled_from(("submit", "review")),
        to=st.sampled_from(("", "MASA")),
    ),
)
deeds = st.one_of(training, activities, papers)
owed = st.lists(
    st.lists(deeds, min_size=1, max_size=2, unique=True).map(tuple), min_size=1, max_size=3, unique=True
).map(lambda parts: Owed(tuple(parts)))

anchors = st.one_of(
    st.builds(Anchor, st.sampled_from(("starting", "joining"))),
    st.builds(Anchor, st.just("date"), day=dates),
    st.builds(Anchor, st.just("fact"), name=st.sampled_from(("approval", "first placement"))),
)
limits = st.builds(Deadline, anchors, periods)
firsts = st.one_of(
    st.builds(Deadline, st.builds(Anchor, st.just("date"), day=dates)),
    st.builds(Deadline, anchors, periods, st.none() | limits),
)
cycles = st.one_of(
    st.builds(Cycle, st.just(12), st.integers(1, 12), st.integers(1, 28)),
    st.just(Cycle(3)),
    st.just(Cycle(1)),
)


@st.composite
def common(draw: st.DrawFn, audience: st.SearchStrategy[Audience] = people) -> dict[str, Any]:
    """Return what every rule has, as keyword arguments."""
    return {
        "label": draw(st.sampled_from(("6.12 B", "App ii", "kcsie: 93"))),
        "strength": draw(st.sampled_from(Strength)),
        "audience": draw(audience),
        "force": draw(st.sampled_from((Days(), Days(date(2021, 9, 1)), Days(None, date(2024, 2, 29))))),
        "started": draw(st.sampled_from((Days(), Days(date(2014, 4, 1)), Days(None, date(2014, 4, 1))))),
        "breaks": draw(st.none() | periods),
    }


@st.composite
def duties(draw: st.DrawFn) -> Duty:
    """Return a duty with clauses that make sense together."""
    every = draw(st.none() | periods)
    first = draw(st.none() | firsts)
    renewal = draw(st.sampled_from(Renewal)) if every else Renewal.COMPLETION
    lapses = st.builds(Lapse, after=periods, deed=training)
    return Duty(
        **draw(common()),
        owed=draw(owed),
        first=first,
        every=every,
        refresh_only=bool(every) and first is None and draw(st.booleans()),
        renewal=renewal,
        keep_window=draw(periods) if renewal is Renewal.KEEP_DATE else None,
        prior_counts=draw(st.booleans()),
        evidence=draw(st.sampled_from(("", "certificate", "evaluation"))),
        grace=draw(st.none() | periods),
        lapse=draw(st.none() | lapses) if every else None,
        leave_pauses=draw(st.booleans()),
        once=every is None and draw(st.booleans()),
    )


@st.composite
def quotas(draw: st.DrawFn) -> Quota:
    """Return a quota of hours, days or times, or a share of meetings."""
    measure = draw(st.sampled_from(("hours", "days", "count", "share")))
    meeting = Deed("meeting", "Board")
    over = draw(st.none() | periods)
    of_which = st.builds(OfWhich, training, share=st.sampled_from((Fraction(1, 2), Fraction(1, 4))))
    return Quota(
        **draw(common()),
        deeds=(meeting,) if measure == "share" else (draw(training),),
        measure=measure,
        need=draw(st.sampled_from((Fraction(4, 5), Fraction(1, 2)))) if measure == "share" else draw(numbers),
        cycle=None if over else draw(cycles),
        over=over,
        of_which=draw(st.none() | of_which) if measure == "hours" else None,
        pro_rata=measure != "share" and draw(st.booleans()),
    )


EVALUATIONS = st.sampled_from(("", "impact")).map(lambda name: Owed(((Deed("evaluation", name),),)))
PLAN_OR_DIVERSITY = st.sampled_from(("plan", "diversity"))


@st.composite
def follow_ups(draw: st.DrawFn) -> FollowUp:
    """Return a follow-up of each course, or in a month."""
    if draw(st.booleans()):
        window = Window(draw(st.integers(1, 12)), draw(st.none() | st.integers(2000, 2050)))
        return FollowUp(**draw(common()), response=draw(owed), window=window)
    within = draw(st.none() | periods)
    return FollowUp(
        **draw(common()),
        response=draw(EVALUATIONS),
        trigger=draw(training),
        after=draw(st.none() | periods) if within else None,
        within=within,
    )


@st.composite
def others_of_one_day(draw: st.DrawFn) -> Rule:
    """Return an order, a delivery, a notice, a streak or a checklist."""
    more, kind = draw(common()), draw(st.sampled_from((Order, Delivery, Notice, Streak, Checklist)))
    if kind is Order:
        return Order(**more, first=draw(owed), then=draw(training))
    if kind is Delivery:
        return Delivery(**more, deed=draw(training), modes=draw(st.sampled_from(MODES)))
    if kind is Notice:
        notice = draw(notices)
        return Notice(
            **more, what="booking", notice=notice, clear=bool(notice.working_days) and draw(st.booleans())
        )
    if kind is Streak:
        return Streak(
            **more, body=draw(st.sampled_from(("Board", "Sub-group"))), misses=draw(st.integers(1, 4))
        )
    return Checklist(
        **more, items=(Item("Minimum", "1", "aims"), Item("Minimum", "2", draw(PLAN_OR_DIVERSITY)))
    )


MODES = (("single-agency",), ("e-learning", "virtual"))
rules = st.one_of(duties(), quotas(), follow_ups(), others_of_one_day())

"""Rules of every kind, with every clause that makes sense for them."""

from __future__ import annotations

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
    Streak,
    Strength,
    Term,
    Window,
)
from trainrules.testing.strategies.words import (
    BOARD,
    DAYS,
    DEADLINES,
    DELIVERIES,
    ENGLAND,
    FORMATS,
    MONTHS,
    OWN,
    PERIODS,
    TERMS,
    TURNS,
    WORKING,
    audiences,
    deeds,
    pick,
)

RARELY = st.sampled_from([False, False, False, True])
SHARES = (Fraction(1, 5), Fraction(4, 5), Fraction(3, 5), Fraction(2, 3))
BOARD_MEMBERS = Audience(any_of=(Term("member", BOARD),))


@st.composite
def spans(draw: st.DrawFn) -> Days:
    """Draw a span of days; open at both ends mostly."""
    ends = pick(draw, ["", "", "", "", "", "first", "last", "both"])
    if not ends:
        return Days()
    day = pick(draw, TURNS)
    if ends == "both":
        return Days(*sorted((day, pick(draw, TURNS))))
    return Days(day, None) if ends == "first" else Days(None, day)


@st.composite
def common(draw: st.DrawFn, audience: st.SearchStrategy[Audience] | None = None) -> dict[str, Any]:
    """Draw what every rule has."""
    return {
        "label": "R",
        "audience": draw(audience if audience is not None else audiences()),
        "force": draw(spans()),
        "breaks": draw(PERIODS) if draw(RARELY) else None,
        "started": draw(spans()) if draw(RARELY) else Days(),
        "calendar": ENGLAND,
        "strength": pick(draw, [*[Strength.MUST, Strength.SHOULD] * 4, Strength.MAY]),
        **({"default": True, "replaced_by": ("S",)} if draw(RARELY) and draw(RARELY) else {}),
    }


@st.composite
def owings(draw: st.DrawFn, kinds: tuple[str, ...] = ("training", "activity")) -> Owed:
    """Draw one thing to do mostly, else one of two or both of two, or a qualification instead."""
    shape = pick(draw, ["one", "one", "one", "either", "both"])
    first = second = draw(deeds(kinds))
    if shape != "one":
        is_held = "activity" in kinds and draw(RARELY)
        second = Deed("qualification", "PGCE") if is_held else draw(deeds(kinds))
    if first == second:
        return Owed(((first,),))
    return Owed(((first, second),)) if shape == "either" else Owed(((first,), (second,)))


@st.composite
def deadlines(draw: st.DrawFn) -> Deadline:
    """Draw a first deadline: within a period of an anchor, or by a date, sometimes not beyond another."""
    kind = pick(draw, ["starting", "starting", "joining", "date", "fact"])
    if kind == "date" and draw(st.booleans()):
        return Deadline(Anchor("date", pick(draw, TURNS)))
    anchor = Anchor(kind, pick(draw, TURNS) if kind == "date" else None, "approval" if kind == "fact" else "")
    within = draw(DEADLINES)
    if not draw(RARELY):
        return Deadline(anchor, within)
    return Deadline(anchor, within, Deadline(Anchor(pick(draw, ["starting", "joining"])), draw(PERIODS)))


@st.composite
def duties(draw: st.DrawFn, first: bool | None = None, lapse: bool = True) -> Duty:
    """Draw a duty; *first* says whether it has a first deadline, either when None."""
    with_first = draw(st.booleans()) if first is None else first
    every = draw(st.one_of(PERIODS, st.none())) if with_first else draw(PERIODS)
    keepable = every is not None and every.days != 1
    renewal = pick(draw, [Renewal.COMPLETION, *Renewal]) if keepable else Renewal.COMPLETION
    evidence = pick(draw, ["", "", "", "certificate", "evaluation"])
    kinds = ("training",) if evidence else ("training", "activity")
    owed = draw(owings(kinds))
    lapses = lapse and draw(RARELY)
    return Duty(
        **draw(common()),
        owed=owed,
        first=draw(deadlines()) if with_first else None,
        every=every,
        refresh_only=not with_first and draw(st.booleans()),
        then=Owed(((draw(deeds()),),)) if every and draw(RARELY) else None,
        renewal=renewal,
        keep_window=shorter(draw, every) if renewal is Renewal.KEEP_DATE and every else None,
        prior_counts=not draw(RARELY),
        evidence=evidence,
        grace=draw(PERIODS) if draw(RARELY) else None,
        lapse=Lapse(after=draw(PERIODS), deed=draw(deeds())) if lapses else None,
        leave_pauses=renewal is not Renewal.DUE_DATE and draw(RARELY),
        once=every is None and draw(RARELY),
    )


def shorter(draw: st.DrawFn, every: Period) -> Period:
    """Draw a window shorter than *every*."""
    if every.months > 1:
        return pick(draw, [Period(months=1), Period(months=every.months // 2), Period(days=28)])
    return Period(days=draw(st.integers(1, ((every.days or 28) - 1) // 2)))


@st.composite
def follow_ups(draw: st.DrawFn) -> FollowUp:
    """Draw what is owed after each event: an evaluation of it, or something else."""
    trigger = draw(deeds())
    evaluation = trigger.kind == "training" and draw(st.booleans())
    response = Deed("evaluation", pick(draw, ["impact", "initial"])) if evaluation else draw(deeds())
    unit = pick(draw, ["months", "days", "none"])
    low, high = draw(st.integers(0, 3)), draw(st.integers(1, 4))
    return FollowUp(
        **draw(common()),
        trigger=trigger,
        response=Owed(((response,),)),
        after=Period(**{unit: low}) if unit != "none" and low else None,
        within=Period(**{unit: low + high}) if unit != "none" else None,
    )


@st.composite
def windows(draw: st.DrawFn, of: st.SearchStrategy[Deed] | None = None) -> FollowUp:
    """Draw what is owed in one month, or in that month of every year."""
    return FollowUp(
        **draw(common()),
        response=Owed(((draw(deeds() if of is None else of),),)),
        window=Window(pick(draw, [2, 4, 12]), pick(draw, [None, 2020, 2021])),
    )


@st.composite
def orders(draw: st.DrawFn) -> Order:
    """Draw one thing before another, or before any other training, or before delivering."""
    first = draw(owings())
    any_other = Deed("training", other_than=first.deeds)
    delivering = Deed("delivery", modes=(pick(draw, DELIVERIES),))
    another = draw(deeds().filter(lambda deed: deed not in first.deeds))
    return Order(**draw(common()), first=first, then=pick(draw, [any_other, delivering, another]))


@st.composite
def deliveries(draw: st.DrawFn) -> Delivery:
    """Draw `only` in one mode, for the own training of a group, level or role."""
    own = pick(draw, OWN)
    return Delivery(
        **draw(common(st.just(Audience(any_of=(own,))))),
        deed=Deed("training", own=own),
        modes=(pick(draw, DELIVERIES + FORMATS),),
    )


@st.composite
def notices(draw: st.DrawFn, what: str = "booking") -> Notice:
    """Draw a notice to be given before a session."""
    audience = Audience() if what == "booking" else Audience(entity="course")
    return Notice(
        **draw(common(st.just(audience))),
        what=what,
        notice=draw(st.one_of(WORKING, DAYS, MONTHS)),
        clear=draw(st.booleans()),
        consequence="charge",
    )


@st.composite
def quotas(draw: st.DrawFn, pro_rata: bool = True) -> Quota:
    """Draw a count, hours, days or a share, in fixed periods or over a rolling one."""
    measure = pick(draw, ["count", "count", "hours", "days", "share"])
    need = Fraction(draw(st.integers(1, 6)))
    of_which = None
    if measure != "share" and draw(RARELY):
        half = draw(st.booleans())
        deed = Deed("training", modes=(pick(draw, FORMATS),))
        of_which = OfWhich(deed, share=Fraction(1, 2)) if half else OfWhich(deed, amount=Fraction(1))
    fixed = draw(st.booleans())
    months, month = pick(draw, [(12, 1), (12, 4), (3, 1), (3, 1), (1, 1)])
    return Quota(
        **draw(common(st.just(BOARD_MEMBERS) if measure == "share" else None)),
        deeds=(Deed("meeting", BOARD),) if measure == "share" else measured(draw, measure),
        measure=measure,
        need=pick(draw, SHARES) if measure == "share" else need,
        cycle=Cycle(months, month, 1) if fixed else None,
        over=None if fixed else draw(PERIODS),
        of_which=of_which,
        pro_rata=pro_rata and measure != "share" and draw(st.booleans()),
    )


def measured(draw: st.DrawFn, measure: str) -> tuple[Deed, ...]:
    """Draw what a quota counts: only training and deliveries have hours or days."""
    delivered = Deed("delivery", modes=pick(draw, [(), ("multi-agency",)]))
    taken = draw(deeds().filter(lambda deed: measure == "count" or deed.kind == "training"))
    return pick(draw, [(taken,), (taken,), (delivered,), (taken, delivered)])


@st.composite
def streaks(draw: st.DrawFn) -> Streak:
    """Draw so many misses in a row."""
    audience = st.sampled_from([BOARD_MEMBERS, Audience(any_of=(TERMS[0],)), Audience()])
    return Streak(**draw(common(audience)), body=BOARD, misses=draw(st.integers(1, 3)))


@st.composite
def checklists(draw: st.DrawFn) -> Checklist:
    """Draw a standard for courses of one delivery, or for all."""
    terms = draw(
        st.sampled_from([Term("everyone"), Term("delivery", "multi-agency"), Term("format", "virtual")])
    )
    items = tuple(Item("Minimum", str(n), "words") for n in range(1, draw(st.integers(1, 3)) + 1))
    return Checklist(**draw(common(st.just(Audience(entity="course", any_of=(terms,))))), items=items)

"""Generated rules: every action with the times and clauses that it can be written with."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from trainrules.language import ast
from trainrules.language.ast import Duration
from trainrules.testing.strategies.syntax.parts import (
    acts,
    amounts,
    connectives,
    cycles,
    dates,
    dos,
    durations,
    joined,
    labels,
    modes,
    names,
    quotas,
    quotes,
    subjects,
    trainings,
)

strengths = st.sampled_from((None, "must", "should", "is recommended to", "may"))
anchors = st.one_of(
    st.sampled_from(("joining", "starting")).map(ast.Anchor),
    dates.map(lambda it: ast.Anchor("date", day=it)),
    names.map(lambda it: ast.Anchor("fact", name=it)),
    trainings().map(lambda it: ast.Anchor("each", training=it)),
)
some_months = st.builds(ast.Month, st.integers(1, 12), st.none() | st.integers(1990, 2040))


@st.composite
def windows(draw: st.DrawFn) -> ast.Between:
    """Return a window after each of something, its ends in order."""
    high = draw(durations)
    return ast.Between(draw(st.integers(0, high.count - 1)), high, draw(trainings()))


own_timings: st.SearchStrategy[Any] = st.one_of(
    st.builds(ast.Within, durations, st.none() | anchors),
    st.builds(ast.Every, durations),
    st.builds(ast.Each, cycles),
    st.builds(ast.By, dates),
    st.just(ast.Once()),
    st.builds(ast.Before, trainings(), st.booleans(), st.lists(trainings(), max_size=2).map(tuple)),
    windows(),
    st.builds(ast.OnTheDay, trainings()),
    st.builds(ast.Over, durations),
)
timings = own_timings | st.builds(ast.InMonth, some_months)


@st.composite
def thens(draw: st.DrawFn) -> ast.Then:
    """Return `then …`, with or without other training."""
    many = draw(acts(least=0, most=2))
    return ast.Then(draw(durations), many, joined(many, draw(connectives)))


sentence_words = st.lists(st.text("abcdefgxyz'-", min_size=1, max_size=6), min_size=1, max_size=5).map(
    " ".join
)
clauses: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from((ast.PriorNotCounted(), ast.FromDueDate(), ast.NotCountingLeave(), ast.ProRata())),
    st.sampled_from(("certificate", "evaluation")).map(ast.WithEvidence),
    st.builds(ast.RuleFrom, dates),
    st.builds(ast.RuleUntil, dates),
    st.builds(
        ast.ForThoseStarting, st.sampled_from(("on or after", "after", "on or before", "before")), dates
    ),
    st.builds(ast.KeepingDate, durations),
    st.builds(ast.Grace, durations),
    st.builds(ast.NotBeyond, durations, anchors),
    st.builds(ast.FirstWithin, durations, st.none() | anchors),
    thens(),
    st.builds(ast.InsteadOf, labels),
    st.builds(ast.Unless, sentence_words),
    st.builds(ast.IfLapsed, durations, trainings()),
    st.builds(ast.OfWhich, amounts, trainings()),
    st.builds(ast.Otherwise, quotes),
)


@st.composite
def notices(draw: st.DrawFn) -> ast.GiveNotice:
    """Return a notice; only days can be clear."""
    length: Duration = draw(durations)
    clear = length.unit in ("day", "working day") and draw(st.booleans())
    return ast.GiveNotice(draw(st.sampled_from(("booking", "session"))), length, clear)


actions: st.SearchStrategy[Any] = st.one_of(
    st.just(ast.Do()),
    dos(),
    dos(),
    st.lists(modes | names, min_size=1, max_size=3).map(lambda it: ast.Only(tuple(it))),
    quotas(),
    st.integers(1, 9).map(ast.NotMiss),
    names.map(ast.Return),
    notices(),
    st.lists(names, min_size=1, max_size=3).map(lambda it: ast.MeetStandard(tuple(it))),
)
_EVERYONE = ast.Subject((ast.Pick("everyone"),))


@st.composite
def rules(draw: st.DrawFn) -> ast.Rule:
    """Return a rule."""
    action = draw(actions)
    subject = draw(subjects | st.just(_EVERYONE))
    times: list[Any] = []
    if action == ast.Do():
        times = [draw(own_timings), *draw(st.lists(timings, max_size=1))]
    elif not isinstance(action, (ast.Only, ast.NotMiss, ast.GiveNotice)):
        times = draw(st.lists(timings, max_size=2))
    cited = draw(st.none() | labels)
    return ast.Rule(
        subject,
        draw(strengths),
        action,
        tuple(times),
        tuple(draw(st.lists(clauses, max_size=3))),
        cited,
        tuple(draw(st.lists(quotes, max_size=2))) if cited else (),
    )

"""Sentences that are rules, one function a kind of rule; each means something and contradicts nothing."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from trainrules.language import ast
from trainrules.language.ast import Act, Amount, Duration, Name, Pick, Rule, Subject, Training
from trainrules.testing.strategies.texts.declared import Declared
from trainrules.testing.strategies.texts.said import (
    COURSES,
    EVERYONE,
    RARELY,
    cycles,
    days,
    dones,
    general,
    lengths,
    long_periods,
    members,
    modes,
    months,
    notices,
    own_subjects,
    subjects,
    trainings,
)

STRENGTHS = st.sampled_from((None, "must", "must", "should", "is recommended to", "may"))


@st.composite
def rule(draw: st.DrawFn, names: Declared) -> Rule:
    """Draw a sentence of any kind."""
    kinds = (duty, duty, duty, refresh, amount, share, order, only, follow_up, in_a_month, each_period)
    kind = draw(st.sampled_from((*kinds, booking, session, streak, streak, standard, organisation)))
    found: Rule = kind(draw, names)
    return found


def _said(
    draw: st.DrawFn,
    subject: Subject,
    action: Any,
    timings: list[Any],
    clauses: list[Any],
    is_staff: bool = True,
) -> Rule:
    more = draw(general(is_staff))
    return Rule(subject, draw(STRENGTHS), action, tuple(timings), (*clauses, *more))


def duty(draw: st.DrawFn, names: Declared) -> Rule:
    """Draw a deadline, a refresh or both, of named training or the subject's own."""
    is_terse = draw(st.booleans())
    subject = draw(own_subjects(names) if is_terse else subjects(names))
    action = draw(st.sampled_from((ast.Do(), ast.Do("complete")))) if is_terse else draw(dones(names))
    shape = draw(st.sampled_from(("within", "within", "by", "every", "first", "once")))
    period = draw(long_periods)
    timings: dict[str, list[Any]] = {
        "within": [ast.Within(draw(notices), draw(anchors(names)))],
        "by": [ast.By(draw(days))],
        "every": [ast.Every(period)],
        "first": [ast.Every(period)],
        "once": [ast.Once()],
    }
    clauses: list[Any] = []
    if shape == "first":
        clauses.append(ast.FirstWithin(draw(months), draw(anchors(names))))
    then = shape in ("within", "by") and draw(st.booleans())
    if then:
        clauses.append(ast.Then(period))
    if then or shape in ("every", "first"):
        clauses += draw(renewals())
    if shape != "once":
        clauses += draw(dated(names, clauses, action, shape))
    return _said(draw, subject, action, timings[shape], clauses)


def anchors(names: Declared) -> st.SearchStrategy[ast.Anchor | None]:
    """Return what a deadline is counted from."""
    return st.one_of(
        st.none(),
        st.sampled_from((ast.Anchor("joining"), ast.Anchor("starting"))),
        st.just(ast.Anchor("fact", name=Name(names.date))),
        days.map(lambda day: ast.Anchor("date", day=day)),
    )


@st.composite
def renewals(draw: st.DrawFn) -> list[Any]:
    """Draw how the next date is counted."""
    window = ast.KeepingDate(Duration(draw(st.integers(1, 6)), "month"))
    return [*draw(st.sampled_from(((), (), (ast.FromDueDate(),), (window,))))]


@st.composite
def dated(draw: st.DrawFn, names: Declared, before: list[Any], action: ast.Do, shape: str) -> list[Any]:
    """Draw clauses about what counts and how long after the due day, such as go with those *before*."""
    found: list[Any] = []
    only_training = all(
        isinstance(act.thing, Training) and act.thing.name != Name(names.activity) for act in action.acts
    )
    if only_training and draw(RARELY):
        found.append(ast.WithEvidence(draw(st.sampled_from(("certificate", "evaluation")))))
    if shape != "by" and draw(RARELY):
        found.append(ast.PriorNotCounted())
    if draw(RARELY):
        found.append(ast.Grace(draw(notices)))
    if draw(RARELY) and shape in ("within", "by"):
        found.append(ast.NotBeyond(Duration(5, "year"), ast.Anchor("joining")))
    if draw(RARELY) and only_training:
        found.append(ast.IfLapsed(draw(lengths), draw(trainings(names))))
    moves = shape != "by" or any(isinstance(each, ast.Then | ast.NotBeyond) for each in (*before, *found))
    if moves and ast.FromDueDate() not in before and draw(RARELY):
        found.append(ast.NotCountingLeave())
    return found


def refresh(draw: st.DrawFn, names: Declared) -> Rule:
    """Draw what has to be done again."""
    verb = draw(st.sampled_from(("refresh", "renew", "update")))
    subject = draw(own_subjects(names))
    acts = draw(st.sampled_from(((), (Act(verb, draw(trainings(names))),))))
    return _said(draw, subject, ast.Do(verb, acts), [ast.Every(draw(lengths))], draw(renewals_of_any()))


def renewals_of_any() -> st.SearchStrategy[list[Any]]:
    """Return how the next date is counted where the period may be a day."""
    return st.sampled_from(((), (), (ast.FromDueDate(),))).map(list)


def each_period(draw: st.DrawFn, names: Declared) -> Rule:
    """Draw what is due once in each fixed period."""
    return _said(draw, draw(subjects(names)), draw(dones(names)), [ast.Each(draw(cycles))], [])


def in_a_month(draw: st.DrawFn, names: Declared) -> Rule:
    """Draw what is due in a month."""
    month = ast.Month(draw(st.integers(1, 12)), draw(st.sampled_from((None, 2020, 2021))))
    return _said(draw, draw(subjects(names)), draw(dones(names)), [ast.InMonth(month)], [])


def amount(draw: st.DrawFn, names: Declared) -> Rule:
    """Draw so many hours, days or times in a period."""
    unit = draw(st.sampled_from(("hours", "days", "times")))
    number = draw(st.sampled_from(("2", "7.5"))) if unit != "times" else str(draw(st.integers(1, 4)))
    thing = draw(trainings(names))
    fixed = draw(st.booleans())
    clauses: list[Any] = [ast.ProRata()] if draw(st.booleans()) else []
    if draw(RARELY):
        part = Training(modes=(draw(modes(names)),))
        clauses.append(ast.OfWhich(draw(st.sampled_from((Amount("half"), Amount("1")))), part))
    period = ast.Each(draw(cycles)) if fixed else ast.Over(draw(lengths))
    action = ast.AtLeast("complete", Amount(number), unit, thing)
    return _said(draw, draw(subjects(names)), action, [period], clauses)


def share(draw: st.DrawFn, names: Declared) -> Rule:
    """Draw a share of the meetings of a body."""
    period = draw(st.sampled_from((ast.Each(draw(cycles)), ast.Over(draw(lengths)))))
    action = ast.AtLeast("attend", Amount(str(draw(st.integers(1, 100))), percent=True), "meetings")
    return _said(draw, members(names), action, [period], [])


def order(draw: st.DrawFn, names: Declared) -> Rule:
    """Draw one thing before another, any other, or delivering."""
    action = draw(dones(names, only_courses=True))
    first = [act.thing for act in action.acts]
    later = trainings(names).filter(lambda training: training not in first)
    before = draw(
        st.sampled_from(
            (
                ast.Before(Training(other=True)),
                ast.Before(draw(later), delivering=True),
                ast.Before(draw(later)),
            )
        )
    )
    return _said(draw, draw(subjects(names)), action, [before], [])


def only(draw: st.DrawFn, names: Declared) -> Rule:
    """Draw how training has to be taken."""
    mode = draw(modes(names))
    return _said(draw, draw(own_subjects(names)), ast.Only((mode,)), [], [])


def follow_up(draw: st.DrawFn, names: Declared) -> Rule:
    """Draw what follows each course: an evaluation, or something else to do."""
    trigger, high = draw(trainings(names)), draw(st.integers(1, 6))
    window = draw(
        st.sampled_from(
            (
                ast.Between(draw(st.integers(0, high - 1)), Duration(high, "month"), trigger),
                ast.OnTheDay(trigger),
                ast.Within(Duration(high, "week"), ast.Anchor("each", training=trigger)),
            )
        )
    )
    if draw(st.booleans()):
        return _said(draw, EVERYONE, ast.Return(Name(names.evaluation)), [window], [])
    return _said(draw, draw(subjects(names)), draw(dones(names)), [window], [])


def booking(draw: st.DrawFn, names: Declared) -> Rule:
    """Draw the notice at which a booking is cancelled."""
    length = draw(notices)
    clear = length.unit in ("day", "working day") and draw(st.booleans())
    clauses = draw(st.sampled_from(((), (ast.Otherwise(ast.Quote("a charge")),))))
    return _said(draw, EVERYONE, ast.GiveNotice("booking", length, clear), [], [*clauses])


def session(draw: st.DrawFn, names: Declared) -> Rule:
    """Draw the notice at which a session is advertised."""
    return _said(draw, COURSES, ast.GiveNotice("session", draw(notices)), [], [], is_staff=False)


def streak(draw: st.DrawFn, names: Declared) -> Rule:
    """Draw so many meetings missed in a row."""
    return _said(draw, members(names), ast.NotMiss(draw(st.integers(1, 3))), [], [])


def standard(draw: st.DrawFn, names: Declared) -> Rule:
    """Draw a standard for courses of one kind, or for all."""
    kinds = draw(st.sampled_from(((), (Name("multi-agency"),), (Name("virtual"),))))
    action = ast.MeetStandard((Name(names.standard),))
    return _said(draw, Subject((Pick("courses", modes=kinds),)), action, [], [], is_staff=False)


def organisation(draw: st.DrawFn, names: Declared) -> Rule:
    """Draw what agencies, the partnership or a body owe."""
    whose = st.sampled_from((Pick("agencies"), Pick("partnership"), Pick("body", Name(names.body))))
    acts = (
        Act("have", Name(names.document)),
        Act("submit", Name("annual return"), Name("MASA")),
        Act("review", Name("arrangements")),
    )
    act = draw(st.sampled_from(acts))
    times: tuple[Any, ...] = (
        ast.Every(draw(long_periods)),
        ast.By(draw(days)),
        ast.Each(draw(cycles)),
        ast.Within(draw(months), ast.Anchor("joining")),
        ast.InMonth(ast.Month(6)),
    )
    action = ast.Do(act.verb, (act,))
    return _said(draw, Subject((draw(whose),)), action, [draw(st.sampled_from(times))], [], is_staff=False)

"""Who, what and when of made-up sentences, all in declared names."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from trainrules.language import ast
from trainrules.language.ast import Act, Duration, Name, Pick, Qualifier, Subject, Training
from trainrules.testing.strategies.syntax.parts import MODES
from trainrules.testing.strategies.texts.declared import Declared
from trainrules.testing.strategies.words import TURNS

EVERYONE = Subject((Pick("everyone"),))
COURSES = Subject((Pick("courses"),))
RARELY = st.sampled_from((False, False, False, True))

days = st.sampled_from(TURNS)
months = st.builds(Duration, st.sampled_from((1, 2, 3, 6, 12, 24)), st.just("month"))
lengths = st.one_of(
    months,
    st.builds(Duration, st.integers(1, 3), st.just("year")),
    st.builds(Duration, st.sampled_from((1, 28, 30, 90)), st.just("day")),
    st.builds(Duration, st.integers(1, 8), st.just("week")),
)
notices = st.one_of(lengths, st.builds(Duration, st.integers(1, 10), st.just("working day")))
long_periods = st.builds(Duration, st.integers(1, 3), st.just("year"))
cycles = st.sampled_from((
    *(ast.Cycle("year"), ast.Cycle("year", 4, 1), ast.Cycle("year", 9, 1), ast.Cycle("quarter")),
    ast.Cycle("month"),
))  # fmt: skip


def owners(names: Declared) -> st.SearchStrategy[Pick]:
    """Return one group, level or role."""
    found = [Pick("group", Name(each)) for each in "ABC"] + [Pick("level", Name(each)) for each in "123"]
    return st.sampled_from([*found, Pick("role", Name(names.role))])


def own_subjects(names: Declared) -> st.SearchStrategy[Subject]:
    """Return those that have training of their own: groups, levels or roles, listed, in a range, or above."""
    ranges = (Pick("group", Name("A"), Name("C")), Pick("level", Name("2"), above=True))
    lists = st.lists(owners(names), min_size=1, max_size=3, unique=True).map(tuple)
    return st.one_of(lists, lists, st.sampled_from(ranges).map(lambda pick: (pick,))).map(Subject)


@st.composite
def subjects(draw: st.DrawFn, names: Declared) -> Subject:
    """Draw staff: everyone or some, sometimes narrowed."""
    others: list[Subject] = [
        EVERYONE,
        Subject((Pick("trainers"),)),
        members(names),
        Subject((Pick("everyone"),), in_the(names)),
    ]
    found = draw(st.one_of(own_subjects(names), st.sampled_from(others)))
    if found.qualifier or not draw(RARELY):
        return found
    role = (Pick("role", Name(names.role)),)
    kinds = (Qualifier("except", role), Qualifier("who are", role), in_the(names))
    narrowed = draw(st.sampled_from(kinds))
    return found if role[0] in found.picks else Subject(found.picks, narrowed)


def in_the(names: Declared) -> Qualifier:
    """Return `in the … sector`."""
    return Qualifier("in", (Pick(None, Name(names.values[0])),), Name(names.attribute))


def members(names: Declared) -> Subject:
    """Return the members of the body."""
    return Subject((Pick("members", Name(names.body)),))


def modes(names: Declared) -> st.SearchStrategy[Name]:
    """Return a delivery or a format."""
    return st.sampled_from((*MODES, names.format)).map(Name)


def trainings(names: Declared) -> st.SearchStrategy[Training]:
    """Return training: a course, sometimes in one mode, that of a group, level or role, or any in a mode."""
    courses = st.sampled_from(names.courses).map(Name)
    return st.one_of(
        st.builds(Training, courses),
        st.builds(Training, courses, modes=st.tuples(st.sampled_from(MODES).map(Name))),
        st.builds(Training, own=owners(names)),
        st.builds(Training, modes=st.tuples(modes(names))),
    )


@st.composite
def dones(draw: st.DrawFn, names: Declared, only_courses: bool = False) -> ast.Do:
    """Draw one or two things to complete, or one to attend or hold."""
    kind = draw(st.sampled_from(("one", "one", "or", "and") if only_courses else _KINDS))
    if kind == "activity":
        return _do(Act("complete", Training(Name(names.activity))))
    if kind == "hold":
        return _do(Act("hold", Name(names.qualification)))
    many = draw(st.lists(trainings(names), min_size=2, max_size=2, unique_by=repr))
    acts = [Act("complete", each) for each in many]
    return _do(acts[0]) if kind == "one" else ast.Do("complete", tuple(acts), kind)


_KINDS = ("one", "one", "or", "and", "activity", "hold")


def _do(act: Act) -> ast.Do:
    return ast.Do(act.verb, (act,))


@st.composite
def general(draw: st.DrawFn, is_staff: bool = True) -> list[Any]:
    """Draw clauses that any sentence about staff or others can have."""
    found: list[Any] = []
    if draw(RARELY):
        found.append(draw(st.sampled_from((ast.RuleFrom(TURNS[1]), ast.RuleUntil(TURNS[-1])))))
    if is_staff and draw(RARELY):
        relation = draw(st.sampled_from(("on or after", "after", "on or before", "before")))
        found.append(ast.ForThoseStarting(relation, draw(days)))
    if draw(RARELY) and draw(RARELY):
        found.append(ast.Unless("national policy differs"))
    return found

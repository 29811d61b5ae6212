"""What the ways of filling in agree on, and when that changes: days 1 to 400, told by hand."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from tests.build import course, group

from trainrules.engine.instance import Instance, Standing
from trainrules.engine.worlds import World, change_after, rows_on
from trainrules.findings import Kind, Obligation, Status
from trainrules.model.rules import Delivery

RULE = Delivery(label="R", audience=group("B"), deed=course("A"), modes=("virtual",))
STANDING = Standing(RULE, (1, 1000), ())
OWED = Instance(opens=1, owed="a", due=100, cure="do a")
MET = evolve(OWED, done=50, by="T1")
LATE = evolve(OWED, done=150, by="T1", is_late=True, breach=((101, 149),))
OVERDUE = evolve(OWED, breach=((101, 999),))


def world(*instances: Instance, **more: Any) -> World:
    """Return a world in which these are owed."""
    return instances, evolve(STANDING, **more)


def rows(day: int, *worlds: World) -> list[Obligation]:
    """Return the obligations on *day*."""
    return [owed for owed, _ in rows_on([*worlds], ("a fact",), day) if owed]


def status(owed: Obligation) -> tuple[Status, tuple[str, ...]]:
    """Return the status, and what is missing."""
    return owed.status, owed.missing


def test_what_is_met_in_every_world_says_only_what_they_have_in_common() -> None:
    (same,) = rows(200, world(MET), world(evolve(MET, done=60)))
    assert (same.status, same.satisfied_by, same.satisfied_on) == (Status.MET, "T1", None)
    (other,) = rows(200, world(MET), world(evolve(MET, by="T2")))
    assert other.satisfied_by is None
    assert other.satisfied_on is not None


def test_how_late_is_left_open_where_it_differs() -> None:
    """The days from 131 on were excused, so that nobody knows when it was done changes no breach."""
    late = evolve(LATE, breach=((101, 130),))
    (owed,) = rows(200, world(late), world(evolve(late, done=160)))
    assert (owed.status, owed.late_by) == (Status.MET_LATE, None)


def test_what_is_not_met_in_every_world_says_nothing_of_how_it_was_met_in_one() -> None:
    for worlds in ([world(LATE), world(OVERDUE)], [world(OVERDUE), world(LATE)]):
        (owed,) = rows(200, *worlds)
        assert status(owed) == (Status.UNDETERMINED, ("a fact",))
        assert (owed.satisfied_by, owed.satisfied_on, owed.late_by, owed.changes_on) == (None,) * 4
        assert owed.due is not None


def test_what_every_world_owes_on_another_day_has_no_day_and_one_row() -> None:
    (owed,) = rows(120, world(OVERDUE), world(evolve(OVERDUE, opens=2, due=110, breach=((111, 999),))))
    assert status(owed) == (Status.UNDETERMINED, ("a fact",))
    assert (owed.opens, owed.due, owed.owed) == (None, None, "a")


def test_what_only_one_world_breaks_is_undetermined_with_what_was_owed() -> None:
    broken = Instance(
        opens=90, end=90, owed="b", breach=((90, 90),), kind=Kind.DELIVERY, is_listed=False, event="T2"
    )
    why: Any = object()
    (owed,) = rows(200, world(why=why), world(broken, why=why))
    assert owed.why is why
    assert status(owed) == (Status.UNDETERMINED, ("a fact",))
    assert (owed.rule, owed.owed, owed.source) == ("R", "b", RULE)
    assert (owed.opens, owed.due) == (None, None)


def test_a_breach_that_two_things_may_end_names_both_and_one_without_a_cure_none() -> None:
    other = evolve(OVERDUE, cure="do b")
    for second, cure in ((other, "do a, or, as it may turn out, do b"), (evolve(other, cure=None), None)):
        ((_, (broken,)),) = rows_on([world(OVERDUE), world(second)], ("a fact",), 200)
        assert broken.cure == cure


def test_what_is_certain_changes_when_it_does_in_every_world() -> None:
    """The breach ends with the run, after day 300."""
    ends = evolve(OVERDUE, end=300, breach=((101, 300),))
    worlds = [world(ends), world(evolve(ends, cure="do b"))]
    ((owed, _),) = rows_on(worlds, ("a fact",), 200)
    assert owed is not None
    assert owed.changes_on is not None
    assert owed.changes_on.toordinal() == 301
    assert change_after(worlds, ("a fact",), 200) == 301


def test_of_two_days_on_which_something_certain_changes_the_first_is_told() -> None:
    (owed,) = rows(20, world(evolve(OWED, end=300)), world(evolve(OWED, end=250)))
    assert owed.status is Status.PENDING
    assert owed.changes_on is not None
    assert owed.changes_on.toordinal() == 251


def test_a_day_on_which_one_world_alone_changes_may_change_nothing() -> None:
    """Pending in both until it is met in one on day 50; whether it is met stays unknown for ever."""
    worlds = [world(MET), world(evolve(OVERDUE, done=300, is_late=True, breach=((101, 299),)))]
    assert change_after(worlds, ("a fact",), 40) == 50
    assert change_after(worlds, ("a fact",), 50) is None


def test_the_days_of_a_breach_that_goes_on_are_no_change() -> None:
    """On day 351 what was met long ago ends, which nothing tells; the breach ends on day 500."""
    ends = evolve(OVERDUE, breach=((101, 499),))
    both = world(ends, evolve(MET, end=350))
    assert change_after([both, both], ("a fact",), 200) == 500


def test_two_equal_things_owed_in_every_world_are_two_whatever_else_is_not_known() -> None:
    other = Instance(opens=5, owed="b", due=120)
    assert len(rows(50, world(OWED, OWED))) == 2
    assert [each.owed for each in rows(50, world(OWED, OWED), world(OWED, OWED, other))] == ["a", "a", "b"]
    told = rows(50, world(OWED), world(OWED, OWED))
    assert [each.status for each in told] == [Status.PENDING, Status.UNDETERMINED]
    thrice = rows(50, world(OWED, OWED, OWED), world(OWED, OWED))
    assert [each.status for each in thrice] == [Status.PENDING, Status.PENDING, Status.UNDETERMINED]

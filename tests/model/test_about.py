"""What a rule is about: its training, whatever its kind; its kind, where it names no training."""

from __future__ import annotations

from fractions import Fraction

from tests.build import course, days, owed

from trainrules.model.about import about
from trainrules.model.rules import (
    Checklist,
    Delivery,
    Duty,
    FollowUp,
    Item,
    Notice,
    Order,
    Owed,
    Quota,
    Streak,
)

INDUCTION = owed("Induction")


def test_rules_of_any_kind_about_one_training_are_about_the_same() -> None:
    same = {
        about(Duty(label="1", owed=INDUCTION)),
        about(FollowUp(label="2", response=INDUCTION, trigger=course("Foundation"))),
        about(Order(label="3", first=INDUCTION, then=course("Foundation"))),
        about(Delivery(label="4", deed=course("Induction"), modes=("e-learning",))),
        about(Quota(label="5", deeds=(course("Induction"),), measure="count", need=Fraction(1))),
    }
    assert len(same) == 1


def test_one_of_two_trainings_is_not_both_of_them() -> None:
    either = Owed(((course("Induction"), course("Update")),))
    both = owed("Induction", "Update")
    assert about(Duty(label="1", owed=either)) != about(Duty(label="2", owed=both))
    assert about(Duty(label="1", owed=both)) == about(Duty(label="2", owed=owed("Update", "Induction")))
    two = (course("Induction"), course("Update"))
    assert about(Quota(label="3", deeds=two, measure="count", need=Fraction(1))) == about(
        Duty(label="1", owed=either)
    )


def test_notices_are_told_apart_by_what_they_are_of_and_streaks_by_the_body() -> None:
    booking = Notice(label="1", what="booking", notice=days(7))
    assert about(booking) == about(Notice(label="2", what="booking", notice=days(14)))
    assert about(booking) != about(Notice(label="3", what="session", notice=days(7)))
    board = Streak(label="4", body="Board", misses=2)
    assert about(board) == about(Streak(label="5", body="Board", misses=3))
    assert about(board) != about(Streak(label="6", body="Panel", misses=2))


def test_all_checklists_are_about_standards_and_about_nothing_else() -> None:
    one = Checklist(label="1", items=(Item("S", "1", "a"),))
    assert about(one) == about(Checklist(label="2", items=(Item("T", "1", "b"),)))
    assert about(one) != about(Duty(label="3", owed=INDUCTION))
    assert about(Checklist(label="1", items=())) != about(Streak(label="2", body="", misses=1))
    assert about(one) is not type(None)

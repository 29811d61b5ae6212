"""Whom a sentence is about: nouns, ranges, plurals and attributes, each as the terms it comes to."""

from __future__ import annotations

import pytest
from tests.model.text import lowered, rule, rules

from trainrules.model.lowering import picks
from trainrules.model.rules import Audience, Deed, Duty, Owed, Term


def about(text: str) -> list[Term]:
    """Return the terms of all rules of *text*, in order."""
    return [term for each in rules(text) for term in each.audience.any_of]


def of(kind: str, names: str) -> list[Term]:
    return [Term(kind, name) for name in names.split()]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Group A and C-E once", of("group", "A C D E")),
        ("Group A and C–E once", of("group", "A C D E")),
        ('groups A–E\nrole "C-E"\nGroup A and C-E once', [Term("group", "A"), Term("role", "C-E")]),
        ("Group B and DSL once", [Term("group", "B"), Term("role", "DSL")]),
        ("Level 1 and AB1 once", of("level", "1 AB1")),
        ("Level 1 and AB once", [Term("level", "1"), Term("role", "AB")]),
        ("Role DSL and SENDCO once", of("role", "DSL SENDCO")),
        ("Attorneys refresh every year", of("role", "Attorney")),
        ("Deputies refresh every year", of("role", "Deputy")),
        ("Role Bus once\nBus refresh every year", of("role", "Bus Bus")),
    ],
)
def test_a_list_names_these(text: str, terms: list[Term]) -> None:
    assert about(text) == terms


def test_and_above_follows_the_noun_though_another_kind_has_such_names_too() -> None:
    declared = "levels 1–4\ngroups 1–9\nrole C\ngroups A–D\n"
    assert about(f"{declared}Levels 3 and above once") == of("level", "3 4")
    assert about(f"{declared}Groups A, C and above once") == of("group", "A C D")


def test_a_sentence_names_as_many_as_it_may_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picks, "MOST_NAMED", 3)
    assert about("Groups A–C once") == of("group", "A B C")
    _, (told,) = lowered("Groups A–B, Group C and Group D once")
    assert (told.code, told.message) == ("TR114", "this sentence names more than 3 groups, levels and roles")
    assert (told.label, told.help) == ("one too many", "write several sentences")
    assert told.source and told.span and told.source.slice(told.span) == "Group D"


def test_a_value_belongs_to_the_attribute_that_is_named_with_it() -> None:
    voluntary = Term("attribute", "sector", "voluntary")
    found = rule("Staff in the voluntary sector must complete Induction")
    assert found.audience == Audience(any_of=(voluntary,))
    other = rule("Group B in the voluntary sector once")
    assert other.audience == Audience(any_of=(Term("group", "B"),), all_of=((voluntary,),))


def test_courses_are_narrowed_by_every_word_or_listed() -> None:
    single, face = Term("delivery", "single-agency"), Term("format", "face-to-face")
    both = rule("Every single-agency face-to-face course must have a plan")
    assert both.audience == Audience("course", any_of=(single,), all_of=((face,),))
    either = rule("Every single-agency course and every face-to-face course must have a plan")
    assert either.audience == Audience("course", any_of=(single, face))
    assert rule("Courses must have a plan").audience == Audience("course")


def test_a_body_holds_meetings_of_its_own() -> None:
    found = rule('body "Board" must hold at least 4 meetings each calendar year')
    assert found.deeds == (Deed("meeting", "Board"),)  # type: ignore[union-attr]


def test_members_declared_later_make_it_a_body_with_members() -> None:
    found = rule("body Board\nbody BOARD with members\nMembers of board must not miss 2 consecutive meetings")
    assert found.audience.any_of == (Term("member", "Board"),)


def test_a_format_that_nothing_declares_narrows_beside_a_kind_of_delivery() -> None:
    found = rule("Everyone must complete multi-agency conference level 3 training")
    assert isinstance(found, Duty)
    three = Deed("training", own=Term("level", "3"), modes=("multi-agency", "conference"))
    assert found.owed == Owed(((three,),))


def test_meetings_are_attended_and_a_course_of_that_name_comes_first() -> None:
    meeting = rule("body Board\nEveryone must attend Board each quarter")
    assert meeting.deeds == (Deed("meeting", "Board"),)  # type: ignore[union-attr]
    course = rule("course Board\nbody Board\nEveryone must attend Board each quarter")
    assert course.deeds == (Deed("training", "Board"),)  # type: ignore[union-attr]
    activity = rule("activity Briefing: reading\nEveryone must attend Briefing each quarter")
    assert activity.deeds == (Deed("activity", "Briefing"),)  # type: ignore[union-attr]


def test_a_receiver_is_named_as_its_body_is_declared() -> None:
    declared = rule('body "MASA"\nAgencies must submit Plan to masa each quarter')
    assert declared.deeds == (  # type: ignore[union-attr]
        Deed("report", "Plan", action="submit", to="MASA"),
    )


def test_a_qualification_that_comes_first_is_no_delivery_or_training() -> None:
    diploma = Deed("qualification", "Diploma")
    held = rule("Trainers must hold Diploma before delivering any other training")
    assert held.then == Deed("delivery", other_than=(diploma,))  # type: ignore[union-attr]


def test_a_course_is_narrowed_by_how_it_is_taken() -> None:
    found = rule("Everyone must complete e-learning Induction")
    assert found.owed.deeds == (Deed("training", "Induction", modes=("e-learning",)),)  # type: ignore[union-attr]


def test_another_name_of_a_course_is_that_course_though_one_of_its_own_is_declared_later() -> None:
    declared = 'course "Working Together", also called WT\ncourse WT\n'
    found = rule(f"{declared}Everyone must complete WT")
    assert found.owed.deeds == (Deed("training", "Working Together"),)  # type: ignore[union-attr]


def test_a_standard_of_a_body_is_met_by_it_however_its_name_is_written() -> None:
    found = rule('standard "S" for body "Board"\n  1. "aims"\nbody "BOARD" must meet standard "S"')
    assert found.audience == Audience("body", name="Board")

"""A whole file as a policy: its head, every kind of declaration, equivalences and notes, word for word."""

from __future__ import annotations

from tests.build import day, span
from tests.model.text import lowered

from trainrules.model.rules import Audience, CourseType, Deed, Definition, Equivalence, NoteLine, Policy, Term

TEXT = """
policy "Parish council"
source "Training note" in "note.txt"
in force from 1 April 2024 until 31 March 2026
next review February 2025
levels 1–3: "what staff do"   [2.1]
group B
group B: "work with children"   [2.2]
group B: "said too late"   [2.9]
role DSL
attribute sector: statutory, voluntary
course "Working Together", also called WT, for levels 2–3 and DSL, multi-agency, face-to-face   [5.2]
course Induction, e-learning, virtual
activity bulletin: reading, "DSL meeting"
format webinar
formats conference and workshop
body Board with members
"case conference" counts as multi-agency training for group B and role DSL   [6.2]
Induction counts as "Working Together"
standard "S" for courses   [7]
  1. "aims"
note "Kept as it is"   [8]
note "Without a place"
"""


def policy() -> Policy:
    found, told = lowered(TEXT)
    assert not told, told
    return found


def test_the_head_of_a_file_is_kept() -> None:
    found = policy()
    assert found.title == "Parish council"
    assert (found.source_title, found.source_file) == ("Training note", "note.txt")
    assert found.force == span("2024-04-01", "2026-03-31")
    assert found.next_review == day("2025-02-28")
    assert found.rules == ()


def test_a_review_on_a_day_is_that_day_and_without_one_there_is_none() -> None:
    assert lowered("next review 3 May 2025")[0].next_review == day("2025-05-03")
    assert lowered("next review February 2024")[0].next_review == day("2024-02-29")
    assert lowered("role DSL")[0].next_review is None


def test_courses_have_their_names_and_what_they_are_for_and_how_they_are_taken() -> None:
    own = (Term("level", "2"), Term("level", "3"), Term("role", "DSL"))
    assert policy().courses == (
        CourseType("Working Together", ("WT",), own, "multi-agency", ("face-to-face",)),
        CourseType("Induction", (), (), "", ("e-learning", "virtual")),
    )


def test_activities_attributes_and_formats_have_what_is_declared_of_them() -> None:
    found = policy()
    assert found.activities == (("bulletin", ("reading", "DSL meeting")),)
    assert found.attributes == (("sector", ("statutory", "voluntary")),)
    assert found.formats == ("webinar", "conference", "workshop")


def test_what_counts_as_what_and_a_name_of_no_declared_kind_as_an_activity_too() -> None:
    b_and_dsl = Audience(any_of=(Term("group", "B"), Term("role", "DSL")))
    multi = Deed("training", modes=("multi-agency",))
    found = policy().equivalences
    assert found == (
        Equivalence(Deed("training", "case conference"), multi, b_and_dsl),
        Equivalence(Deed("activity", "case conference"), multi, b_and_dsl),
        Equivalence(Deed("training", "Induction"), Deed("training", "Working Together")),
    )
    assert [each.origin.citation for each in found] == ["6.2", "6.2", ""]
    assert [each.origin.line for each in found] == [18, 18, 19]


def test_words_have_what_the_source_says_of_them_first_said_first() -> None:
    said = [(each.kind, each.name, each.text, each.citation) for each in policy().definitions]
    assert said == [
        ("level", "1", "what staff do", "2.1"),
        ("level", "2", "what staff do", "2.1"),
        ("level", "3", "what staff do", "2.1"),
        ("group", "B", "work with children", "2.2"),
        ("role", "DSL", "", ""),
        ("attribute", "sector", "", ""),
        ("course", "Working Together", "", "5.2"),
        ("course", "Induction", "", ""),
        ("activity", "bulletin", "", ""),
        ("format", "webinar", "", ""),
        ("format", "conference", "", ""),
        ("format", "workshop", "", ""),
        ("body", "Board", "", ""),
        ("standard", "S", "", "7"),
    ]
    assert isinstance(policy().definitions[0], Definition)
    assert [each.origin.line for each in policy().definitions[2:5]] == [6, 8, 10]


def test_notes_are_kept_with_their_place() -> None:
    assert [(each.text, each.citation, each.origin.line) for each in policy().notes] == [
        ("Kept as it is", "8", 22),
        ("Without a place", "", 23),
    ]
    assert isinstance(policy().notes[0], NoteLine)


def test_a_line_of_the_head_said_twice_is_told_where_it_is_said_again() -> None:
    for line, key in (
        ('policy "A"', "policy"),
        ('source "A"', "source"),
        ("in force from 1 May 2022", "in force"),
        ("next review May 2025", "next review"),
        ("strength should", "strength"),
        ('calendar "Wales"', "calendar"),
        ("breaks of up to 1 month do not restart a deadline", "breaks"),
    ):
        _, (told,) = lowered(f"{line}\n{line}\nGroup B once")
        assert (told.code, told.message) == ("TR204", f"`{key}` is said twice in the head")
        assert (told.line, told.label, told.help) == (2, "said again here", "keep one of the two lines")
    found, told = lowered('policy "A"\npolicy "B"\nstrength should')
    assert found.title == "A"
    assert len(told) == 1


def test_a_line_said_twice_hides_nothing_that_is_said_after_it() -> None:
    found, _ = lowered('policy "A"\npolicy "B"\nstrength should\nsource "S"')
    assert (found.title, found.source_title) == ("A", "S")

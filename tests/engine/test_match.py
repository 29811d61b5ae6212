"""Which deeds an event is, by each fact it shows, and which facts decide that when they are not known."""

from __future__ import annotations

from typing import Any

import pytest
from tests.build import course, policy

from trainrules.engine.match import Look, Matcher, Shown, folded, shows, title
from trainrules.model.rules import CourseType, Deed, Equivalence, Term

B, C = Term("group", "B"), Term("group", "C")
own_b = frozenset({Term("group", "b")})


def matcher(*deeds: Deed, **head: Any) -> Matcher:
    return Matcher(policy(**head), deeds)


def trained(name: str | None = "induction", **facts: Any) -> Look:
    """Return the look of training of which everything is known but what *facts* say is not."""
    return Look("training", name, **{"delivery": "single-agency", "format": "virtual", **facts})


def sets(found: tuple[frozenset[int], ...]) -> list[set[int]]:
    return [set(each) for each in found]


@pytest.mark.parametrize(
    ("deed", "is_it"),
    [
        (Deed("training"), True),
        (Deed("activity"), False),
        (Deed("training", "a"), True),
        (Deed("training", "b"), False),
        (Deed("training", own=B), False),
        (Deed("training", own=Term("group", "b")), True),
        (Deed("training", modes=("virtual",)), True),
        (Deed("training", modes=("multi-agency",)), True),
        (Deed("training", modes=("virtual", "multi-agency")), True),
        (Deed("training", modes=("virtual", "single-agency")), False),
        (Deed("training", action="submit"), True),
        (Deed("training", action="review"), False),
        (Deed("training", to="x"), True),
        (Deed("training", to="y"), False),
        (Deed("training", other_than=(Deed("training", "b"),)), True),
        (Deed("training", other_than=(Deed("training", "b"), Deed("training", "a"))), False),
    ],
)
def test_an_event_is_a_deed_when_every_fact_that_is_asked_for_fits(deed: Deed, is_it: bool) -> None:
    modes, done = frozenset({"multi-agency", "virtual"}), frozenset({"submit"})
    shown = Shown(frozenset({"training"}), frozenset({"a"}), own_b, modes, done, "x")
    assert shows(shown, deed) is is_it


def test_a_title_is_compared_without_its_article_and_other_names_with_it() -> None:
    assert title("The  Arrangements") == "arrangements"
    assert title("Arrangements of the Board") == "arrangements of the board"
    assert folded(Deed("report", "The Plan")).name == "plan"
    assert folded(Deed("document", "the plan")).name == "plan"
    assert folded(Deed("training", "The Course")).name == "the course"


def test_every_name_of_a_deed_is_folded() -> None:
    deed = Deed("report", "A", B, ("Virtual",), "Submit", "The Board", (Deed("training", "X"),))
    assert folded(deed) == Deed(
        "report",
        "a",
        Term("group", "b"),
        ("virtual",),
        "submit",
        "the board",
        (Deed("training", "x"),),
    )


def test_a_course_is_found_by_each_of_its_names_and_the_first_declared_wins() -> None:
    working = CourseType("Working Together", ("WT",))
    found = matcher(course("Working Together"), course("WT"), courses=(working, CourseType("Other", ("wt",))))
    assert found.look(trained("wt")).name == "working together"
    assert sets(found.matches(trained("wt"), ())) == [{0}]


def test_what_is_declared_of_a_course_stands_where_the_record_is_silent() -> None:
    declared = CourseType("A", (), (B,), "Multi-Agency", ("Virtual",))
    found = matcher(courses=(declared, CourseType("D", (), (), "", ("virtual", "e-learning"))))
    silent = trained("a", delivery=None, format=None)
    assert found.look(silent) == Look("training", "a", own_b, "multi-agency", "virtual")
    said = trained("a", delivery="single-agency", format="e-learning", own=frozenset({C}))
    assert found.look(said) == Look("training", "a", own_b | {C}, "single-agency", "e-learning")
    two = found.look(trained("d", delivery=None, format=None))
    assert (two.delivery, two.format) == (None, None)
    unknown = trained("x", delivery=None)
    assert found.look(unknown) is unknown


def test_a_course_that_is_not_known_may_be_any_that_is_named_or_none() -> None:
    found = matcher(course("A"), course("B"), Deed("training", own=C), courses=(CourseType("C", (), (C,)),))
    assert sets(found.matches(trained(None), ())) == [{2}, {0}, {1}, set()]
    assert sets(found.matches(trained("a"), ())) == [{0}]


def test_a_delivery_not_known_is_one_of_two_and_a_format_any_declared_or_another() -> None:
    multi, virtual, online = (
        Deed("training", modes=(mode,)) for mode in ("multi-agency", "virtual", "webinar")
    )
    found = matcher(multi, virtual, online, formats=("Webinar",))
    assert sets(found.matches(trained(delivery=None), ())) == [{1}, {0, 1}]
    assert sets(found.matches(trained(format=None), ())) == [set(), {1}, {2}]
    known = matcher(multi, virtual, online, courses=(CourseType("X", formats=("virtual", "webinar")),))
    assert sets(known.matches(trained("x", format=None), ())) == [{1}, {2}]


def test_what_was_done_with_a_report_is_at_least_that_it_was_submitted() -> None:
    submit, review = Deed("report", "plan", action="submit"), Deed("report", "plan", action="review")
    found = matcher(submit, review, Deed("report", "plan", to="Board"), Deed("report", "plan"))
    assert sets(found.matches(Look("report", "plan", action="review"), ())) == [{1, 3}]
    assert sets(found.matches(Look("report", "plan", action=None), ())) == [{0, 3}, {0, 1, 3}]
    assert sets(found.matches(Look("report", "plan", action="submit", to=None), ())) == [{0, 2, 3}, {0, 3}]


def test_an_activity_is_also_the_activity_that_it_is_declared_to_count_as() -> None:
    update, reading = Deed("activity", "bulletin"), Deed("activity", "reading")
    found = matcher(update, reading, activities=(("Bulletin", ("Reading",)), ("Study", ("reading",))))
    assert sets(found.matches(Look("activity", "reading"), ())) == [{0, 1}]
    assert sets(found.matches(Look("activity", "bulletin"), ())) == [{0}]
    assert sets(found.matches(Look("training", "reading"), ())) == [set()]
    study = matcher(
        Deed("activity", "Study"), activities=(("Bulletin", ("Reading",)), ("Study", ("reading",)))
    )
    assert sets(study.matches(Look("activity", "reading"), ())) == [{0}]
    assert sets(
        matcher(course("Bulletin"), activities=(("Bulletin", ("A",)),)).matches(trained("a"), ())
    ) == [set()]


def test_equivalences_that_apply_are_followed_one_after_another() -> None:
    a, b, c = course("A"), course("B"), Deed("training", modes=("multi-agency",))
    chain = (Equivalence(a, b), Equivalence(b, c), Equivalence(c, a))
    found = matcher(a, b, c, equivalences=chain)
    assert sets(found.matches(trained("a"), (0, 1))) == [{0, 1, 2}]
    assert sets(found.matches(trained("a"), (0,))) == [{0, 1}]
    assert sets(found.matches(trained("a"), (1,))) == [{0}]
    assert sets(found.matches(trained("b"), (0, 1, 2))) == [{0, 1, 2}]


def test_what_counts_as_something_keeps_what_it_is_beside_that() -> None:
    own = Equivalence(course("A"), Deed("training", own=B))
    other_kind = Equivalence(course("A"), Deed("activity"))
    online = Equivalence(course("A"), Deed("training", modes=("e-learning", "multi-agency")))
    deeds = (
        Deed("training", "A", own=B),
        Deed("activity", "A"),
        Deed("activity"),
        Deed("training", "A", modes=("e-learning", "multi-agency")),
        Deed("training", "A", modes=("virtual", "single-agency")),
        Deed("training", "A", modes=("e-learning", "single-agency")),
    )
    found = matcher(*deeds, equivalences=(own, other_kind, online))
    assert sets(found.matches(trained("a"), (0, 1, 2))) == [{0, 1, 2, 3, 4, 5}]
    assert sets(found.matches(trained("a"), ())) == [{4}]


def test_what_it_counts_as_in_two_ways_it_is_at_once() -> None:
    """A conference is for Level 1, and it is face-to-face: so it is face-to-face training for Level 1."""
    one, face_to_face = Term("level", "1"), ("face-to-face",)
    conference = Deed("activity", "Conference")
    level = Equivalence(conference, Deed("training", own=one))
    modes = Equivalence(conference, Deed("training", own=B, modes=face_to_face))
    found = matcher(Deed("training", own=one, modes=face_to_face), equivalences=(level, modes))
    assert sets(found.matches(Look("activity", "conference"), (0, 1))) == [{0}]
    assert sets(found.matches(Look("activity", "conference"), (0,))) == [set()]


def test_what_counts_as_a_course_keeps_its_delivery_and_its_format() -> None:
    deeds = (
        Deed("training", "B", modes=("single-agency",)),
        Deed("training", "B", modes=("virtual",)),
        Deed("training", "B", modes=("multi-agency",)),
    )
    found = matcher(*deeds, equivalences=(Equivalence(course("A"), course("B")),))
    assert sets(found.matches(trained("a"), (0,))) == [{0, 1}]


def test_a_delivery_of_an_unknown_course_may_be_any_that_a_rule_names() -> None:
    found = matcher(Deed("delivery", "A"))
    assert sets(found.matches(Look("delivery", None), ())) == [{0}, set()]


def test_any_other_training_is_none_of_the_named_ones_whatever_it_counts_as() -> None:
    other = Deed("training", other_than=(course("A"),))
    found = matcher(other, course("A"), equivalences=(Equivalence(course("B"), course("A")),))
    assert sets(found.matches(trained("b"), (0,))) == [{1}]
    assert sets(found.matches(trained("b"), ())) == [{0}]


def test_only_facts_that_decide_one_of_the_deeds_wanted_are_asked_for() -> None:
    deeds = (
        course("A"),
        Deed("training", "A", modes=("virtual",)),
        Deed("training", modes=("multi-agency",)),
    )
    found = matcher(*deeds)
    silent = trained(None, delivery=None, format=None)
    assert found.unknown(silent, (), frozenset({0})) == ("course",)
    assert found.unknown(silent, (), frozenset({1})) == ("course", "format")
    assert found.unknown(silent, (), frozenset({2})) == ("delivery",)
    assert found.unknown(silent, (), frozenset({0, 1, 2})) == ("course", "delivery", "format")
    assert found.unknown(trained("a"), (), frozenset({0, 1, 2})) == ()


def test_facts_of_a_report_are_asked_for_by_their_names() -> None:
    deeds = (Deed("report", "plan", action="review"), Deed("report", "plan", to="Board"))
    report = Look("report", "plan", action=None, to=None)
    assert matcher(*deeds).unknown(report, (), frozenset({0})) == ("action",)
    assert matcher(*deeds).unknown(report, (), frozenset({1})) == ("receiver",)


def test_a_group_of_a_course_goes_with_its_name() -> None:
    declared = CourseType("A", (), (B,))
    found = matcher(Deed("training", own=B), courses=(declared,))
    assert found.unknown(trained(None), (), frozenset({0})) == ("course",)

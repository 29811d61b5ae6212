"""Names: declared and closed, implied in a terse file, plural, ranged, ambiguous, of the wrong kind."""

from __future__ import annotations

from datetime import date

import pytest
from tests.model.text import codes, lowered, rule, rules

from trainrules.model import names
from trainrules.model.rules import Audience, CourseType, Deed, Definition, Equivalence, Term
from trainrules.model.vocabulary import spread


def terms(text: str) -> list[str]:
    """Return the names of the audience of the first rule of *text*."""
    return [term.name for term in rules(text)[0].audience.any_of]


def helps(text: str) -> list[str]:
    return [each.help for each in lowered(text)[1]]


def test_a_file_that_declares_nothing_declares_what_it_mentions() -> None:
    assert codes('Group B within 6 months\nEveryone must complete "Anything at all" every year') == []


def test_a_file_with_only_a_head_and_standards_is_still_terse() -> None:
    assert codes('policy "X"\nstrength should\nGroup B within 6 months') == []


def test_one_declaration_closes_the_vocabulary() -> None:
    assert codes("role DSL\nGroup B within 6 months") == ["TR201"]
    assert codes("course Induction\nEveryone must complete Neglect") == ["TR201"]


def test_a_near_name_is_offered_and_a_far_one_is_not() -> None:
    assert helps('course "Fire safety"\nEveryone must complete "Fire saftey"') == [
        "did you mean `Fire safety`?"
    ]
    assert helps('course "Fire safety"\nEveryone must complete Gangs') == ["declare it first: `course Gangs`"]


def test_so_many_unknown_names_are_looked_for_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "MOST_SEARCHES", 2)
    text = "course Induction\n" + 3 * "Everyone must complete Inductoin once\n"
    near, declare = "did you mean `Induction`?", "declare it first: `course Inductoin`"
    assert helps(text) == [near, near, declare]


def test_names_are_canonical_whatever_their_case_and_spaces() -> None:
    found = rule('course "Working Together"\nEveryone must complete "working  TOGETHER"')
    assert found.owed.deeds == (Deed("training", "Working Together"),)  # type: ignore[union-attr]


def test_the_first_spelling_is_canonical_in_a_terse_file() -> None:
    one, other = rules(
        'Everyone must complete "Fire Safety"\nEveryone must complete "fire safety" every year'
    )
    assert one.owed == other.owed  # type: ignore[union-attr]


def test_a_plural_names_its_singular() -> None:
    head = 'role "Safeguarding Deputy"\nrole governor\n'
    assert terms(head + '"Safeguarding Deputies" refresh every year') == ["Safeguarding Deputy"]
    assert terms(head + "governors refresh every year") == ["governor"]


def test_an_exact_name_hides_a_plural_one() -> None:
    assert terms("role Governor\nrole Governors\nGovernors refresh every year") == ["Governors"]


def test_ranges_and_lists_follow_the_noun_before_them() -> None:
    assert terms("Levels 1, 2 and 5–7 every 3 years")[:1] == ["1"]
    found = rules("Levels 1, 2 and 5–7 every 3 years")
    assert [term.name for each in found for term in each.audience.any_of] == ["1", "2", "5", "6", "7"]
    both = rules("groups A–C\nrole DSL\nGroup B and DSL within 6 months")
    assert [each.audience.any_of for each in both] == [(Term("group", "B"),), (Term("role", "DSL"),)]


def test_a_hyphenated_range_is_split_unless_it_is_a_name() -> None:
    assert len(rules("Groups B1-B3 within 6 months")) == 3
    assert terms('groups 1–7\ngroup "3-5"\nGroup "3-5" within 6 months') == ["3-5"]


def test_and_above_takes_in_what_is_declared() -> None:
    found = rules("levels 1–4\nLevels 2 and above every 3 years")
    assert [each.audience.any_of[0].name for each in found] == ["2", "3", "4"]


def test_a_range_names_its_first_unknown_member() -> None:
    _, found = lowered("levels 1–4\nLevels 3–8 every 3 years")
    assert [each.message for each in found] == ["there is no level called `5`"]


def test_a_name_of_two_kinds_is_asked_about_only_where_it_stands_alone() -> None:
    head = "role A\ngroups A–C\n"
    assert codes(head + "A within 6 months") == ["TR203"]
    assert codes(head + "Group A within 6 months") == []
    assert codes(head + "Role A within 6 months") == []


def test_an_attribute_value_narrows_or_names_an_audience() -> None:
    head = "attribute sector: statutory, voluntary\nattribute engagement: paid, volunteer\ngroups A–C\n"
    voluntary = Term("attribute", "sector", "voluntary")
    found = rule(head + "Staff in the voluntary sector must complete Group A training within 6 months")
    assert found.audience == Audience(any_of=(voluntary,))
    found = rule(head + "Group B except volunteers within 6 months")
    assert found.audience.none_of == (Term("attribute", "engagement", "volunteer"),)
    found = rule(head + "Group B in the voluntary sector within 6 months")
    assert found.audience.all_of == ((voluntary,),)
    _, (found,) = lowered(head + "Group B in the paid sector within 6 months")
    assert found.message == "`paid` is a value of `engagement`, not a value of `sector`"


def test_both_at_once_narrows() -> None:
    found = rule("Group C who are DSL within 6 months")
    assert found.audience == Audience(any_of=(Term("group", "C"),), all_of=((Term("role", "DSL"),),))
    assert found.owed.deeds == (Deed("training", own=Term("group", "C")),)  # type: ignore[union-attr]


def test_courses_have_what_is_declared_of_them() -> None:
    policy, found = lowered(
        'levels 1–3\nformat workshop\ncourse "WT" for levels 2–3, multi-agency, workshop, also called "With"'
    )
    assert found == ()
    levels = (Term("level", "2"), Term("level", "3"))
    assert policy.courses == (CourseType("WT", ("With",), levels, "multi-agency", ("workshop",)),)


def test_an_activity_is_owed_by_its_own_name_and_its_members_are_activities() -> None:
    head = 'activity "knowledge update": e-bulletin, reading\n'
    found = rule(head + 'Everyone must complete "knowledge update" every year')
    assert found.owed.deeds == (Deed("activity", "knowledge update"),)  # type: ignore[union-attr]
    assert rule(head + "Everyone must complete reading").owed.deeds == (  # type: ignore[union-attr]
        Deed("activity", "reading"),
    )
    assert lowered(head)[0].activities == (("knowledge update", ("e-bulletin", "reading")),)


def test_what_only_an_equivalence_names_may_be_recorded_either_way() -> None:
    policy, found = lowered('groups 3–7\n"case conference" counts as multi-agency training for groups 3–4')
    assert found == ()
    multi = Deed("training", modes=("multi-agency",))
    people = Audience(any_of=(Term("group", "3"), Term("group", "4")))
    assert policy.equivalences == (
        Equivalence(Deed("training", "case conference"), multi, people),
        Equivalence(Deed("activity", "case conference"), multi, people),
    )


def test_a_word_before_training_is_the_group_mode_or_course_that_it_names() -> None:
    head = "role DSL\nformat conference\ncourse Neglect\n"
    for word, expected in (
        ("DSL", Deed("training", own=Term("role", "DSL"))),
        ("conference", Deed("training", modes=("conference",))),
        ("Neglect", Deed("training", "Neglect")),
    ):
        found = rule(head + f"Everyone must complete {word} training")
        assert found.owed.deeds == (expected,)  # type: ignore[union-attr]


def test_members_need_a_body_that_has_them() -> None:
    sentence = 'Members of "L&D" must not miss 2 consecutive meetings'
    assert codes('body "L&D" with members\n' + sentence) == []
    assert codes('body "L&D"\n' + sentence) == ["TR206"]
    assert codes('course "L&D"\n' + sentence) == ["TR202"]


def test_receivers_and_reports_are_free_text() -> None:
    assert codes('body "L&D"\nbody "L&D" must report "quarterly report" to MASA each quarter') == []


def test_definitions_keep_the_description_that_comes_later() -> None:
    policy, _ = lowered('groups A–C\ngroup B: "work regularly with children" [6.5]\n')
    assert policy.definitions == (
        Definition("group", "A"),
        Definition("group", "B", "work regularly with children", "6.5"),
        Definition("group", "C"),
    )


def test_spread_goes_upwards_between_two_ends_of_one_shape() -> None:
    assert spread("A", "C") == ("A", "B", "C")
    assert spread("9", "11") == ("9", "10", "11")
    assert spread("B1", "B2") == ("B1", "B2")
    for low, high in (
        ("C", "A"),
        ("3", "3"),
        ("A", "3"),
        ("a", "C"),
        ("A1", "B3"),
        ("1", "9999"),
        ("é", "ü"),
    ):
        assert spread(low, high) == (), (low, high)


def test_a_name_first_met_as_a_plural_in_a_terse_file_is_one_of_them() -> None:
    assert terms("volunteers refresh every year") == ["volunteer"]
    assert rule("Everyone except deputies must complete Induction").audience.none_of == (
        Term("role", "deputy"),
    )
    assert terms("SENDCOs refresh every year") == ["SENDCO"]


def test_a_declared_trainer_hides_the_built_in_one() -> None:
    assert terms('role "Trainers"\nTrainers refresh every year') == ["Trainers"]
    assert terms("groups A–C\nTrainers refresh every year") == ["Trainer"]


def test_the_sentence_of_a_rule_is_what_is_written_without_citation_and_quotes() -> None:
    (found,) = rules('Group B   within\n  6 months   [6.12 B]\n    "the words"\n')
    assert found.origin.sentence == "Group B within 6 months"
    assert (found.origin.line, found.origin.citation, found.origin.quotes) == (1, "6.12 B", ("the words",))


def test_a_declared_course_that_counts_as_another_is_only_a_course() -> None:
    policy, _ = lowered("course Intro\ncourse Awareness\nIntro counts as Awareness [4.0]")
    (found,) = policy.equivalences
    assert (found.this, found.that) == (Deed("training", "Intro"), Deed("training", "Awareness"))
    assert found.origin.citation == "4.0"


def test_the_next_review_of_a_month_is_its_last_day() -> None:
    assert lowered("next review February 2024")[0].next_review == date(2024, 2, 29)
    assert lowered("next review 5 February 2024")[0].next_review == date(2024, 2, 5)

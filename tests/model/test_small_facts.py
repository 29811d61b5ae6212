"""Facts of lowering that no other test looks at: each a sentence or two and what it comes to."""

from __future__ import annotations

from fractions import Fraction

from tests.model.text import lowered, rule, rules

from trainrules.model.rules import Audience, Cycle, Deed, Delivery, Duty, Owed, Quota, Term


def test_what_is_renewed_each_year_is_owed_once_and_once_in_each() -> None:
    have, again = rules("Agencies must have a plan, and a new one each quarter")
    plan = Deed("document", "plan")
    assert isinstance(have, Duty) and have.owed == Owed(((plan,),))
    assert isinstance(again, Quota)
    assert (again.deeds, again.need, again.cycle) == ((plan,), Fraction(1), Cycle(3))
    assert again.audience == have.audience == Audience("agency", any_of=(Term("everyone"),))


def test_a_group_may_have_to_deliver_its_own_training() -> None:
    found = rule("Level 3 must deliver every 2 years")
    assert isinstance(found, Duty)
    assert found.owed == Owed(((Deed("delivery", own=Term("level", "3")),),))


def test_allowed_modes_are_in_order_whatever_their_capitals() -> None:
    found = rule('format "Virtual"\ngroup B\nGroup B virtual or e-learning only')
    assert isinstance(found, Delivery)
    assert found.modes == ("e-learning", "Virtual")


def test_a_word_with_a_description_keeps_it_though_a_later_one_has_a_citation() -> None:
    (only,) = lowered('group B: "first"\ngroup B: "second" [2]\nGroup B once')[0].definitions
    assert (only.text, only.citation) == ("first", "")
    (cited,) = lowered('group B [1]\ngroup B: "second"\nGroup B once')[0].definitions
    assert (cited.text, cited.citation) == ("", "1")


def test_a_source_without_a_file_has_none() -> None:
    assert lowered('source "Training note"\nGroup B once')[0].source_file == ""


def test_each_group_of_a_list_owes_its_own_training() -> None:
    found = rules("Groups A–B within 6 months")
    assert [each.owed for each in found if isinstance(each, Duty)] == [
        Owed(((Deed("training", own=Term("group", name)),),)) for name in "AB"
    ]

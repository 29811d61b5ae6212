"""What a record's JSON means, field by field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.records.fields import staff, training

from trainrules.records.classes import (
    Attestation,
    Attribute,
    CourseRecord,
    Employment,
    Evaluation,
    For,
    OrganisationRecord,
    Record,
    StaffRecord,
    StandardItem,
)
from trainrules.records.errors import RecordError


def test_only_the_id_is_needed() -> None:
    assert StaffRecord.from_dict({"id": "S-1"}) == StaffRecord(id="S-1")


def test_a_post_has_its_groups_levels_and_roles() -> None:
    post = staff(posts=[{"groups": ["B"], "levels": [3], "roles": ["DSL"], "started": "2022-01-31"}]).posts[0]
    assert (post.groups, post.levels, post.roles) == (("B",), ("3",), ("DSL",))
    assert (post.started, post.ended) == (date(2022, 1, 31), None)


def test_null_is_an_open_end() -> None:
    assert staff(joined="2022-01-31", left=None).left is None


def test_an_attribute_is_a_value_or_a_list_of_spells() -> None:
    spells = [{"value": "school", "to": "2022-08-31"}, {"value": "health", "from": "2022-09-01", "to": None}]
    record = staff(attributes={"engagement": "volunteer", "sector": spells})
    assert record.attributes == (
        Attribute(name="engagement", value="volunteer"),
        Attribute(name="sector", value="school", to=date(2022, 8, 31)),
        Attribute(name="sector", value="health", from_=date(2022, 9, 1)),
    )


def test_an_attribute_that_is_null_is_not_known_as_if_left_out() -> None:
    assert staff(attributes={"sector": None}, facts={"approval": None}) == staff()


def test_absent_evaluations_are_nothing_said_and_null_may_be_one_and_an_empty_list_is_none() -> None:
    assert training().evaluations is None
    assert training(evaluations=None).evaluations == (Evaluation(),)
    assert training(evaluations=[]).evaluations == ()


def test_a_certificate_is_a_reference_or_yes_or_no_or_not_known() -> None:
    found = [training(certificate=given).certificate for given in ("C-991", True, False, None)]
    assert found == ["C-991", True, False, None]
    assert training().certificate is None


def test_a_completion_without_for_is_recorded_against_nothing() -> None:
    assert training().for_ == training(**{"for": None}).for_ == For()
    assert training(**{"for": {"groups": ["B"]}}).for_ == For(groups=("B",))


@pytest.mark.parametrize("given", [7.5, "7.5", Decimal("7.5"), Fraction(15, 2), "15/2"])
def test_hours_are_exact_however_they_are_written(given: object) -> None:
    assert training(hours=given).hours == Fraction(15, 2)


def test_a_tenth_is_a_tenth() -> None:
    assert training(hours=0.1).hours == Fraction(1, 10)
    assert training(hours="1/3").hours == Fraction(1, 3)


def test_a_standard_item_is_met_or_not_or_not_known() -> None:
    standards = {"Minimum": {"2": True, "3": {"met": False, "on": "2022-01-01"}, "4": None}}
    assert CourseRecord.from_dict({"id": "C-1", "standards": standards}).standards == (
        StandardItem(standard="Minimum", item="2", met=True),
        StandardItem(standard="Minimum", item="3", met=False, on=date(2022, 1, 1)),
        StandardItem(standard="Minimum", item="4"),
    )


def test_an_attestation_has_its_day() -> None:
    record = staff(attestations={"relevant experience": {"met": True, "on": "2022-01-01"}, "other": None})
    assert record.attestations == (
        Attestation(name="relevant experience", met=True, on=date(2022, 1, 1)),
        Attestation(name="other"),
    )


def test_a_session_was_advertised_on_a_day_or_not_at_all() -> None:
    given = [{"on": "2022-06-13", "advertised": "2022-01-10"}, {"on": "2022-06-14", "advertised": False}]
    sessions = CourseRecord.from_dict({"id": "C-1", "sessions": given}).sessions
    assert [each.advertised for each in sessions] == [date(2022, 1, 10), False]


def test_a_date_object_is_a_date() -> None:
    assert staff(joined=date(2022, 1, 31)) == staff(joined="2022-01-31")


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("staff", StaffRecord),
        ("trainer", StaffRecord),
        ("course", CourseRecord),
        ("agency", OrganisationRecord),
        ("body", OrganisationRecord),
        ("partnership", OrganisationRecord),
    ],
)
def test_the_kind_says_which_class(kind: str, made: type[Record]) -> None:
    record = Record.from_dict({"id": "R-1", "kind": kind})
    assert type(record) is made
    assert record.kind == kind


def test_a_record_that_does_not_say_its_kind_is_staff() -> None:
    assert type(Record.from_dict({"id": "R-1"})) is type(Record.from_dict({"id": "R-1", "kind": None}))
    assert Record.from_dict({"id": "R-1"}).kind == "staff"


def test_who_joined_more_than_once_has_a_list_of_employment() -> None:
    times = [{"joined": "2019-01-01", "left": "2020-01-01"}, {"joined": "2022-01-31"}]
    first, second = staff(employment=times).employment
    assert first == Employment(joined=date(2019, 1, 1), left=date(2020, 1, 1))
    assert second == Employment(joined=date(2022, 1, 31))
    assert staff(employment=times, joined="2022-01-31").joined == date(2022, 1, 31)


def test_an_exact_duplicate_may_have_the_same_id() -> None:
    event = {"id": "T1", "completed": "2022-02-10"}
    assert len(staff(training=[event, event]).training) == 2


def test_a_delivery_is_one_of_two_words_in_any_case() -> None:
    assert training(delivery="Multi-agency").delivery == "Multi-agency"
    assert training(delivery="single agency").delivery == "single-agency"


def test_a_misspelt_delivery_is_named_with_the_near_one() -> None:
    with pytest.raises(RecordError, match=r"singel-agency.*did you mean `single-agency`"):
        training(delivery="singel-agency")

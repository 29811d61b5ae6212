"""What a record's JSON means, field by field, and how each bad field is named."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

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


def staff(**fields: Any) -> StaffRecord:
    """Return the staff record with these JSON fields."""
    return StaffRecord.from_dict({"id": "S-1", **fields})


def training(**fields: Any) -> Any:
    """Return the one training record with these JSON fields."""
    return staff(training=[{"completed": "2022-02-10", **fields}]).training[0]


def said(made: type[Record] = StaffRecord, **fields: Any) -> list[str]:
    """Return what is said of a record that has these fields and cannot be read."""
    with pytest.raises(RecordError) as wrong:
        made.from_dict({"id": "S-1", **fields})
    return [str(each) for each in wrong.value.problems]


# --- good --------------------------------------------------------------------------------------------


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


# --- bad: each named by its path -----------------------------------------------------------------------


def test_a_day_that_does_not_exist_is_named_by_its_path() -> None:
    assert said(posts=[{}, {"started": "2022-02-30"}]) == ['$.posts[1].started: "2022-02-30" is not a date']


def test_all_bad_fields_are_named_at_once() -> None:
    found = said(joined=5, posts=[{"title": 1}, {"ended": "soon"}], left="2022-13-01")
    assert [each.partition(":")[0] for each in found] == [
        *("$.joined", "$.posts[0].title", "$.posts[1].ended", "$.left"),
    ]


@pytest.mark.parametrize(
    "given", ["31/01/2022", "2022-1-31", "20220131", "2022-01-31T00:00:00", "2022-W05-1", "", 20220131, True]
)
def test_a_date_is_written_in_one_way(given: object) -> None:
    assert said(joined=given)[0].endswith("is not a date: dates are written as `2022-01-31`")


def test_a_moment_is_not_a_date() -> None:
    assert "is not a date" in said(joined=datetime(2022, 1, 31))[0]


def test_years_before_1900_and_after_2100_are_refused() -> None:
    assert said(joined="1899-12-31") == ['$.joined: "1899-12-31" is not between 1900 and 2100']
    assert said(joined="2101-01-01") == ['$.joined: "2101-01-01" is not between 1900 and 2100']
    assert staff(joined="1900-01-01", left="2100-12-31").left == date(2100, 12, 31)


def test_an_unknown_field_is_an_error_that_names_the_near_one() -> None:
    assert said(posts=[{"start": "2022-01-31"}]) == [
        "$.posts[0].start: a post has no field of that name: did you mean `started`?"
    ]
    assert said(shoe_size=9) == ["$.shoe_size: a staff record has no field of that name"]


def test_a_field_of_another_kind_of_record_is_unknown() -> None:
    assert said(OrganisationRecord, training=[]) == [
        "$.training: the record of an organisation has no field of that name"
    ]


def test_the_id_is_needed_and_is_text() -> None:
    with pytest.raises(RecordError, match=r"\$\.id: a staff record needs `id`"):
        StaffRecord.from_dict({})
    with pytest.raises(RecordError, match=r"\$\.id: a staff record needs `id`"):
        StaffRecord.from_dict({"id": None})
    assert said(id=193) == ["$.id: 193 is not text"]
    assert said(id=" ") == ['$.id: " " is blank: leave it out when it is not known']


def test_null_cannot_stand_for_a_list() -> None:
    assert said(training=None) == [
        "$.training: null cannot stand for a list: leave it out when there is nothing"
    ]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (True, "true is not a number"),
        (-1, "-1 is less than 0"),
        ("-0.5", '"-0.5" is less than 0'),
        (float("nan"), "nan is not a number"),
        (float("inf"), "inf is not a number"),
        (Decimal("NaN"), "NaN is not a number"),
        (100_001, "100001 is more than 100,000"),
        (10**20, "a huge number is more than 100,000"),
        (Decimal("1e999999999"), "1E+999999999 is more than 100,000"),
        (Decimal("-1e999999999"), "-1E+999999999 is less than 0"),
        (Decimal("1e-999999999"), "1E-999999999 has more than 9 decimals"),
        ("0.0000000001", '"0.0000000001" has more than 9 decimals'),
        ("1/0", '"1/0" is not a number'),
        ("two", '"two" is not a number'),
        ("٢", '"٢" is not a number'),
        ([2], "a list is not a number"),
    ],
)
def test_what_is_not_a_number_of_hours_is_refused(given: object, words: str) -> None:
    assert said(training=[{"completed": "2022-02-10", "hours": given}]) == [f"$.training[0].hours: {words}"]


def test_a_number_of_five_thousand_digits_is_refused() -> None:
    words = "a huge number is more than 100,000"
    assert said(training=[{"completed": "2022-02-10", "hours": 10**5000}]) == [
        f"$.training[0].hours: {words}"
    ]


def test_a_number_is_not_a_yes() -> None:
    assert said(meetings=[{"on": "2022-10-01", "attended": 1}]) == [
        "$.meetings[0].attended: 1 is not true, false or null"
    ]


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"joined": "2022-02-01", "left": "2022-01-31"}, "$.left"),
        ({"posts": [{"started": "2022-02-01", "ended": "2022-01-31"}]}, "$.posts[0].ended"),
        ({"leave": [{"from": "2022-02-01", "to": "2022-01-31"}]}, "$.leave[0].to"),
        ({"waivers": [{"rule": "1", "from": "2022-02-01", "to": "2022-01-31"}]}, "$.waivers[0].to"),
        ({"memberships": [{"body": "x", "from": "2022-02-01", "to": "2022-01-31"}]}, "$.memberships[0].to"),
        (
            {"qualifications": [{"name": "x", "on": "2022-02-01", "until": "2022-01-31"}]},
            "$.qualifications[0].until",
        ),
        ({"employment": [{"joined": "2022-02-01", "left": "2022-01-31"}]}, "$.employment[0].left"),
        (
            {"attributes": {"early years": [{"value": "x", "from": "2022-02-01", "to": "2022-01-31"}]}},
            '$.attributes["early years"][0].to',
        ),
    ],
)
def test_a_span_that_ends_before_it_starts_is_refused(fields: dict[str, Any], path: str) -> None:
    (found,) = said(**fields)
    assert found.startswith(f"{path}: 2022-01-31 is before `")


def test_a_span_of_one_day_is_fine() -> None:
    assert staff(joined="2022-02-01", left="2022-02-01").left == date(2022, 2, 1)


def test_a_name_may_stand_only_once_in_a_mapping() -> None:
    assert said(attributes={"Sector": "school", "sector ": "health"}) == [
        '$.attributes["sector "]: this is the same name as "Sector"'
    ]


def test_two_events_cannot_share_an_id() -> None:
    found = said(
        training=[{"id": "E1", "completed": "2022-02-10"}],
        activities=[{"id": "E1", "kind": "x", "on": "2022-02-10"}],
    )
    assert found == ['$.activities[0].id: "E1" is already the id of $.training[0]']


def test_joined_must_be_a_line_of_employment_where_both_are_given() -> None:
    found = said(joined="2021-01-01", employment=[{"joined": "2022-01-31"}])
    assert found == ["$.joined: `joined` and `left` are not a line of `employment`: leave them out"]


def test_an_event_needs_its_day() -> None:
    assert said(activities=[{"kind": "e-bulletin"}]) == ["$.activities[0].on: an activity needs `on`"]
    assert said(training=[{"completed": None}]) == [
        "$.training[0].completed: a training record needs `completed`"
    ]


def test_a_kind_that_does_not_exist_is_an_error_that_names_the_near_one() -> None:
    assert said(Record, kind="curse") == ['$.kind: "curse" is not a kind of record: did you mean `course`?']
    assert said(Record, kind=3)[0].startswith("$.kind: 3 is not a kind of record: the kinds are staff,")
    assert said(StaffRecord, kind="course") == ['$.kind: "course" is not staff or trainer']


@pytest.mark.parametrize("value", [None, [], "S-1", 5])
def test_what_is_no_object_is_no_record(value: object) -> None:
    with pytest.raises(RecordError, match=r"^\$: .* is not an object$"):
        Record.from_dict(value)


def test_characters_that_are_not_text_are_refused() -> None:
    assert said(name="a\x1b[2J") == ['$.name: "a\\u001b[2J" has a character that is not text']
    assert said(name="\ud800") == ['$.name: "\\ud800" has a character that is not text']
    assert staff(name="Zoë\tO’Neill\n").name == "Zoë\tO’Neill\n"

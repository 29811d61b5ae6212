"""Every bad field of a record is named by its path, in words."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from tests.records.fields import said, staff

from trainrules.records.classes import OrganisationRecord, Record, StaffRecord
from trainrules.records.errors import RecordError


def test_a_day_that_does_not_exist_is_named_by_its_path() -> None:
    assert said(posts=[{}, {"started": "2022-02-30"}]) == [
        '$.posts[1].started: "2022-02-30" is not a date: February 2022 has 28 days'
    ]


def test_a_month_that_there_is_not_is_told() -> None:
    assert said(joined="2022-13-01") == ['$.joined: "2022-13-01" is not a date: the months are 01 to 12']
    assert said(joined="2022-00-01") == ['$.joined: "2022-00-01" is not a date: the months are 01 to 12']


@pytest.mark.parametrize("day", ["2022-12-00", "2022-02-00"])
def test_a_day_before_the_first_is_told(day: str) -> None:
    assert said(joined=day) == [f'$.joined: "{day}" is not a date: the days of a month begin with 01']


def test_a_year_that_there_is_not_is_told() -> None:
    assert said(joined="0000-01-01") == ['$.joined: "0000-01-01" is not a date: the years are 1900 to 2100']


def test_one_word_in_the_place_of_a_list_is_told_how_it_is_written() -> None:
    assert said(posts=[{"groups": "B"}]) == ['$.posts[0].groups: "B" is not a list: write `["B"]`']
    assert said(posts=[{"groups": 3}]) == ["$.posts[0].groups: 3 is not a list"]


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


def test_left_must_be_that_of_the_same_line_of_employment() -> None:
    times = [{"joined": "2022-01-31", "left": "2022-06-30"}]
    assert staff(joined="2022-01-31", left="2022-06-30", employment=times).employment
    assert said(joined="2022-01-31", left="2022-07-01", employment=times)[0].startswith("$.joined: ")


def test_a_level_is_no_yes_and_no_negative_number() -> None:
    assert said(posts=[{"levels": [True, -1, 2.0]}]) == [
        "$.posts[0].levels[0]: true is not text",
        "$.posts[0].levels[1]: -1 is not text",
        "$.posts[0].levels[2]: 2.0 is not text",
    ]


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

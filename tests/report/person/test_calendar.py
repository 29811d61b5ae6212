"""The calendar of deadlines, read back by the library's own parser and by hand."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from tests.report.person.people import AMINA, AS_OF, BEN, POLICY, evaluated

import trainrules
from trainrules.findings import Evaluation
from trainrules.report.person import calendar

PLAIN = trainrules.loads(
    'policy "Plain"\ngroups A–B\nGroup B within 6 months, then every 2 years [2]', name="plain.rules"
)


def read(*results: Evaluation, **more: object) -> list[icalendar.Event]:
    """Return the events of the calendar of *results*, as a program reads them."""
    text = calendar(*results, **more)  # type: ignore[arg-type]
    return [*icalendar.Calendar.from_ical(text).walk("VEVENT")]


def test_a_deadline_is_an_event_of_the_whole_due_day() -> None:
    (event,) = read(evaluated(AMINA, PLAIN))
    assert event["dtstart"].dt == date(2024, 5, 10)
    assert event["dtend"].dt == date(2024, 5, 11)
    assert str(event["summary"]) == "Due: Group B training [2, must]: Amina Khan (S-1)"
    assert "Last done: “B day” on 10 May 2022 (T3)" in str(event["description"])


def test_alarms_come_thirty_and_seven_days_before_unless_others_are_asked_for() -> None:
    def alarms(**more: object) -> list[timedelta]:
        (event,) = read(evaluated(AMINA, PLAIN), **more)
        return [each["trigger"].dt for each in event.walk("VALARM")]

    assert alarms() == [timedelta(days=-30), timedelta(days=-7)]
    assert alarms(remind=(1, 90, 1)) == [timedelta(days=-90), timedelta(days=-1)]
    assert alarms(remind=()) == []


def test_no_alarm_lies_before_the_day_asked_about() -> None:
    # Due on 1 September 2022: seven days before is 25 August, thirty days before is 2 August.
    (event,) = read(evaluated(BEN, PLAIN, date(2022, 8, 20)))
    assert [each["trigger"].dt for each in event.walk("VALARM")] == [timedelta(days=-7)]
    (event,) = read(evaluated(BEN, PLAIN, date(2022, 8, 25)))
    assert len(event.walk("VALARM")) == 1
    (event,) = read(evaluated(BEN, PLAIN, date(2022, 8, 26)))
    assert event.walk("VALARM") == []


def test_what_is_overdue_stands_on_the_day_asked_about_and_rings_no_more() -> None:
    (event,) = read(evaluated(BEN, PLAIN))
    assert event["dtstart"].dt == AS_OF
    assert (
        str(event["summary"]) == "Overdue since 1 September 2022: Group B training [2, must]: Ben Cole (S-2)"
    )
    assert event.walk("VALARM") == []


def test_what_is_met_undecided_or_without_a_due_day_is_left_out() -> None:
    # Of the four rules of the page's policy, Ben is overdue under two; the first is undetermined.
    assert [str(each["summary"])[:7] for each in read(evaluated(BEN))] == ["Overdue", "Overdue"]


def test_nothing_but_the_day_asked_about_stamps_an_event() -> None:
    first, again = calendar(evaluated(AMINA)), calendar(evaluated(AMINA))
    assert first == again
    (event,) = read(evaluated(AMINA))
    assert event["dtstamp"].dt == datetime(2022, 9, 2, tzinfo=UTC)


def test_an_event_keeps_its_name_while_the_same_thing_is_owed() -> None:
    (early,) = read(evaluated(BEN, PLAIN, date(2022, 6, 1)))
    (late,) = read(evaluated(BEN, PLAIN))
    assert early["uid"] == late["uid"]
    assert early["sequence"] < late["sequence"]


def test_different_people_rules_and_turns_have_different_names() -> None:
    made = (
        evaluated(AMINA, PLAIN),
        evaluated(AMINA, PLAIN, date(2020, 4, 1)),
        evaluated({**AMINA, "id": "S-7"}, PLAIN),
        evaluated(AMINA, trainrules.loads('policy "Plain"\ngroups A–B\nGroup B every 2 years [3]')),
        evaluated(
            AMINA,
            trainrules.loads('policy "Other"\ngroups A–B\nGroup B within 6 months, then every 2 years [2]'),
        ),
    )
    names = [str(event["uid"]) for each in made for event in read(each)]
    assert len(set(names)) == len(names) == 5


def test_two_of_a_kind_have_two_names() -> None:
    twice = {**BEN, "training": [*BEN["training"], {**BEN["training"][0], "id": "T8", "hours": 2}]}
    events = read(evaluated(twice))
    assert len({str(event["uid"]) for event in events}) == len(events) == 3


def test_several_people_share_a_calendar() -> None:
    text = calendar(evaluated(AMINA, PLAIN), evaluated(BEN, PLAIN))
    said = icalendar.Calendar.from_ical(text)
    assert str(said["x-wr-calname"]) == "Training deadlines: Amina Khan (S-1), Ben Cole (S-2)"
    assert len(said.walk("VEVENT")) == 2


def test_without_a_deadline_the_calendar_is_still_one_and_shows_on_no_day() -> None:
    said = icalendar.Calendar.from_ical(calendar(evaluated({"id": "S-3"}, PLAIN)))
    assert said.walk("VEVENT") == []
    (note,) = said.walk("VJOURNAL")
    assert str(note["summary"]) == "No deadline as of 2 September 2022"
    assert "dtstart" not in note


def test_the_file_keeps_to_the_standard() -> None:
    """RFC 5545, 3.1: lines end with CRLF and have at most 75 octets; 3.6: what each part must have."""
    text = calendar(evaluated({**BEN, "name": "Бен\\; Коль, " + "é" * 100}), evaluated(AMINA, POLICY))
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    said = icalendar.Calendar.from_ical(text)
    assert (str(said["version"]), str(said["prodid"])) == ("2.0", "-//trainrules//trainrules//EN")
    for event in said.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= {*event}
        for alarm in event.walk("VALARM"):
            assert {"ACTION", "TRIGGER", "DESCRIPTION"} <= {*alarm}
    assert "Бен\\; Коль" in str(said.walk("VEVENT")[0]["summary"])


def test_no_result_is_refused() -> None:
    with pytest.raises(ValueError, match="needs a result"):
        calendar()


def test_without_the_library_it_says_which_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(ModuleNotFoundError, match="icalendar"):
        calendar(evaluated(AMINA))

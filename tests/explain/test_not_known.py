"""The reasons of what is undetermined name the booking or the session that it is about."""

from __future__ import annotations

from datetime import date

import trainrules


def told(rule: str, record: trainrules.Record) -> str:
    """Return the reasons of the one thing owed on 2 June 2022."""
    (owed,) = trainrules.evaluate(trainrules.loads(rule), record, as_of=date(2022, 6, 2)).obligations
    assert owed.status is trainrules.Status.UNDETERMINED
    return owed.explain()


def test_a_booking_of_which_the_attendance_is_not_known_is_named() -> None:
    booked = [{"course": "A", "session": "2022-06-01", "id": "b1"}]
    record = trainrules.StaffRecord.from_dict({"id": "S1", "bookings": booked})
    rule = "A booking must be attended or cancelled at least 3 days before the session"
    assert "A place booked on the session of “A” on 1 June 2022 (b1)" in told(rule, record)


def test_a_session_of_which_the_advertising_is_not_known_is_named() -> None:
    held = {"id": "C", "format": "face-to-face", "sessions": [{"on": "2022-06-01", "id": "s1"}]}
    rule = "Every face-to-face course must be advertised at least 6 months before each session"
    assert "A session on 1 June 2022 (s1)" in told(rule, trainrules.CourseRecord.from_dict(held))

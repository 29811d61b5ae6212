"""A session is undetermined as soon as it may have been advertised too late, for all that is known."""

from __future__ import annotations

import pytest
from tests.build import day

import trainrules

RULE = "Every course must be advertised at least 6 months before each session   [7]"


@pytest.mark.parametrize(
    ("as_of", "statuses"),
    [
        ("2021-12-13", []),
        ("2021-12-14", ["undetermined"]),
        ("2022-06-12", ["undetermined"]),
        ("2022-06-13", ["undetermined"]),
    ],
)
def test_from_the_day_after_the_last_in_time(as_of: str, statuses: list[str]) -> None:
    """6 months back from 13 June 2022 is 13 December 2021; advertised on the 14th it would be in breach."""
    session = {"id": "N1", "on": "2022-06-13"}
    record = trainrules.Record.from_dict({"kind": "course", "id": "C1", "sessions": [session]})
    result = trainrules.evaluate(trainrules.loads(RULE), record, day(as_of))
    assert [each.status.value for each in result.obligations] == statuses
    assert result.violations == ()


def test_nothing_is_undetermined_on_days_that_are_all_excused() -> None:
    waivers = [{"rule": "7", "from": "2021-12-14", "to": "2022-06-13"}]
    session = {"id": "N1", "on": "2022-06-13"}
    record = trainrules.Record.from_dict(
        {"kind": "course", "id": "C1", "sessions": [session], "waivers": waivers}
    )
    result = trainrules.evaluate(trainrules.loads(RULE), record, day("2022-07-01"))
    assert result.obligations == ()

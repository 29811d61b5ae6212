"""A follow-up whose window opens after its person has left is released, not pending for ever."""

from __future__ import annotations

import pytest
from tests.build import day

import trainrules

POLICY = """
course Neglect
evaluation impact
An impact evaluation must be returned between 3 and 6 months after each Neglect course   [1]
"""


@pytest.mark.parametrize(
    ("as_of", "status"),
    [("2022-03-31", "not open yet"), ("2022-04-30", "released"), ("2023-01-01", "released")],
)
def test_who_left_before_the_window_opened_is_released(as_of: str, status: str) -> None:
    """31 January + 3 months = 30 April; scope ended on 31 March, before any breach."""
    record = trainrules.StaffRecord.from_dict(
        {
            "id": "S1",
            "joined": "2020-01-01",
            "left": "2022-03-31",
            "training": [{"course": "Neglect", "completed": "2022-01-31"}],
        }
    )
    result = trainrules.evaluate(trainrules.loads(POLICY), record, day(as_of))
    assert [each.status.value for each in result.obligations] == [status]
    assert result.violations == ()

"""Which date a renewal kept is told where it is in time for it, from the first day that is."""

from __future__ import annotations

import pytest
from tests.build import day, done, post, staff

from trainrules import evaluate, loads

RULE = """group B
course A
Group B must complete A within 6 months, then every 1 year, keeping the date if renewed in the last 3 months
"""


@pytest.mark.parametrize(
    ("renewed", "told"),
    [
        ("2022-12-01", "1 March 2023 + 1 year = 1 March 2024, keeping the date 1 March 2023"),
        ("2022-11-30", "the next is due 30 November 2022 + 1 year = 30 November 2023."),
    ],
)
def test_the_date_is_kept_from_the_first_day_of_the_window_on(renewed: str, told: str) -> None:
    record = staff(post("B", "2022-01-31"), done("A", "2022-03-01"), done("A", renewed))
    pending = evaluate(loads(RULE), record, day("2023-01-01")).obligations[-1]
    assert told in pending.explain()

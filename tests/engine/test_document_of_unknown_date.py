"""A document without a date may be as old as can be, or of today: nothing of that can be counted from."""

from __future__ import annotations

import pytest
from tests.build import day

import trainrules
from trainrules.findings import Status

AGENCY = trainrules.OrganisationRecord.from_dict(
    {"kind": "agency", "id": "A-1", "joined": "2020-01-01", "documents": [{"name": "plan"}]}
)


@pytest.mark.parametrize(
    "time",
    [
        "every 1 year",
        "every 30 days",
        "every 1 year, keeping the date if renewed in the last 3 months",
        "every 1 year, counted from the due date",
        "every 1 year, with 10 working days grace",
        "by 1 May 2020, then every 1 year",
    ],
)
def test_a_document_that_may_be_old_or_new_leaves_its_renewal_undetermined(time: str) -> None:
    text = f'calendar "England and Wales"\ndocument plan\nAgencies must have a "plan" {time}   [1]'
    result = trainrules.evaluate(trainrules.loads(text), AGENCY, day("2024-01-01"))
    (owed,) = result.obligations
    assert owed.status is Status.UNDETERMINED
    assert owed.missing == ("date of document 1",)
    assert "date of document 1" in owed.explain()
    assert result.violations == ()


def test_a_document_that_may_be_old_or_new_leaves_an_amount_undetermined() -> None:
    text = 'document plan\nAgencies must have at least 1 "plan" over 3 months   [1]'
    result = trainrules.evaluate(trainrules.loads(text), AGENCY, day("2024-01-01"))
    assert [each.status for each in result.obligations] == [Status.UNDETERMINED]
    assert result.violations == ()

"""A document without a date may be as old as can be, or of today: nothing of that can be counted from."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.build import day

import trainrules
from trainrules.findings import Status
from trainrules.records.classes import Attestation, Document

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


def reviewed(every: str, *dates: str) -> trainrules.Evaluation:
    """Return what comes out as of 1 June 2021, where one plan has no date and the others are of *dates*."""
    text = f"document plan\nAgencies must have a plan every {every}   [1]"
    documents = [{"name": "plan"}, *({"name": "plan", "dated": each} for each in dates)]
    record = {"kind": "agency", "id": "A-1", "joined": "2019-01-10", "documents": documents}
    agency = trainrules.OrganisationRecord.from_dict(record)
    return trainrules.evaluate(trainrules.loads(text), agency, day("2021-06-01"))


@pytest.mark.parametrize(
    ("every", "dates"),
    [("1 year", ["2020-03-01"]), ("1 year", ["2019-06-01", "2020-07-01"]), ("1 day", ["2019-01-15"])],
)
def test_it_may_have_prevented_a_breach_that_is_over(every: str, dates: list[str]) -> None:
    """Due on 10 January 2020 and dated 1 March; dated 1 June 2019 and not again until 1 July 2020. The plan
    with no date may be of any day in between, so nobody is told of a breach that perhaps never was. One that
    is good for a day has to be of the eve itself."""
    result = reviewed(every, *dates)
    assert [each for each in result.violations if each.since.year < 2021] == []
    assert Status.UNDETERMINED in {each.status for each in result.obligations}


def test_fixed_dates_that_hang_on_it_are_not_known() -> None:
    """The first of them is a year after the first plan, which may be the one with no date."""
    result = reviewed("1 year, counted from the due date", "2020-03-01")
    assert result.violations == ()
    assert {each.status for each in result.obligations} == {Status.UNDETERMINED}
    assert result.obligations[-1].missing == ("date of document 1",)


def test_a_word_that_is_neither_yes_nor_no_may_have_prevented_it_too() -> None:
    """Whether there was a plan, and since when, is not known; it may have been there on the eve."""
    text = "document plan\nAgencies must have a plan every 1 year   [1]"
    record = {"kind": "agency", "id": "A-1", "joined": "2019-01-10", "attestations": {"plan": None}}
    record["documents"] = [{"name": "plan", "dated": "2020-03-01"}]
    agency = trainrules.OrganisationRecord.from_dict(record)
    assert trainrules.evaluate(trainrules.loads(text), agency, day("2020-06-01")).violations == ()


def test_a_word_of_a_known_day_can_have_prevented_nothing_before_it() -> None:
    """Due on 10 January 2020 and there on 1 March; what was said in June, yes or no, was said then. That the
    day of something else is not known makes no difference."""
    text = "document plan\ndocument map\nAgencies must have a plan every 1 year   [1]"
    said = Attestation(name="plan", on=day("2020-06-01"))
    papers = Document(name="map"), Document(name="plan", dated=day("2020-03-01"))
    agency = evolve(AGENCY, joined=day("2019-01-10"), documents=papers, attestations=(said,))
    (late,) = trainrules.evaluate(trainrules.loads(text), agency, day("2020-09-01")).violations
    assert (late.since, late.until) == (day("2020-01-11"), day("2020-02-29"))

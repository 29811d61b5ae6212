"""A clause or time either changes what a rule means or is refused: none is read and then ignored."""

from __future__ import annotations

import pytest
from tests.model.text import lowered

SENTENCES = {
    "deadline": "Group B within 6 months",
    "deadline by a date": "Group B must complete Induction by 1 April 2016",
    "deadline and refresh": "Group B within 6 months, then every 2 years",
    "refresh": "Group B refresh every 2 years",
    "bundle": "Group B must complete Induction and Neglect within 6 months",
    "once": "Group B must complete Induction once",
    "no time": "Group B must complete Induction",
    "qualification": "Trainers must hold a Diploma within 6 months",
    "fixed cycle": "Group B must complete Refresher each calendar year",
    "document": "Agencies must have a plan, and a new one each calendar year",
    "month": "The partnership must evaluate the arrangements in December 2011",
    "order": "Group B must complete Induction before any other training",
    "window": "Group B must complete Survey between 3 and 6 months after each Neglect course",
    "evaluation": "An impact evaluation must be returned within 3 months of each Neglect course",
    "on the day": "An initial evaluation must be returned on the day of each course",
    "delivery": "Group B single-agency only",
    "hours": "Group B at least 8 hours each calendar year",
    "rolling hours": "Group B at least 8 hours over 3 years",
    "share": 'Members of "L&D" must attend at least 80% of meetings each calendar year',
    "streak": 'Members of "L&D" must not miss 2 consecutive meetings',
    "booking": "A booking must be attended or cancelled at least 7 days before the session",
    "advertising": "Every face-to-face course must be advertised at least 6 months before each session",
    "standard": "Every course must meet standard S",
    "meeting": 'body "L&D" must meet every 6 weeks',
}
CLAUSES = (
    "prior training does not count",
    "with certificate",
    "with evaluation",
    "from 1 September 2025",
    "until 31 August 2025",
    "for those starting on or after 1 April 2014",
    "for those starting before 1 April 2014",
    "counted from the due date",
    "keeping the date if renewed in the last 3 months",
    "with 1 month's grace",
    "not beyond 18 months of joining",
    "first within 1 year",
    "then every 5 years",
    'then "Other update" every 5 years',
    "instead of [6.2g]",
    "unless national policy sets a different interval",
    'if lapsed more than 2 years then "Foundation"',
    "not counting leave",
    "pro rata",
    "of which at least half participatory",
    'otherwise "charge"',
)
TIMES = (
    "within 7 months",
    "every 4 years",
    "each quarter",
    "by 1 May 2017",
    "once",
    "in June each year",
    "before Gangs training",
    "between 1 and 2 months after each Gangs course",
    "on the day of each Gangs course",
    "over 5 years",
)


@pytest.mark.parametrize("clause", CLAUSES)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_clause_changes_a_rule_or_is_refused(sentence: str, clause: str) -> None:
    plain, _ = lowered(SENTENCES[sentence])
    policy, found = lowered(f"{SENTENCES[sentence]}, {clause}")
    assert any(each.is_error for each in found) or policy.rules != plain.rules


@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_second_time_changes_a_rule_or_is_refused(sentence: str, time: str) -> None:
    plain, _ = lowered(SENTENCES[sentence])
    start, comma, rest = SENTENCES[sentence].partition(",")
    policy, found = lowered(f"{start} {time}{comma}{rest}")
    assert any(each.is_error for each in found) or policy.rules != plain.rules


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_sentences_of_this_test_have_no_error_themselves(sentence: str) -> None:
    policy, found = lowered(SENTENCES[sentence])
    assert not any(each.is_error for each in found)
    assert policy.rules


SEVERAL_ARE_FINE = ("instead of", "for those starting")


@pytest.mark.parametrize("clause", [each for each in CLAUSES if not each.startswith(SEVERAL_ARE_FINE)])
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_clause_said_twice_is_refused(sentence: str, clause: str) -> None:
    _, found = lowered(f"{SENTENCES[sentence]}, {clause}, {clause}")
    assert any(each.is_error for each in found)

"""A clause before the time: the author is shown the two in their order, when that makes a sentence."""

from __future__ import annotations

import pytest
from tests.language.text import codes, one, told

from trainrules.fixes import applied

DID = "Group B must complete Induction"
MOVED = {
    "with 5 working days' grace within 6 months": "within 6 months, with 5 working days' grace",
    "with 5 days grace within 6 months": "within 6 months, with 5 days grace",
    "with 1 month of grace every 2 years": "every 2 years, with 1 month of grace",
    "with certificate within 6 months": "within 6 months, with certificate",
    "with a certificate by 1 May 2024": "by 1 May 2024, with a certificate",
    "with certificate before multi-agency training": "before multi-agency training, with certificate",
    "counted from the due date every 1 year": "every 1 year, counted from the due date",
    "keeping the date if renewed within the last 3 months every year": (
        "every year, keeping the date if renewed within the last 3 months"
    ),
    "not counting leave within 6 months": "within 6 months, not counting leave",
    "not beyond 18 months of joining every 2 years": "every 2 years, not beyond 18 months of joining",
    "prior training does not count within 6 months": "within 6 months, prior training does not count",
    "for those starting before 1 May 2024 within 6 months": (
        "within 6 months, for those starting before 1 May 2024"
    ),
    "from 1 May 2024 within 6 months": "within 6 months, from 1 May 2024",
    "until 1 May 2024 every year": "every year, until 1 May 2024",
    "instead of [6.2] within 6 months": "within 6 months, instead of [6.2]",
    "then every 2 years within 6 months": "within 6 months, then every 2 years",
    "first within 1 year every 2 years": "every 2 years, first within 1 year",
    'if lapsed more than 2 years then "Foundation" every year': (
        'every year, if lapsed more than 2 years then "Foundation"'
    ),
}


@pytest.mark.parametrize("written", MOVED)
@pytest.mark.parametrize("end", ["", ", for those starting after 1 May 2020 [6.12]"])
def test_a_clause_before_the_time_is_shown_after_it(written: str, end: str) -> None:
    text = f"{DID} {written}{end}"
    (said,) = told(text)
    assert said.code == "TR101"
    assert said.help == f"put it after, with a comma before it: `{MOVED[written]}`"
    assert said.fix is not None
    assert applied(text, [said.fix]) == f"{DID} {MOVED[written]}{end}"
    assert one(f"{DID} {MOVED[written]}{end}")


@pytest.mark.parametrize("clause", [", with certificate,", ", with certificate", " with certificate,"])
def test_a_comma_round_it_goes_with_it(clause: str) -> None:
    text = f"{DID}{clause} within 6 months"
    (said,) = told(text)
    assert said.message == "`with certificate` stands before `within 6 months`"
    assert said.source.slice(said.span) == "with certificate"
    assert said.fix is not None
    assert applied(text, [said.fix]) == f"{DID} within 6 months, with certificate"


OF_OTHER_FORMS = {
    "Group B with certificate within 6 months": "within 6 months, with certificate",
    "Group B not counting leave every year": "every year, not counting leave",
    "Group B must within 6 months, with certificate, every year": "every year, with certificate",
    "Group B at least 8 hours pro rata each calendar year": "each calendar year, pro rata",
    "Group B at least 8 hours of which at least half participatory each calendar year": (
        "each calendar year, of which at least half participatory"
    ),
    "An impact evaluation must be returned with 5 days' grace within 6 months of each course": (
        "within 6 months of each course, with 5 days' grace"
    ),
    f"{DID}, with certificate, not counting leave, within 6 months": (
        "within 6 months, with certificate, not counting leave"
    ),
    f"{DID} with\n  certificate\n  within 6 months": "within 6 months, with certificate",
    'example "x"\n  completed Induction with certificate on 1 May 2024': "on 1 May 2024, with certificate",
}


@pytest.mark.parametrize("text", OF_OTHER_FORMS)
def test_so_it_is_in_sentences_of_other_forms(text: str) -> None:
    (said,) = told(text)
    assert said.help == f"put it after, with a comma before it: `{OF_OTHER_FORMS[text]}`"
    assert said.fix is not None
    assert codes(applied(text, [said.fix])) == []


NOT_MOVED = {
    f"{DID} within 6 months with certificate": "TR121",
    f"{DID}, within 6 months, with certificate": "TR122",
    f"{DID} with certificate within soon": "TR101",  # the time is none
    f"{DID} with honours within 6 months": "TR101",  # the clause is none
    f"{DID} with certificate # if there is one\n  within 6 months": "TR101",  # a comment would be lost
    f"{DID} unless we say so": "TR121",
}


@pytest.mark.parametrize("text", NOT_MOVED)
def test_what_would_be_no_sentence_so_is_told_otherwise(text: str) -> None:
    (said,) = told(text)
    assert said.code == NOT_MOVED[text]
    assert "put it after" not in said.help

"""What is said of a strategy is told once, what is said of a record stands under its name."""

from __future__ import annotations

import pytest
from tests.report.cases import AMINA, AMINAS, BEN, BENS, result

from trainrules.report import report
from trainrules.report.case import Case, notices

REVIEW = "the strategy is past its review date, September 2022"
TYPO = "the record names the role `DLS`, which the policy does not know; did you mean `DSL`?"
TYPED = Case(BEN, (result(BEN, notices=(REVIEW, TYPO)),))


def shown(name: str, *cases: Case, violations_only: bool = False) -> str:
    return "".join(report(name)(cases, violations_only))


def test_a_notice_is_of_the_strategy_or_of_the_record() -> None:
    assert notices(TYPED) == ((REVIEW,), (TYPO,))


def test_a_notice_about_a_record_stands_under_its_name() -> None:
    told = shown("text", AMINAS, TYPED)
    assert f"S-0200\n  Note: {TYPO}\n" in told
    assert told.count(TYPO) == 1
    assert told.index(REVIEW) < told.index(AMINA.id)


def test_the_same_slip_in_two_records_is_told_of_both() -> None:
    other = Case(AMINA, (result(notices=(TYPO,)),))
    assert shown("text", TYPED, other).count(TYPO) == 2


@pytest.mark.parametrize("name", ["text", "html"])
def test_a_record_with_a_notice_is_not_left_out_where_only_violations_are_wanted(name: str) -> None:
    told = shown(name, TYPED, violations_only=True)
    assert "S-0200" in told
    assert "did you mean" in told
    assert "S-0200" not in shown(name, BENS, violations_only=True)


def test_a_page_puts_a_notice_about_a_record_in_its_part() -> None:
    told = shown("html", AMINAS, TYPED)
    assert told.count("does not know") == 1
    assert told.index("<h2>S-0200</h2>") < told.index("does not know")


def test_a_page_leads_to_who_is_in_breach_and_to_nobody_else() -> None:
    told = shown("html", BENS, AMINAS)
    assert '<a href="#p2">S-0193 Amina Khan, Hackney Schools</a>' in told
    assert '<section id="p2">\n<h2>S-0193 Amina Khan' in told
    assert told.count("<a ") == 1
    assert "<nav" not in shown("html", BENS)

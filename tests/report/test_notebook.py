"""What a notebook shows for a result: a small table that stands by itself."""

from __future__ import annotations

from attrs import evolve
from tests.report.person.people import AMINA, BEN, NOBODY, Page, evaluated, veteran

import trainrules


def shown(data: dict[str, object]) -> Page:
    return Page(evaluated(data)._repr_html_())


def test_a_notebook_shows_whose_result_it_is_and_what_is_in_breach_first() -> None:
    page = shown(BEN)
    words = page.words()
    assert words.startswith("Ben Cole (S-2), Our strategy, as of 2 September 2022 standing owed due")
    assert "breach Group B training 1 September 2022 2 September 2022, 1 day 2" in words
    assert words.index("breach Group B training") < words.index("undetermined Induction")
    assert (page.open, page.crossed) == ([], [])


def test_what_is_settled_comes_last() -> None:
    words = shown(AMINA).words()
    assert words.index("pending Group B training 10 May 2024") < words.index("met Induction 1 April 2020")


def test_a_shortfall_is_called_one() -> None:
    policy = trainrules.loads("groups A–B\nGroup B should complete Group B training within 6 months")
    assert "shortfall Group B training" in Page(evaluated(BEN, policy)._repr_html_()).words()


def test_a_name_is_no_markup() -> None:
    result = evaluated(BEN)
    sly = evolve(result, record=evolve(result.record, name="<b>Ben</b>"))
    assert "<b>" not in sly._repr_html_()


def test_long_lists_are_cut_and_say_so() -> None:
    page = shown(veteran(150))
    assert page.words().endswith("more")
    assert len(page.all("tr")) == 31


def test_nothing_owed_is_a_line() -> None:
    policy = trainrules.loads("groups A–B\nGroup B within 6 months")
    assert evaluated(NOBODY, policy)._repr_html_() == "<p>S-3, as of 2 September 2022: nothing owed</p>"

"""Every clause of a source that a record can decide is encoded in the source's words, or says why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.policies.clauses import clauses, figures, names, places, share

import trainrules
from trainrules.api import read
from trainrules.examples import prepared
from trainrules.resources import policy_path

# How many clauses of each class the strategies have, counted from the inventory of their sentences.
COUNTED = {
    "leicestershire": (6, 19, 11),
    "hackney": (14, 28, 26),
    "cheshire-west": (7, 23, 20),
    "sandwell": (29, 61, 26),
    "northamptonshire": (24, 52, 17),
}


@pytest.mark.parametrize("name", names())
def test_every_clause_is_accounted_for(name: str) -> None:
    listed = clauses(name)
    assert tuple(len(listed[each]) for each in "DRT") == COUNTED[name]
    assert all(entry["as"] or entry["why"] for each in listed.values() for entry in each.values())


@pytest.mark.parametrize("name", names())
def test_every_clause_that_dates_decide_is_encoded_and_well_over_half_of_the_others(name: str) -> None:
    listed = clauses(name)
    dates, all_dates = share(listed, "D")
    assert dates == all_dates
    others, all_others = share(listed, "RT")
    assert 4 * others >= 3 * all_others


@pytest.mark.parametrize("name", names())
def test_every_place_that_encodes_a_clause_is_in_the_policy(name: str) -> None:
    known = places(name)
    named = {
        place for each in clauses(name).values() for entry in each.values() for place in entry["as"] or ()
    }
    assert named <= set(known)


@pytest.mark.parametrize("name", names())
def test_every_clause_is_quoted_where_it_is_encoded(name: str) -> None:
    known = places(name)
    for listed in clauses(name).values():
        for clause, entry in listed.items():
            assert entry["as"] is None or any(known[place] for place in entry["as"]), clause


@pytest.mark.parametrize("name", names())
def test_the_policy_is_free_of_findings_and_its_quotes_are_in_its_source(name: str) -> None:
    assert trainrules.check(Path(str(policy_path(name)))) == ()


@pytest.mark.parametrize("name", names())
def test_every_policy_has_examples_which_the_run_collects(name: str, pytestconfig: pytest.Config) -> None:
    file, _ = read(Path(str(policy_path(name))))
    assert len(prepared(file)) >= 5
    assert "policies" in pytestconfig.getini("testpaths")


def test_the_figures_name_every_policy() -> None:
    assert [line.split()[0] for line in figures().splitlines()] == list(names())


def test_the_figures_are_those_of_the_page_on_policies() -> None:
    page = (Path(__file__).parents[2] / "docs" / "policies.md").read_text(encoding="utf-8")
    assert figures() in page

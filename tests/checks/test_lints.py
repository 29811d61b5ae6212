"""What is advised against, and as much that looks like it and is left alone."""

from __future__ import annotations

from datetime import date

import pytest

from trainrules import api
from trainrules.model.files import rules_of_text
from trainrules.resources import policy_names, policy_path
from trainrules.source import Source

CAUGHT = {
    "a refresh of a course that another group begins": (
        "Group A must complete Induction within 6 months once\nGroup B must refresh Induction every 2 years",
        {"TR601"},
    ),
    "a first deadline that is only a permission": (
        "Group B may complete Induction within 6 months\nGroup B must refresh Induction every 2 years",
        {"TR601"},
    ),
    "one of two parts never refreshed": (
        "Group B must complete Induction and Neglect within 1 year\n"
        "Group B must complete Safety every 2 years",
        {"TR602"},
    ),
    "nobody starts in time": (
        "Group B every 2 years, for those starting on or after 1 May 2022, until 30 April 2022",
        {"TR603"},
    ),
    "replaced for more people than its own, always": (
        "Group B every 3 years [1]\nGroups A and B must complete Group B training every 2 years, "
        "instead of [1] [2]",
        {"TR603"},
    ),
    "taken over whole": (
        "Group B must complete X every 3 years [1]\n"
        "Everyone must complete X every 2 years, instead of [1] [2]",
        {"TR603"},
    ),
    "two first deadlines": ("Group B once within 6 months [1]\nGroup B once within 1 year [2]", {"TR604"}),
    "two groups at once, one of them": (
        "Groups A and B must complete X every 3 years\nGroup B must complete X every 2 years",
        {"TR604"},
    ),
    "a course declared in the mode that is barred": (
        "group B\ncourse X for group B, single-agency\nGroup B multi-agency only\n"
        "Group B must complete X every 2 years",
        {"TR605"},
    ),
    "a circle of three": (
        "Everyone must complete X before Y\nEveryone must complete Y before Z\n"
        "Everyone must complete Z before X",
        {"TR606"},
    ),
    "a level in the middle of a range": ("levels 1–3\nLevels 1 and 3 every 2 years", {"TR607"}),
    "a review that was due yesterday": ("next review 31 December 2025\nGroup B every 2 years", {"TR608"}),
    "no citation in a file with a source": ('source "S"\nGroup B every 2 years', {"TR609"}),
    "an attribute without a rule": (
        "group B\nattribute sector: school, health\nGroup B every 2 years",
        {"TR610"},
    ),
    "a standard that nobody has to meet": (
        'standard S for courses\n  1. "aims"\nGroup B every 2 years',
        {"TR610"},
    ),
    "terse and full": ("B every 2 years\nRole B must complete B training every 2 years", {"TR611"}),
}
LEFT_ALONE = {
    "a refresh whose training is asked for first": (
        "Group B must complete X within 6 months\nGroup B must refresh X every 2 years"
    ),
    "first asked of more people": (
        "Everyone must complete X within 1 year\nGroup B must refresh X every 2 years"
    ),
    "a first deadline with a refresh of its own": "Group B within 6 months, then every 3 years",
    "once said": "Group B once within 6 months",
    "a yearly quota of the same training": (
        "Group B must complete X within 6 months\nGroup B must complete X at least once each calendar year"
    ),
    "a report, which is no training": 'Agencies must submit "annual return" by 1 May 2022',
    "an exception of another kind": "Group B except DSL every 2 years",
    "replaced for some days": (
        "Group B every 3 years [1]\nGroup B every 2 years, from 1 May 2024, instead of [1] [2]"
    ),
    "replaced for some people": (
        "Groups A and B must complete X every 3 years [1]\n"
        "Group B must complete X every 2 years, instead of [1] [2]"
    ),
    "a target and a limit": "Group B should refresh X every 2 years\nGroup B must complete X every 3 years",
    "two groups": "Group A must complete X every 3 years\nGroup B must complete X every 2 years",
    "one interval after another": (
        "Group B every 3 years, until 30 April 2022 [1]\nGroup B every 2 years, from 1 May 2022 [2]"
    ),
    "another mode of other training": (
        "Group B multi-agency only\nGroup B must complete single-agency Group A training every 2 years"
    ),
    "another mode for other people": (
        "Group B multi-agency only\nGroup A must complete single-agency Group B training every 2 years"
    ),
    "an order of three": "Everyone must complete X before Y\nEveryone must complete Y before Z",
    "a circle through an alternative": (
        "Everyone must complete X or W before Y\nEveryone must complete Y before X"
    ),
    "a circle of other people": "Group A must complete X before Y\nGroup B must complete Y before X",
    "a group that a course is for": (
        "groups A–B\ncourse X for group A\nGroup B every 2 years\nEveryone must complete X every 3 years"
    ),
    "a role in an exception": "role Volunteer\ngroup B\nGroup B except Volunteer every 2 years",
    "a review today": "next review 1 January 2026\nGroup B every 2 years",
    "no citation anywhere": "Group A every 2 years\nGroup B every 3 years",
    "a definition with its citation": 'group B\nbody Board: "decides" [1]\nGroup B every 2 years [2]',
    "a body that only receives": (
        'body Board\nAgencies must submit "annual return" to Board each calendar year'
    ),
    "a document that is reviewed": (
        "document plan\ngroup B\nAgencies must review the plan each calendar year\nGroup B every 2 years"
    ),
    "the same for another group": "Group A every 2 years\nGroup B every 2 years",
}


def advised(text: str) -> set[str]:
    """Return the codes of the advice on *text*, which has to be in order."""
    file = rules_of_text(Source("<text>", text), None)
    assert api.diagnostics_of(file) == ()
    return {each.code for each in api.lint(file, date(2026, 1, 1))}


@pytest.mark.parametrize("name", CAUGHT)
def test_what_is_probably_not_meant_is_told(name: str) -> None:
    text, codes = CAUGHT[name]
    assert advised(text) >= codes


@pytest.mark.parametrize("name", LEFT_ALONE)
def test_what_only_looks_like_it_is_left_alone(name: str) -> None:
    assert advised(LEFT_ALONE[name]) <= ({"TR602"} if "order" in name or "circle" in name else set())


@pytest.mark.parametrize(
    "text",
    [
        "# TR601: meant\nDSL refresh every 2 years",
        "DSL refresh every 2 years  # TR601 is meant",
        "# a file\n\n# TR601: for all of it\n\ngroup B\nrole DSL\n"
        "DSL refresh every 2 years\nGroup B every 2 years",
        "Group B every 2 years\n# TR601: the strategy\n# does not say when first\nDSL refresh every 2 years",
    ],
)
def test_a_comment_with_the_code_explains_it(text: str) -> None:
    assert advised(text) == set()
    assert advised(text.replace("TR601", "TR699")) == {"TR601"}


def test_a_comment_further_up_explains_only_its_own_sentence() -> None:
    assert advised(
        "Group B every 2 years\n# TR601\nDSL refresh every 2 years\n\nRole X refresh every 1 year"
    ) == {"TR601"}


def test_a_file_with_errors_gets_no_advice_yet() -> None:
    assert api.lint(rules_of_text(Source("<text>", "DSL refresh every 2 years\nGroup"), None)) == ()


@pytest.mark.parametrize("name", policy_names())
def test_every_finding_about_a_bundled_policy_is_explained(name: str) -> None:
    file, found = api.read(str(policy_path(name)))
    assert found == ()
    assert api.lint(file, date(2026, 1, 1)) == ()


@pytest.mark.parametrize(
    ("time", "once"),
    [
        ("within 1 month of joining, with certificate", "`once within 1 month of joining`"),
        ("by 1 May 2030   # as agreed", "`once by 1 May 2030`"),
        ("", "`once`"),
    ],
)
def test_that_once_is_enough_is_said_in_front_of_the_sentences_own_time(time: str, once: str) -> None:
    file = rules_of_text(Source("<text>", f"Everyone must complete Induction {time}"), None)
    (told,) = api.lint(file, date(2026, 1, 1))
    assert told.code == "TR602"
    assert told.help.partition("\n")[0].endswith(f"or that once is enough: {once}")


@pytest.mark.parametrize(
    ("sentence", "once"),
    [
        ('Everyone must complete "Led by nurses" within 6 months', "`once within 6 months`"),
        ('Everyone must complete "Within reach", with certificate', "`once`"),
        ("Everyone must complete Induction within\n  6 months   # by and by", "`once within 6 months`"),
        ("Everyone must complete Induction, unless agreed by the Board [2 by 3]", "`once`"),
    ],
)
def test_words_of_time_in_names_are_not_the_sentences_own_time(sentence: str, once: str) -> None:
    (told,) = api.lint(rules_of_text(Source("<text>", sentence), None), date(2026, 1, 1))
    assert told.help.partition("\n")[0].endswith(f"or that once is enough: {once}")

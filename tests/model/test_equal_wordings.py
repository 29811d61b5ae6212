"""Two wordings that mean the same lower to equal records; two that do not, do not."""

from __future__ import annotations

import pytest
from attrs import evolve
from tests.model.text import rules

from trainrules.model.rules import Rule

EQUAL = {
    "what is left out has one default": (
        "Group B within 6 months",
        "Group B must complete Group B training within 6 months of starting",
        "Group B must complete their own training within 6 months of taking up the post",
        "Staff in Group B within 6 months of starting the role",
        "GROUP B MUST COMPLETE GROUP B TRAINING WITHIN 6 MONTHS",
    ),
    "a list of groups is one rule a group": (
        "Groups A–B within 6 months",
        "Groups A-B within 6 months",
        "Groups A to B within 6 months",
        "Groups A and B within 6 months",
        "Groups A or B within 6 months",
        "Group A and Group B within 6 months",
    ),
    "refresh with a first deadline is a deadline and a period": (
        "DSL refresh every 2 years, first within 1 year",
        "DSL must complete DSL training within 1 year, then every 2 years",
        "DSL within 1 year, then every 2 years",
        "DSL within 12 months, then every 24 months",
    ),
    "training is refreshed, renewed or updated": (
        "DSL must refresh DSL training every 2 years",
        "DSL must renew their training every 2 years",
        "DSL must update every 2 years",
    ),
    "a year is twelve months, a week is seven days": (
        "Level 1 within 2 weeks, then every year",
        "Level 1 within 14 days, then every 12 months",
    ),
    "a plural names its singular": (
        'role DSL\nrole "Deputy DSL"\ncourse Induction\n"Deputy DSLs" must complete Induction',
        'role DSL\nrole "Deputy DSL"\ncourse Induction\n"deputy dsl" must complete Induction',
        'role DSL\nrole "Deputy DSL"\ncourse Induction\nStaff who are "Deputy DSL" must complete Induction',
    ),
    "modes come in any order": (
        "Everyone must complete multi-agency face-to-face training",
        "Everyone must complete face-to-face multi-agency training",
    ),
    "only and its long form": (
        "levels 1–2 single-agency only",
        "levels 1–2 must complete single-agency training only",
    ),
    "attending or cancelling": (
        "A booking must be attended or cancelled at least 7 days before the session",
        "Everyone must attend or cancel bookings at least 7 days before the session",
    ),
    "returned and return": (
        "An impact evaluation must be returned between 3 and 6 months after each course",
        "Everyone must return an impact evaluation between 3 and 6 months after each course",
    ),
    "a window that opens at once": (
        "Everyone must complete Survey within 3 months of each Neglect course",
        "Everyone must complete Survey within 3 months after each Neglect course",
    ),
    "a school year is a year from 1 September": (
        "Everyone must complete Induction each school year",
        "Everyone must complete Induction each year from 1 September",
    ),
    "an alias names its course": (
        'course Thresholds, also called "the old name"\nEveryone must complete "The Old Name"',
        'course Thresholds, also called "the old name"\nEveryone must complete thresholds',
    ),
}
DIFFERENT = {
    "rolling and fixed years": (
        "Everyone must complete Induction every year",
        "Everyone must complete Induction each calendar year",
    ),
    "one audience and one rule a group": (
        "Groups A and B must complete Group A training",
        "Groups A and B must complete",
    ),
    "all and any": (
        "Everyone must complete Induction and Neglect",
        "Everyone must complete Induction or Neglect",
    ),
    "starting and joining": ("Group B within 6 months", "Group B within 6 months of joining"),
    "complete and refresh": ("Group B every 2 years", "Group B refresh every 2 years"),
    "not beyond and within": (
        "Group B within 6 months, not beyond 9 months of joining",
        "Group B within 6 months",
    ),
}


@pytest.mark.parametrize("name", EQUAL)
def test_two_wordings_that_mean_the_same_are_equal(name: str) -> None:
    first, *others = (_without_labels(rules(text)) for text in EQUAL[name])
    for other in others:
        assert other == first


@pytest.mark.parametrize("name", DIFFERENT)
def test_two_wordings_that_differ_in_meaning_are_not_equal(name: str) -> None:
    one, other = (_without_labels(rules(text)) for text in DIFFERENT[name])
    assert one != other


def _without_labels(found: tuple[Rule, ...]) -> list[Rule]:
    return [evolve(each, label="") for each in found]

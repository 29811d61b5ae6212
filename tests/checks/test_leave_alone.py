"""What the checks leave alone, and what they catch beside the golden texts."""

from __future__ import annotations

import pytest

from trainrules import api
from trainrules.checks.known_calendar import CALENDARS
from trainrules.dates import CALENDARS as CALENDARS_OF_DATES

FINE = {
    "a group in a list, then described": 'groups A–C\ngroup B: "with children" [6.5]',
    "a member of two activities": "activity study: reading\nactivity keeping-up: reading, talks",
    "a member that is an activity itself": "activity reading\nactivity study: reading",
    "one name of two kinds": "course DSL\nrole DSL\nEveryone must complete DSL",
    "a value of two attributes": "attribute first-aid: often, never\nattribute driving: often, never",
    "a citation on a declaration and on a rule": "groups A–C [6.12]\nGroup B within 6 months [6.12]",
    "a citation on a note and on a rule": 'note "text" [6.12]\nGroup B within 6 months [6.12]',
    "one sentence about several groups": "Groups A–C within 6 months [6.12]",
    "instead of a rule on a line": "Group B every 3 years\nGroup B every 2 years, instead of [line 1]",
    "instead of, whatever the case of the label": (
        "Group B every 3 years [6.2G]\nGroup B every 2 years, instead of [6.2g] [6.3]"
    ),
    "instead of one of several groups": (
        "Groups 1–7 every 3 years [6.2g]\nGroup 3 every 2 years, instead of [6.2g] [6.3]"
    ),
    "two that stand instead of a third": (
        "Group B every 3 years [1]\nGroup B every 2 years, instead of [1] [2]\n"
        "Group B every 4 years, instead of [1] [3]"
    ),
    "years at the ends": "Group B within 6 months, from 1 January 1900, until 31 December 2100",
    "a declared role with an odd name": 'role "Group B"\n"Group B" within 6 months',
    "a declared group with an odd name": "group A/B\nGroup A/B within 6 months",
    "unless other rules say otherwise": "Group B within 6 months, unless national policy differs",
    "no notes and no quotes": "Group B within 6 months [6.12]",
}
CAUGHT = {
    "a label that differs only in case": ("Group B once [6.12a]\nGroup C once [6.12A]", "TR301"),
    "a citation that is another rule's line": ("Group B once\nGroup C once [line 1]", "TR301"),
    "a rule instead of itself": ("Group B once, instead of [6.12] [6.12]", "TR303"),
    "two rules instead of each other": (
        "Group B every 3 years, instead of [2] [1]\nGroup B every 2 years, instead of [1] [2]",
        "TR303",
    ),
    "an alias that is a course": ("course Induction\ncourse Neglect, also called induction", "TR204"),
    "a standard twice": ('standard "S" for courses\n  1. "a"\nstandard "s" for agencies\n  1. "b"', "TR204"),
    "a value twice": ("attribute first-aid: yes, YES", "TR204"),
    "a described group described again": ('group B: "one"\ngroup B: "two"', "TR204"),
    "a review that nobody will see": ("next review September 2822\nGroup B once", "TR407"),
    "a notice of many lifetimes": (
        "A booking must be attended or cancelled at least 99999 months before the session",
        "TR407",
    ),
    "a date deep in an example": (
        'Group B once [1]\nexample "e"\n  joined 1 March 2822\n  as of 2 March 2022\n  expect [1] pending',
        "TR407",
    ),
}


@pytest.mark.parametrize("name", FINE)
def test_this_is_left_alone(name: str) -> None:
    assert api.check(FINE[name]) == ()


@pytest.mark.parametrize("name", CAUGHT)
def test_this_is_caught(name: str) -> None:
    text, code = CAUGHT[name]
    assert code in [each.code for each in api.check(text)]


def test_a_rule_that_stands_instead_of_itself_is_told_so() -> None:
    (found,) = api.check("Group B once, instead of [line 1]")
    assert found.message == "a rule cannot stand instead of itself"


def test_findings_come_by_place_each_once() -> None:
    found = api.check("role DSL\nGroup B once [1]\nGroup C once [1]\nGroup B by 1 May 2822")
    assert [(each.line, each.code) for each in found] == [
        (2, "TR201"),
        (3, "TR201"),
        (3, "TR301"),
        (4, "TR201"),
        (4, "TR407"),
    ]


def test_the_calendars_that_can_be_named_are_those_that_dates_has() -> None:
    assert {name.casefold() for name in CALENDARS} == set(CALENDARS_OF_DATES)

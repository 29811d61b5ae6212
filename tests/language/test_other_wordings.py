"""What strategies write in other words than the language: each is told what to write instead."""

from __future__ import annotations

import re

import pytest

from trainrules.api import check
from trainrules.language.parse import parse
from trainrules.source import Source

BY = "Everyone must complete Induction"
PEOPLE = "one person, course, agency or body at a time"
WHO = "say first who has to do it"

TOLD = {
    # how strongly
    "Group B shall complete Induction within 6 months": ("TR104", "write `must`, or `should`"),
    "DSL will complete Induction within 6 months": ("TR104", "write `must`, or `should`"),
    "Everyone shall complete Induction within 6 months": ("TR104", "write `must`, or `should`"),
    "Group B has to complete Induction within 6 months": ("TR104", "write `must`, or `should`"),
    "Groups B and C have to complete Induction within 6 months": ("TR104", "write `must`, or `should`"),
    "The DSL needs to complete Induction within 6 months": ("TR104", "write `must`, or `should`"),
    "Group B is to complete Induction within 6 months": ("TR104", "write `must`, or `should`"),
    "Group B to complete Induction within 6 months": ("TR121", "write `must`, or `should`"),
    "Group B ought to complete Induction within 6 months": ("TR104", "write `should`"),
    "Group B can complete Induction within 6 months": ("TR104", "write `may`"),
    # dates
    f"{BY} by 1st September 2024": ("TR108", "write `1 September 2024`"),
    f"{BY} within 6 months, from the 22nd of May 2024": ("TR108", "write `22 May 2024`"),
    f"{BY} by 3rd May": ("TR108", "write `3 May`"),
    f"{BY} before 1 September 2024": ("TR122", "write `by 31 August 2024`"),
    f"{BY} before 1 March 2024": ("TR122", "write `by 29 February 2024`"),
    f"{BY} by September 2024": ("TR122", "write `by 30 September 2024`"),
    f"{BY} by the end of February 2024": ("TR122", "write `by 29 February 2024`"),
    f"{BY} by the start of September 2024": ("TR122", "write `by 1 September 2024`"),
    f"{BY} no later than 1 May 2024": ("TR122", "write `by` and a date"),
    # how often
    "The Board must meet quarterly": ("TR112", "write `every 3 months`, or `each quarter`"),
    'body "Board" must meet bi-monthly': ("TR112", "write `every 2 months`, or `at least twice each month`"),
    f"{BY} monthly": ("TR112", "write `every month`, or `each month`"),
    f"{BY} biannually": ("TR112", "write `every 6 months`, or `at least twice each calendar year`"),
    f"{BY} annually": ("TR112", "or `each calendar year`"),
    f"{BY} fortnightly": ("TR112", "write `every 2 weeks`"),
    f"{BY} termly": ("TR112", "`at least 3 times each school year`"),
    f"{BY} once a year": ("TR112", "write `every year`, counted from the last time, or `each calendar year`"),
    f"{BY} twice a year": ("TR112", "`at least twice each calendar year`"),
    f"{BY} 3 times per quarter": ("TR112", "`at least 3 times each quarter`"),
    f"{BY} per year": ("TR112", "write `every year`"),
    f"{BY} per annum": ("TR112", "write `every year`"),
    f"{BY} every other year": ("TR122", "write `every 2 years`"),
    f"{BY} each financial year": ("TR122", "write `each year from 1 April`"),
    f"{BY} every academic year": ("TR122", "write `each school year`"),
    f"{BY} every calendar year": ("TR122", "write `each calendar year`"),
    # how long
    f"{BY} within a year": ("TR105", "write `within 1 year`"),
    f"{BY} within the first month": ("TR122", "write `within 1 month of starting`, or `of joining`"),
    f"{BY} within their first 6 months": ("TR122", "write `within 6 months of starting`, or `of joining`"),
    "Group B within 1 year and every 3 years": ("TR122", "write `, then every 3 years`"),
    "Group B within 1 year, and every year": ("TR122", "write `, then every year`"),
    # who and how many
    "Group B training must be completed within 6 months": ("TR122", WHO),
    "Group B training within 6 months": ("TR122", WHO),
    "DSL training every 2 years": ("TR122", WHO),
    "Induction must be completed within 6 months": ("TR122", WHO),
    "Courses must be evaluated": ("TR122", "An impact evaluation must be returned"),
    "Trainers must be qualified": ("TR122", "must hold a"),
    "Every school must have at least 1 DSL": ("TR123", PEOPLE),
    "Every agency must have at least 2 trainers": ("TR123", PEOPLE),
    "At least 2 staff must complete Induction within 6 months": ("TR123", PEOPLE),
    "At least 80% of staff must complete Induction within 6 months": ("TR123", PEOPLE),
    "New staff must complete Induction within 1 month": (
        "TR122",
        "write `Staff`: `within 1 month of joining`",
    ),
    "All newly appointed staff must complete Induction": ("TR122", "write `Staff`"),
    "New starters must complete Induction within 1 month": ("TR122", "write `Staff`"),
    "Existing staff must complete Induction by 1 May 2024": ("TR122", "for those starting before"),
    "Volunteers who work with children must complete Induction": ("TR122", 'group B: "work with children"'),
    "Staff working with children must complete Induction": ("TR122", "write `Group B`"),
    "Staff who is DSL must complete Induction": ("TR122", "write `who are`"),
    "Staff that are DSL must complete Induction": ("TR122", "write `who are`"),
    # what there is no comma before, what a comma is not
    "Group B, within 6 months": ("TR122", "leave the comma out"),
    "Group B, every 2 years": ("TR122", "leave the comma out"),
    "Everyone must complete A1, B1 and C1, by 1 May 2024": ("TR122", "leave the comma out"),
    "Group B, at least 8 hours, each calendar year": ("TR122", "leave the comma out"),
    "Group B at least 8 hours, each calendar year": ("TR122", "leave the comma out"),
    "Within 6 months Group B must complete Induction": ("TR122", "say first who it is for"),
    "Every 2 years everyone must complete Induction": ("TR122", "say first who it is for"),
    # how much, how often, how long
    "Group B at least every 2 years": ("TR122", "write `every 2 years`"),
    f"{BY} at least each calendar year": ("TR122", "write `each calendar year`"),
    f"{BY} within half a year": ("TR122", "write `within 6 months`"),
    f"{BY} every half year": ("TR122", "write `every 6 months`"),
    "Everyone must complete 6 hours training each year": (
        "TR121",
        "write `complete at least 6 hours of training`",
    ),
    'Members of "L&D" must attend 4 meetings a year': ("TR121", "write `attend at least 4 meetings`"),
    f"{BY} within 6 months, with a grace of 5 days": ("TR122", "write `with 5 days of grace`"),
    f"{BY} within 6 months, with a 1 month grace period": ("TR122", "write `with 1 month of grace`"),
    f"{BY} within 6 months, with grace of 5 working days": ("TR122", "write `with 5 working days of grace`"),
    # what is not due, or not asked for
    f"{BY} before starting": ("TR122", "write `within 1 week of starting`, or `by` and a date"),
    f"{BY} before joining": ("TR122", "write `within 1 week of joining`, or `by` and a date"),
    f"{BY} before the first day": ("TR122", "write `within 1 week of starting`, or `by` and a date"),
    f"{BY} prior to appointment": ("TR122", "nothing is due before the first day"),
    f"{BY} prior to multi-agency training": ("TR122", "write `before`"),
    "Group B must not attend Induction late": ("TR122", "`must not miss 2 consecutive meetings`"),
    "Bookings must be cancelled at least 5 days before the session": (
        "TR122",
        "write `A booking must be attended or cancelled`",
    ),
    # a line by itself
    "[6.12]": ("TR102", "put it at the end of the sentence above, or two spaces before it"),
    "Group B within 6 months, since 1 May 2024": ("TR104", "write `from`"),
    # names of several words, one of them a rule word
    "The partnership must publish an annual report each calendar year": ("TR117", '`"annual report"`'),
    "Trainers must hold a teaching qualification": ("TR117", '`"teaching qualification"`'),
    "Agencies must submit a training return to the Board each quarter": ("TR117", '`"training return"`'),
    "Agencies must have a training policy": ("TR117", '`"training policy"`'),
    "Agencies must return the section 11 audit each quarter": ("TR101", '`"section 11 audit"`'),
    "Agencies must provide annual update to Board each quarter": ("TR117", '`"annual update"`'),
    "The partnership must conduct an evaluation audit each quarter": ("TR117", '`"evaluation audit"`'),
    "evaluation audit": ("TR103", '`"audit"`'),
    "An audit evaluation must be returned within 6 months of each course": ("TR103", '`"audit"`'),
    'Agencies must return "section 11 audit" each quarter': ("TR118", '`submit "…"`'),
}


@pytest.mark.parametrize("text", TOLD)
def test_an_author_is_told_what_to_write(text: str) -> None:
    _, told = parse(Source("<text>", text))
    code, advice = TOLD[text]
    assert [each.code for each in told] == [code]
    assert advice in told[0].help


IN_EXAMPLES = {
    "Group B since 1 May 2024": ("TR104", "write `from`"),
    "expect [1] late": ("TR104", "write `overdue since 2 March 2022` while it is not done, or `met late on"),
    "expect [1] compliant": ("TR104", "write `met`, or `not in breach`"),
    "as of 2 Sept 2024": ("TR104", "did you mean `September`?"),
}


@pytest.mark.parametrize("line", IN_EXAMPLES)
def test_an_author_of_an_example_is_told_what_to_write_and_nothing_else(line: str) -> None:
    lines = ["joined 1 March 2024", "as of 2 September 2024"]
    lines = [*lines[: 1 if line.startswith("as of") else 2], line]
    told = check("\n  ".join(['Group B every 2 years [1]\nexample "x"', *lines]))
    code, advice = IN_EXAMPLES[line]
    assert [each.code for each in told] == [code]
    assert advice in told[0].help


QUOTED = (
    'Everyone must complete "shall", "per annum" and "every other year" within 6 months',
    "Everyone must complete Will, Can and Shall within 6 months",
    "role Quarterly",
    'Agencies must have at least 2 "training plan" each calendar year',
    'Everyone must complete Induction before "starting"',
    '"New staff" must complete "prior to" within 6 months',
    "Staff who are in Level 1 must complete Induction within 6 months",
    'group B: "staff who work with children, within 6 months"',
)


@pytest.mark.parametrize("text", QUOTED)
def test_words_that_are_names_are_left_alone(text: str) -> None:
    assert parse(Source("<text>", text))[1] == ()


PLACES = (
    "{}",
    "{} must complete Induction within 1 month",
    "{} at least 5 days before the session",
    "Group B {}",
    "Group B by {}",
    "Group B by {} 2024",
    "Group B {} 1 May 2024",
    "Group B within 1 month {}",
    "Group B within 1 year{}",
    "Group B within 1 year, {}",
    "Group B within 1 year, {} 1 May 2024",
    "Group B {} complete Induction within 1 month",
    "Group B must {} within 1 month",
    "Group B must {} each calendar year",
    "Group B must complete Induction {} Foundation",
    "Everyone must complete {} within 1 month",
    "Staff {} DSL must complete Induction within 1 month",
    "Members of Board {}",
)
OFTEN = (
    "biennially",
    "triennially",
    "half-yearly",
    "six-monthly",
    "weekly",
    "daily",
    "fortnightly",
    "yearly",
)
NOT_TO_WRITE = {"to", "section 11 audit"}
"""The author's own words, which the advice is about."""


@pytest.mark.parametrize("text", [*TOLD, *(f"{BY} {word}" for word in OFTEN)])
def test_every_advice_is_good_rule_language_somewhere(text: str) -> None:
    """Each wording that the advice puts in backticks, as far as it is in whole words, can be written."""
    _, (told, *_) = parse(Source("<text>", text))
    for wording in set(re.findall("`([^`…]+)`", told.help)) - NOT_TO_WRITE:
        fits = [place for place in PLACES if not parse(Source("<text>", place.format(wording)))[1]]
        assert fits, wording

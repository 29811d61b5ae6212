"""Sentences that parse and make no sense: each is refused, with its code and the fact that is wrong."""

from __future__ import annotations

import pytest
from tests.model.text import lowered

SECTOR = "attribute engagement: paid, volunteer\ngroups A–C\n"
STANDARD = 'standard "S" for courses\n  1. "aims"\n'
REFUSED = {
    # contradictions
    "Group B within 12 months of starting, not beyond 6 months of starting": "TR402 this limit always comes",
    "Group B within 12 months of starting, not beyond 12 months of starting": "TR402 this limit always comes",
    "Group B every 2 years, keeping the date if renewed in the last 3 years": "TR402 the time in which a",
    "Group B every 2 years, keeping the date if renewed in the last 900 days": "TR402 the time in which a",
    "Group B every year, counted from the due date, keeping the date if renewed in the last 1 month": (
        "TR402 `counted from the due date` and `keeping the date`"
    ),
    "Group B every year, counted from the due date, not counting leave": "TR402 fixed dates do not move",
    "Group B every year, then every 2 years": "TR402 this sentence has two periods",
    "Group B by 1 May 2022, first within 3 months": "TR402 this sentence has two first deadlines",
    "Group B must complete Induction once every 2 years": "TR402 `once` and `every`",
    "Group B must complete Induction by 1 May 2022, prior training does not count": "TR402 only training on",
    "Group B once, unless x, unless y": "TR402 `unless y` comes on top",
    "Group B and everyone must complete Induction": "TR402 `everyone` already includes",
    "Everyone must complete Induction before Induction": "TR402 nothing comes before itself",
    "Everyone must complete Induction before Induction training": "TR402 nothing comes before itself",
    "Everyone must complete single-agency multi-agency training": "TR402 nothing is both",
    "course Induction\nInduction counts as Induction": "TR402 this counts as itself",
    # nobody, and no day
    "Group B once, from 1 May 2022, until 1 May 2021": "TR403 this rule ends before",
    "in force from 1 May 2022\nGroup B once, until 1 May 2021": "TR403 this rule is never in force",
    "Group B once, for those starting after 1 May 2022, for those starting before 2 May 2022": "TR403 nobody",
    # something missing
    "Everyone within 1 month of joining": "TR404 this does not say which training",
    "Everyone single-agency only": "TR404 this does not say which training",
    "Everyone at least 8 hours each quarter": "TR404 this does not say which training",
    SECTOR + "Group B and volunteers within 6 months": "TR404 this does not say which training",
    "Group B must submit": "TR404 this does not say what to submit",
    "Group B must complete any other training": "TR404 `any other training` does not say",
    "Group B at least 8 hours": "TR404 an amount needs one period",
    "Group B at least 8 hours each calendar year over 3 years": "TR404 an amount needs one period",
    "Group B refresh": "TR404 `refresh` does not say how often",
    "Group B refresh within 6 months": "TR404 `refresh` does not say how often",
    "Group B must complete X1 at least once every 3 years": "TR404 an amount needs one period",
    "Group B update within 6 months": "TR404 `update` does not say how often",
    "Group B must complete Induction, with 1 month's grace": "TR404 `with 1 month's grace` needs a date",
    "Group B once, not counting leave": "TR404 `not counting leave` needs a date",
    "Group B within 6 months, counted from the due date": "TR404 `counted from the due date` needs a period",
    "Group B every 2 years, not beyond 18 months of joining": "TR404 `not beyond` limits a first deadline",
    "An impact evaluation must be returned every year": "TR404 this does not say after what",
    "Group B must attend at least 4 meetings each quarter": "TR404 this does not say whose meetings",
    'Members of "A1" and members of "B1" must not miss 2 consecutive meetings': "TR404 this does not say",
    # amounts
    "Level 3 at least 8 hours over 3 years, of which at least 9 hours participatory": "TR405 this part is",
    "Level 3 at least 8 hours over 3 years, of which at least 120% participatory": "TR405 this part is more",
    'Members of "L" must attend at least 101% of meetings each quarter': "TR405 a share over 100%",
    "Group B must attend at least half of Induction each quarter": "TR405 a share is a share of the meetings",
    "Group B must complete at least 2.5 times each quarter": "TR405 times are counted in whole numbers",
    "Agencies must submit at least 2 hours of Reports each quarter": "TR405 only training and deliveries",
    # clauses and times of another kind of rule
    'Members of "L" must attend at least 80% of meetings each quarter, pro rata': "TR401 `pro rata` does not",
    "Every course must have a plan, for those starting after 1 May 2022": "TR401 `for those starting after",
    "Group B must hold Diploma within 6 months, with certificate": "TR401 only courses come",
    "Group B at least 8 hours each quarter within 6 months": "TR401 `within 6 months` does not go",
    "Group B must complete X1 within 6 months, first within 3 months of each X1 course": "TR402 this",
    "Group B refresh each calendar year": "TR406 `refresh` goes with `every …`",
    "Group B within 6 months, not beyond 3 months of each Neglect course": "TR406 this deadline is counted",
    "breaks of up to 3 working days do not restart a deadline": "TR406 working days do not fit",
    # records of other kinds
    "Trainers and Agencies must submit Reports": "TR408 this sentence is about different kinds",
    "Agencies must complete Induction": "TR408 records of agencies show reports",
    "The partnership must review Plans within 3 months of each course": "TR408 only staff records show",
    "The partnership must review Plans before multi-agency training": "TR408 only staff records show",
    "Trainers must be advertised at least 3 months before each session": "TR408 sessions of courses",
    "Every course must attend or cancel bookings at least 3 days before the session": "TR408 sessions of",
    "Every virtual course and every face-to-face multi-agency course must have a plan": "TR408 a list of",
    "The Board must meet every 3 months": "TR408 people attend meetings",
    'Members of "Board" must meet at least 4 times each quarter': "TR408 people attend meetings",
    "Every course must meet each quarter": "TR408 people attend meetings",
    'body "X1" except volunteers must meet every 6 weeks': "TR408 a body is named as it is",
    STANDARD + "Agencies must meet standard S": "TR408 standard `S` is not for these records",
    'standard "S" for body "A1"\n  1. "a"\nbody "B1" must meet standard S': "TR408 standard `S` is not for",
    'standard "S" for body "A1" and body "B1"\n  1. "a"': "TR408 a standard is for one body",
    SECTOR + "course Induction for volunteers": "TR408 a course is for groups, levels or roles",
    "groups A–C\nEveryone must complete B–C training": "TR1",
    SECTOR + "Everyone must complete volunteer training": "TR408 `volunteer training` is not the training of",
    "activity update-day: reading\nEveryone must complete multi-agency reading": "TR408 `reading` is not a",
    # names
    'standard "S" for courses, including "T"\n  1. "a"': "TR201 there is no standard called `T`",
    "Members of L must attend at least 2 meetings of M each quarter\nrole DSL": "TR201 there is no body",
}


@pytest.mark.parametrize("text", REFUSED)
def test_this_is_refused(text: str) -> None:
    policy, found = lowered(text)
    told = [f"{each.code} {each.message}" for each in found if each.is_error]
    assert any(each.startswith(REFUSED[text]) for each in told), told
    assert policy.rules == () or "\nbody" in text


def test_a_sentence_with_an_error_hides_no_other() -> None:
    policy, found = lowered("Group B within 6 months\nEveryone within 1 month\nGroup C refresh\nGroup D once")
    assert [each.label for each in policy.rules] == ["line 1", "line 4"]
    assert [each.line for each in found] == [2, 3]


def test_one_sentence_may_have_several_errors() -> None:
    _, found = lowered("role DSL\nGroup B must complete Induction once every 2 years, pro rata")
    assert [each.code for each in found] == ["TR201", "TR201", "TR402", "TR401"]


def test_an_amount_with_every_is_told_to_use_over_and_nothing_else() -> None:
    _, (told,) = lowered("Group B must complete X1 at least 2 times every 3 years")
    assert (told.code, told.help.split("`")[1]) == ("TR404", "over 3 years")

"""Wordings that are one sentence to the parser: each line of a group gives the same tree."""

from __future__ import annotations

import pytest
from tests.language.text import tree

SAME = {
    "case and dashes": [
        "Levels 1–2 within 6 months",
        "LEVELS 1-2 WITHIN 6 MONTHS",
        "levels 1 to 2 within 6 months",
    ],
    "hyphenated letters": ["Groups A–C every year", "Groups A-C every year", "Group A to C every 1 year"],
    "strengths": [
        "Group B must complete X",
        "Group B is required to complete X",
        "group B are required to complete X",
    ],
    "expected is should": ["DSL should refresh every 2 years", "DSL is expected to refresh every 2 years"],
    "recommended": ["DSL is recommended to take X", "The DSL are recommended to attend X"],
    "everyone": [
        "Everyone must complete X",
        "All staff must undertake X",
        "Every member of staff must receive X",
    ],
    "articles": [
        "Group B must complete X",
        "Group B must complete the X",
        "Group B must complete the X course",
    ],
    "own training": [
        "Group B must complete within 6 months",
        "Group B must complete their training within 6 months",
    ],
    "starting": [
        "Group B within 6 months of starting",
        "Group B within 6 months of starting the role",
        "Group B within 6 months of taking up the post",
        "Group B within 6 months from starting",
    ],
    "joining": ["Group B within 1 month of joining", "Group B within 1 month after joining the organisation"],
    "singular units": ["Group B within 1 month", "Group B within 1 months"],
    "grace": ["Group B every year, with 1 month's grace", "Group B every year, with 1 month of grace"],
    "curly apostrophes": [
        "Group B every year, with 2 months' grace",
        "Group B every year, with 2 months’ grace",
    ],
    "quotes": ['Group B must complete "X"', "Group B must complete “X”", "Group B must complete X"],
    "lists": [
        'Group B must complete "A", B and C',
        "Group B must complete A, B, and C",
        "Group B must complete A and B and C",
    ],
    "school years": [
        "Agencies must submit R each school year",
        "Agencies must submit R each year from 1 September",
    ],
    "calendar years": [
        "Agencies must submit R each calendar year",
        "Agencies must submit R each year from 1 January",
    ],
    "every agency": ["Agencies must submit R by 1 May 2022", "Every agency must submit the R by 1 May 2022"],
    "active evaluations": [
        "An impact evaluation must be returned on the day of each course",
        "Everyone must return an impact evaluation on the day of each course",
    ],
    "active bookings": [
        "A booking must be attended or cancelled at least 2 days before the session",
        "Everyone must attend or cancel bookings at least 2 days before the session",
    ],
    "times": [
        "DSL must attend X at least once each quarter",
        "DSL must attend X at least 1 times each quarter",
    ],
    "shared with": ["Agencies must share X with MASA", "Agencies must share the X to MASA"],
    "courses in any order": [
        "course X, multi-agency, also called Y, for levels 2–8",
        "course X for levels 2–8, multi-agency, also called Y",
        "course X, multi-agency, also called Y for levels 2–8",
    ],
    "only": ["Level 1 single-agency only", "Level 1 complete single-agency training only"],
    "clauses over lines": [
        "Group B every year, pro rata, from 1 May 2022",
        "Group B every year,\n  pro rata,\n  from 1 May 2022",
    ],
    "facts on a line": [
        'example "x"\n  joined 1 March 2022, Group B from 1 March 2022',
        'example "x"\n  joined 1 March 2022\n  Group B from 1 March 2022',
    ],
}


@pytest.mark.parametrize("lines", SAME.values(), ids=SAME.keys())
def test_wordings_of_one_sentence_give_one_tree(lines: list[str]) -> None:
    first = tree(lines[0])
    assert first.sentences
    for line in lines[1:]:
        assert tree(line) == first, line


DIFFERENT = {
    "rolling and fixed": [
        "Group B every year",
        "Group B each calendar year",
        "Group B each year from 1 April",
    ],
    "anchors": [
        "Group B within 1 month of joining",
        "Group B within 1 month",
        "Group B within 1 month of approval",
    ],
    "after each": ["Group B within 1 month of each X course", "Group B within 1 month after each X course"],
    "days": ["Group B within 5 days", "Group B within 5 working days"],
    "course or own": ["Group B must complete X", "Group B must complete X training"],
    "and is not or": ["Group B must complete A and B", "Group B must complete A or B"],
    "quoted range": ["groups A-C", 'group "A-C"'],
    "clear": [
        "A booking must be attended or cancelled at least 7 working days before the session",
        "A booking must be attended or cancelled at least 7 clear working days before the session",
    ],
    "starting": [
        "Group B within 1 month, for those starting after 1 May 2022",
        "Group B within 1 month, for those starting on or after 1 May 2022",
    ],
}


@pytest.mark.parametrize("lines", DIFFERENT.values(), ids=DIFFERENT.keys())
def test_sentences_that_differ_in_meaning_give_different_trees(lines: list[str]) -> None:
    trees = [tree(line) for line in lines]
    assert all(a != b for i, a in enumerate(trees) for b in trees[i + 1 :])

"""The page of limits has the numbers that the program has."""

from __future__ import annotations

import csv
import re

import pytest
from tests.docs.pages import text_of

from trainrules.checks.date_in_range import FIRST_YEAR, LAST_YEAR
from trainrules.language.build.what import MOST_DECIMALS, MOST_DIGITS
from trainrules.language.parse import _MOST_WRONG
from trainrules.language.wrong.limits import MOST_IN_A_FILE, MOST_IN_A_LINE
from trainrules.model.files import MOST_BYTES, MOST_DEEP
from trainrules.model.limits import MOST_RULES, MOST_WORDS
from trainrules.model.lowering import standards
from trainrules.model.lowering.picks import MOST_NAMED
from trainrules.model.lowering.when import MOST_YEARS
from trainrules.model.vocabulary import MOST_IN_A_RANGE
from trainrules.records import values
from trainrules.records.errors import SHOWN
from trainrules.records.files import LONGEST_LINE
from trainrules.records.json_file import MOST_NESTED
from trainrules.records.stream import LONGEST_FILE, MOST_PROBLEMS

BOUNDS = {
    "a file, as bytes": (MOST_BYTES,),
    "a file, as characters": (MOST_IN_A_FILE,),
    "a sentence, with all its lines": (MOST_IN_A_LINE,),
    "wrong sentences": (_MOST_WRONG,),
    "names that a file declares": (MOST_WORDS,),
    "names between the ends of a range": (MOST_IN_A_RANGE,),
    "groups, levels and roles in a sentence": (MOST_NAMED,),
    "rules in a file, one for each of several groups": (MOST_RULES,),
    "files through which a file is used": (MOST_DEEP,),
    "standards that include one another, deep": (standards.MOST_DEEP,),
    "a period": (MOST_YEARS,),
    "an amount": (MOST_DIGITS, MOST_DECIMALS),
    "years of dates": (FIRST_YEAR, LAST_YEAR),
    "a line of JSON Lines, which is a record": (LONGEST_LINE,),
    "a file of JSON or CSV": (LONGEST_FILE,),
    "lists and objects in one another, in JSON": (MOST_NESTED,),
    "a cell of a CSV": (csv.field_size_limit(),),
    "bad lines or records": (MOST_PROBLEMS,),
    "problems that are listed": (SHOWN,),
    "hours and days": (values.LARGEST, values.DECIMALS),
    "a number of a group, level or role that is not in quotes": (999,),
}
ROWS = re.findall(r"^\| (.+?) \| (.*?\d.*?) \|.*\|$", text_of("docs/limits.md"), re.MULTILINE)


def test_the_page_has_every_limit_and_no_other() -> None:
    assert {what for what, _ in ROWS} == set(BOUNDS)
    assert (values.FIRST_YEAR, values.LAST_YEAR) == (FIRST_YEAR, LAST_YEAR)


@pytest.mark.parametrize(("what", "bound"), ROWS)
def test_a_limit_is_what_the_page_says(what: str, bound: str) -> None:
    numbers = tuple(int(each.replace(",", "")) for each in re.findall(r"\d[\d,]*", bound))
    assert numbers == BOUNDS[what]

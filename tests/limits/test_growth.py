"""Twice the input is twice the work, or little more: nothing goes through everything for each part of it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest
from tests.limits.work import work

from trainrules import api
from trainrules.checks.quoting import evened
from trainrules.diagnostics import has_errors
from trainrules.language.parse import parse
from trainrules.language.reformat import reformat
from trainrules.model.files import rules_of_text
from trainrules.model.lower import lower
from trainrules.readback import explain_policy
from trainrules.records.errors import RecordError
from trainrules.records.files import read_records
from trainrules.source import Source

MANY = 40
MOST_GROWTH = 2.4
"""Sorting, and what is the same for any input, leave a little room on both sides of 2."""


def repeated(line: str, before: str = "", after: str = "") -> Callable[[int], str]:
    """Return the text of so many lines, each with its number in it."""
    return lambda count: before + "".join(f"{line.format(n, n + 1)}\n" for n in range(count)) + after


RULES = {
    "rules": repeated("Group A within 6 months [{0}]"),
    "groups": repeated("Group G{0} within 6 months [{0}]"),
    "one label": repeated("Group A within 6 months [x]"),
    "names unknown": repeated("Group Q{0} within 6 months [{0}]", "group A\n"),
    "labels unknown": repeated("Group A within 6 months, instead of [y{0}] [{0}]"),
    "instead of": repeated("Group A must complete X within 6 months, instead of [{1}] [{0}]"),
    "equivalences": repeated("C{0} counts as X", "Everyone must complete X within 6 months\n"),
    "chain": lambda count: (
        repeated("C{0} counts as C{1}")(count) + f"Everyone must complete C{count} within 6 months\n"
    ),
    "aliases": repeated('course "C{0}", also called "D{0}"'),
    "permissions": repeated("Group A may complete X{0} [{0}]"),
    "wrong": repeated("Group A within 6 moons {0}"),
    "quotes": repeated('Group A within 6 months [{0}]\n  "words {0}"', 'source "T" in "none.txt"\n'),
    "items": repeated('  {1}. "item {0}"', 'standard "S" for courses\n'),
    "lines": repeated("# {0}\n\n"),
    "groups of one": lambda count: f"Groups {', '.join(f'g{n}' for n in range(count))} and h every year\n",
    "range": lambda count: f"Groups a1–a{count} within 6 months\n",
    "and above": lambda count: f"levels 1–{count}\nLevels 1 and above within 6 months\n",
    "courses of one": lambda count: (
        f"Everyone must complete {', '.join(f'c{n}' for n in range(count))} and d\n"
    ),
}


@pytest.mark.parametrize("form", RULES)
def test_a_rule_file_twice_as_long_is_twice_the_work(form: str) -> None:
    once, twice = (stages(RULES[form](count)) for count in (MANY, 2 * MANY))
    for short, long in zip(once, twice, strict=True):
        long()  # what is kept in caches is there for both
        assert work(long) < MOST_GROWTH * work(short)


def stages(text: str) -> list[Callable[[], object]]:
    """Return what can be done with *text*, stage by stage, so that no slow stage hides a slower one."""
    file = rules_of_text(Source("<text>", text), None)
    found: list[Callable[[], object]] = [
        lambda: parse(file.source),
        lambda: lower(file.tree, file.source),
        lambda: api.diagnostics_of(file),
        lambda: reformat(file.source),
    ]
    return [*found, *([] if has_errors(api.diagnostics_of(file)) else [lambda: explain_policy(file.policy)])]


ENTRIES: dict[str, Callable[[int], object]] = {
    "training": lambda count: {"training": [{"completed": "2022-01-01"}] * count},
    "posts": lambda count: {"posts": [{"groups": ["B"], "started": "2022-01-01"}] * count},
    "wrong entries": lambda count: {"posts": [{"started": "soon"}] * count},
    "unknown fields": lambda count: {f"field{number}": 1 for number in range(count)},
    "facts": lambda count: {"facts": {f"fact {number}": "2022-01-01" for number in range(count)}},
}


@pytest.mark.parametrize("form", ENTRIES)
def test_a_record_twice_as_long_is_twice_the_work(form: str) -> None:
    def read(count: int) -> None:
        entries = ENTRIES[form](count)
        assert isinstance(entries, dict)
        all_read(json.dumps({"id": "S", **entries}), "json")

    read(2 * MANY)
    assert work(lambda: read(2 * MANY)) < MOST_GROWTH * work(lambda: read(MANY))


SHEETS = {
    "people": repeated("S-{0},B", "id,groups\n"),
    "posts of one": repeated("S-1,B{0}", "id,groups\n"),
    "wrong dates": repeated("S-1,soon", "id,started\n"),
    "no ids": repeated(",B", "id,groups\n"),
    "columns": lambda count: f"id,{','.join(f'attribute a{n}' for n in range(count))}\nS-1{',x' * count}\n",
    "wrong cells": lambda count: f"id,{','.join(f'fact f{n}' for n in range(count))}\nS-1{',x' * count}\n",
    "unknown columns": lambda count: f"id,{','.join(f'column {n}' for n in range(count))}\nS-1\n",
}


@pytest.mark.parametrize("form", SHEETS)
def test_a_sheet_twice_as_large_is_twice_the_work(form: str) -> None:
    text = SHEETS[form]
    all_read(text(2 * MANY), "csv")
    once, twice = (work(lambda count=count: all_read(text(count), "csv")) for count in (MANY, 2 * MANY))
    assert twice < MOST_GROWTH * once


def all_read(text: str, format: str) -> None:
    """Read the records in *text*, good or bad."""
    try:
        tuple(read_records(io.StringIO(text), format=format))
    except RecordError as wrong:
        str(wrong)


def test_a_source_of_blank_lines_and_open_marks_is_evened_in_one_go() -> None:
    assert evened("a" + "\n" * 50_000 + "- b") == "a b"
    assert evened("<sup>" * 10_000) == ""
    assert evened("a<sup>1</sup> b <sup>note <i>x</i></sup>c") == "a b c"

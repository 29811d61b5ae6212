"""A file that is written out again parses to the same tree, and writing it twice changes nothing.

`tests/laws/test_law_7_text_and_tree.py` says the same of any tree at all.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from trainrules.diagnostics import render
from trainrules.language.ast import Tree
from trainrules.language.format import format_tree
from trainrules.language.parse import parse
from trainrules.source import Source

GOOD = sorted((Path(__file__).parent / "good").glob("*.rules"))
POLICIES = sorted((Path(__file__).parents[2] / "policies").glob("*.rules"))


def read(text: str) -> Tree:
    tree, told = parse(Source("<text>", text))
    assert not told, "\n".join(render(each) for each in told)
    return tree


@pytest.mark.parametrize("path", GOOD + POLICIES, ids=lambda path: path.stem)
def test_a_good_file_can_be_written_and_read_back(path: Path) -> None:
    tree = read(path.read_text(encoding="utf-8"))
    text = format_tree(tree)
    assert read(text) == tree
    assert format_tree(read(text)) == text


def test_what_is_shared_with_somebody_after_what_is_shared_needs_its_own_verb() -> None:
    """`share the plan and the summary with MASA` would share both with MASA, and does not parse."""
    rule = "Agencies share the plan and share the summary with MASA\n"
    assert format_tree(read(rule)) == rule

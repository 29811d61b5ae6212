"""Law 7 of the language: a tree, written, parses to the same tree, and writing twice changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from tests.language.tree_sentences import trees

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


@given(trees)
def test_any_tree_can_be_written_and_read_back(tree: Tree) -> None:
    text = format_tree(tree)
    again = read(text)
    assert again == tree, text
    assert format_tree(again) == text


@pytest.mark.parametrize("path", GOOD + POLICIES, ids=lambda path: path.stem)
def test_a_good_file_can_be_written_and_read_back(path: Path) -> None:
    tree = read(path.read_text(encoding="utf-8"))
    text = format_tree(tree)
    assert read(text) == tree
    assert format_tree(read(text)) == text

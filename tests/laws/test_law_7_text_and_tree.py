"""Law 7: `parse(format(tree)) == tree`; formatting twice changes nothing; terse and full are one rule."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.language.text import tree as read
from tests.laws.wordings import Wordings, wordings
from tests.model.text import rules

from trainrules.language.ast import Tree
from trainrules.language.format import format_tree
from trainrules.language.parse import parse
from trainrules.language.reformat import reformat
from trainrules.source import Source
from trainrules.testing.strategies.syntax import trees


@given(trees)
def test_law_7_a_tree_written_and_parsed_is_the_same_tree(tree: Tree) -> None:
    assert read(format_tree(tree)) == tree


@given(trees)
def test_law_7_formatting_twice_changes_nothing(tree: Tree) -> None:
    once = format_tree(tree)
    assert format_tree(read(once)) == once


@given(trees, st.data())
def test_law_7_putting_a_file_in_order_twice_changes_nothing(tree: Tree, data: st.DataObject) -> None:
    """As `trainrules format` does it: the words are the author's own, and so are the comments."""
    lines = format_tree(tree).splitlines()
    beside = ["", "", "  # why", " ", "\n", "\n\n# between\n"]
    untidy = "\n".join(line + data.draw(st.sampled_from(beside)) for line in lines)
    once = reformat(Source("<text>", untidy))[0]
    assert reformat(Source("<text>", once))[0] == once
    assert parse(Source("<text>", once))[0] == parse(Source("<text>", untidy))[0]


@given(wordings())
def test_law_7_terse_and_full_wordings_lower_to_the_same_rule(said: Wordings) -> None:
    terse, *full = (rules(said.head + each) for each in said.sentences)
    assert terse
    for each in full:
        assert each == terse

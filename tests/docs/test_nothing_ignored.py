"""No part of any sentence of the language reference can be left out without changing what the file means."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from tests.docs.pages import Block
from tests.docs.reference import read, rule_blocks
from tests.docs.without import without_a_part

from trainrules.diagnostics import has_errors
from trainrules.examples.prepare import prepared
from trainrules.language import ast
from trainrules.model.files import RuleFile
from trainrules.model.lower import lower_file
from trainrules.readback import explain_policy

WITHOUT_EXAMPLES = [block for block in rule_blocks() if "\nexample" not in block.text]
WITH_EXAMPLES = [block for block in rule_blocks() if "\nexample" in block.text]


def line(block: Block) -> str:
    return f"line {block.line}"


def meaning(file: RuleFile, tree: ast.Tree) -> object:
    """Return what *tree* means in place of the file's own, and how it reads; None when it has an error.

    None also where a sentence needs what was left out.
    """
    try:
        lowered = lower_file(tree, file.source, tuple(each.lowered for each in file.used))
    except AssertionError:
        return None
    policy, told = attrs.evolve(file, lowered=lowered).policy, lowered.diagnostics
    sourced = (*policy.equivalences, *policy.definitions, *policy.notes)
    sources = [(each.origin.citation, each.origin.quotes) for each in sourced]
    return None if has_errors(told) else (policy, explain_policy(policy), sources)


def changed(tree: ast.Tree, at: int, made: ast.Sentence) -> ast.Tree:
    return ast.Tree((*tree.sentences[:at], made, *tree.sentences[at + 1 :]))


@pytest.mark.parametrize("block", WITHOUT_EXAMPLES, ids=line)
def test_every_part_of_a_sentence_makes_a_difference(block: Block, tmp_path: Path) -> None:
    file = read(block.text, tmp_path).file
    whole = meaning(file, file.tree)
    assert whole is not None
    ignored = []
    for at, sentence in enumerate(file.tree.sentences):
        for place, made in without_a_part(sentence):
            if meaning(file, changed(file.tree, at, made)) == whole:
                ignored.append(f"{file.source.slice(sentence.span)}: {place}")
    assert ignored == []


@pytest.mark.parametrize("block", WITH_EXAMPLES, ids=line)
def test_every_part_of_an_example_makes_a_difference(block: Block, tmp_path: Path) -> None:
    file = read(block.text, tmp_path).file
    ignored = []
    for example in (each for each in file.tree.sentences if isinstance(each, ast.Example)):
        for place, made in without_a_part(example):
            if meant(file, made) == meant(file, example):
                ignored.append(f"{example.name.text}: {place}")
    assert ignored == []


def meant(file: RuleFile, example: ast.Example) -> object:
    """Return the record, day and expectations of *example*; None when a fact needs what was left out."""
    try:
        (one,) = prepared(attrs.evolve(file, tree=ast.Tree((example,))))
    except AssertionError:
        return None
    return one.record, one.as_of, example.expects

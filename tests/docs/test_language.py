"""Every example of the language reference is read, means something, and means what is said under it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.docs.pages import Block, blocks, text_of
from tests.docs.reference import NAME, Told, read, refused, rule_blocks, said_of

from trainrules.examples import run_examples
from trainrules.language.wrong.words import rule_words
from trainrules.readback import explain_policy, explain_policy_markdown

BLOCKS = rule_blocks()


def line(block: Block) -> str:
    return f"line {block.line}"


@pytest.fixture(params=BLOCKS, ids=line)
def block(request: pytest.FixtureRequest) -> Block:
    found: Block = request.param
    return found


@pytest.fixture
def told(block: Block, tmp_path: Path) -> Told:
    return read(block.text, tmp_path)


def test_nothing_is_wrong_with_an_example(told: Told) -> None:
    assert told.diagnostics == ()


def test_a_block_means_what_is_said_under_it(block: Block, told: Told) -> None:
    assert block.said == (said_of(told.file) if block.said else ()), "see tests/docs/rewrite.py"


def test_every_rule_of_a_block_is_read_back(told: Told) -> None:
    for page in (explain_policy(told.file.policy), explain_policy_markdown(told.file.policy)):
        for rule in told.file.policy.rules:
            assert f"[{rule.label}]" in page.replace("\\", "")


def test_what_a_block_expects_comes_out(told: Told) -> None:
    assert [each.diagnostics for each in run_examples(told.file) if not each.passed] == []


@pytest.mark.parametrize(("words", "code"), refused())
def test_what_the_page_says_is_refused_is_refused(words: str, code: str, tmp_path: Path) -> None:
    assert code in {each.code for each in read(words + "\n", tmp_path).diagnostics}


def test_the_page_lists_every_rule_word() -> None:
    (listed,) = (each for each in blocks(text_of(NAME), "text") if not each.name)
    assert listed.text.split() == sorted(rule_words())


def test_most_blocks_say_what_they_mean() -> None:
    assert len([each for each in BLOCKS if each.said]) > 35

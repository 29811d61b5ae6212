"""The language reference shows every production of the grammar, and every word of it."""

from __future__ import annotations

import pytest
from tests.docs.coverage import Watched
from tests.docs.reference import refused, rule_blocks

from trainrules.language.sentences import split


@pytest.fixture(scope="module")
def watched() -> Watched:
    found = Watched()
    for block in rule_blocks():
        for sentence in split(block.text):
            found.read(block.text[sentence.span.start : sentence.span.end], "sentence")
            inside = "item" if block.text.startswith("standard", sentence.span.start) else "fact"
            for part in sentence.parts:
                found.read(block.text[part.start : part.end], inside)
    for words, code in refused():
        if code == "TR112":
            found.read(words, "sentence")
    return found


def test_every_production_of_the_grammar_is_shown(watched: Watched) -> None:
    assert watched.productions - watched.used.productions == set()


def test_every_word_of_the_grammar_is_shown(watched: Watched) -> None:
    assert watched.words - watched.used.words == set()


def test_the_watch_sees_what_is_not_shown() -> None:
    one = Watched()
    one.read("Group B within 6 months", "sentence")
    assert {"rule_timed", "within", "duration"} <= one.used.productions
    assert "every" in one.productions - one.used.productions
    assert "every" in one.words - one.used.words

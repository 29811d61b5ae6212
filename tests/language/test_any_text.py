"""Whatever is typed, the answer is a tree and diagnostics, soon."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trainrules.diagnostics import render
from trainrules.language.format import format_tree
from trainrules.language.parse import parse
from trainrules.language.reformat import reformat
from trainrules.language.wrong.limits import MOST_IN_A_FILE
from trainrules.language.wrong.words import rule_words
from trainrules.source import Source

POLICIES = sorted((Path(__file__).parents[2] / "policies").glob("*.rules"))
LINES = [line for path in POLICIES for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
PIECES = sorted(
    {
        *rule_words(),
        "A",
        "DSL",
        '"X"',
        "“Y”",
        "6",
        "7.5",
        "80%",
        "[6.5]",
        ",",
        ":",
        "–",
        "-",
        "\n",
        "\n  ",
        '"',
        "[",
        "#",
        "2.",
    }
)


def answers(text: str) -> None:
    """Check that *text* gets an answer whose places are inside it."""
    source = Source("<text>", text)
    tree, told = parse(source)
    for each in told:
        assert re.fullmatch(r"TR1\d\d", each.code)
        assert each.message[:1].islower() or each.message[:1] == "`" or each.message[:1].isdigit()
        assert not each.message.endswith(".")
        assert each.span is None or 0 <= each.span.start <= each.span.end <= len(text)
        render(each)
    for sentence in tree.sentences:
        assert 0 <= sentence.span.start < sentence.span.end <= len(text)
    again, more = parse(Source("<text>", format_tree(tree)))
    assert again == tree
    assert not any(each.is_error for each in more)
    reformat(source)


@given(st.text(max_size=200))
@example("\x00")
@example("A\n\u2028\n –")
@example('“"')
@example("0")
@example("² within ² months")
@example("Group B within ٣ months")
@example("[]")
@example("unless")
@example("1.")
def test_any_text_gets_an_answer(text: str) -> None:
    answers(text)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_any_words_of_the_language_get_an_answer(text: str) -> None:
    answers(text)


@given(st.sampled_from(LINES), st.data())
def test_a_sentence_with_something_taken_out_doubled_or_put_in_gets_an_answer(
    line: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, min(len(line), start + 12)))
    put = data.draw(st.sampled_from(["", line[start:end] * 2, *PIECES]))
    answers(line[:start] + put + line[end:])


@pytest.mark.parametrize(
    "text",
    [
        "x" * (10 * MOST_IN_A_FILE),
        "x" * 900_000,
        "a " * 9_999,
        "[" * 19_999,
        '"' * 19_999,
        "Everyone must complete " + ", ".join(["a1"] * 4_900),
        "Group B within " + "9" * 19_000 + " months",
        "Group B within 6 months\n" + "  Group C within 6 months\n" * 700,
        "foo bar\n" * 5_000,
    ],
    ids=lambda text: f"{text[:12]}…",
)
def test_a_monstrous_text_is_told_so_once_or_a_thousand_times(text: str) -> None:
    _, told = parse(Source("<text>", text))
    assert 1 <= len(told) <= 1_001


def test_a_long_list_is_no_trouble() -> None:
    tree, told = parse(Source("<text>", "Everyone must complete " + ", ".join(["c"] * 2_000) + " and d"))
    assert len(tree.sentences) == 1
    assert not told

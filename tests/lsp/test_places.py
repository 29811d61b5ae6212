"""A place is a line and the units on it, as the protocol counts them, and no place is outside the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainrules.lsp.places import Places
from trainrules.source import Span

TEXT = "a😀b’“c\r\nd\u2028e\rf\n"


@pytest.mark.parametrize(
    ("encoding", "units"),
    [("utf-8", [0, 1, 5, 6, 9, 12]), ("utf-16", [0, 1, 3, 4, 5, 6]), ("utf-32", range(6))],
)
def test_units_are_those_of_the_encoding(encoding: str, units: list[int]) -> None:
    places = Places(TEXT, encoding)
    assert [places.place(offset) for offset in range(6)] == [(0, each) for each in units]
    assert [places.offset(0, each) for each in units] == list(range(6))


def test_only_what_the_protocol_calls_a_line_end_ends_a_line() -> None:
    places = Places(TEXT)
    assert [places.place(TEXT.index(char))[0] for char in "adef"] == [0, 1, 1, 2]
    assert places.place(len(TEXT)) == (3, 0)


def test_a_place_that_is_not_there_is_the_nearest_one() -> None:
    places = Places(TEXT)
    assert places.offset(0, 2) == 1  # inside the emoji
    assert places.offset(0, 99) == TEXT.index("\r\n")
    assert (places.offset(99, 0), places.offset(-1, 5)) == (len(TEXT), 0)
    assert (places.place(-3), places.place(99)) == ((0, 0), (3, 0))


def test_a_stretch_is_cut_at_line_ends_and_loses_its_empty_lines() -> None:
    text = "ab\r\n\ncd\ne"
    assert Places(text).by_line(Span(1, 9)) == [Span(1, 2), Span(5, 7), Span(8, 9)]
    assert Places(text).by_line(Span(2, 4)) == []


@given(st.text(st.sampled_from("ab😀’\r\n\u2028é")), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_every_offset_has_its_place_and_every_place_its_offset(text: str, encoding: str) -> None:
    places = Places(text, encoding)
    for offset in range(len(text) + 1):
        inside_a_line_end = text[offset - 1 : offset + 1] == "\r\n"
        assert inside_a_line_end or places.offset(*places.place(offset)) == offset

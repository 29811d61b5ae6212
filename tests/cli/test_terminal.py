"""Colours and progress are for whoever watches a terminal, and change nothing else."""

from __future__ import annotations

import io
import sys

import pytest

from trainrules.cli.output import colourful, paint
from trainrules.cli.progress import counted


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


@pytest.mark.parametrize("number", [0, 1, 499, 500, 501, 1234])
@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_counting_gives_everything_in_order(
    monkeypatch: pytest.MonkeyPatch, number: int, stream: type[io.StringIO]
) -> None:
    monkeypatch.setattr(sys, "stderr", stream())
    assert [*counted(range(number))] == [*range(number)]


def test_progress_is_shown_to_a_terminal_only_and_only_for_long_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")

    def said(stream: io.StringIO, number: int) -> str:
        monkeypatch.setattr(sys, "stderr", stream)
        assert len([*counted(range(number))]) == number
        return stream.getvalue()

    assert " records" in said(Terminal(), 1234)
    assert said(Terminal(), 500) == ""
    assert said(io.StringIO(), 1234) == ""


@pytest.mark.parametrize(
    ("stream", "to", "variables", "expected"),
    [
        (Terminal, None, {}, True),
        (io.StringIO, None, {}, False),
        (Terminal, "out.txt", {}, False),
        (Terminal, None, {"NO_COLOR": "1"}, False),
        (Terminal, None, {"TERM": "dumb"}, False),
    ],
)
def test_colours_are_for_terminals_that_want_them(
    monkeypatch: pytest.MonkeyPatch,
    stream: type[io.StringIO],
    to: str | None,
    variables: dict[str, str],
    expected: bool,
) -> None:
    monkeypatch.setattr(sys, "stdout", stream())
    for name, value in {"NO_COLOR": "", "TERM": "xterm", **variables}.items():
        monkeypatch.setenv(name, value)
    assert colourful(to) is expected


def test_a_breach_is_painted_and_a_plain_role_is_not() -> None:
    assert paint("breach", "late") == "\x1b[31m\x1b[1mlate\x1b[0m"
    assert paint("pending", "later") == "later"

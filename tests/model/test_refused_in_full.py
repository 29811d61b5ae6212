"""Everything that is said of the refused sentences, word for word: `refused.txt`, every line of it read.

A line has the code, the message, the label, the words that it points at, and the advice.
"""

from __future__ import annotations

from pathlib import Path

from tests.model.refused_more import MORE
from tests.model.test_refused import REFUSED
from tests.model.text import lowered

from trainrules.diagnostics import Diagnostic

GOLDEN = Path(__file__).parent / "refused.txt"


def written(text: str) -> str:
    """Return *text*, indented, and under it what is said of it."""
    return "\n".join([*(f"    {line}" for line in text.splitlines()), *map(line_of, lowered(text)[1])])


def line_of(found: Diagnostic) -> str:
    assert found.source is not None and found.span is not None
    return f"{found.code} {found.message} | {found.label} | {found.source.slice(found.span)} | {found.help}"


def test_what_is_said_of_each_refused_sentence() -> None:
    told = "\n\n".join(written(text) for text in (*REFUSED, *MORE))
    assert told + "\n" == GOLDEN.read_text(encoding="utf-8")

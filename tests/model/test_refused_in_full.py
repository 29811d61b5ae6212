"""Everything that is said of the refused sentences, word for word: `refused.txt`, every line of it read.

A line has the code (after `warning` where it is one), the message, the label, the words that it points at,
and the advice; and where an editor is offered other words, those.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.model.refused_more import MORE
from tests.model.test_refused import REFUSED
from tests.model.text import lowered

from trainrules.diagnostics import Diagnostic

GOLDEN = Path(__file__).parent / "refused.txt"
TEXTS = (*REFUSED, *MORE)


def written(text: str) -> str:
    """Return *text*, indented, and under it what is said of it."""
    return "\n".join([*(f"    {line}" for line in text.splitlines()), *map(line_of, lowered(text)[1])])


def line_of(found: Diagnostic) -> str:
    assert found.source is not None and found.span is not None
    code = found.code if found.is_error else f"{found.severity.value} {found.code}"
    said = f"{code} {found.message} | {found.label} | {found.source.slice(found.span)} | {found.help}"
    if found.fix is None:
        return said
    return f"{said} | {found.source.slice(found.fix.span)} → {found.fix.new}"


SAID = dict(zip(TEXTS, GOLDEN.read_text(encoding="utf-8").removesuffix("\n").split("\n\n"), strict=True))


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_said_of_this_sentence(text: str) -> None:
    assert written(text) == SAID[text]

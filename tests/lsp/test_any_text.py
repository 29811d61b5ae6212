"""Whatever stands in the editor, everything that can be asked of it has an answer."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.language.test_any_text import LINES, PIECES
from tests.lsp.client import Editor

from trainrules.lsp import answers
from trainrules.lsp.actions import fix_everything, quick_fixes, reformatted
from trainrules.lsp.colours import colours
from trainrules.lsp.complete import suggestions
from trainrules.lsp.document import Document, declarations, document_of
from trainrules.lsp.hover import hover
from trainrules.lsp.rename import NotRenamed, renamed
from trainrules.source import Span

POLICIES = sorted((Path(__file__).parents[2] / "policies").glob("*.rules"))
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.lists(st.sampled_from([*LINES, "😀 “x", "\r", "\r\n"]), max_size=6).map("\n".join),
    st.text(max_size=60),
)


def ask_everything(document: Document, offset: int) -> None:
    """Ask of *document* all that an editor can ask, at *offset*."""
    found = document.found(date(2026, 1, 1))
    for each in answers.diagnostics(document, found):
        assert (each.range.start.line, each.range.start.character) >= (0, 0)
    answers.completions(document, suggestions(document, offset))
    answers.symbols(document)
    numbers = answers.tokens(document).data
    assert all(number >= 0 for number in numbers) and len(numbers) % 5 == 0
    hover(document, offset)
    here = document.at(offset)
    if here:
        declarations(document, here.key)
    list(quick_fixes(document, found, Span(offset, offset)))
    fix_everything(document)
    reformatted(document)
    try:
        renamed(document, offset, "a new name")
    except NotRenamed as problem:
        assert str(problem)


@settings(max_examples=60)
@given(TEXTS, st.data())
def test_any_text_has_an_answer_to_everything(text: str, data: st.DataObject) -> None:
    document = document_of(text, None)
    ask_everything(document, data.draw(st.integers(0, len(text))))


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_each_name_of_a_bundled_policy_is_where_it_says_and_is_declared(path: Path) -> None:
    document = document_of(path.read_text(encoding="utf-8"), path)
    assert len(document.mentions) > 90
    named = {each.key for each in document.mentions}
    assert {key[0] for key in named if not declarations(document, key)} <= {"delivery", "format"}
    spans = [each.span for each in colours(document)]
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_a_server_ends_with_its_editor(tmp_path: Path) -> None:
    editor = Editor(tmp_path).start({"general": {"positionEncodings": ["utf-32", "utf-16"]}})
    assert editor.capabilities["positionEncoding"] == "utf-32"
    editor.server.stdin.close()
    assert editor.server.wait(60) == 0
    editor.server.stdout.close()


def test_a_server_lives_through_texts_that_are_none(editor: Editor) -> None:
    for number, text in enumerate(
        ("\ud800 [", "\0", '"' * 999, "Group " * 999, "[" * 999, "# \u2028\r\r\n😀")
    ):
        editor.open(text, f"odd{number}.rules")
        place = {"line": 0, "character": 3}
        editor.about("completion", f"odd{number}.rules", position=place)
        editor.about("semanticTokens/full", f"odd{number}.rules")
        editor.about("hover", f"odd{number}.rules", position=place)
    assert [each["code"] for each in editor.open("Group B within soon\n", "bad.rules")] == ["TR101"]

"""What the editor takes a name for is what the sentence means by it: the lowering is asked, name by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.docs.pages import Block
from tests.docs.reference import rule_blocks

from trainrules.examples.prepare import prepared
from trainrules.language import ast
from trainrules.language.ast import NOWHERE
from trainrules.lsp.document import document_of
from trainrules.lsp.mentions import Key, key_of
from trainrules.model.names import Names
from trainrules.model.vocabulary import Word
from trainrules.source import Span

POLICIES = sorted((Path(__file__).parents[2] / "policies").glob("*.rules"))
Met = set[tuple[Span, Key]]


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> Met:
    """Return what the lowering finds names to stand for, while a test runs: the place and the word."""
    found: Met = set()
    one = Names.one

    def recorded(
        self: Names, name: ast.Name, kinds: tuple[str, ...], implied: str = "", of: str = ""
    ) -> Word:
        word = one(self, name, kinds, implied, of)
        if name.span != NOWHERE and self.words.find(name.text, kinds):
            found.add((name.span, key_of(word)))
        return word

    monkeypatch.setattr(Names, "one", recorded)
    return found


def missed(text: str, path: Path | None, met: Met) -> list[tuple[str, Key]]:
    """Return the names in *text* that stand for a word, and that the editor takes for nothing or another."""
    document = document_of(text, path)
    prepared(document.file)
    known = {(each.span, each.key) for each in document.mentions}
    spread = {each.key for each in document.mentions if each.how.value != "written"}
    return [(text[span.start : span.end], key) for span, key in met - known if key not in spread]


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_every_name_of_a_bundled_policy_is_taken_for_what_it_means(path: Path, met: Met) -> None:
    assert missed(path.read_text(encoding="utf-8"), path, met) == []
    assert len(met) > 50


@pytest.mark.parametrize("block", rule_blocks(), ids=lambda block: f"line {block.line}")
def test_every_name_of_the_language_reference_is_taken_for_what_it_means(block: Block, met: Met) -> None:
    assert missed(block.text, None, met) == []

"""The grammar: no conflict, every rule word reserved, and tables that are kept where that can be done."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.language.text import one, tree

from trainrules.language import grammar
from trainrules.language.ast import Name
from trainrules.language.wrong.words import rule_words
from trainrules.resources import GRAMMARS, read_text

TEXT = read_text(GRAMMARS, "rules.lark")


def test_the_grammar_has_no_conflict() -> None:
    pytest.importorskip("interegular")
    grammar.build(TEXT, strict=True)


def test_every_rule_word_is_reserved_but_school() -> None:
    from trainrules.language.one import parses

    free = {word for word in rule_words() if parses(f"format {word}")}
    assert free == {"school"}


@pytest.mark.parametrize("word", sorted(rule_words()))
def test_quotes_rescue_a_name_that_is_a_rule_word(word: str) -> None:
    assert one(f'course "{word}"').name == Name(word)
    assert one(f'Everyone must complete "{word}" within 1 month').action.acts[0].thing.name == Name(word)


@pytest.mark.parametrize("word", sorted(rule_words() - {"a"}))
def test_rule_words_ignore_case(word: str) -> None:
    from trainrules.language.wrong.words import tokens

    kinds = {tokens(each)[0].type for each in (word, word.upper(), word.title())}
    assert len(kinds) == 1


def test_a_capital_a_is_a_name_where_a_name_can_stand() -> None:
    own = one("Group B must complete A training within 1 month").action.acts[0].thing.own
    assert own.low == Name("A")
    assert one("A booking must be attended or cancelled at least 7 days before the session")


def test_tables_are_kept_and_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    before = tree("Group B within 6 months")
    for _ in range(2):
        grammar.parser.cache_clear()
        assert tree("Group B within 6 months") == before
    assert [path.suffix for path in (tmp_path / "trainrules").iterdir()] == [".lark-tables"]


def test_a_damaged_cache_is_built_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    grammar.parser.cache_clear()
    grammar.parser()
    (kept,) = (tmp_path / "trainrules").iterdir()
    kept.write_bytes(b"not a table")
    grammar.parser.cache_clear()
    assert one("Group B within 6 months")
    assert kept.read_bytes() != b"not a table"


def test_a_cache_that_cannot_be_written_costs_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    grammar.parser.cache_clear()
    assert one("Group B within 6 months")


def test_importing_the_package_loads_no_parser() -> None:
    code = "import sys, trainrules, trainrules.language.parse; sys.exit('lark' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

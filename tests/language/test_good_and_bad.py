"""Every good file parses without a word; in a bad file each bad line, and no other, gives its code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trainrules.diagnostics import render
from trainrules.language.parse import parse
from trainrules.source import Source

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad").glob("*.rules"))
GOOD = sorted((HERE / "good").glob("*.rules"))
_MARK = re.compile(r"# error: (TR\d\d\d)$")


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_parses_without_a_word(path: Path) -> None:
    tree, told = parse(Source(path.name, path.read_text(encoding="utf-8")))
    assert tree.sentences
    assert not told, "\n".join(render(each) for each in told)


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_each_bad_line_gives_its_code_and_no_other_line_gives_any(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    marked = [_MARK.search(line) for line in text.splitlines()]
    wanted = {(number, mark[1]) for number, mark in enumerate(marked, 1) if mark}
    _, told = parse(Source(path.name, text))
    got = {(each.line, each.code) for each in told if each.is_error}
    assert got == wanted

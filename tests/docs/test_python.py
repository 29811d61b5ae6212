"""The page about Python is run from top to bottom, and has every name that the package exports."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from tests.docs.pages import blocks, text_of

import trainrules

PAGE = text_of("docs/python.md")


def test_what_the_page_shows_is_what_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for block in blocks(PAGE):
        if block.name:
            (tmp_path / block.name).write_text(block.text, encoding="utf-8")
    told: list[str] = []
    runner = doctest.DocTestRunner(verbose=False)
    names: dict[str, object] = {}
    for block in blocks(PAGE, "python"):
        test = doctest.DocTestParser().get_doctest(block.text, names, "python.md", "python.md", block.line)
        assert test.examples, f"line {block.line} runs nothing"
        runner.run(test, out=told.append, clear_globs=False)
        names = test.globs
    if told:
        pytest.fail("".join(told), pytrace=False)


def test_every_name_that_the_package_exports_is_on_the_page() -> None:
    code = set(re.findall(r"`(\w+)", PAGE))
    assert set(trainrules.__all__) - code == set()


def test_every_name_that_the_page_takes_from_the_package_is_there() -> None:
    for name in set(re.findall(r"\btrainrules\.(\w+)\b", "".join(b.text for b in blocks(PAGE, "python")))):
        assert name in (*trainrules.__all__, "readback", "records")

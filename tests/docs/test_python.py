"""The pages about Python are run from top to bottom, and have every name that the package exports."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest
from tests.docs.pages import blocks, text_of

import trainrules
from trainrules import testing

PAGE = text_of("docs/python.md")
TESTING = text_of("docs/testing.md")


@pytest.mark.parametrize("name", ["python.md", "testing.md", "reports.md"])
def test_what_a_page_shows_is_what_comes_out(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = text_of(f"docs/{name}")
    for block in blocks(page):
        if block.name:
            (tmp_path / block.name).write_text(block.text, encoding="utf-8")
    told: list[str] = []
    runner = doctest.DocTestRunner(verbose=False)
    names: dict[str, object] = {}
    for block in blocks(page, "python"):
        test = doctest.DocTestParser().get_doctest(block.text, names, name, name, block.line)
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
        assert name in (*trainrules.__all__, "planning", "readback", "records")


def test_every_name_of_the_testing_package_is_on_its_page_and_no_other() -> None:
    code = set(re.findall(r"`(\w+)", TESTING)) | set(re.findall(r"\bimport (.+)", TESTING))
    shown = {name.strip() for words in code for name in words.split(",")}
    assert set(testing.__all__) - shown == {"Situation"}
    taken = re.findall(r"^>>> from trainrules\.testing import (.+)$", TESTING, re.MULTILINE)
    assert {name for line in taken for name in line.split(", ")} <= set(testing.__all__)

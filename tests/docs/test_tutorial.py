"""The tutorial is done from beginning to end, and everything it shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.docs.pages import blocks, text_of
from tests.docs.script import Run, Said, play

PAGE = text_of("docs/tutorial.md")


@pytest.fixture
def said(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Said]:
    monkeypatch.chdir(tmp_path)
    return list(play(PAGE, tmp_path, run))


def test_what_the_tutorial_shows_is_what_happens(said: list[Said]) -> None:
    wrong = [(each.command, each.said) for each in said if not each.agrees]
    assert wrong == [], "see tests/docs/rewrite.py"


def test_the_tutorial_uses_every_command_it_should(said: list[Said]) -> None:
    used = {each.command.split()[2] for each in said}
    assert used == {"check", "evaluate", "explain", "explain-policy", "test"}


def test_every_block_of_the_tutorial_is_a_file_or_a_command() -> None:
    assert {each.kind for each in blocks(PAGE) if not each.name} == {"sh", "console"}


def test_the_spreadsheet_and_the_json_file_give_the_same_answers(
    said: list[Said], run: Run, tmp_path: Path
) -> None:
    day = ["--as-of", "2022-09-02", "--format", "jsonl"]
    answers = [run(["evaluate", "our.rules", name, *day]) for name in ("staff.csv", "staff.json")]
    assert answers[0] == answers[1]


def test_the_words_of_the_tutorial_stand_in_the_strategies() -> None:
    sources = [
        text_of(f"policies/sources/{name}")
        for name in ("001_2ede821fe3a81f4f.txt", "003_43134c844f9134fe.txt")
    ]
    (shown,) = (each.text for each in blocks(PAGE) if each.name == "strategy.txt")
    strategies = " ".join(" ".join(sources).split())
    for paragraph in shown.split("\n\n"):
        words = re.sub(r"^[-\d. ]+|Group B ", "", " ".join(paragraph.split())).strip()
        assert words in strategies


def test_lines_left_out_may_be_any_and_others_may_not() -> None:
    (block,) = blocks("```console\n$ trainrules check x\none\n[…]\nfour\n```\n")
    assert Said(block, "one\ntwo\nthree\nfour\n").agrees
    assert not Said(block, "one\ntwo\nthree\nfive\n").agrees

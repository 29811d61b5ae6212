"""What editors get beside the server has the words of the grammar, and names programs that are there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from pre_commit.clientlib import load_manifest

from trainrules.cli.app import app
from trainrules.language.wrong.words import rule_words

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "editors" / "vscode"
GRAMMAR = json.loads((EXTENSION / "syntaxes" / "trainrules.tmLanguage.json").read_text(encoding="utf-8"))
POLICIES = sorted((ROOT / "policies").glob("*.rules"))
IN_LISTS = ("strength", "month", "word")


def read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((EXTENSION / name).read_text(encoding="utf-8"))
    return found


def listed(rule: str) -> list[str]:
    """Return the words of one rule of the TextMate grammar, which ignores case in all but the article."""
    (words,) = re.findall(r"\(\?i:([^()]+)\)", GRAMMAR["repository"][rule]["match"])
    return [*words.split("|"), *(["a"] if rule == "word" else [])]


def test_the_colours_have_every_rule_word_of_the_grammar_once_and_no_other() -> None:
    assert sorted(word for rule in IN_LISTS for word in listed(rule)) == sorted(rule_words())
    assert set(listed("opening")) < rule_words()


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: path.stem)
def test_the_colours_find_the_rule_words_of_a_policy(path: Path) -> None:
    """The lists are read as Python reads them, one line at a time, quotes, labels and comments taken out."""
    pattern = re.compile("|".join(f"(?:{GRAMMAR['repository'][rule]['match']})" for rule in IN_LISTS))
    text = re.sub(r'"[^"]*"|“[^”]*”|\[[^]]*\]|#[^\n]*', " ", path.read_text(encoding="utf-8"))
    words = re.findall(r"[^\W\d_](?:[\w'’&/-]*[\w'’])?", text)
    wanted = [word for word in words if word.lower() in rule_words() and word != "A"]
    assert [found[0] for found in pattern.finditer(text)] == wanted


def test_the_extension_is_of_one_piece() -> None:
    package = read("package.json")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert package["version"] == read("package-lock.json")["version"] == project["version"]
    (language,), (grammar,) = package["contributes"]["languages"], package["contributes"]["grammars"]
    named = (package["main"], language["configuration"], grammar["path"])
    assert all((EXTENSION / name).is_file() for name in named)
    assert language["extensions"] == [f".{each}" for each in GRAMMAR["fileTypes"]]
    assert grammar["scopeName"] == GRAMMAR["scopeName"]
    command = package["contributes"]["configuration"]["properties"]["trainrules.command"]["default"]
    assert command[0] in project["scripts"] and command[1] in app.commands
    assert re.compile(read("language-configuration.json")["wordPattern"]).fullmatch("multi-agency")


def test_the_hooks_are_valid_and_run_commands_that_are_there() -> None:
    hooks = load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))
    assert [hook["id"] for hook in hooks] == ["trainrules-format", "trainrules-check", "trainrules-test"]
    for hook in hooks:
        program, command = hook["entry"].split()
        assert program == "trainrules" and command in app.commands
        assert re.search(hook["files"], "policies/hackney.rules")


def test_the_server_says_what_it_needs_where_its_extra_is_not_installed(tmp_path: Path) -> None:
    hidden = (
        "import sys; sys.modules['pygls'] = None; from trainrules.cli.program import run; sys.exit(run())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", hidden, "lsp"], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert ran.returncode == 2
    assert "the language server needs pygls" in ran.stderr
    assert '`pip install "trainrules[lsp]"`' in ran.stderr

"""The bundled files are found by name, and only they are."""

from __future__ import annotations

import pytest

from trainrules.resources import folder, policy_names, policy_path, read_text

BUNDLED = ("cheshire-west", "hackney", "leicestershire", "northamptonshire", "sandwell")


def test_the_five_policies_are_bundled() -> None:
    assert policy_names() == BUNDLED


def test_the_grammar_is_there() -> None:
    assert "within" in read_text("grammars", "rules.lark")


@pytest.mark.parametrize("name", BUNDLED)
def test_a_bundled_policy_opens_by_name(name: str) -> None:
    assert policy_path(name).read_text(encoding="utf-8") == read_text("policies", f"{name}.rules")


def test_an_unknown_policy_is_told_with_those_there_are() -> None:
    with pytest.raises(FileNotFoundError, match="no bundled policy hackny; there are cheshire-west, hackney"):
        policy_path("hackny")


@pytest.mark.parametrize(
    "name", ["../pyproject.toml", "/etc/passwd", "sources/../../README.md", "", "..\\x", "x"]
)
def test_a_name_cannot_lead_out_of_the_folder(name: str) -> None:
    with pytest.raises(FileNotFoundError):
        read_text("policies", name)


def test_a_missing_folder_is_said_in_words() -> None:
    with pytest.raises(FileNotFoundError, match="installed without its recipes"):
        folder("recipes")

"""The pages of the codes are run: what to avoid gives the code, and what to prefer does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.checks.test_golden import CODES, GOLDEN, IN_NO_FOLDER, LOOKED_AT

from trainrules import api
from trainrules.examples import run_examples
from trainrules.model.files import rules_of_text
from trainrules.source import Source

PAGES = Path(__file__).parents[2] / "docs" / "codes"


def codes_of(text: str, code: str) -> set[str]:
    """Return the codes that *text* gives in the folder of the code's golden text, its examples run."""
    folder = None if code in IN_NO_FOLDER else GOLDEN / code
    file = rules_of_text(Source("<text>", text), folder)
    results = [each for result in run_examples(file) for each in result.diagnostics]
    advice = api.lint(file, LOOKED_AT) if code >= "TR6" else ()
    return {each.code for each in (*api.diagnostics_of(file), *results, *advice)}


def block(code: str, heading: str, fence: str) -> str:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    found = re.search(rf"## {heading}\n\n```{fence}\n(.*?)```", page, re.DOTALL)
    return found[1] if found else ""


@pytest.mark.parametrize("code", [code for code in CODES if block(code, "Avoid", "text")])
def test_what_a_page_says_to_avoid_gives_its_code(code: str) -> None:
    assert code in codes_of(block(code, "Avoid", "text"), code)


@pytest.mark.parametrize("code", [code for code in CODES if block(code, "Prefer", "rules")])
def test_what_a_page_prefers_does_not(code: str) -> None:
    assert codes_of(block(code, "Prefer", "rules"), code) <= {"TR305"} - {code}


def test_most_pages_show_both() -> None:
    shown = [code for code in CODES if block(code, "Avoid", "text") and block(code, "Prefer", "rules")]
    assert len(shown) >= len(CODES) - 5

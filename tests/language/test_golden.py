"""Everything that can be said about a sentence that does not parse, as its author reads it, and its pages.

A folder of `golden/` is named by its code: `policy.rules` is parsed and `said.txt` is what comes out.
`python -m tests.language.test_golden` writes the texts anew; read what it wrote.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import trainrules.language
from trainrules.diagnostics import render
from trainrules.language.parse import parse
from trainrules.source import Source

GOLDEN = Path(__file__).parent / "golden"
PAGES = Path(__file__).parents[2] / "docs" / "codes"
CODES = sorted(path.name for path in GOLDEN.iterdir())
_WIDEST = 200


def said(code: str) -> str:
    """Return everything said about the policy of *code*; a line that is much too long is cut."""
    path = GOLDEN / code / "policy.rules"
    _, told = parse(Source(path.name, path.read_text(encoding="utf-8")))
    lines = "\n\n".join(render(each) for each in told).splitlines()
    return "\n".join(line[:_WIDEST] for line in lines) + "\n"


def codes_of(text: str) -> set[str]:
    """Return the codes of what is said about *text*."""
    return {each.code for each in parse(Source("<text>", text))[1]}


def block(code: str, heading: str, fence: str) -> str:
    """Return the block under *heading* of the code's page, empty where it has none."""
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    found = re.search(rf"## {heading}\n\n```{fence}\n(.*?)```", page, re.DOTALL)
    return found[1] if found else ""


@pytest.mark.parametrize("code", CODES)
def test_a_finding_reads_as_it_should(code: str) -> None:
    told = said(code)
    assert f"[{code}]" in told
    assert told == (GOLDEN / code / "said.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", [code for code in CODES if block(code, "Avoid", "text")])
def test_each_line_that_a_page_says_to_avoid_gives_its_code_and_no_other(code: str) -> None:
    assert codes_of(block(code, "Avoid", "text")) == {code}


@pytest.mark.parametrize("code", [code for code in CODES if block(code, "Prefer", "rules")])
def test_what_a_page_prefers_gives_none(code: str) -> None:
    assert codes_of(block(code, "Prefer", "rules")) == set()


def test_every_code_has_a_golden_text_and_a_page() -> None:
    package = Path(trainrules.language.__file__).parent
    text = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    assert set(re.findall(r'"(TR\d\d\d)"', text)) == set(CODES)
    for code in CODES:
        page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
        for heading in ("## What it means", "## Avoid", "## Prefer", "## Why"):
            assert heading in page, code


def test_no_message_names_a_token() -> None:
    for code in CODES:
        text = (GOLDEN / code / "said.txt").read_text(encoding="utf-8")
        assert not re.search(r"__ANON|\$END|\bWORD\b|\bSTRING\b|\bINT\b|\bLABEL\b", text), code


if __name__ == "__main__":
    for code in CODES:
        (GOLDEN / code / "said.txt").write_text(said(code), encoding="utf-8")

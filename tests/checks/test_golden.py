"""Every finding about meaning, labels, files and examples, as its author reads it.

A folder of `golden/` is named by its code: `policy.rules` is checked, and its examples run, and `said.txt` is
what comes out. `python -m tests.checks.test_golden` writes the texts anew; read what it wrote.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from trainrules import api
from trainrules.diagnostics import in_order, render
from trainrules.examples import run_examples
from trainrules.model.files import RuleFile, rules_of_text
from trainrules.source import Source

GOLDEN = Path(__file__).parent / "golden"
CODES = sorted(path.name for path in GOLDEN.iterdir())
IN_NO_FOLDER = ("TR307",)
LOOKED_AT = date(2026, 1, 1)


def said(code: str) -> str:
    """Return everything said about the policy of *code*, with paths as they are from its folder."""
    path = GOLDEN / code / "policy.rules"
    file: RuleFile
    if code in IN_NO_FOLDER:
        file = rules_of_text(Source("<text>", path.read_text(encoding="utf-8")), None)
        found = api.diagnostics_of(file)
    else:
        file, found = api.read(path)
    results = tuple(each for result in run_examples(file) for each in result.diagnostics)
    advice = api.lint(file, LOOKED_AT) if code >= "TR6" else ()
    text = "\n\n".join(render(each) for each in in_order((*found, *results, *advice)))
    return text.replace(f"{path.parent}/", "") + "\n"


@pytest.mark.parametrize("code", CODES)
def test_a_finding_reads_as_it_should(code: str) -> None:
    told = said(code)
    assert f"[{code}]" in told
    assert told == (GOLDEN / code / "said.txt").read_text(encoding="utf-8")


def codes_used() -> set[str]:
    """Return every code of these families that the program can give."""
    import re

    package = Path(api.__file__).parent
    text = "".join(path.read_text(encoding="utf-8") for path in package.rglob("*.py"))
    return set(re.findall(r'"(TR[2-6]\d\d)"', text))


def test_every_code_has_a_golden_text_and_a_page() -> None:
    assert codes_used() == set(CODES)
    pages = Path(__file__).parents[2] / "docs" / "codes"
    for code in CODES:
        page = (pages / f"{code}.md").read_text(encoding="utf-8")
        for heading in ("## What it means", "## Avoid", "## Prefer", "## Why"):
            assert heading in page, code


if __name__ == "__main__":
    for code in CODES:
        (GOLDEN / code / "said.txt").write_text(said(code), encoding="utf-8")

"""Writes what the pages show anew: `python -m tests.docs.rewrite`; read what it wrote before keeping it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

from tests.docs.pages import ROOT, blocks, text_of
from tests.docs.reference import NAME, read, said_of
from tests.docs.script import play
from tests.docs.test_links import title_of

from trainrules.language.wrong.words import rule_words

TUTORIAL = "docs/tutorial.md"
INTRODUCTION = """\
# Errors and warnings

What `trainrules check` and `trainrules test` say of a rule file begins with a code, and every code has
a page: what it means, what to avoid, what to write instead, and why. An error keeps the file from being
used; a warning does not."""
FAMILIES = {
    1: "Sentences that cannot be read",
    2: "Names and declarations",
    3: "Labels, citations, quotes and files",
    4: "Sentences that make no sense",
    5: "Examples",
}


def language() -> None:
    """Write what stands under each block of the language reference, and its list of rule words."""
    page = text_of(NAME)
    for block in reversed(blocks(page)):
        if block.said and block.kind == "rules":
            with tempfile.TemporaryDirectory() as folder:
                said = said_of(read(block.text, Path(folder)).file)
            rest = page[block.end :]
            after = rest.index("\n\n", 6) if "\n\n" in rest[6:] else len(rest)
            page = page[: block.end] + "```\n\n" + "\n".join(f"> - {each}" for each in said) + rest[after:]
        if block.kind == "text" and not block.name:
            page = page[: block.start] + wrapped(sorted(rule_words())) + page[block.end :]
    (ROOT / NAME).write_text(page, encoding="utf-8")


def wrapped(words: list[str]) -> str:
    """Return *words* in lines of some 100 characters."""
    return textwrap.fill(" ".join(words), 100, break_on_hyphens=False) + "\n"


def tutorial() -> None:
    """Write what each command of the tutorial says; a block that leaves lines out is left as it is."""
    page = text_of(TUTORIAL)
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for each in reversed(list(play(page, Path(folder), run))):
            if not each.agrees:
                sys.stdout.write(f"line {each.block.line}: {each.command}\n")
            if "[…]" not in each.shown:
                said = f"{each.command}\n{each.said}"
                page = page[: each.block.start] + said + page[each.block.end :]
        os.chdir(here)
    (ROOT / TUTORIAL).write_text(page, encoding="utf-8")


def codes() -> None:
    """Write the index of the codes: the title of each page, a table a family."""
    lines = [INTRODUCTION]
    for family, about in FAMILIES.items():
        lines += [f"\n## {about}\n", "| code | what it is |", "|---|---|"]
        pages = sorted((ROOT / "docs" / "codes").glob(f"TR{family}*.md"))
        lines += [f"| [{page.stem}]({page.name}) | {title_of(page.stem)} |" for page in pages]
    (ROOT / "docs" / "codes" / "index.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def run(words: list[str]) -> str:
    """Return all that `trainrules` says when it is run with *words*."""
    ran = subprocess.run(
        [sys.executable, "-m", "trainrules", *words], capture_output=True, text=True, check=False
    )
    return ran.stderr + ran.stdout + (f"(exit status {ran.returncode})\n" if ran.returncode else "")


if __name__ == "__main__":
    language()
    tutorial()
    codes()

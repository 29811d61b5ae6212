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

from trainrules.language.wrong.words import rule_words

TUTORIAL = "docs/tutorial.md"


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
                print(f"line {each.block.line}: {each.command}")
            if "[…]" not in each.shown:
                said = f"{each.command}\n{each.said}"
                page = page[: each.block.start] + said + page[each.block.end :]
        os.chdir(here)
    (ROOT / TUTORIAL).write_text(page, encoding="utf-8")


def run(words: list[str]) -> str:
    """Return all that `trainrules` says when it is run with *words*."""
    ran = subprocess.run([sys.executable, "-m", "trainrules", *words], capture_output=True, text=True, check=False)
    return ran.stderr + ran.stdout + (f"(exit status {ran.returncode})\n" if ran.returncode else "")


if __name__ == "__main__":
    language()
    tutorial()

"""Writes what the pages show anew: `python -m tests.docs.rewrite`; read what it wrote before keeping it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.docs.pages import ROOT, blocks, text_of
from tests.docs.reference import NAME, read, said_of

from trainrules.language.wrong.words import rule_words


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
    import textwrap

    return textwrap.fill(" ".join(words), 100, break_on_hyphens=False) + "\n"


if __name__ == "__main__":
    language()

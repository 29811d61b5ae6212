"""A page as something to do step by step: files are written as they are shown, and commands are run."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

from attrs import frozen
from tests.docs.pages import Block, blocks

Run = Callable[[list[str]], str]
"""Runs the command line and returns all that it says, with `(exit status 1)` under it when it is not 0."""

_MORE = re.compile(r"^\[…\]\n", re.MULTILINE)


@frozen
class Said:
    """A `console` block, and what its command really said."""

    block: Block
    said: str

    @property
    def command(self) -> str:
        """Return the first line, with the command."""
        return self.block.text.partition("\n")[0]

    @property
    def shown(self) -> str:
        """Return what the page says that it said."""
        return self.block.text.partition("\n")[2]

    @property
    def agrees(self) -> bool:
        """Return whether the page is right; a line `[…]` stands for lines that it leaves out."""
        parts = [re.escape(part) for part in _MORE.split(self.shown)]
        return re.fullmatch("(?:.*\n)*?".join(parts), self.said) is not None


def play(page: str, folder: Path, run: Run) -> Iterator[Said]:
    """Do what *page* says, in *folder*, and yield each command with what it said."""
    for block in blocks(page):
        if block.does == "file":
            (folder / block.name).write_text(block.text, encoding="utf-8")
        elif block.does == "append":
            with (folder / block.name).open("a", encoding="utf-8") as file:
                file.write(block.text)
        elif block.kind == "console":
            line = block.text.partition("\n")[0]
            dollar, program, *words = shlex.split(line)
            assert (dollar, program) == ("$", "trainrules"), line
            yield Said(block, run(words))

"""A page of Markdown as a script: the files it shows, the commands it runs and what they say."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from attrs import frozen

_FILE = re.compile(r"<!-- file: (\S+) -->\n```\w*\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_CONSOLE = re.compile(r"```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_STATUS = re.compile(r"\(exit status (\d)\)\n\Z")


@frozen
class Command:
    """A line after `$ `, its words, what the page says it prints, and with which exit status it ends."""

    words: tuple[str, ...]
    said: str
    status: int


def files(page: str) -> dict[str, str]:
    """Return the files that *page* shows: each block after a comment `file: NAME`."""
    return dict(_FILE.findall(page))


def commands(page: str) -> list[Command]:
    """Return the commands in the `console` blocks of *page*; a last line may tell an exit status."""
    found = []
    for block in _CONSOLE.findall(page):
        for each in block.removeprefix("$ ").split("\n$ "):
            line, _, said = each.partition("\n")
            status = _STATUS.search(said)
            said = said[: status.start()] if status else said
            found.append(Command(tuple(shlex.split(line)), said, int(status[1]) if status else 0))
    return found


def written(page: str, folder: Path) -> None:
    """Write the files that *page* shows to *folder*."""
    for name, text in files(page).items():
        (folder / name).write_text(text, encoding="utf-8")

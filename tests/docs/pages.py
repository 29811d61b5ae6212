"""A page of Markdown as its parts: headings, links, and fenced blocks with the file each stands for."""

from __future__ import annotations

import re
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

_BLOCK = re.compile(
    r"(?:^<!-- (?P<does>file|append): (?P<name>\S+) -->\n)?^```(?P<kind>\w*)\n(?P<text>.*?)^```$"
    r"(?:\n\n(?P<said>(?:^>[^\n]*\n?)+))?",
    re.DOTALL | re.MULTILINE,
)
_LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")


@frozen
class Block:
    """A fenced block: its *kind* is the word after the fence, *said* the quoted list under it.

    *does* is `file` or `append` where a comment before it names a file; *start* and *end* are where its
    text stands on the page, *line* the line of its fence.
    """

    kind: str
    text: str
    does: str
    name: str
    said: tuple[str, ...]
    start: int
    end: int
    line: int


def text_of(name: str) -> str:
    """Return the text of the page *name*, a path from the root of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(page: str, *kinds: str) -> list[Block]:
    """Return the fenced blocks of *page*, in order; with *kinds*, only those."""
    found = []
    for each in _BLOCK.finditer(page):
        if not kinds or each["kind"] in kinds:
            said = tuple(line.removeprefix("> - ") for line in (each["said"] or "").splitlines())
            line = page.count("\n", 0, each.start()) + 1
            where = (each.start("text"), each.end("text"), line)
            found.append(
                Block(each["kind"], each["text"], each["does"] or "", each["name"] or "", said, *where)
            )
    return found


def prose(page: str) -> str:
    """Return *page* without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", page, flags=re.DOTALL | re.MULTILINE)


def links(page: str) -> list[str]:
    """Return where the links of *page* lead."""
    return _LINK.findall(re.sub(r"`[^`\n]*`", "`", prose(page)))


def anchors(page: str) -> set[str]:
    """Return the anchors of the headings of *page*, as a web site makes them."""
    headings = re.findall(r"^#+ (.*)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}

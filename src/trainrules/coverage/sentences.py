"""The sentences of a source text, and which of them ask for something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

_NEW_BLOCK = re.compile(r"^\s*(?:[-•*|]|#{1,6}\s|\d+(?:\.\d+)*\.?\s|[a-z]\)\s)|^\s*$")
_CLOSING = r"[”\"')\]*_]*(?:\[\^?\d{1,3}\]|[⁰¹²³⁴-⁹]+)?"
_END = re.compile(rf"(?<=[.?!]){_CLOSING}\s+(?=[“\"'(\[*_]*[A-Z])")
_SHORT = r"\b(?:e\.g|i\.e|etc|cf|No|para|Dr|Mr|Mrs|Ms|St|p|pp|fig|vol)\."
_NOT_AN_END = re.compile(rf"(?:{_SHORT}|^[\s\-•*_#|]*\d+(?:\.\d+)*\.){_CLOSING}$", re.IGNORECASE)
_NORMATIVE = re.compile(
    r"\b(?:must|shall|should|will|"
    r"(?:is|are|be|been) (?:required|expected|recommended|advised|obliged|responsible)|"
    r"requires?|requirements?|expects?|recommends?|recommendations?|needs? to|ought to|has to|have to|"
    r"responsib(?:le for|ility (?:to|for))|is to|are to|mandatory|compulsory)\b",
    re.IGNORECASE,
)
_FIRST_WORDS = re.compile(r"[\s\-•*_#|]*")


@frozen
class Sentence:
    """A sentence of the source: its place (offsets, the end exclusive), its line from 1, and its words."""

    start: int
    end: int
    line: int
    text: str

    @property
    def is_normative(self) -> bool:
        """Return whether it says what must, should or will be done, by its words alone."""
        return _NORMATIVE.search(self.text) is not None


def sentences(source: str) -> tuple[Sentence, ...]:
    """Return every sentence of *source*; a list item, a heading and a table row end with their line."""
    found = []
    for start, end in _blocks(source):
        for place, last in _split(source, start, end):
            marks = _FIRST_WORDS.match(source, place, last)
            first = marks.end() if marks else place
            text = " ".join(source[first:last].split())
            if text:
                found.append(Sentence(first, last, source.count("\n", 0, first) + 1, text))
    return tuple(found)


def _blocks(source: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text that go on over line ends."""
    start = place = 0
    for line in source.splitlines(keepends=True):
        if _NEW_BLOCK.match(line):
            yield start, place
            start = place
        place += len(line)
    yield start, place


def _split(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in _END.finditer(source, start, end):
        last = match.start() + len(match[0].rstrip())
        if not _NOT_AN_END.search(source[first:last]):
            yield first, last
            first = match.end()
    yield first, len(source[:end].rstrip()) if source[start:end].strip() else first

"""Where the words of a quote stand in the source, the marks of typesetting aside."""

from __future__ import annotations

from attrs import frozen

from trainrules.checks.quoting import (
    BULLET,
    EMPHASIS,
    GLUED_NOTE,
    LINK,
    NOTE_MARK,
    STYLE,
    TAG,
    evened,
    without_note_digits,
)


@frozen
class Plain:
    """The words of a source in one style, and where each of their characters stands in it."""

    words: str
    places: tuple[int, ...]

    def find(self, quote: str) -> tuple[tuple[int, int], ...]:
        """Return every stretch of the source that *quote* is: offsets, the end exclusive."""
        wanted = evened(quote)
        found: list[tuple[int, int]] = []
        at = self.words.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            if _is_whole(self.words, at, end):
                found.append((self.places[at], self.places[end - 1] + 1))
            at = self.words.find(wanted, at + 1)
        return tuple(found)


def plain(source: str, *, note_digits: bool = True) -> Plain:
    """Return the words of *source*; without *note_digits* those of footnotes behind words are left out."""
    gone = bytearray(len(source))
    for pattern in (NOTE_MARK, TAG, EMPHASIS, BULLET, *(() if note_digits else (GLUED_NOTE,))):
        for match in pattern.finditer(source):
            gone[match.start() : match.end()] = b"\1" * len(match[0])
    for match in LINK.finditer(source):
        gone[match.start() : match.start(1)] = b"\1" * (match.start(1) - match.start())
        gone[match.end(1) : match.end()] = b"\1" * (match.end() - match.end(1))
    words: list[str] = []
    places: list[int] = []
    for place, char in enumerate(source):
        if gone[place] or (char.isspace() and words[-1:] in ([], [" "])):
            continue
        words.append(" " if char.isspace() else char.translate(STYLE))
        places.append(place)
    return Plain("".join(words), tuple(places))


def located(quote: str, plains: tuple[Plain, Plain]) -> tuple[tuple[int, int], ...]:
    """Return where *quote* stands, in the words with note digits, else in those without."""
    with_digits, without = plains
    return with_digits.find(quote) or without.find(without_note_digits(evened(quote)))


def _is_whole(words: str, start: int, end: int) -> bool:
    opens = start == 0 or not (words[start - 1].isalnum() and words[start].isalnum())
    return opens and (end == len(words) or not (words[end].isalnum() and words[end - 1].isalnum()))

"""What each word of a rule file is, for an editor to colour: rule words, names by their kind, comments."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from attrs import frozen

from trainrules.language.sentences import comment_at, split
from trainrules.language.wrong.words import is_word, tokens
from trainrules.lsp.document import Document
from trainrules.lsp.mentions import How
from trainrules.source import Span

KINDS = (
    *("keyword", "string", "number", "comment", "class", "function", "enumMember", "property"),
    *("namespace", "struct", "variable", "decorator"),
)
"""The colours, by the protocol's own names."""

_OF_WORD = {
    **dict.fromkeys(("group", "level", "role"), "class"),
    **dict.fromkeys(("course", "activity", "qualification", "evaluation"), "function"),
    **dict.fromkeys(("value", "format", "delivery"), "enumMember"),
    **dict.fromkeys(("document", "standard"), "struct"),
    "attribute": "property",
    "body": "namespace",
    "date": "variable",
    "rule": "decorator",
}
_OF_TOKEN = {
    "STRING": "string",
    "LABEL": "decorator",
    **dict.fromkeys(("INT", "DECIMAL", "NUMBERED"), "number"),
}


@frozen
class Colour:
    """A stretch within one line, what it is, and whether it declares a name."""

    span: Span
    kind: str
    declares: bool = False


def colours(document: Document) -> tuple[Colour, ...]:
    """Return the coloured stretches in the order of the text; none overlaps another or a line end."""
    named = {each.span: each for each in document.mentions if each.how is not How.WITHIN}
    spans = sorted(named, key=lambda span: span.start)
    starts = [span.start for span in spans]
    found: list[Colour] = []
    last = 0
    for each in sorted(_plain(document), key=lambda colour: (colour.span.start, colour.span.end)):
        inner = spans[bisect_left(starts, each.span.start) : bisect_left(starts, each.span.end)]
        for span in [span for span in inner if span.end <= each.span.end] or [each.span]:
            mention = named.get(span)
            kind = _OF_WORD[mention.word.kind] if mention else each.kind
            pieces = [piece for piece in document.places.by_line(span) if piece.start >= last]
            found += (Colour(piece, kind, bool(mention and mention.declares)) for piece in pieces if kind)
            last = max(last, span.end)
    return tuple(found)


def _plain(document: Document) -> Iterator[Colour]:
    """Yield comments and the tokens of every sentence, by what they look like; a bare name has no colour."""
    text = document.text
    start = 0
    for line in text.split("\n"):
        at = comment_at(line)
        if at < len(line.rstrip("\r")):
            yield Colour(Span(start + at, start + len(line.rstrip("\r"))), "comment")
        start += len(line) + 1
    for block in split(text):
        for span in (block.span, *block.parts):
            for token in tokens(text[span.start : span.end]):
                begin = span.start + (token.start_pos or 0)
                kind = _OF_TOKEN.get(token.type, "keyword" if is_word(token) else "")
                yield Colour(Span(begin, begin + len(token.rstrip())), kind)

"""One sentence as it is best written: the author's own words, in one spelling, spaced and in even lines."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen
from lark import Token

from trainrules.language.build.when import MONTHS
from trainrules.language.wrong.words import rule_words, tokens

WIDTH = 110
DEEPER = "    "

_MAY_HAVE_CAPITALS = (
    "group groups level levels role roles everyone everybody staff trainer trainers agency agencies member "
    "members partnership body bodies course courses school single-agency multi-agency e-learning "
    "face-to-face virtual"
)
_DASHES = ("–", "—", "-")
_CLAUSES = (
    "within every each by once before between over unless until from not if then prior counted keeping "
    "instead otherwise in annually yearly must should may is are"
)
_KEEP_CAPITALS, _BREAK_BEFORE = frozenset(_MAY_HAVE_CAPITALS.split()), frozenset(_CLAUSES.split())
_COMMA, _CLAUSE, _SPACE, _IN_QUOTES = 0, 1, 2, 3
_LONG_QUOTE = 60


@frozen
class Laid:
    """The *lines* of a sentence, the *citation* that ends the last, and the *quotes* under them.

    The second and later lines are indented further.
    """

    lines: tuple[str, ...]
    citation: str = ""
    quotes: tuple[str, ...] = ()


@frozen
class Piece:
    """A word, mark or quote with what stands before it; *rank* is how good a place it is for a new line."""

    text: str
    is_apart: bool
    rank: int


def laid_out(words: str, *, cites: bool = True, width: int = WIDTH, digits: bool = True) -> Laid:
    """Return *words*, a sentence that parses, laid out; comments in it are left out.

    With *cites* a last `[label]` is the citation, and what follows it are quotes. Without *digits* no line
    begins with a figure, which would be a new item. A quote too long for *width* is broken between words.
    """
    found = tokens(words)
    cut = _citation(found) if cites else len(found)
    citation = _spelt(found[cut], False) if cut < len(found) else ""
    lines = _broken(list(_pieces(found[:cut])), width, digits)
    quotes = [line for each in found[cut + 1 :] for line in _broken(list(_pieces([each])), width, digits)]
    return Laid(tuple(lines), citation, tuple(quotes))


def _citation(found: list[Token]) -> int:
    """Return where the citation stands: a label with only quotes after it, and no `of` before it."""
    at = len(found)
    while at and found[at - 1].type == "STRING":
        at -= 1
    is_cited = at > 1 and found[at - 1].type == "LABEL" and found[at - 2].lower() not in ("of", "and", "or")
    return at - 1 if is_cited else len(found)


def _pieces(found: list[Token]) -> Iterator[Piece]:
    for number, token in enumerate(found):
        before = found[number - 1] if number else None
        rank = _SPACE
        if before is not None and before.type == "COMMA":
            rank = _COMMA
        elif token.lower().split(" ")[0] in _BREAK_BEFORE:
            rank = _CLAUSE
        is_apart = before is not None and not _is_glued(before, token)
        text = _spelt(token, number == 0)
        if token.type == "STRING" and len(text) > _LONG_QUOTE:
            word, *words = text.split(" ")
            yield Piece(word, is_apart, rank)
            yield from (Piece(each, True, _IN_QUOTES) for each in words)
        else:
            yield Piece(text, is_apart, rank)


def _is_glued(before: Token, token: Token) -> bool:
    return token in (",", ":", "%") or token in _DASHES or before in _DASHES


def _spelt(token: Token, is_first: bool) -> str:
    """Return *token* in its one spelling; a name is as the author wrote it."""
    text = " ".join(token.split())
    if token.type == "STRING":
        inner = " ".join(text[1:-1].split())
        return f'"{inner}"' if '"' not in inner else f"“{inner}”"
    if token.type == "LABEL":
        return f"[{' '.join(text[1:-1].split())}]"
    if token.type == "UNLESS":
        return f"unless{text[6:]}"
    if text in _DASHES:
        return "–"
    return _cased(text, is_first) if token.type not in ("WORD", "CAPITAL_A") else text


def _cased(text: str, is_first: bool) -> str:
    low = text.lower()
    if low in MONTHS:
        return low.title()
    if low not in rule_words():
        return text
    if text.isupper() and len(text) > 1:
        return low.capitalize() if is_first or low in _KEEP_CAPITALS else low
    return text if is_first or low in _KEEP_CAPITALS else low


def _broken(pieces: list[Piece], width: int, digits: bool) -> list[str]:
    """Return *pieces* as lines of at most *width*, broken at the best place that leaves no stub of a line."""
    lines: list[str] = []
    start = 0
    while start < len(pieces):
        end = _line_end(pieces, start, width - len(DEEPER), digits)
        lines.append(_joined(pieces[start:end]))
        start = end
    return lines


def _line_end(pieces: list[Piece], start: int, room: int, digits: bool) -> int:
    """Return before which piece the line that begins with piece *start* ends."""
    length, places = 0, dict[int, list[tuple[int, int]]]()
    for at in range(start, len(pieces)):
        piece = pieces[at]
        if at > start and piece.is_apart and (digits or not piece.text[0].isdigit()):
            places.setdefault(piece.rank, []).append((length, at))
        length += len(piece.text) + (piece.is_apart and at > start)
        if length > room and places:
            full = [(p[-1], rank) for rank, p in sorted(places.items()) if p[-1][0] >= room * 0.4]
            return full[0][0][1] if full else max(p[-1] for p in places.values())[1]
    return len(pieces)


def _joined(pieces: list[Piece]) -> str:
    return "".join((" " if piece.is_apart and at else "") + piece.text for at, piece in enumerate(pieces))

"""How quotes are compared with their source: word for word, the marks of typesetting aside."""

from __future__ import annotations

import re
from functools import lru_cache

LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*(?:\s[^()]*)?\)")
NOTE_MARK = re.compile(r"<sup>(?:(?!<sup>).)*?</sup>|\[\^?\d{1,3}\]|[⁰¹²³⁴-⁹]", re.IGNORECASE)
TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
EMPHASIS = re.compile(r"\\?[*_]")
BULLET = re.compile(r"^[^\S\n]*(?:[-•]\s+)+", re.MULTILINE)
GLUED_NOTE = re.compile(r"(?<=[a-z)”\"'][.,;:])\d{1,2}(?=\s|$)|(?<=[a-z])\d{1,2}(?=[\s.,;:]|$)")
STYLE = str.maketrans(
    {**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’`´", "'"), **dict.fromkeys("–—−‐‑", "-")}
)


@lru_cache(maxsize=64)
def evened(text: str) -> str:
    """Return *text* without emphasis, links, tags and note marks, with one style of quotes and dashes."""
    text = LINK.sub(r"\1", BULLET.sub("", text))
    text = EMPHASIS.sub("", TAG.sub("", NOTE_MARK.sub("", text)))
    return " ".join(text.translate(STYLE).split())


@lru_cache(maxsize=64)
def without_note_digits(text: str) -> str:
    """Return evened *text* without the digits of footnotes that stand close behind a word."""
    return GLUED_NOTE.sub("", text)


def is_quoted_from(quote: str, source: str) -> bool:
    """Return whether the words of *quote* are in *source*, as whole words; an empty quote is not."""
    words, text = evened(quote), evened(source)
    if not words:
        return False
    return _has_words(words, text) or _has_words(without_note_digits(words), without_note_digits(text))


def _has_words(words: str, text: str) -> bool:
    """Return whether *words* stand in *text* and run into no other word at either end."""
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        opens = start == 0 or not (text[start - 1].isalnum() and words[0].isalnum())
        closes = end == len(text) or not (text[end].isalnum() and words[-1].isalnum())
        if opens and closes:
            return True
        start = text.find(words, start + 1)
    return False


def agreeing_start(quote: str, source: str) -> str:
    """Return the longest start of *quote*, in whole words, that is in *source*; empty when none is."""
    words, text = evened(quote).split(), evened(source)
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if _has_words(" ".join(words[:middle]), text):
            low = middle
        else:
            high = middle - 1
    return " ".join(words[:low])

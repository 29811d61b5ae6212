"""Subjects and audiences as they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trainrules.language.ast import Pick, Qualifier, Subject
from trainrules.language.written.words import ident, listed, mode, name, plain, quoted

_KIN_WORD = re.compile(r"^(group|level)s? ")
_KIN = ("group", "level", "role")


def subject(it: Subject) -> str:
    """Return whom a sentence is about, with a capital unless a name comes first."""
    words = listed(_capitals(picks(it.picks)))
    if it.picks[0].noun is not None:
        words = words[0].upper() + words[1:]
    return words + ("" if it.qualifier is None else f" {qualifier(it.qualifier)}")


def _capitals(words: list[str]) -> list[str]:
    """Return *words* with `Group` and `Level` as a rule writes them; a declaration writes them small."""
    return [_KIN_WORD.sub(lambda found: found[0].title(), each) for each in words]


def picks(them: Sequence[Pick], first_is_article: bool = True) -> list[str]:
    """Return each pick; a lone `A` in first place is quoted where it would read as the article."""
    words = []
    for place, it in enumerate(them):
        more = _more(them, place)
        words.append(pick(it, plural=more, first=first_is_article and place == 0))
    return words


def _more(them: Sequence[Pick], place: int) -> bool:
    after = them[place + 1] if place + 1 < len(them) else None
    return after is not None and after.noun is None and after.low is not None and _short(after.low.text)


def _short(text: str) -> bool:
    return text.isdigit() or len(text) == 1


def pick(it: Pick, plural: bool = False, first: bool = False) -> str:
    """Return one item of a subject."""
    if it.noun in _KIN or it.noun is None:
        return _named(it, plural, first)
    if it.noun == "members" and it.low is not None:
        return f"members of {name(it.low)}"
    if it.noun == "body" and it.low is not None:
        return f"body {name(it.low)}"
    if it.noun == "courses":
        return " ".join(["every", *(mode(each) for each in it.modes), "course"])
    return "the partnership" if it.noun == "partnership" else it.noun


def _named(it: Pick, plural: bool, first: bool) -> str:
    assert it.low is not None
    low = _lone(it.low.text, first) if it.noun is None else ident(it.low)
    if it.high is not None:
        low = f"{low}–{_end(it, it.high.text)}"
    many = plural or it.high is not None or it.above
    noun = "" if it.noun is None else f"{it.noun}s " if many else f"{it.noun} "
    return f"{noun}{low}" + (" and above" if it.above else "")


def _lone(text: str, first: bool) -> str:
    if text.isascii() and text.isdigit():
        return quoted(text) if first else text
    return plain(text) if first else name(text)


def _end(it: Pick, text: str) -> str:
    numbers = it.noun is not None or (it.low is not None and it.low.text.isdigit())
    return text if numbers and text.isascii() and text.isdigit() else name(text)


def audience(them: Sequence[Pick]) -> str:
    """Return whom a declaration is for: no commas, and courses in the plural."""
    written = picks(them, first_is_article=False)
    return " and ".join(
        " ".join([*(mode(each) for each in it.modes), "courses"]) if it.noun == "courses" else words
        for it, words in zip(them, written, strict=True)
    )


def qualifier(it: Qualifier) -> str:
    """Return `who are DSL`, `except volunteers`, `in the voluntary sector`."""
    them = _capitals(picks(it.picks, first_is_article=False))
    words = listed(them, "and" if it.kind == "except" else "or")
    if it.attribute is None:
        return f"{it.kind} {words}"
    first = it.picks[0]
    article = "the " if first.noun is None and first.high is None and words[0] not in "A0123456789" else ""
    return f"{it.kind} {article}{words} {plain(it.attribute)}"

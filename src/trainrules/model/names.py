"""What a name in a sentence stands for: found in the vocabulary, implied in a terse file, or an error."""

from __future__ import annotations

import re

from trainrules.language import ast
from trainrules.model.problems import Problems
from trainrules.model.rules import fold
from trainrules.model.vocabulary import ARTICLED, Vocabulary, Word, singulars

_HOW_TO_DECLARE = {
    "group": "group {}",
    "level": "level {}",
    "role": "role {}",
    "attribute": "attribute {}: …",
    "course": "course {}",
    "activity": "activity {}: …",
    "body": "body {}",
    "format": "format {}",
    "date": "date {}",
    "document": "document {}",
    "qualification": "qualification {}",
    "evaluation": "evaluation {}",
    "standard": "standard {} for …",
}


_PEOPLE = ("group", "level", "role")
_GROUP_IN_QUOTES = re.compile(r"(group|level|role)s?\s+\S", re.IGNORECASE)

STANDING_ALONE = ("group", "level", "role", "value")
STANDING_ALONE_TEXT = "a group, level or role"
"""What a name can be that stands alone in a subject, and how that is said."""


MOST_SEARCHES = 50
"""How many unknown names of a file are looked for among all the others: each such search is slow."""


class Names:
    """Finds what names stand for; a file that declares nothing declares what it mentions, as first spelt."""

    def __init__(self, words: Vocabulary, problems: Problems) -> None:
        self.words = words
        self._problems = problems
        self._mentioned: dict[tuple[str, str, str], Word] = {}
        self._known: set[tuple[str, str]] = set()
        self._searches = MOST_SEARCHES

    def one(self, name: ast.Name, kinds: tuple[str, ...], implied: str = "", of: str = "") -> Word:
        """Return the word of one of *kinds* that *name* stands for.

        In a terse file an unknown name is of the *implied* kind (the first of *kinds* when not said). What
        cannot be found, or could be several things, is an error, and a word that keeps the name as written.
        *of* says which attribute a value has to belong to.
        """
        found = self.words.find(name.text, kinds)
        if of:
            found = tuple(word for word in found if fold(word.of) == fold(of))
        if len(found) > 1:
            self._ambiguous(name, found)
        if found:
            return found[0]
        kind = implied or kinds[0]
        if self.words.closed:
            self.refuse(name, kinds, of)
            return Word(kind, name.text)
        if not self.is_known(name, (kind,)):
            self._doubt(name, kind)
        return self._mention(kind, name.text, of)

    def _doubt(self, name: ast.Name, kind: str) -> None:
        """Warn of a name, met for the first time, that looks like something else than it is taken for."""
        if kind == "role" and _GROUP_IN_QUOTES.match(name.text):
            declared = declaration("role", name.text)
            message = f"`{name.text}` in quotes is a role of that name"
            advice = f"leave the quotes out: `{name.text}`; if it is a role, declare it: `{declared}`"
            self._problems.warn("TR210", message, name.span, "taken for a role", advice)
        elif kind in ("group", "level") and "/" in name.text:
            ends = " and ".join(part for part in name.text.split("/") if part)
            message = f"`{name.text}` is one {kind} of that name"
            advice = f"write `{kind.title()}s {ends}`; if it is one, declare it: `{kind} {name.text}`"
            self._problems.warn("TR210", message, name.span, "one, not several", advice)

    def is_known(self, name: ast.Name, kinds: tuple[str, ...]) -> bool:
        """Return whether *name* is declared, or was mentioned, as one of *kinds*."""
        if self.words.find(name.text, kinds):
            return True
        return any((kind, fold(name.text)) in self._known for kind in kinds)

    def _mention(self, kind: str, text: str, of: str) -> Word:
        keys = [(kind, each, fold(of)) for each in (fold(text), *singulars(fold(text)))]
        for key in keys:
            if key in self._mentioned:
                return self._mentioned[key]
        self._known.add((kind, fold(text)))
        return self._mentioned.setdefault(keys[0], Word(kind, text))

    def _ambiguous(self, name: ast.Name, found: tuple[Word, ...]) -> None:
        could = " and ".join(dict.fromkeys(_described(word) for word in found))
        ways = [_said_outright(word) for word in found]
        self._problems.error(
            "TR203",
            f"`{name.text}` is both {could}" if len(found) == 2 else f"`{name.text}` could be {could}",
            name.span,
            "which of them?",
            f"say which: write {' or '.join(f'`{way}`' for way in ways)}",
        )

    def refuse(self, name: ast.Name, kinds: tuple[str, ...], of: str = "") -> None:
        """Say that *name* is none of *kinds* (no value of *of*), and what it is instead or is meant to be."""
        other = self.words.everything(name.text)
        wanted = STANDING_ALONE_TEXT if kinds == STANDING_ALONE else ARTICLED[kinds[0]]
        wanted = f"a value of `{of}`" if of else wanted
        near = self._near(name, kinds)
        if other:
            self._problems.error(
                "TR202",
                f"`{name.text}` is {_described(other[0])}, not {wanted}",
                name.span,
                f"{wanted} is named here",
                f"did you mean `{near}`?" if near else _instead(other[0], kinds, name.text),
                fix=quoted(near) if near else "",
            )
            return
        self._problems.error(
            "TR201",
            f"there is no {wanted.partition(' ')[2]} called `{name.text}`",
            name.span,
            "named here",
            f"did you mean `{near}`?" if near else f"declare it first: `{_declaration(kinds, name.text)}`",
            fix=quoted(near) if near else "",
        )

    def _near(self, name: ast.Name, kinds: tuple[str, ...]) -> str:
        """Return the known name that *name* probably means; empty when none is close."""
        self._searches -= 1
        return self.words.near(name.text, kinds) if self._searches >= 0 else ""


def declaration(kind: str, name: str) -> str:
    """Return how a word of *kind* called *name* is declared."""
    if kind == "value":
        return f"attribute …: {quoted(name)}"
    return _HOW_TO_DECLARE[kind].format(quoted(name))


def _instead(word: Word, kinds: tuple[str, ...], name: str) -> str:
    """Return what to write where *word* is written as one of *kinds*: as what it is, who it is for aside."""
    declared = f"declare it as well: `{_declaration(kinds, name)}`"
    if kinds == STANDING_ALONE and word.kind == "body":
        return f"write `body {quoted(word.name)}`"
    if kinds[0] not in _PEOPLE or word.kind not in _PEOPLE:
        return declared
    written = quoted(word.name) if word.kind == "role" else f"{word.kind.title()} {quoted(word.name)}"
    return f"write `{written}`; or, if there is such a {kinds[0]} too, {declared}"


def quoted(name: str) -> str:
    """Return *name* as it is written in a rule: in quotes unless it is one plain word."""
    return name if name.replace("-", "").isalnum() else f'"{name}"'


def _declaration(kinds: tuple[str, ...], name: str) -> str:
    return declaration("role" if kinds == STANDING_ALONE else kinds[0], name)


def _described(word: Word) -> str:
    return f"a value of `{word.of}`" if word.kind == "value" else ARTICLED[word.kind]


def _said_outright(word: Word) -> str:
    if word.kind == "value":
        return f"in the {quoted(word.name)} {quoted(word.of)}"
    return f"{word.kind} {quoted(word.name)}"

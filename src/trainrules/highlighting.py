"""The rule language for Pygments: rule words, names, quotes, citations, numbers and comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from pygments.lexer import RegexLexer
from pygments.token import Comment, Keyword, Name, Number, Punctuation, String, Text, Whitespace, _TokenType

from trainrules.language.build.when import MONTHS
from trainrules.language.wrong.words import rule_words

_STRENGTHS = ("must", "should", "may", "recommended")
_OPENS = (
    "policy source in next breaks strength calendar uses groups group levels level roles role attribute "
    "course activity body format formats date dates document documents qualification qualifications "
    "evaluation evaluations note standard example expect"
)
_OPENING = frozenset(_OPENS.split())

Found = tuple[int, _TokenType, str]


class RulesLexer(RegexLexer):
    """Reads rule files; what is no word or mark of the language is an Error token.

    The rule words are the grammar's own; they are looked up when the first text is read.
    """

    name = "Training rules"
    aliases: ClassVar[list[str]] = ["trainrules", "rules"]
    filenames: ClassVar[list[str]] = ["*.rules"]
    mimetypes: ClassVar[list[str]] = ["text/x-trainrules"]
    url = ""
    version_added = ""
    priority = 0.5

    tokens: ClassVar[dict[str, list[Any]]] = {
        "root": [
            (r"[\s\ufeff]+", Whitespace),
            (r"#[^\n]*", Comment.Single),
            (r'"[^"]*"|“[^”]*”', String.Double),
            (r"\[[^\[\]\n]*\]", Name.Label),
            (r"[0-9]+[a-z]?[.)](?![0-9])", Number),
            (r"[0-9]+\.[0-9]+", Number.Float),
            (r"[0-9]+", Number.Integer),
            (r"[^\W\d_](?:[\w'’&\/-]*[\w'’])?", Text),
            (r"[,:%–—-]", Punctuation),
        ]
    }

    def get_tokens_unprocessed(self, text: str, stack: Iterable[str] = ("root",)) -> Iterator[Found]:
        """Yield the tokens of *text*: where each begins, what it is, and its text."""
        opens = True
        for at, kind, value in super().get_tokens_unprocessed(text, stack):
            yield at, _kind(value, opens) if kind is Text else kind, value
            opens = kind is Whitespace and (opens or "\n" in value)


def _kind(word: str, opens: bool) -> _TokenType:
    """Return what *word* is; *opens* tells that it begins a line."""
    low = word.lower()
    if low not in rule_words() or word == "A":
        return Name
    if low in _STRENGTHS:
        return Keyword.Type
    if low.title() in map(str.title, MONTHS) and low != "may":
        return Keyword.Constant
    return Keyword.Declaration if opens and low in _OPENING else Keyword

"""The rule words of the grammar, and the tokens of a sentence that may not parse."""

from __future__ import annotations

from functools import lru_cache

from lark import Token
from lark.exceptions import LarkError

from trainrules.language.grammar import parser

PUNCTUATION = {",": "a comma", ":": "a colon", "–": "a dash", "—": "a dash", "-": "a dash", "%": "`%`"}


@lru_cache(maxsize=1)
def spellings() -> dict[str, str]:
    """Return what each terminal of the grammar that is a fixed word or mark looks like."""
    return {each.name: each.pattern.value for each in parser().terminals if each.pattern.type == "str"}


@lru_cache(maxsize=1)
def rule_words() -> frozenset[str]:
    """Return every rule word in lower case: the words that are reserved."""
    fixed = {word.lower() for word in spellings().values() if word[0].isalpha() and word != "A"}
    return frozenset(fixed | {"unless"})


def is_word(token: Token) -> bool:
    """Return whether *token* is a rule word."""
    return token.lower() in rule_words() or token.type == "UNLESS"


def tokens(words: str) -> list[Token]:
    """Return the tokens of *words*, as far as they can be told apart."""
    found: list[Token] = []
    reader = parser().parse_interactive(words, start="sentence")  # `Lark.lex` would build a lexer each time
    try:
        found.extend(reader.lexer_thread.lex(reader.parser_state))  # type: ignore[no-untyped-call]
    except LarkError:
        return found
    return found


def spelled(names: set[str]) -> set[str]:
    """Return the words and marks of terminal *names*; a terminal that is a pattern keeps its name."""
    known = spellings()
    return {known.get(name, name) for name in names}

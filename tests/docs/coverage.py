"""Which productions of the grammar, and which of its words, a text makes use of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from attrs import field, frozen

from trainrules.language.grammar import build
from trainrules.resources import GRAMMARS, read_text

_POSSESSIVE = re.compile(r"(?<=y|k|h|r)(['’]s|s['’])$")

LARKS_OWN = "__"
"""What lark calls the productions that it makes itself, of `+` and `*`."""


@frozen
class Used:
    """The productions and words met so far: names of rules and aliases, and terminals as they are written."""

    productions: set[str] = field(factory=set)
    words: set[str] = field(factory=set)


class Watched:
    """The parser of the grammar, watched while it reads."""

    def __init__(self) -> None:
        self.used = Used()
        self._lark: Any = build(read_text(GRAMMARS, "rules.lark"))
        self._lark.lexer = self._lark._build_lexer()  # else lark makes one for each text that it is given
        ignored = self._lark.ignore_tokens
        self._spelled = {
            each.name: _POSSESSIVE.sub("", str(each.pattern.value))
            for each in self._lark.terminals
            if each.name not in ignored
        }
        reductions = self._lark.parser.parser.parser.callbacks
        for rule, made in list(reductions.items()):
            reductions[rule] = self._watching(names_of(rule), made)

    def read(self, words: str, start: str) -> None:
        """Read *words* as a *start*: sentence, item or fact."""
        self._lark.parse(words, start=start)
        self.used.words.update(self._spelled[token.type] for token in self._lark.lex(words))

    @property
    def productions(self) -> set[str]:
        """Return every production: its name, and its alias where it has one."""
        found = {name for rule in self._lark.rules for name in names_of(rule)}
        return {name for name in found if not name.startswith(LARKS_OWN)}

    @property
    def words(self) -> set[str]:
        """Return every word and mark of the grammar, as it is written there, without a possessive ending."""
        return set(self._spelled.values())

    def _watching(self, names: Iterable[str], made: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def watching(children: Any) -> Any:
            self.used.productions.update(names)
            return made(children)

        return watching


def names_of(rule: Any) -> set[str]:
    """Return what a production of lark is called: its rule, and its alias."""
    return {str(rule.origin.name), *([rule.alias] if rule.alias else [])}

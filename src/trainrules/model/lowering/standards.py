"""Standards with all their items: those of the standards that they include first."""

from __future__ import annotations

from collections.abc import Callable

from trainrules.language import ast
from trainrules.model.lowering.context import Checks, Context
from trainrules.model.lowering.who import who
from trainrules.model.rules import Audience, Item, fold

MOST_DEEP = 50
"""No standard includes others more than so many deep."""


def standards_of(ctx: Context, tree: ast.Tree, used: tuple[Checks, ...]) -> tuple[Checks, ...]:
    """Return the standards of *tree*, then those of *used* files; one that includes itself is an error."""
    written = {fold(each.name.text): each for each in tree.sentences if isinstance(each, ast.Standard)}
    known = {fold(each.name): each for each in used}
    gatherer = _Gatherer(ctx, written, known)
    made = tuple(
        Checks(each.name.text, _audience(ctx, each), gatherer.items(key)) for key, each in written.items()
    )
    return (*made, *(each for key, each in known.items() if key not in written))


def _audience(ctx: Context, standard: ast.Standard) -> Audience:
    found = who(ctx, standard.subject).audiences
    if len(found) > 1:
        ctx.problems.error(
            "TR408",
            "a standard is for one body",
            standard.subject.span,
            "several bodies",
            "write one standard for each",
        )
    return found[0]


class _Gatherer:
    """Gathers the items of standards, each standard once, however often it is included."""

    def __init__(self, ctx: Context, written: dict[str, ast.Standard], known: dict[str, Checks]) -> None:
        self._ctx = ctx
        self._written = written
        self._done = {key: checks.items for key, checks in known.items() if key not in written}
        self._open: list[str] = []

    def items(self, key: str) -> tuple[Item, ...]:
        """Return the items of the standard *key*, after those of what it includes."""
        if key not in self._done:
            standard = self._written[key]
            self._open.append(key)
            found = [item for name in standard.including for item in self._included(standard, name)]
            self._open.pop()
            self._done[key] = tuple(dict.fromkeys((*found, *map(_item_of(standard), standard.items))))
        return self._done[key]

    def _included(self, standard: ast.Standard, name: ast.Name) -> tuple[Item, ...]:
        key = fold(name.text)
        if key in self._open:
            self._error(standard, name, f"includes itself by way of `{name.text}`")
        elif key not in self._written and key not in self._done:
            self._ctx.names.refuse(name, ("standard",))
        elif len(self._open) > MOST_DEEP:
            self._error(standard, name, f"includes `{name.text}` more than {MOST_DEEP} standards deep")
        else:
            return self.items(key)
        return ()

    def _error(self, standard: ast.Standard, name: ast.Name, what: str) -> None:
        self._ctx.problems.error(
            "TR410",
            f"standard `{standard.name.text}` {what}",
            name.span,
            "leads back" if fold(name.text) in self._open else "too deep",
            "leave one `including …` out",
        )


def _item_of(standard: ast.Standard) -> Callable[[ast.StandardItem], Item]:
    def item(line: ast.StandardItem) -> Item:
        citation = line.citation.text if line.citation else ""
        return Item(standard.name.text, line.number, line.text.text, citation)

    return item

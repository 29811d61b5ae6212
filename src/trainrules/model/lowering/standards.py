"""Standards with all their items: those of the standards that they include first."""

from __future__ import annotations

from trainrules.language import ast
from trainrules.model.lowering.context import Checks, Context
from trainrules.model.lowering.who import who
from trainrules.model.rules import Audience, Item, fold


def standards_of(ctx: Context, tree: ast.Tree, used: tuple[Checks, ...]) -> tuple[Checks, ...]:
    """Return the standards of *tree*, then those of *used* files; one that includes itself is an error."""
    written = {fold(each.name.text): each for each in tree.sentences if isinstance(each, ast.Standard)}
    known = {fold(each.name): each for each in used}
    made = tuple(
        Checks(each.name.text, _audience(ctx, each), _items(ctx, each, written, known, ()))
        for each in written.values()
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


def _items(
    ctx: Context,
    standard: ast.Standard,
    written: dict[str, ast.Standard],
    known: dict[str, Checks],
    above: tuple[str, ...],
) -> tuple[Item, ...]:
    """Return the items of *standard*, after those of what it includes; *above* are what led here."""
    items: list[Item] = []
    for name in standard.including:
        key = fold(name.text)
        if key in (*above, fold(standard.name.text)):
            _error_circle(ctx, standard, name)
        elif key in written:
            items += _items(ctx, written[key], written, known, (*above, fold(standard.name.text)))
        elif key in known:
            items += known[key].items
        elif not above:
            ctx.names.refuse(name, ("standard",))
    items += (
        Item(standard.name.text, item.number, item.text.text, item.citation.text if item.citation else "")
        for item in standard.items
    )
    return tuple(dict.fromkeys(items))


def _error_circle(ctx: Context, standard: ast.Standard, name: ast.Name) -> None:
    ctx.problems.error(
        "TR410",
        f"standard `{standard.name.text}` includes itself by way of `{name.text}`",
        name.span,
        "leads back",
        "leave one `including …` out",
    )

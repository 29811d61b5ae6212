"""Kinds of delivery and formats, the words that narrow training and courses."""

from __future__ import annotations

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.rules import fold
from trainrules.model.vocabulary import Word

MODES = ("format", "delivery")
"""The kinds of word that say how training is taken; only formats can be declared."""


def modes(ctx: Context, names: tuple[ast.Name, ...]) -> tuple[Word, ...]:
    """Return what *names* are, delivery first; two kinds of delivery at once are an error."""
    found = [ctx.names.one(name, MODES) for name in names]
    deliveries = dict.fromkeys(fold(word.name) for word in found if word.kind == "delivery")
    if len(deliveries) > 1:
        ctx.problems.error(
            "TR402",
            "nothing is both single-agency and multi-agency",
            names[0].span.to(names[-1].span),
            "both at once",
            "keep one of them",
        )
    return tuple(sorted(dict.fromkeys(found), key=lambda word: (word.kind, fold(word.name))))


def mode_names(ctx: Context, names: tuple[ast.Name, ...]) -> tuple[str, ...]:
    """Return the canonical names of *names*, in the order of `modes`."""
    return tuple(word.name for word in modes(ctx, names))

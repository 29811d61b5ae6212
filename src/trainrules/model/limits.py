"""How much one rule file may mean: ranges say much in few words, and what is read has to be read soon."""

from __future__ import annotations

from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.model.lowering.words import pick_names
from trainrules.source import Source, Span

MOST_WORDS = 20_000
"""How many groups, levels, roles and other names a file may declare."""

MOST_RULES = 10_000
"""How many rules a file may have; a sentence about several groups is a rule for each."""


def declaring_enough(tree: ast.Tree, source: Source) -> tuple[ast.Tree, tuple[Diagnostic, ...]]:
    """Return *tree* as far as it declares no more names than a file may, and what is said of the rest."""
    words = 0
    for place, sentence in enumerate(tree.sentences):
        for pick in sentence.picks if isinstance(sentence, ast.Declare) else ():
            words += len(pick_names(pick))
            if words > MOST_WORDS:
                told = too_many(source, pick.span, f"more than {MOST_WORDS:,} names are declared")
                return ast.Tree(tree.sentences[:place]), (told,)
    return tree, ()


def too_many(source: Source, span: Span, message: str) -> Diagnostic:
    """Return what is said of a file that means too much; nothing from *span* on is read for its meaning."""
    advice = "split the file, and join the parts with `uses`"
    return Diagnostic("TR114", message, source, span, "from here on nothing is read", advice)

"""How much one rule file may mean: ranges say much in few words, and what is read has to be read soon."""

from __future__ import annotations

from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.model.lowering.words import pick_names
from trainrules.source import Source

MOST_WORDS = 20_000
"""How many groups, levels, roles and other names a file may declare."""

MOST_RULES = 10_000
"""How many rules a file may have; a sentence about several groups is a rule for each."""

NOT_READ = "from here on nothing is read"
SPLIT = "split the file, and join the parts with `uses`"
"""What is said of a file that means too much: nothing more of it is read for its meaning, and what to do."""


def declaring_enough(tree: ast.Tree, source: Source) -> tuple[ast.Tree, tuple[Diagnostic, ...]]:
    """Return *tree* as far as it declares no more names than a file may, and what is said of the rest."""
    words = 0
    for place, sentence in enumerate(tree.sentences):
        for pick in sentence.picks if isinstance(sentence, ast.Declare) else ():
            words += len(pick_names(pick))
            if words > MOST_WORDS:
                message = f"more than {MOST_WORDS:,} names are declared"
                told = Diagnostic("TR114", message, source, pick.span, NOT_READ, SPLIT)
                return ast.Tree(tree.sentences[:place]), (told,)
    return tree, ()

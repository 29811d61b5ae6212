"""Made-up rule files as text: everything is declared, no sentence contradicts itself, so that they load."""

from __future__ import annotations

from attrs import evolve
from hypothesis import strategies as st

from trainrules.language import ast
from trainrules.language.format import format_tree
from trainrules.testing.strategies.texts.declared import declarations
from trainrules.testing.strategies.texts.rules import rule
from trainrules.testing.strategies.texts.said import RARELY, own_subjects

__all__ = ["policy_texts"]


@st.composite
def policy_texts(draw: st.DrawFn) -> str:
    """Draw the text of a rule file with one to four rules, of any kind; `loads` takes it without an error."""
    names, sentences = draw(declarations())
    rules = draw(st.lists(rule(names), min_size=1, max_size=4))
    cited = [
        evolve(each, citation=ast.Label(f"{number}.{number}") if draw(st.booleans()) else None)
        for number, each in enumerate(rules, 1)
    ]
    first = cited[0]
    if first.citation and isinstance(first.action, ast.Do) and first.action.acts and draw(RARELY):
        instead = ast.InsteadOf(first.citation)
        again = evolve(first, subject=draw(own_subjects(names)), clauses=(*first.clauses, instead))
        cited.append(evolve(again, citation=None))
    return format_tree(ast.Tree((*sentences, *cited)))

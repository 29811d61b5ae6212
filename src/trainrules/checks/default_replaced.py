"""`unless …` makes way for a rule of a used file; where none can take its place, the author is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.model.lowering.origin import label_of

_OTHER_RULES = re.compile(
    r"\b(polic(y|ies)|guidance|requirements?|laws?|legislation|regulations?|statut\w+|national\w*|local\w*|"
    r"strateg(y|ies)|procedures?|standards?|agreements?|contracts?|codes?|rules?)\b",
    re.IGNORECASE,
)


def default_replaced(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a warning for every `unless …` that nothing in the used files can take the place of.

    A file that uses none may still say that other rules come first: words that name such are left alone.
    """
    replaced = {rule.label for rule in subject.policy.rules if rule.replaced_by}
    uses = any(isinstance(each, ast.Head) and each.key == "uses" for each in subject.tree.sentences)
    for sentence in subject.tree.sentences:
        if not isinstance(sentence, ast.Rule) or label_of(subject.source, sentence) in replaced:
            continue
        for clause in sentence.clauses:
            if isinstance(clause, ast.Unless) and (uses or not _OTHER_RULES.search(clause.words)):
                yield _warning(subject, clause)


def _warning(subject: Subject, clause: ast.Unless) -> Diagnostic:
    return subject.warning(
        "TR412",
        f"`unless {clause.words}` changes nothing: no rule of a used file can take this rule's place",
        clause.span,
        "no condition",
        "what follows `unless` is for the reader; for leave write `not counting leave`, for some people\n"
        '`except …`; where another text decides, name its file at the top: `uses "national.rules"`',
    )

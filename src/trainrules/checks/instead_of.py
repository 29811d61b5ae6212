"""`instead of [L]` names a rule there is, about the same training, and no two rules replace each other."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from attrs import define

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.model.about import about
from trainrules.model.lowering.origin import label_of
from trainrules.model.names import MOST_SEARCHES
from trainrules.model.rules import Rule, fold


@define
class _Rules:
    """The rules that there are by their folded labels, and how many searches for a near one are left."""

    labels: dict[str, str]
    called: dict[str, list[Rule]]
    searches: int = MOST_SEARCHES

    def near(self, label: str) -> str:
        """Return the label that is nearest to the folded *label*; empty when none is near."""
        self.searches -= 1
        found = get_close_matches(label, self.labels, n=1, cutoff=0.6) if self.searches >= 0 else []
        return self.labels[found[0]] if found else ""


def instead_of(subject: Subject) -> Iterator[Diagnostic]:
    """Yield an error for every `instead of` that takes nobody out of any rule."""
    rules = _Rules({fold(label): label for label in _labels(subject)}, {})
    for rule in (*subject.policy.rules, *subject.used):
        rules.called.setdefault(fold(rule.label), []).append(rule)
    for sentence in subject.tree.sentences:
        if not isinstance(sentence, ast.Rule):
            continue
        for clause in sentence.clauses:
            if isinstance(clause, ast.InsteadOf):
                yield from _wrong(subject, sentence, clause, rules)


def _labels(subject: Subject) -> Iterator[str]:
    for sentence in subject.tree.sentences:
        if isinstance(sentence, ast.Rule):
            yield label_of(subject.source, sentence)
    for rule in subject.used:
        yield rule.label


def _wrong(
    subject: Subject, sentence: ast.Rule, clause: ast.InsteadOf, rules: _Rules
) -> Iterator[Diagnostic]:
    """Yield what is wrong with one clause, at most one thing."""
    own, named = label_of(subject.source, sentence), clause.label.text
    here, there = (rules.called.get(fold(label), []) for label in (own, named))
    if fold(named) not in rules.labels:
        near = rules.near(fold(named))
        remedy = f"did you mean `[{near}]`?" if near else "name the citation of a rule, or its `line 14`"
        yield subject.error("TR302", f"there is no rule `[{named}]`", clause.span, "named here", remedy)
    elif fold(named) == fold(own):
        yield subject.error(
            "TR303", "a rule cannot stand instead of itself", clause.span, "itself", "name another rule"
        )
    elif here and there and not {about(rule) for rule in here} & {about(rule) for rule in there}:
        yield subject.error(
            "TR303",
            f"`[{named}]` is about other training",
            clause.span,
            "takes nobody out of it",
            "`instead of` replaces a rule about the same training: name the same training in both",
        )
    elif any(fold(own) in map(fold, rule.instead_of) for rule in there):
        yield subject.error(
            "TR303",
            f"`[{own}]` and `[{named}]` each stand instead of the other",
            clause.span,
            "nobody is left in either",
            "leave one `instead of` out",
        )

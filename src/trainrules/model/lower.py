"""From tree to policy: the words first, then the head and the standards, then sentence by sentence."""

from __future__ import annotations

from attrs import evolve, frozen

from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.model.limits import MOST_RULES, NOT_READ, SPLIT
from trainrules.model.lowering import declarations
from trainrules.model.lowering.context import Checks, Context
from trainrules.model.lowering.head import head_of
from trainrules.model.lowering.rule import rules_of
from trainrules.model.lowering.standards import standards_of
from trainrules.model.lowering.words import vocabulary_of
from trainrules.model.names import Names
from trainrules.model.problems import Problems
from trainrules.model.rules import Policy, Rule
from trainrules.model.uses import joined, with_replacements
from trainrules.model.vocabulary import Vocabulary
from trainrules.source import Source


@frozen
class Lowered:
    """One file's own meaning: its policy without the files it uses, and what files that use it may see.

    *stem* is the name that its labels get in another file: `kcsie` in `kcsie: 93`.
    """

    stem: str
    policy: Policy
    words: Vocabulary
    standards: tuple[Checks, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def lower(tree: ast.Tree, source: Source) -> tuple[Policy, tuple[Diagnostic, ...]]:
    """Return what *tree* means by itself, and what is wrong with it.

    A sentence with an error gives no rule and hides no other.
    """
    own = lower_file(tree, source)
    return own.policy, own.diagnostics


def lower_file(tree: ast.Tree, source: Source, used: tuple[Lowered, ...] = (), stem: str = "") -> Lowered:
    """Return the meaning of one file by itself; the words and standards of *used* files are known in it."""
    problems = Problems(source)
    words = vocabulary_of(tree, problems)
    for other in used:
        words = words.with_words_of(other.words)
    ctx = Context(source, Names(words, problems), problems)
    ctx = evolve(ctx, head=head_of(ctx, tree))
    ctx = evolve(ctx, standards=standards_of(ctx, tree, tuple(s for each in used for s in each.standards)))
    policy = _policy(ctx, tree)
    others = joined(Policy(), [(each.stem, each.policy) for each in used]).rules
    return Lowered(stem, with_replacements(policy, others), words, ctx.standards, problems.found)


def _rules(ctx: Context, tree: ast.Tree) -> tuple[Rule, ...]:
    """Return the rules of the file, as far as they are not too many."""
    made: list[Rule] = []
    for each in tree.sentences:
        made += rules_of(ctx, each) if isinstance(each, ast.Rule) else ()
        if len(made) > MOST_RULES:
            ctx.problems.error(
                "TR114", f"there are more than {MOST_RULES:,} rules", each.span, NOT_READ, SPLIT
            )
            break
    return tuple(made[:MOST_RULES])


def _policy(ctx: Context, tree: ast.Tree) -> Policy:
    """Return the policy of the file alone."""
    head = ctx.head
    courses = declarations.courses(ctx, tree)
    equivalences = declarations.equivalences(ctx, tree)
    return Policy(
        title=head.title,
        rules=_rules(ctx, tree),
        force=head.force,
        next_review=head.next_review,
        courses=courses,
        activities=declarations.activities(tree),
        attributes=declarations.attributes(tree),
        formats=declarations.formats(tree),
        equivalences=equivalences,
        definitions=declarations.definitions(ctx, tree),
        notes=declarations.notes(ctx, tree),
        source_title=head.source_title,
        source_file=head.source_file,
    )

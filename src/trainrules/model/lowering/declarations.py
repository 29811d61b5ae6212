"""Declarations to what the engine and the read-back need of them: courses, activities, definitions, notes."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.modes import modes
from trainrules.model.lowering.origin import origin_of
from trainrules.model.lowering.picks import expanded
from trainrules.model.lowering.what import training
from trainrules.model.lowering.who import OF_ITS_OWN
from trainrules.model.lowering.words import pick_names
from trainrules.model.rules import (
    Audience,
    CourseType,
    Deed,
    Definition,
    Equivalence,
    NoteLine,
    Term,
    fold,
)

Named = tuple[str, tuple[str, ...]]


def courses(ctx: Context, tree: ast.Tree) -> tuple[CourseType, ...]:
    """Return every declared course, with what it is for and how it is taken."""
    return tuple(_course(ctx, each) for each in tree.sentences if isinstance(each, ast.DeclareCourse))


def _course(ctx: Context, declared: ast.DeclareCourse) -> CourseType:
    found = modes(ctx, declared.modes)
    return CourseType(
        declared.name.text,
        tuple(alias.text for alias in declared.aliases),
        _own(ctx, declared.audience),
        next((word.name for word in found if word.kind == "delivery"), ""),
        tuple(word.name for word in found if word.kind == "format"),
    )


def _own(ctx: Context, picks: tuple[ast.Pick, ...]) -> tuple[Term, ...]:
    """Return the groups, levels and roles that a course is for."""
    terms = tuple(dict.fromkeys(expanded(ctx, picks)))
    if any(term.kind not in OF_ITS_OWN for term in terms):
        ctx.problems.error(
            "TR408",
            "a course is for groups, levels or roles",
            picks[0].span.to(picks[-1].span),
            "for others",
            "name groups, levels or roles, or leave `for …` out",
        )
    return terms


def activities(tree: ast.Tree) -> tuple[Named, ...]:
    """Return each declared activity with what counts as it."""
    return _with_values(tree, "activity")


def attributes(tree: ast.Tree) -> tuple[Named, ...]:
    """Return each declared attribute with its values."""
    return _with_values(tree, "attribute")


def _with_values(tree: ast.Tree, kind: str) -> tuple[Named, ...]:
    return tuple(
        (pick.low.text, tuple(value.text for value in each.values))
        for each in tree.sentences
        if isinstance(each, ast.Declare) and each.kind == kind
        for pick in each.picks
        if pick.low
    )


def formats(tree: ast.Tree) -> tuple[str, ...]:
    """Return the declared formats."""
    declared = (each for each in tree.sentences if isinstance(each, ast.Declare) and each.kind == "format")
    return tuple(name for each in declared for pick in each.picks for name in pick_names(pick))


def equivalences(ctx: Context, tree: ast.Tree) -> tuple[Equivalence, ...]:
    """Return what counts as what; a name of no declared kind may be on record as a course or an activity."""
    return tuple(
        found
        for each in tree.sentences
        if isinstance(each, ast.CountsAs)
        for found in _equivalence(ctx, each)
    )


def _equivalence(ctx: Context, written: ast.CountsAs) -> Iterator[Equivalence]:
    before = ctx.problems.errors
    this, that = training(ctx, written.this), training(ctx, written.that)
    audience = None
    if written.audience:
        audience = Audience(any_of=tuple(dict.fromkeys(expanded(ctx, written.audience))))
    if this == that:
        ctx.problems.error("TR402", "this counts as itself", written.span, "the same", "name two things")
    if ctx.problems.errors > before:
        return
    origin = origin_of(ctx.source, written)
    yield Equivalence(this, that, audience, origin)
    if this.name and any(word.implied for word in ctx.names.words.find(this.name, ("course",))):
        yield Equivalence(Deed("activity", this.name), that, audience, origin)


def definitions(ctx: Context, tree: ast.Tree) -> tuple[Definition, ...]:
    """Return every word declared, with what the source says of it; a description fills an empty one."""
    found: dict[tuple[str, str], Definition] = {}
    for sentence in tree.sentences:
        for each in _defined(ctx, sentence):
            key = (each.kind, fold(each.name))
            known = found.get(key)
            if known is None or (not known.text and not known.citation):
                found[key] = each
    return tuple(found.values())


def _defined(ctx: Context, sentence: ast.Sentence) -> Iterator[Definition]:
    if isinstance(sentence, ast.Declare):
        text = sentence.description.text if sentence.description else ""
        names = [name for pick in sentence.picks for name in pick_names(pick)]
        kind = sentence.kind
    elif isinstance(sentence, (ast.DeclareCourse, ast.Standard)):
        kind = "course" if isinstance(sentence, ast.DeclareCourse) else "standard"
        names, text = [sentence.name.text], ""
    else:
        return
    citation = sentence.citation.text if sentence.citation else ""
    for name in names:
        yield Definition(kind, name, text, citation, origin_of(ctx.source, sentence))


def notes(ctx: Context, tree: ast.Tree) -> tuple[NoteLine, ...]:
    """Return the sentences that are kept but not judged."""
    return tuple(
        NoteLine(each.text.text, each.citation.text if each.citation else "", origin_of(ctx.source, each))
        for each in tree.sentences
        if isinstance(each, ast.Note)
    )

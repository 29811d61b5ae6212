"""Standards that courses, agencies and others must meet."""

from __future__ import annotations

from attrs import evolve

from trainrules.language import ast
from trainrules.model.lowering.context import Checks, Context
from trainrules.model.lowering.parts import Parts
from trainrules.model.lowering.who import EVERYONE, Who
from trainrules.model.rules import Audience, Checklist, fold


def checklists(ctx: Context, action: ast.MeetStandard, who: Who, parts: Parts) -> tuple[Checklist, ...]:
    """Return one rule a standard, for those of the subject whom the standard is for."""
    parts.refuse_the_rest("a rule about a standard")
    made: list[Checklist] = []
    for written in action.standards:
        name = ctx.names.one(written, ("standard",)).name
        standard = next((each for each in ctx.standards if fold(each.name) == fold(name)), None)
        items = standard.items if standard else ()
        if not items:
            _warn_empty(ctx, name, written)
        for each in who.audiences:
            audience = _within(ctx, each, standard, written) if standard else each
            made.append(Checklist(label="", audience=audience, items=items))
    return tuple(made)


def _warn_empty(ctx: Context, name: str, written: ast.Name) -> None:
    ctx.problems.warn(
        "TR209",
        f"standard `{name}` has no items, so there is nothing to meet",
        written.span,
        "has no items",
        f'write them under it, each in quotes: `standard "{name}" for …`, then `1. "…"`',
    )


def _within(ctx: Context, audience: Audience, standard: Checks, written: ast.Name) -> Audience:
    """Return those of *audience* whom the standard is for; another kind of record is an error."""
    meant = standard.audience
    if meant.entity != audience.entity or (meant.name and fold(meant.name) != fold(audience.name)):
        ctx.problems.error(
            "TR408",
            f"standard `{standard.name}` is not for these records",
            written.span,
            "for others",
            "make the rule and the standard about the same kind of record",
        )
        return audience
    extra = () if meant.any_of in (EVERYONE, audience.any_of) else (meant.any_of,)
    added = tuple(terms for terms in (*extra, *meant.all_of) if terms not in audience.all_of)
    return evolve(audience, all_of=(*audience.all_of, *added))

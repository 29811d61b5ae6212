"""How training has to be taken: `levels 1–2 single-agency only`."""

from __future__ import annotations

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.modes import MODES
from trainrules.model.lowering.parts import Parts
from trainrules.model.lowering.what import TRAINING_VERBS
from trainrules.model.lowering.who import Who
from trainrules.model.rules import Deed, Delivery, fold
from trainrules.source import Span


def deliveries(ctx: Context, action: ast.Only, who: Who, parts: Parts) -> tuple[Delivery, ...]:
    """Return one rule for each group, level or role: none of its own training in another mode."""
    modes = [ctx.names.one(name, MODES).name for name in action.modes]
    parts.refuse_the_rest("a rule about how training is taken")
    refuse_no_own(ctx, who, None, action.span)
    names = tuple(sorted(dict.fromkeys(modes), key=fold))
    return tuple(
        Delivery(label="", audience=audience, deed=Deed("training", own=term), modes=names)
        for audience, term in who.own
    )


def refuse_no_own(ctx: Context, who: Who, verb: str | None, span: Span) -> None:
    """Make it an error that nothing is named where no training is meant, or *who* has none of their own."""
    if verb and verb not in TRAINING_VERBS:
        ctx.problems.error(
            "TR404",
            f"this does not say what to {verb}",
            span,
            f"{verb} what?",
            f'name it, such as `{verb} "Training Plan"`',
        )
    elif not who.own:
        ctx.problems.error(
            "TR404",
            "this does not say which training",
            span,
            "which training?",
            "only groups, levels and roles have training of their own: name a course, "
            "such as `must complete Induction`",
        )

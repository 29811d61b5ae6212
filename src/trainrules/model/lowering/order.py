"""What must come first: `complete Induction before any other training`."""

from __future__ import annotations

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.duty import Due
from trainrules.model.lowering.parts import Parts
from trainrules.model.lowering.what import then
from trainrules.model.rules import Order


def orders(ctx: Context, dues: tuple[Due, ...], parts: Parts) -> tuple[Order, ...]:
    """Return one rule for each of *dues*: none of the later events without the earlier."""
    before = parts.take(ast.Before)
    assert before is not None
    parts.refuse_the_rest("a rule about what comes first")
    entity = dues[0][0].entity
    if entity != "staff":
        ctx.problems.error(
            "TR408",
            "only staff records show training",
            before.span,
            "not on these records",
            "say it of staff",
        )
    made = tuple(
        Order(label="", audience=audience, first=what, then=then(ctx, before, what))
        for audience, what in dues
    )
    if any(order.first.parts == ((order.then,),) for order in made):
        ctx.problems.error(
            "TR402", "nothing comes before itself", before.span, "the same training", "name what comes later"
        )
    return made

"""Notice before a session: a booking given up in time, a course advertised in time."""

from __future__ import annotations

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.parts import Parts
from trainrules.model.lowering.when import period
from trainrules.model.lowering.who import Who
from trainrules.model.rules import Notice


def notices(ctx: Context, action: ast.GiveNotice, who: Who, parts: Parts) -> tuple[Notice, ...]:
    """Return the rule, one an audience; only a booking has a consequence, and only courses are advertised."""
    wanted = "course" if action.what == "session" else "staff"
    if who.entity != wanted:
        ctx.problems.error(
            "TR408",
            "sessions of courses are advertised, and bookings of staff are cancelled",
            action.span,
            "not on these records",
            "write `Every course must be advertised …` or `A booking must be attended or cancelled …`",
        )
    otherwise = parts.take(ast.Otherwise) if action.what == "booking" else None
    notice = period(ctx, action.notice)
    parts.refuse_the_rest("a rule about notice")
    return tuple(
        Notice(
            label="",
            audience=audience,
            what=action.what,
            notice=notice,
            clear=action.clear,
            consequence=otherwise.consequence.text if otherwise else "",
        )
        for audience in who.audiences
    )

"""Sentences in which something is done: their time decides which kind of rule they are."""

from __future__ import annotations

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.delivery import refuse_no_own
from trainrules.model.lowering.duty import Due, duties, is_refresh
from trainrules.model.lowering.follow_up import follow_ups, in_month, is_follow_up
from trainrules.model.lowering.order import orders
from trainrules.model.lowering.parts import Parts
from trainrules.model.lowering.quota import each_period, once_each
from trainrules.model.lowering.streak import meetings_of
from trainrules.model.lowering.what import owed
from trainrules.model.lowering.when import cycle
from trainrules.model.lowering.who import Who
from trainrules.model.rules import Deed, Owed, Rule


def done(ctx: Context, sentence: ast.Rule, action: ast.Do, who: Who, parts: Parts) -> tuple[Rule, ...]:
    """Return the rules of a sentence in which something is done; none when it does not say what."""
    dues = _dues(ctx, sentence, action, who)
    if not dues:
        return ()
    renewed = each_period(dues, cycle(action.renewed)) if action.renewed else ()
    if action.renewed and parts.has(ast.Each):
        parts.refuse_the_rest("`and a new one each …`")
    return (*_timed(ctx, sentence, action, dues, parts), *renewed)


def _timed(
    ctx: Context, sentence: ast.Rule, action: ast.Do, dues: tuple[Due, ...], parts: Parts
) -> tuple[Rule, ...]:
    """Return the rules of the kind that the sentence's time asks for."""
    made: tuple[Rule, ...]
    if parts.has(ast.Before):
        made = orders(ctx, dues, parts)
    elif is_follow_up(parts, sentence):
        made = follow_ups(ctx, dues, parts)
    elif parts.has(ast.InMonth):
        made = in_month(dues, parts)
    elif parts.has(ast.Each):
        made = once_each(dues, parts)
    else:
        return duties(ctx, action, dues, parts)
    if is_refresh(action, dues):
        ctx.problems.error(
            "TR406",
            f"`{action.verb}` goes with `every …`, counted from the last time",
            action.span,
            "again",
            f"write `{action.verb} … every 2 years`, or `complete` here",
        )
    return made


def _dues(ctx: Context, sentence: ast.Rule, action: ast.Do, who: Who) -> tuple[Due, ...]:
    """Return who owes what: with nothing named, each group, level or role its own training."""
    if action.acts:
        what = owed(ctx, who.entity, action.acts, action.connective)
        return tuple((audience, what) for audience in who.audiences)
    if action.verb == "meet":
        return tuple((audience, meetings_of(ctx, audience, action.span)) for audience in who.audiences)
    refuse_no_own(ctx, who, action.verb, action.span if action.verb else sentence.subject.span)
    kind = "delivery" if action.verb == "deliver" else "training"
    return tuple((audience, Owed(((Deed(kind, own=term),),))) for audience, term in who.own)

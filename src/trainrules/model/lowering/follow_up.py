"""What must follow each event, on its day or within a window after it, or in a month of the calendar."""

from __future__ import annotations

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.duty import Due
from trainrules.model.lowering.parts import Parts
from trainrules.model.lowering.what import training
from trainrules.model.lowering.when import period, period_of
from trainrules.model.lowering.who import Who
from trainrules.model.rules import Deed, FollowUp, Owed, Period, Window

WHAT = "a rule about what follows each event"


def is_follow_up(parts: Parts, sentence: ast.Rule) -> bool:
    """Return whether the sentence counts from each event of a kind."""
    if parts.has(ast.Between) or parts.has(ast.OnTheDay):
        return True
    return any(isinstance(t, ast.Within) and _each(t) is not None for t in sentence.timings)


def _each(timing: ast.Within) -> ast.Training | None:
    return timing.anchor.training if timing.anchor and timing.anchor.kind == "each" else None


def follow_ups(ctx: Context, dues: tuple[Due, ...], parts: Parts) -> tuple[FollowUp, ...]:
    """Return one rule for each of *dues*, owed after each event that the sentence names."""
    trigger, after, within = _window(ctx, parts)
    entity = dues[0][0].entity
    if entity != "staff":
        ctx.problems.error(
            "TR408",
            "only staff records show the training that this is counted from",
            trigger.span,
            "not on these records",
            "say it of staff",
        )
    deed = training(ctx, trigger)
    parts.refuse_the_rest(WHAT)
    return tuple(
        FollowUp(label="", audience=audience, response=what, trigger=deed, after=after, within=within)
        for audience, what in dues
    )


def _window(ctx: Context, parts: Parts) -> tuple[ast.Training, Period | None, Period | None]:
    """Return the event that is followed up, and from and until when after it."""
    if on_the_day := parts.take(ast.OnTheDay):
        return on_the_day.training, None, None
    if between := parts.take(ast.Between):
        return between.training, *_between(ctx, between)
    within = parts.take(ast.Within)
    assert within is not None
    trigger = _each(within)
    return trigger or ast.Training(), None, period(ctx, within.duration)


def _between(ctx: Context, between: ast.Between) -> tuple[Period | None, Period]:
    """Return the start and the end of a window."""
    low = period_of(between.low, between.high.unit) if between.low else None
    return low, period(ctx, between.high)


def returned(
    ctx: Context, sentence: ast.Rule, action: ast.Return, who: Who, parts: Parts
) -> tuple[FollowUp, ...]:
    """Return the rule that an evaluation must be returned after each event."""
    if not is_follow_up(parts, sentence):
        ctx.problems.error(
            "TR404",
            "this does not say after what the evaluation is returned",
            action.span,
            "after what?",
            "add `on the day of each course`, or `between 3 and 6 months after each multi-agency course`",
        )
        return ()
    name = ctx.names.one(action.evaluation, ("evaluation",)).name
    response = Owed(((Deed("evaluation", name),),))
    return follow_ups(ctx, tuple((audience, response) for audience in who.audiences), parts)


def in_month(dues: tuple[Due, ...], parts: Parts) -> tuple[FollowUp, ...]:
    """Return one rule for each of *dues*, owed in a month of one year or of each year."""
    timing = parts.take(ast.InMonth)
    assert timing is not None
    parts.refuse_the_rest("a rule about a month of the calendar")
    window = Window(timing.month.month, timing.month.year)
    return tuple(
        FollowUp(label="", audience=audience, response=what, window=window) for audience, what in dues
    )

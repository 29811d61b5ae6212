"""Amounts in a period: `at least 3 days of training each calendar year`, `at least 80% of meetings`."""

from __future__ import annotations

from fractions import Fraction

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.delivery import refuse_no_own
from trainrules.model.lowering.duty import Due
from trainrules.model.lowering.parts import Parts
from trainrules.model.lowering.streak import counted_meeting, meetings_of, refuse_that_people_meet
from trainrules.model.lowering.what import TRAINING_VERBS, deed, training
from trainrules.model.lowering.when import cycle, period
from trainrules.model.lowering.who import Who
from trainrules.model.rules import Audience, Cycle, Deed, OfWhich, Owed, Quota

_MEASURED = ("hours", "days")
_WITH_HOURS = ("training", "delivery")
_HALF = Fraction(1, 2)


def each_period(dues: tuple[Due, ...], fixed: Cycle) -> tuple[Quota, ...]:
    """Return the rules that everything owed be done once in each fixed period: one a part."""
    return tuple(
        Quota(
            label="",
            audience=audience,
            deeds=part,
            measure="count",
            need=Fraction(1),
            cycle=fixed,
        )
        for audience, owed in dues
        for part in owed.parts
    )


def once_each(dues: tuple[Due, ...], parts: Parts) -> tuple[Quota, ...]:
    """Return the rules of a sentence with a fixed cycle and no amount: once in each period."""
    each = parts.take(ast.Each)
    assert each is not None
    parts.refuse_the_rest("a rule about fixed periods")
    return each_period(dues, cycle(each.cycle))


def quotas(ctx: Context, action: ast.AtLeast, who: Who, parts: Parts) -> tuple[Quota, ...]:
    """Return the rules about an amount: one, or one a group where its own training is meant."""
    measure = _measure(ctx, action)
    each, over, pro_rata = parts.take(ast.Each), parts.take(ast.Over), parts.take(ast.ProRata)
    every = parts.take(ast.Every) if each is None and over is None else None
    if (each is None) == (over is None):
        _error_period(ctx, every or over or action)
    if pro_rata and measure == "share":
        ctx.problems.error(
            "TR401",
            "`pro rata` does not go with a share of meetings",
            pro_rata.span,
            "would change nothing",
            "it goes with an amount: `at least 3 days of training each calendar year`",
        )
    of_which = parts.take(ast.OfWhich)
    need = _need(ctx, action.amount, measure)
    rolling = period(ctx, over.duration, working=False) if over else None
    inside = _of_which(ctx, measure, need, of_which) if of_which else None
    parts.refuse_the_rest("a rule about an amount")
    return tuple(
        Quota(
            label="",
            audience=audience,
            deeds=owed.deeds,
            measure=measure,
            need=need,
            cycle=cycle(each.cycle) if each else None,
            over=rolling,
            pro_rata=pro_rata is not None,
            of_which=inside,
        )
        for audience, owed in _dues(ctx, action, who, measure)
    )


def _measure(ctx: Context, action: ast.AtLeast) -> str:
    """Return what is counted: hours, days, a share of the meetings, or times."""
    if action.amount.percent or action.amount.text == "half":
        if action.unit != "meetings":
            ctx.problems.error(
                "TR405",
                "a share is a share of the meetings held",
                action.amount.span,
                "a share of what?",
                "write `at least 80% of meetings`, or a number of hours, days or times",
            )
        return "share"
    return action.unit if action.unit in _MEASURED else "count"


def _need(ctx: Context, amount: ast.Amount, measure: str) -> Fraction:
    """Return how much, exactly; a share over the whole and a count with a fraction are errors."""
    need = _number(amount)
    if measure == "share" and need > 1:
        ctx.problems.error(
            "TR405", "a share over 100% cannot be reached", amount.span, "more than all", "write 100% or less"
        )
    if measure == "count" and need.denominator != 1:
        ctx.problems.error(
            "TR405", "times are counted in whole numbers", amount.span, "not a whole number", "round it"
        )
    return need


def _number(amount: ast.Amount) -> Fraction:
    if amount.text == "half":
        return _HALF
    return Fraction(amount.text) / (100 if amount.percent else 1)


def _of_which(ctx: Context, measure: str, need: Fraction, clause: ast.OfWhich) -> OfWhich:
    """Return the part inside the amount; one larger than the amount itself is an error."""
    what = training(ctx, clause.training, implied="format")
    share = clause.amount.percent or clause.amount.text == "half"
    number = _number(clause.amount)
    if number > (1 if share else need):
        ctx.problems.error(
            "TR405",
            "this part is more than the whole",
            clause.span,
            "more than the amount it is part of",
            "a part is at most the amount before it",
        )
    if measure == "share":
        ctx.problems.error(
            "TR401",
            f"`{ctx.problems.words(clause.span)}` does not go with a share of meetings",
            clause.span,
            "would change nothing",
            "it goes with hours, days or times",
        )
    return OfWhich(what, share=number) if share else OfWhich(what, amount=number)


def _dues(ctx: Context, action: ast.AtLeast, who: Who, measure: str) -> tuple[Due, ...]:
    """Return who needs how much of what: the subject's own training where nothing is named."""
    if action.verb == "meet" and action.thing is None and action.unit == "times":
        return tuple((audience, meetings_of(ctx, audience, action.span)) for audience in who.audiences)
    if action.thing is None and action.unit in (*_MEASURED, "times") and action.verb != "deliver":
        refuse_no_own(ctx, who, action.verb, action.span)
        return tuple(_due(audience, Deed("training", own=term)) for audience, term in who.own)
    what = _thing(ctx, action, who)
    if measure in _MEASURED and what.kind not in _WITH_HOURS:
        ctx.problems.error(
            "TR405",
            f"only training and deliveries are measured in {measure}",
            action.span,
            f"no {measure} on record",
            "count times instead",
        )
    return tuple(_due(audience, what) for audience in who.audiences)


def _due(audience: Audience, what: Deed) -> Due:
    return audience, Owed(((what,),))


def _thing(ctx: Context, action: ast.AtLeast, who: Who) -> Deed:
    """Return what is counted."""
    if action.unit == "meetings":
        return counted_meeting(ctx, action, who)
    if action.verb == "meet":
        refuse_that_people_meet(ctx, who.entity, action.span)
    verb = action.verb or "complete"
    if action.thing is None and verb not in TRAINING_VERBS:
        _error_taken_or_given(ctx, action)
    return deed(ctx, who.entity, ast.Act(verb, action.thing or ast.Training(), span=action.span))


def _error_taken_or_given(ctx: Context, action: ast.AtLeast) -> None:
    many = f"at least {action.amount.text} {action.unit}"
    ctx.problems.error(
        "TR404",
        f"`{action.verb}` does not say whether {action.unit} are taken or given",
        action.span,
        "taken or given?",
        f"write `attend {many}`, or `deliver {many}`",
    )


def _error_period(ctx: Context, where: ast.Every | ast.Over | ast.AtLeast) -> None:
    advice = "add `each calendar year` (fixed) or `over 3 years` (rolling), and only one of them"
    if isinstance(where, ast.Every):
        length = f"{where.duration.count} {where.duration.unit}" + ("s" if where.duration.count > 1 else "")
        advice = f"write `over {length}` instead, or leave `at least …` out where once is enough"
    ctx.problems.error(
        "TR404",
        "an amount needs one period",
        where.span,
        "in which time?",
        advice,
    )

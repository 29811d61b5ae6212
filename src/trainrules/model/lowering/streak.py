"""Meetings: those missed in a row, and those that a body holds."""

from __future__ import annotations

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.parts import Parts
from trainrules.model.lowering.who import Who
from trainrules.model.names import STANDING_ALONE, quoted
from trainrules.model.rules import Audience, Deed, Owed, Streak
from trainrules.source import Span


def streaks(ctx: Context, action: ast.NotMiss, who: Who, parts: Parts) -> tuple[Streak, ...]:
    """Return the rule about the meetings of the body whose members the sentence is about."""
    parts.refuse_the_rest("a rule about meetings missed")
    refuse_own_meetings(ctx, who, action.span)
    body = the_body(ctx, who, action.span)
    return tuple(Streak(label="", audience=each, body=body, misses=action.count) for each in who.audiences)


def the_body(ctx: Context, who: Who, span: Span) -> str:
    """Return the one body that the subject is, or whose members it is; none or several are errors."""
    names = {term.name for each in who.audiences for term in each.any_of if term.kind == "member"}
    names |= {each.name for each in who.audiences if each.entity == "body"}
    if len(names) == 1:
        return names.pop()
    ctx.problems.error(
        "TR404",
        "this does not say whose meetings",
        span,
        "which body's meetings?",
        'start with `Members of "…"`, or write `meetings of "…"`; one body to a sentence',
    )
    return ""


def refuse_own_meetings(ctx: Context, who: Who, span: Span) -> None:
    """Make it an error that a body attends or misses its own meetings: its members do."""
    if who.entity == "body":
        name = who.audiences[0].name
        ctx.problems.error(
            "TR408",
            "a body holds its meetings, and its members attend them",
            span,
            "not by the body",
            f'start with `Members of "{name}"`',
        )


def says_of_a_name_that_it_meets(ctx: Context, sentence: ast.Rule) -> bool:
    """Return whether *sentence* says that a bare name meets, which is an error: a body is called one."""
    first, action = sentence.subject.picks[0], sentence.action
    if not isinstance(action, (ast.Do, ast.AtLeast)) or action.verb != "meet":
        return False
    if first.noun is not None or first.low is None or ctx.names.words.find(first.low.text, STANDING_ALONE):
        return False
    ctx.problems.error(
        "TR408",
        "people attend meetings; it is a body that meets",
        first.span,
        "not said to be a body",
        f"write `body {quoted(first.low.text)} must meet …`",
    )
    return True


def meetings_of(ctx: Context, audience: Audience, span: Span) -> Owed:
    """Return what is owed by those who must meet: a meeting held; people attend one, which is an error."""
    if audience.entity in ("staff", "course"):
        ctx.problems.error(
            "TR408",
            "people attend meetings; it is a body that meets",
            span,
            "not a body",
            'start with `body "…"`, or write `must attend at least 4 meetings of "…" each calendar year`',
        )
    return Owed(((Deed("meeting", audience.name),),))

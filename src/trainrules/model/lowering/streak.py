"""Meetings: those missed in a row, and those that a body holds."""

from __future__ import annotations

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.parts import Parts
from trainrules.model.lowering.who import Who
from trainrules.model.names import STANDING_ALONE, quoted
from trainrules.model.rules import Audience, Deed, Owed, Streak
from trainrules.source import Span

_OF_BODIES = ("hold", "meet")
_OF_MEETINGS = ("attend", *_OF_BODIES)
_NEVER_MEET = ("staff", "course")


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
    refuse_that_people_meet(ctx, audience.entity, span)
    return Owed(((Deed("meeting", audience.name),),))


def refuse_that_people_meet(ctx: Context, entity: str, span: Span) -> None:
    """Make it an error that somebody meets who attends meetings."""
    if entity in _NEVER_MEET:
        ctx.problems.error(
            "TR408",
            "people attend meetings; it is a body that meets",
            span,
            "not a body",
            'start with `body "…"`, or write `must attend at least 4 meetings of "…" each calendar year`',
        )


def counted_meeting(ctx: Context, action: ast.AtLeast, who: Who) -> Deed:
    """Return the meeting that is counted; a verb that says neither attended nor held is an error."""
    name = action.thing if isinstance(action.thing, ast.Name) else None
    before = ctx.problems.errors
    _refuse_verb(ctx, action, who, is_own=name is None and who.entity == "body")
    if name:
        return Deed("meeting", ctx.names.one(name, ("body",)).name)
    return Deed("meeting", the_body(ctx, who, action.span) if ctx.problems.errors == before else "")


def _refuse_verb(ctx: Context, action: ast.AtLeast, who: Who, *, is_own: bool) -> None:
    """Make a verb an error that such a record cannot show of meetings; *is_own*: of the body's own."""
    share = _is_share(action.amount)
    verb = action.verb or ("hold" if is_own else "attend")
    if is_own and (share or verb == "attend"):
        refuse_own_meetings(ctx, who, action.span)
    elif verb not in _OF_MEETINGS:
        _error_neither(ctx, action, who.entity, is_own=is_own)
    elif verb != "attend" and who.entity in _NEVER_MEET:
        refuse_that_people_meet(ctx, who.entity, action.span)
    elif verb != "attend" and share:
        _error_share_held(ctx, action)


def _error_neither(ctx: Context, action: ast.AtLeast, entity: str, *, is_own: bool) -> None:
    many = _so_many(action.amount)
    advice = f"write `hold {many}`" if is_own else f"write `attend {many}`"
    if not (is_own or entity in _NEVER_MEET or _is_share(action.amount)):
        advice += f", or `hold {many}`"
    ctx.problems.error(
        "TR408",
        f"meetings are attended, or held by a body; `{action.verb}` says neither",
        action.span,
        "attended or held?",
        advice,
    )


def _error_share_held(ctx: Context, action: ast.AtLeast) -> None:
    ctx.problems.error(
        "TR408",
        f"a share of meetings is attended; nobody can {action.verb} a share of those held",
        action.span,
        "a share of what is held",
        f"write `attend {_so_many(action.amount)}`, or a number: `hold at least 4 meetings`",
    )


def _so_many(amount: ast.Amount) -> str:
    """Return *amount* as a sentence has it: `at least 80% of meetings`, `at least 4 meetings`."""
    if _is_share(amount):
        return f"at least {amount.text}{'%' if amount.percent else ''} of meetings"
    return f"at least {amount.text} meeting{'' if amount.text == '1' else 's'}"


def _is_share(amount: ast.Amount) -> bool:
    return amount.percent or amount.text == "half"

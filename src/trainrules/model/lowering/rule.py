"""One sentence to its rules: whom, what and when by the family it is of, then what every rule has."""

from __future__ import annotations

from typing import assert_never

from attrs import evolve

from trainrules.language import ast
from trainrules.model.lowering.checklist import checklists
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.delivery import deliveries
from trainrules.model.lowering.do import done
from trainrules.model.lowering.follow_up import returned
from trainrules.model.lowering.notice import notices
from trainrules.model.lowering.origin import label_of, origin_of
from trainrules.model.lowering.parts import Parts
from trainrules.model.lowering.quota import quotas
from trainrules.model.lowering.streak import says_of_a_name_that_it_meets, streaks
from trainrules.model.lowering.when import overlap, started
from trainrules.model.lowering.who import Who, who
from trainrules.model.rules import Common, Days, Rule, Strength


def rules_of(ctx: Context, sentence: ast.Rule) -> tuple[Rule, ...]:
    """Return the rules that *sentence* means; none when something is wrong with it, which is then said."""
    if says_of_a_name_that_it_meets(ctx, sentence):
        return ()
    before = ctx.problems.errors
    parts = Parts(sentence, ctx.problems)
    subject = who(ctx, sentence.subject)
    common = _common(ctx, sentence, parts, subject)
    made = _family(ctx, sentence, subject, parts)
    if ctx.problems.errors > before:
        return ()
    return tuple(_dressed(rule, common) for rule in made)


def _family(ctx: Context, sentence: ast.Rule, subject: Who, parts: Parts) -> tuple[Rule, ...]:
    """Return the rules with all that is particular to their kind."""
    action = sentence.action
    match action:
        case ast.Do():
            return done(ctx, sentence, action, subject, parts)
        case ast.Only():
            return deliveries(ctx, action, subject, parts)
        case ast.AtLeast():
            return quotas(ctx, action, subject, parts)
        case ast.NotMiss():
            return streaks(ctx, action, subject, parts)
        case ast.Return():
            return returned(ctx, sentence, action, subject, parts)
        case ast.GiveNotice():
            return notices(ctx, action, subject, parts)
        case ast.MeetStandard():
            return checklists(ctx, action, subject, parts)
        case _:
            assert_never(action)


def _common(ctx: Context, sentence: ast.Rule, parts: Parts, subject: Who) -> Common:
    """Return what every rule has, from the sentence and the head of its file."""
    strength = Strength(sentence.strength) if sentence.strength else ctx.head.strength
    force = _force(ctx, parts)
    starting = _started(ctx, parts) if subject.entity != "course" else Days()
    return Common(
        label=label_of(ctx.source, sentence),
        strength=strength,
        force=force,
        started=starting,
        instead_of=tuple(clause.label.text for clause in parts.take_all(ast.InsteadOf)),
        default=parts.take(ast.Unless) is not None,
        breaks=ctx.head.breaks,
        calendar=ctx.head.calendar,
        origin=origin_of(ctx.source, sentence),
    )


def _force(ctx: Context, parts: Parts) -> Days:
    """Return the rule's own life within its file's; an empty one is an error."""
    start, until = parts.take(ast.RuleFrom), parts.take(ast.RuleUntil)
    own = Days(start.day if start else None, until.day if until else None)
    written = until or start
    if own.first and own.last and own.first > own.last and until:
        ctx.problems.error(
            "TR403",
            "this rule ends before it begins",
            until.span,
            "before its first day",
            "put the earlier date after `from`",
        )
        return own
    force = overlap(own, ctx.head.force)
    if force is None and written:
        ctx.problems.error(
            "TR403",
            "this rule is never in force: its file is not in force on any of its days",
            written.span,
            "outside the file's own dates",
            "change this date or `in force from …`",
        )
    return force or own


def _started(ctx: Context, parts: Parts) -> Days:
    """Return which runs are kept by their first day; contradictory limits are an error."""
    kept = Days()
    for clause in parts.take_all(ast.ForThoseStarting):
        both = overlap(kept, started(clause))
        if both is None:
            ctx.problems.error(
                "TR403",
                "nobody starts on such a day",
                clause.span,
                "leaves nobody",
                "change one of the dates",
            )
        kept = both or kept
    return kept


def _dressed(rule: Rule, common: Common) -> Rule:
    """Return *rule* with what every rule has."""
    return evolve(
        rule,
        label=common.label,
        strength=common.strength,
        force=common.force,
        started=common.started,
        instead_of=common.instead_of,
        default=common.default,
        breaks=common.breaks,
        calendar=common.calendar,
        origin=common.origin,
    )

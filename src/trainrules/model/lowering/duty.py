"""Deadlines and refreshes: `within`, `by`, `every`, `once`, and the clauses that change them."""

from __future__ import annotations

from attrs import evolve

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.parts import Parts
from trainrules.model.lowering.what import owed, training
from trainrules.model.lowering.when import deadline, longer, period
from trainrules.model.rules import Anchor, Audience, Deadline, Duty, Lapse, Owed, Period, Renewal
from trainrules.source import Span

Due = tuple[Audience, Owed]
"""Whom something is owed by, and what."""


def duties(ctx: Context, action: ast.Do, dues: tuple[Due, ...], parts: Parts) -> tuple[Duty, ...]:
    """Return one duty for each of *dues*, with everything that the sentence says about when."""
    first = _first(ctx, parts)
    every, then_owed = _every(ctx, dues[0][0].entity, parts)
    refresh = is_refresh(action, dues)
    renewal, window = _renewal(ctx, parts, every)
    made = Duty(
        label="",
        owed=dues[0][1],
        first=first,
        every=every,
        refresh_only=refresh and first is None,
        then=then_owed,
        renewal=renewal,
        keep_window=window,
        once=_once(ctx, parts, every),
    )
    made = _with_clauses(ctx, made, dues[0][0].entity, parts)
    if refresh and every is None:
        _error_refresh(ctx, action)
    parts.refuse_the_rest("a deadline or a refresh")
    return tuple(evolve(made, audience=audience, owed=what) for audience, what in dues)


def is_refresh(action: ast.Do, dues: tuple[Due, ...]) -> bool:
    """Return whether training is to be done again; a plan that is updated is only something to do."""
    if action.verb not in ast.REFRESHING:
        return False
    return any(deed.kind != "report" for _, what in dues for deed in what.deeds)


def _first(ctx: Context, parts: Parts) -> Deadline | None:
    """Return the first deadline; a second one is an error, and so is a limit to no deadline."""
    within, by, first = parts.take(ast.Within), parts.take(ast.By), parts.take(ast.FirstWithin)
    written = [each for each in (within, by, first) if each]
    if len(written) > 1:
        ctx.problems.error(
            "TR402",
            "this sentence has two first deadlines",
            written[1].span,
            "the second",
            "keep one of them, or write two sentences",
        )
    limit = parts.take(ast.NotBeyond)
    if not written:
        if limit:
            _error_no_deadline(ctx, limit.span, "`not beyond` limits a first deadline, and there is none")
        return None
    if by:
        found = Deadline(Anchor("date", by.day))
    else:
        timed = within or first
        assert timed is not None
        found = deadline(ctx, timed.duration, timed.anchor)
    return _limited(ctx, found, limit) if limit else found


def _limited(ctx: Context, found: Deadline, limit: ast.NotBeyond) -> Deadline:
    """Return the deadline with its limit; a limit that always comes first is an error."""
    last = deadline(ctx, limit.duration, limit.anchor)
    if last.anchor == found.anchor and last.within and found.within and not longer(last.within, found.within):
        ctx.problems.error(
            "TR402",
            "this limit always comes first, so the deadline before it never applies",
            limit.span,
            "not later than the deadline",
            "count the limit from another day, or keep only one of the two",
        )
    return evolve(found, not_beyond=last)


def _every(ctx: Context, entity: str, parts: Parts) -> tuple[Period | None, Owed | None]:
    """Return the period of a refresh, and what other training renews it."""
    every, then = parts.take(ast.Every), parts.take(ast.Then)
    if every and then:
        ctx.problems.error(
            "TR402",
            "this sentence has two periods",
            then.span,
            "the second",
            "keep `every …` or `then every …`",
        )
    if then:
        renewing = owed(ctx, entity, then.acts, then.connective) if then.acts else None
        return period(ctx, then.every, working=False), renewing
    return (period(ctx, every.duration, working=False) if every else None), None


def _renewal(ctx: Context, parts: Parts, every: Period | None) -> tuple[Renewal, Period | None]:
    """Return from when the next date is counted; only a refresh has a next date, and only one way to it."""
    fixed, keeping = parts.take(ast.FromDueDate), parts.take(ast.KeepingDate)
    if fixed and keeping:
        ctx.problems.error(
            "TR402",
            "`counted from the due date` and `keeping the date` are two ways to the next date",
            keeping.span,
            "the second",
            "keep one of them",
        )
    for clause in (fixed, keeping):
        if clause and every is None:
            ctx.problems.error(
                "TR404",
                f"`{ctx.problems.words(clause.span)}` needs a period",
                clause.span,
                "no next date",
                "add `every …` or `then every …`",
            )
    if fixed:
        return Renewal.DUE_DATE, None
    if keeping is None:
        return Renewal.COMPLETION, None
    window = period(ctx, keeping.window, working=False)
    if every and longer(window, every):
        ctx.problems.error(
            "TR402",
            "the time in which a renewal keeps the date is longer than the period itself",
            keeping.span,
            "longer than the period",
            "shorten it",
        )
    return Renewal.KEEP_DATE, window


def _once(ctx: Context, parts: Parts, every: Period | None) -> bool:
    once = parts.take(ast.Once)
    if once and every:
        ctx.problems.error(
            "TR402",
            "`once` and `every` contradict each other",
            once.span,
            "never again",
            "leave out one of them",
        )
    return once is not None


def _with_clauses(ctx: Context, made: Duty, entity: str, parts: Parts) -> Duty:
    """Return the duty with the clauses about what counts, and how long after its due date."""
    prior, evidence = parts.take(ast.PriorNotCounted), parts.take(ast.WithEvidence)
    grace, lapse, leave = parts.take(ast.Grace), parts.take(ast.IfLapsed), parts.take(ast.NotCountingLeave)
    for clause in (grace, lapse, leave if entity == "staff" else None):
        if clause and made.first is None and made.every is None:
            words = ctx.problems.words(clause.span)
            _error_no_deadline(ctx, clause.span, f"`{words}` needs a date that something is due on")
    _refuse_contradictions(ctx, made, prior, evidence)
    if leave:
        _refuse_leave(ctx, made, entity, leave)
    lapsed = None
    if lapse:
        lapsed = Lapse(after=period(ctx, lapse.after, working=False), deed=training(ctx, lapse.training))
    return evolve(
        made,
        prior_counts=prior is None,
        evidence=evidence.evidence if evidence else "",
        grace=period(ctx, grace.duration) if grace else None,
        lapse=lapsed,
        leave_pauses=leave is not None,
    )


def _refuse_contradictions(
    ctx: Context,
    made: Duty,
    prior: ast.PriorNotCounted | None,
    evidence: ast.WithEvidence | None,
) -> None:
    """Make clauses that contradict the duty, or cannot change it, errors."""
    if prior and made.first and made.first.within is None:
        ctx.problems.error(
            "TR402",
            "only training on the day itself could count",
            prior.span,
            "nothing before that day counts",
            "write `within …` of the day from which training counts",
        )
    if evidence and any(deed.kind != "training" for deed in made.owed.deeds):
        ctx.problems.error(
            "TR401",
            f"only courses come `{ctx.problems.words(evidence.span)}`",
            evidence.span,
            "would change nothing",
            "leave this clause out, or name a course",
        )


def _refuse_leave(ctx: Context, made: Duty, entity: str, leave: ast.NotCountingLeave) -> None:
    """Make the clause an error where no record has leave, or no date could move with it."""
    if entity != "staff":
        ctx.problems.error(
            "TR408",
            "only staff records show leave",
            leave.span,
            "would change nothing",
            "leave this clause out",
        )
    elif made.renewal is Renewal.DUE_DATE:
        ctx.problems.error(
            "TR402",
            "fixed dates do not move with leave",
            leave.span,
            "moves the dates",
            "leave out this clause or `counted from the due date`",
        )
    elif made.every is None and made.first and made.first.within is None and made.first.not_beyond is None:
        ctx.problems.error(
            "TR402",
            "a date does not move with leave",
            leave.span,
            "moves the date",
            "leave this clause out, or write `within …` of the day that the time is counted from",
        )


def _error_no_deadline(ctx: Context, span: Span, message: str) -> None:
    ctx.problems.error("TR404", message, span, "no deadline", "add a time, such as `within 6 months`")


def _error_refresh(ctx: Context, action: ast.Do) -> None:
    ctx.problems.error(
        "TR404",
        f"`{action.verb}` does not say how often",
        action.span,
        "how often?",
        "add `every 2 years`, or write `complete`",
    )

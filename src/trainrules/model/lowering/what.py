"""What has to be done: training, activities, qualifications, documents, reports, meetings, as deeds."""

from __future__ import annotations

from attrs import evolve

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.modes import MODES, mode_names
from trainrules.model.lowering.picks import expanded
from trainrules.model.lowering.who import OF_ITS_OWN
from trainrules.model.rules import Deed, Owed, Term
from trainrules.model.vocabulary import Word
from trainrules.source import Span

TRAINING_VERBS = ("complete", "attend", "deliver", *ast.REFRESHING)
_ON_EVERY_RECORD = ("report", "document", "meeting")
_NAMED = ("course", "activity", *MODES)


def training(ctx: Context, written: ast.Training, *, implied: str = "course", verb: str = "") -> Deed:
    """Return the deed that *written* names; a bare name in a terse file is of the *implied* kind."""
    written = _plain(ctx, written)
    found = mode_names(ctx, written.modes)
    if written.name is None:
        return Deed("training", own=_own(ctx, written.own) if written.own else None, modes=found)
    kinds = (*_NAMED, "body") if verb == "attend" and _is_body(ctx, written.name) else _NAMED
    word = ctx.names.one(written.name, kinds, implied)
    if word.kind in MODES:
        return Deed("training", modes=mode_names(ctx, (*written.modes, written.name)))
    if word.kind == "course":
        return Deed("training", word.name, modes=found)
    if written.modes:
        ctx.problems.error(
            "TR408",
            f"`{word.name}` is not a course, so it has no delivery or format",
            written.modes[0].span,
            "narrows it",
            "leave this word out, or declare it as a course",
        )
    return Deed("meeting" if word.kind == "body" else "activity", word.name)


def _plain(ctx: Context, written: ast.Training) -> ast.Training:
    """Return `conference training` as the mode, and `Neglect training` as the course, that the word names."""
    lone = written.own.low if written.own and written.own.noun is None and not written.own.high else None
    known = ctx.names
    if lone is None or known.is_known(lone, OF_ITS_OWN) or not known.is_known(lone, _NAMED):
        return written
    if known.is_known(lone, MODES):
        return evolve(written, own=None, modes=(*written.modes, lone))
    return evolve(written, name=lone)


def _is_body(ctx: Context, name: ast.Name) -> bool:
    return not ctx.names.words.find(name.text, _NAMED) and bool(ctx.names.words.find(name.text, ("body",)))


def _own(ctx: Context, pick: ast.Pick) -> Term | None:
    """Return the one group, level or role that training is for."""
    terms = expanded(ctx, (pick,))
    if len(terms) == 1 and terms[0].kind in OF_ITS_OWN:
        return terms[0]
    ctx.problems.error(
        "TR408",
        f"`{ctx.problems.words(pick.span)} training` is not the training of one group, level or role",
        pick.span,
        "whose training?",
        "name one group, level or role, or write one sentence for each",
    )
    return None


def deed(ctx: Context, entity: str, act: ast.Act) -> Deed:
    """Return what *act* is for a record of kind *entity*; one that such a record cannot show is an error."""
    found = _deed(ctx, entity, act)
    if entity != "staff" and found.kind not in _ON_EVERY_RECORD:
        _error_not_on_record(ctx, entity, act.span)
    return found


def _deed(ctx: Context, entity: str, act: ast.Act) -> Deed:
    if isinstance(act.thing, ast.Training):
        if act.thing.other:
            _error_other(ctx, act.thing.span)
        name = act.thing.name
        if act.verb in ast.REFRESHING and name and not act.thing.modes and _is_paper(ctx, entity, name):
            return Deed("report", name.text, action=act.verb)
        found = training(ctx, act.thing, verb=act.verb)
        return evolve(found, kind="delivery") if act.verb == "deliver" else found
    return _named(ctx, entity, act.verb, act.thing, act.to)


def _is_paper(ctx: Context, entity: str, name: ast.Name) -> bool:
    """Return whether what is updated is a plan or the like, and no training: only staff have training."""
    find = ctx.names.words.find
    declared = find(name.text, ("document",)) and not find(name.text, _NAMED)
    return entity != "staff" or bool(declared)


def _named(ctx: Context, entity: str, verb: str, thing: ast.Name, to: ast.Name | None) -> Deed:
    """Return the deed of a verb whose object is a name: have, hold, meet, submit, report …"""
    if verb == "have":
        return Deed("document", ctx.names.one(thing, ("document",)).name)
    if verb == "hold" and (entity == "staff" or ctx.names.words.find(thing.text, ("qualification",))):
        return Deed("qualification", ctx.names.one(thing, ("qualification",)).name)
    if verb == "meet":
        return Deed("meeting", ctx.names.one(thing, ("body",)).name)
    return Deed("report", thing.text, action=verb, to=_receiver(ctx, to) if to else "")


def _receiver(ctx: Context, name: ast.Name) -> str:
    """Return who a report goes to: a declared body, or whatever is written."""
    found: tuple[Word, ...] = ctx.names.words.find(name.text, ("body",))
    return found[0].name if found else name.text


def owed(ctx: Context, entity: str, acts: tuple[ast.Act, ...], connective: str | None) -> Owed:
    """Return what *acts* add up to: joined by `or`, any one of them does; else all are owed."""
    deeds = tuple(deed(ctx, entity, act) for act in acts)
    return Owed((tuple(dict.fromkeys(deeds)),) if connective == "or" else tuple((one,) for one in deeds))


def then(ctx: Context, before: ast.Before, first: Owed) -> Deed:
    """Return what must not come first; `any other training` is any but what *first* names."""
    found = training(ctx, before.training)
    but = list(first.deeds) if before.training.other else []
    for each in before.but:
        if each.other:
            _error_other(ctx, each.span)
        but.append(training(ctx, each))
    kind = "delivery" if before.delivering else "training"
    others = [evolve(each, kind=kind) if each.kind == "training" else each for each in but]
    found = evolve(found, other_than=tuple(dict.fromkeys(others)))
    return evolve(found, kind="delivery") if before.delivering else found


def _error_other(ctx: Context, span: Span) -> None:
    ctx.problems.error(
        "TR404",
        "`any other training` does not say other than what",
        span,
        "other than what?",
        "it comes after `before`: `must complete Induction before any other training`",
    )


def _error_not_on_record(ctx: Context, entity: str, span: Span) -> None:
    whose = {"agency": "agencies", "body": "a body", "partnership": "the partnership", "course": "courses"}
    ctx.problems.error(
        "TR408",
        f"records of {whose[entity]} show reports, documents and meetings, not this",
        span,
        "done by staff",
        "say it of staff, or use a verb such as submit, report, review, publish, have or meet",
    )

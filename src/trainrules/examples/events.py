"""Each fact of an example as an entry of a record: the list it belongs in, and the entry."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.lowering.picks import expanded
from trainrules.model.rules import Term, fold
from trainrules.records.classes import (
    Activity,
    Attestation,
    Attribute,
    Booking,
    CourseDelivery,
    Document,
    Evaluation,
    For,
    Leave,
    Meeting,
    Membership,
    Post,
    Qualification,
    Report,
    Session,
    StandardItem,
    Training,
    Waiver,
)

Found = tuple[str, Any]
"""The name of a record's list, and an entry for it."""


def events_of(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    """Yield the entries that *fact* stands for; none for a line that says what the record or the day is."""
    entry = _ENTRIES.get(fact.kind)
    if entry is not None:
        yield from entry(ctx, fact)


def _day(fact: ast.Fact) -> date:
    assert fact.day is not None
    return fact.day


def _name(ctx: Context, fact: ast.Fact, kind: str) -> str:
    assert fact.name is not None
    return ctx.names.one(fact.name, (kind,)).name


def _post(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    terms = expanded(ctx, fact.picks)
    for term in terms:
        if term.kind == "attribute":
            yield "attributes", Attribute(name=term.name, value=term.value, from_=fact.day, to=fact.until)
        if term.kind == "member":
            yield "memberships", Membership(body=term.name, from_=fact.day, to=fact.until)
    own = _for(terms)
    if own != For():
        yield (
            "posts",
            Post(
                groups=own.groups,
                levels=own.levels,
                roles=own.roles,
                started=fact.day,
                ended=fact.until,
            ),
        )


def _for(terms: tuple[Term, ...]) -> For:
    named = {
        kind: tuple(term.name for term in terms if term.kind == kind) for kind in ("group", "level", "role")
    }
    return For(groups=named["group"], levels=named["level"], roles=named["role"])


def _attribute(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    name = _name(ctx, fact, "attribute")
    assert fact.value is not None
    value = ctx.names.one(fact.value, ("value",), of=name)
    yield "attributes", Attribute(name=name, value=value.name, from_=fact.day, to=fact.until)


def _modes(ctx: Context, fact: ast.Fact) -> dict[str, Any]:
    words = [ctx.names.one(mode, ("delivery", "format"), "format") for mode in fact.modes]
    return {kind: next((w.name for w in words if w.kind == kind), None) for kind in ("delivery", "format")}


def _amount(fact: ast.Fact) -> dict[str, Any]:
    amount = Fraction(fact.amount.text) if fact.amount else None
    return {unit: amount if fact.unit == unit else None for unit in ("hours", "days")}


def _completed(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    if fact.name and ctx.names.words.find(fact.name.text, ("activity",)):
        yield "activities", Activity(kind=_name(ctx, fact, "activity"), on=_day(fact))
        return
    evaluations: tuple[Evaluation, ...] | None = None
    if fact.yes is not None:
        evaluations = (Evaluation(returned=fact.day),) if fact.yes else ()
    yield (
        "training",
        Training(
            course=_course(ctx, fact),
            completed=_day(fact),
            for_=_for(expanded(ctx, fact.picks)),
            certificate=fact.certificate,
            evaluations=evaluations,
            **_modes(ctx, fact),
            **_amount(fact),
        ),
    )


def _course(ctx: Context, fact: ast.Fact) -> str:
    """Return the course; training that is only described gets its description as a name."""
    if fact.name:
        return _name(ctx, fact, "course")
    return ctx.problems.words(fact.span).removeprefix(fact.kind).split(" on ")[0].strip()


def _delivered(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    yield (
        "deliveries",
        CourseDelivery(course=_course(ctx, fact), on=_day(fact), **_modes(ctx, fact), **_amount(fact)),
    )


def _did(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    assert fact.name is not None
    implied = [word for word in ctx.names.words.find(fact.name.text, ("course",)) if word.implied]
    kind = implied[0].name if implied else _name(ctx, fact, "activity")
    yield "activities", Activity(kind=kind, on=_day(fact))


def _meeting(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    body = _name(ctx, fact, "body") if fact.name else None
    yield "meetings", Meeting(body=body, on=_day(fact), attended=fact.yes)


def _booked(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    course = _name(ctx, fact, "course")
    yield "bookings", Booking(course=course, session=_day(fact), cancelled=fact.until, attended=fact.yes)


def _session(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    advertised = fact.until if fact.yes else fact.yes
    yield "sessions", Session(on=_day(fact), advertised=advertised)


def _member(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    yield "memberships", Membership(body=_name(ctx, fact, "body"), from_=fact.day, to=fact.until)


def _leave(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    kind = fact.name.text if fact.name else None
    yield "leave", Leave(from_=_day(fact), to=fact.until, kind=kind)


def _waived(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    assert fact.name is not None
    yield "waivers", Waiver(rule=fact.name.text, from_=fact.day, to=fact.until)


def _reported(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    assert fact.name is not None
    to = fact.value.text if fact.value else None
    yield "reports", Report(name=fact.name.text, on=_day(fact), to=to, action=fact.action)


def _holds(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    name = _name(ctx, fact, "qualification")
    yield "qualifications", Qualification(name=name, on=fact.day, until=fact.until)


def _has(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    name = _name(ctx, fact, "document")
    if fact.yes is False:
        yield "attestations", Attestation(name=name, met=False, on=fact.day)
    else:
        yield "documents", Document(name=name, dated=fact.day)


def _fact(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    yield "facts", (_name(ctx, fact, "date"), _day(fact))


def _standard(ctx: Context, fact: ast.Fact) -> Iterator[Found]:
    name = _name(ctx, fact, "standard")
    items = [item for each in ctx.standards if fold(each.name) == fold(name) for item in each.items]
    number = fact.value.text if fact.value else None
    own = [item for item in items if item.number == number and fold(item.standard) == fold(name)]
    wanted = items if number is None else own or [item for item in items if item.number == number]
    if number is not None and items and not wanted:
        ctx.problems.error(
            "TR503",
            f"standard `{name}` has no item {number}",
            fact.span,
            "no such item",
            f"its items are {', '.join(item.number for item in items)}",
        )
    for item in wanted:
        yield "standards", StandardItem(standard=item.standard, item=item.number, met=fact.yes, on=fact.day)


_ENTRIES: dict[str, Callable[[Context, ast.Fact], Iterator[Found]]] = {
    "post": _post,
    "attribute": _attribute,
    "completed": _completed,
    "delivered": _delivered,
    "did": _did,
    "attended": _meeting,
    "missed": _meeting,
    "meeting": _meeting,
    "booked": _booked,
    "session": _session,
    "member": _member,
    "leave": _leave,
    "waived": _waived,
    "reported": _reported,
    "holds": _holds,
    "has": _has,
    "fact": _fact,
    "standard": _standard,
}

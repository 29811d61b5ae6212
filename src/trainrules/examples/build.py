"""An example's facts to the record that they describe."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import attrs

from trainrules.examples.events import Found, events_of
from trainrules.examples.later import LATER, Draft
from trainrules.language import ast
from trainrules.model.lowering.context import Context
from trainrules.model.rules import fold
from trainrules.records.classes import CourseRecord, OrganisationRecord, Record, StaffRecord, StandardItem

_CLASSES: dict[str, type[Record]] = {
    "staff": StaffRecord,
    "trainer": StaffRecord,
    "course": CourseRecord,
    "agency": OrganisationRecord,
    "body": OrganisationRecord,
    "partnership": OrganisationRecord,
}


def record_of(ctx: Context, example: ast.Example) -> Record:
    """Return the record that the facts of *example* describe; what does not fit it is an error (TR503)."""
    kind, fields = _kind(ctx, example)
    lists: Draft = defaultdict(list)
    known = {field.name for field in attrs.fields(_CLASSES[kind])}
    for fact in example.facts:
        if fact.kind in LATER:
            continue
        for name, value in _said(ctx, fact, fields):
            if name in known:
                lists[name].append(value)
            else:
                _error_does_not_fit(ctx, kind, fact)
    for fact in example.facts:
        if fact.kind in LATER:
            name, change = LATER[fact.kind]
            if name in known:
                change(ctx, fact, lists)
            else:
                _error_does_not_fit(ctx, kind, fact)
    if "standards" in lists:
        lists["standards"] = _last_said(lists["standards"])
    fields |= {name: tuple(values) for name, values in lists.items()}
    return _CLASSES[kind](**fields)


def _said(ctx: Context, fact: ast.Fact, fields: dict[str, Any]) -> list[Found]:
    """Return what *fact* adds to the lists of a record; the days of joining and leaving go to *fields*."""
    if fact.kind in ("joined", "left"):
        if fields.get(fact.kind):
            ctx.problems.error(
                "TR503", f"`{fact.kind}` is said twice", fact.span, "the second", "keep one of the two"
            )
        fields[fact.kind] = fact.day
        return []
    return list(events_of(ctx, fact))


def _last_said(items: list[StandardItem]) -> list[StandardItem]:
    """Return what was said last of each item: all are met, says one line, and the next that one is not."""
    return list({(fold(each.standard), each.item): each for each in items}.values())


def _kind(ctx: Context, example: ast.Example) -> tuple[str, dict[str, Any]]:
    """Return what kind of record it is, and the fields that its own line gives."""
    kind = "staff"
    fields: dict[str, Any] = {"id": example.name.text}
    lines = [fact for fact in example.facts if fact.kind == "record"]
    for other in lines[1:]:
        ctx.problems.error(
            "TR503", "an example is one record", other.span, "another kind of record", "keep one of the lines"
        )
    for fact in lines[:1]:
        kind = fold(fact.name.text) if fact.name else kind
        if fact.value:
            known = ctx.names.words.find(fact.value.text, ("body",)) if kind == "body" else ()
            fields["title" if kind == "course" else "name"] = known[0].name if known else fact.value.text
        for mode in fact.modes:
            word = ctx.names.one(mode, ("delivery", "format"), "format")
            fields[word.kind] = word.name
    return kind, {**fields, "kind": kind}


def _error_does_not_fit(ctx: Context, kind: str, fact: ast.Fact) -> None:
    words = ctx.problems.words(fact.span)
    ctx.problems.error(
        "TR503",
        f"the record of {_A[kind]} does not show `{words}`",
        fact.span,
        "on another kind of record",
        "say what kind of record it is in a line of its own, such as `is an agency`, or leave this out",
    )


_A = {
    "staff": "a member of staff",
    "trainer": "a trainer",
    "course": "a course",
    "agency": "an agency",
    "body": "a body",
    "partnership": "the partnership",
}

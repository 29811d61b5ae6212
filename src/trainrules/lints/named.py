"""Every name that the rules of a policy use, by kind."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from trainrules.model.rules import Anchor, Deed, Item, Policy, Rule, Streak, Term, fold

Names = set[tuple[str, str]]


def names_used(policy: Policy, used: tuple[Rule, ...]) -> Names:
    """Return what the rules and equivalences name: (`group`, `b`), (`course`, `induction`) …, folded."""
    found: Names = set()
    for part in (*policy.rules, *used, *policy.equivalences):
        for each in _parts(part):
            found |= set(_names(each))
    return found


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for each in value:
            yield from _parts(each)
    elif attrs.has(type(value)):
        yield value
        for name in (field.name for field in getattr(type(value), "__attrs_attrs__", ())):
            if name != "origin":
                yield from _parts(getattr(value, name))


def _names(part: object) -> Iterator[tuple[str, str]]:
    if isinstance(part, Term):
        kind = {"member": "body"}.get(part.kind, part.kind)
        yield kind, fold(part.name)
        yield "value", fold(part.value)
    elif isinstance(part, Deed):
        kind = {"training": "course", "delivery": "course", "meeting": "body"}.get(part.kind, part.kind)
        yield kind, fold(part.name)
        yield "body", fold(part.to)
        if part.kind == "report":  # a document can be reviewed, produced, shared
            yield "document", fold(part.name)
        yield from (("format", fold(mode)) for mode in part.modes)
    elif isinstance(part, Item):
        yield "standard", fold(part.standard)
    elif isinstance(part, Streak):
        yield "body", fold(part.body)
    elif isinstance(part, Anchor):
        yield "date", fold(part.name)
    modes = getattr(part, "modes", ())
    yield from (("format", fold(mode)) for mode in modes)
    name = getattr(part, "entity", "") == "body" and getattr(part, "name", "")
    if name:
        yield "body", fold(name)

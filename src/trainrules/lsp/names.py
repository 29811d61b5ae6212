"""Which names a sentence has, and what kinds of word each may stand for where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from attrs import frozen

from trainrules.language import ast
from trainrules.model.names import STANDING_ALONE

PEOPLE = ("group", "level", "role")
MODES = ("delivery", "format")
DONE = ("course", "activity", *MODES, "body")
_OF_VERB = {
    "have": ("document",),
    "hold": ("qualification", *DONE),
    "return": ("evaluation",),
    "meet": ("body", "standard"),
}
_PAPER = ("document", *DONE)
_OF_FACT = {
    "attribute": ("attribute",),
    "completed": DONE,
    "did": ("activity", "course"),
    "evaluation": ("evaluation",),
    "attended": ("body",),
    "missed": ("body",),
    "meeting": ("body",),
    "booked": ("course",),
    "cancelled": ("course",),
    "delivered": DONE,
    "member": ("body",),
    "waived": ("rule",),
    "reported": ("document",),
    "holds": ("qualification",),
    "has": ("document",),
    "fact": ("date",),
    "standard": ("standard",),
}
_VALUE_OF_FACT = {"evaluation": ("course",), "reported": ("body",), "record": ("body", "course")}


@frozen
class Named:
    """A *name* in a sentence, the *kinds* of word it may be, the attribute whose value it is, if any.

    *declares* tells that the sentence makes it a word; *high* is the other end where it begins a range.
    """

    name: ast.Name
    kinds: tuple[str, ...]
    of: str = ""
    declares: bool = False
    high: ast.Name | None = None


def names_in(node: Any) -> Iterator[Named]:
    """Yield every name of *node*, a sentence or a part of one, that may stand for a word."""
    match node:
        case ast.Declare() | ast.DeclareCourse() | ast.Standard():
            yield from _declaring(node)
        case ast.Training():
            yield from _training(node)
        case ast.Act(verb=verb, thing=ast.Name() as thing):
            yield Named(thing, _OF_VERB.get(verb, _PAPER))
            yield from [Named(node.to, ("body",))] if node.to else ()
        case ast.AtLeast(verb=verb, thing=ast.Name() as thing):
            yield Named(thing, _OF_VERB.get(verb or "", _PAPER))
        case ast.Only(modes=names):
            yield from (Named(name, MODES) for name in names)
        case ast.Return(evaluation=name):
            yield Named(name, ("evaluation",))
        case ast.MeetStandard(standards=names):
            yield from (Named(name, ("standard",)) for name in names)
        case ast.Qualifier(attribute=ast.Name() as attribute):
            yield Named(attribute, ("attribute",))
            yield from (Named(pick.low, ("value",), attribute.text) for pick in node.picks if pick.low)
        case ast.Anchor(name=ast.Name() as name):
            yield Named(name, ("date",))
        case ast.Fact():
            yield from _fact(node)
        case ast.InsteadOf(label=label) | ast.Expect(label=ast.Label() as label):
            yield Named(ast.Name(label.text, span=label.span), ("rule",))
            yield from names_in(node.owed) if isinstance(node, ast.Expect) and node.owed else ()
        case _:
            yield from _inside(node)


def _inside(node: Any) -> Iterator[Named]:
    """Yield the names of the parts of *node*; a list of picks hands its noun on."""
    if isinstance(node, tuple):
        if node and isinstance(node[0], ast.Pick):
            yield from _picks(node)
        else:
            for each in node:
                yield from names_in(each)
    elif attrs.has(type(node)) and not isinstance(node, (ast.Name, ast.Label, ast.Quote)):
        for field in attrs.fields(type(node)):
            yield from names_in(getattr(node, field.name))


def _picks(picks: tuple[ast.Pick, ...], declares: str = "") -> Iterator[Named]:
    noun = ""
    for pick in picks:
        noun = pick.noun or noun
        yield from (Named(mode, MODES) for mode in pick.modes)
        if pick.low is None:
            continue
        if declares:
            kinds: tuple[str, ...] = (declares,)
        elif pick.noun in ("members", "body"):
            kinds = ("body",)
        else:
            either = tuple(dict.fromkeys((noun, *STANDING_ALONE)))
            kinds = (pick.noun,) if pick.noun in PEOPLE else either
        yield Named(pick.low, kinds, declares=bool(declares), high=pick.high)


def _declaring(node: ast.Declare | ast.DeclareCourse | ast.Standard) -> Iterator[Named]:
    if isinstance(node, ast.Declare):
        yield from _picks(node.picks, node.kind)
        of = next((pick.low.text for pick in node.picks if pick.low), "")
        is_attribute = node.kind == "attribute"
        for value in node.values:
            kind, whose = ("value", of) if is_attribute else ("activity", "")
            yield Named(value, (kind,), whose, declares=True)
    elif isinstance(node, ast.DeclareCourse):
        yield from (Named(name, ("course",), declares=True) for name in (node.name, *node.aliases))
        yield from (Named(mode, MODES) for mode in node.modes)
        yield from _picks(node.audience)
    else:
        yield Named(node.name, ("standard",), declares=True)
        yield from (Named(name, ("standard",)) for name in node.including)
        yield from names_in(node.subject)


def _training(node: ast.Training) -> Iterator[Named]:
    if node.name:
        yield Named(node.name, DONE)
    if node.own and node.own.low:
        kinds = (node.own.noun,) if node.own.noun in PEOPLE else (*PEOPLE, *DONE)
        yield Named(node.own.low, kinds, high=node.own.high)
    yield from (Named(mode, MODES) for mode in node.modes)


def _fact(node: ast.Fact) -> Iterator[Named]:
    yield from _picks(node.picks)
    yield from (Named(mode, MODES) for mode in node.modes)
    if node.name and node.kind in _OF_FACT:
        yield Named(node.name, _OF_FACT[node.kind])
    if node.value and node.kind == "attribute" and node.name:
        yield Named(node.value, ("value",), node.name.text)
    elif node.value and node.kind in _VALUE_OF_FACT:
        yield Named(node.value, _VALUE_OF_FACT[node.kind])

"""The fields of a record that are mappings by name: attributes, facts, attestations and standards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

from trainrules.model.rules import fold
from trainrules.records.classes import Attestation, Attribute, StandardItem
from trainrules.records.errors import Unreadable, unreadable
from trainrules.records.shape import Found, Key, Shape, many, step
from trainrules.records.values import day, day_out, shown, text, yes_or_no

T = TypeVar("T")
Entry = Callable[[str, object], Iterable[T]]


def by_name(entry: Entry[T]) -> Callable[[object], tuple[T, ...]]:
    """Return the reader of a mapping from names to values, each of which *entry* reads.

    Two names that differ only in case or spaces are one name, so the second is an error.
    """

    def read(value: object) -> tuple[T, ...]:
        if not isinstance(value, dict):
            raise unreadable(f"{shown(value)} is not an object")
        made: list[T] = []
        found: list[Found] = []
        seen: dict[str, str] = {}
        for key, part in value.items():
            try:
                name = text(key)
                first = seen.setdefault(fold(name), name)
                if first is not name:
                    raise unreadable(f"this is the same name as {shown(first)}")
                made += entry(name, part)
            except Unreadable as bad:
                found += [(step(key) + rest, message) for rest, message in bad.found]
        if found:
            raise Unreadable(*found)
        return tuple(made)

    return read


# --- attributes: a value, or a list of spells ---------------------------------------------------------

_SPELL = Shape(
    "a spell",
    lambda **given: Attribute(name="", **given),
    {"value": Key(text), "from": Key(day, day_out), "to": Key(day, day_out)},
    required=("value",),
    check=lambda spell: ends(spell.from_, spell.to, "from", "to"),
    made=Attribute,
)


def ends(first: date | None, last: date | None, start: str, end: str) -> Iterator[Found]:
    """Yield the finding that a span ends before it starts, if it does."""
    if first is not None and last is not None and last < first:
        yield step(end), f"{last.isoformat()} is before `{start}`, {first.isoformat()}"


def _attribute(name: str, value: object) -> Iterator[Attribute]:
    if isinstance(value, (list, tuple)):
        spells = many(_SPELL.read)(value)
        yield from (Attribute(name=name, value=each.value, from_=each.from_, to=each.to) for each in spells)
    elif value is not None:
        yield Attribute(name=name, value=text(value))


def _attributes_out(values: tuple[Attribute, ...]) -> object:
    spells: dict[str, list[Attribute]] = {}
    for each in values:
        spells.setdefault(each.name, []).append(each)
    return {name: _attribute_out(mine) for name, mine in spells.items()}


def _attribute_out(spells: list[Attribute]) -> object:
    if len(spells) == 1 and spells[0].from_ is None and spells[0].to is None:
        return spells[0].value
    return [_SPELL.write(each) for each in spells]


# --- dated facts --------------------------------------------------------------------------------------


def _fact(name: str, value: object) -> Iterator[tuple[str, date]]:
    if value is not None:
        yield name, day(value)


def _facts_out(values: tuple[tuple[str, date], ...]) -> object:
    return {name: day_out(value) for name, value in values}


# --- somebody's yes or no ----------------------------------------------------------------------------

_ATTESTED = Shape(
    "an attestation",
    lambda **given: Attestation(name="", **given),
    {"met": Key(yes_or_no), "on": Key(day, day_out)},
    made=Attestation,
)


def _answer(value: object) -> Attestation:
    """Return yes, no or not known, with its day where one is given."""
    if isinstance(value, dict):
        return _ATTESTED.read(value)
    return Attestation(name="", met=None if value is None else yes_or_no(value))


def _answer_out(met: bool | None, on: date | None) -> object:
    return met if on is None else {"met": met, "on": day_out(on)}


def _attestation(name: str, value: object) -> Iterator[Attestation]:
    answer = _answer(value)
    yield Attestation(name=name, met=answer.met, on=answer.on)


def _attestations_out(values: tuple[Attestation, ...]) -> object:
    return {each.name: _answer_out(each.met, each.on) for each in values}


def _standard(name: str, value: object) -> Iterator[StandardItem]:
    for each in by_name(_attestation)(value):
        yield StandardItem(standard=name, item=each.name, met=each.met, on=each.on)


def _standards_out(values: tuple[StandardItem, ...]) -> object:
    standards: dict[str, dict[str, object]] = {}
    for each in values:
        standards.setdefault(each.standard, {})[each.item] = _answer_out(each.met, each.on)
    return standards


ATTRIBUTES = Key(by_name(_attribute), _attributes_out)
FACTS = Key(by_name(_fact), _facts_out)
ATTESTATIONS = Key(by_name(_attestation), _attestations_out)
STANDARDS = Key(by_name(_standard), _standards_out)

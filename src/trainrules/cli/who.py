"""The one record that a command is about, by its id."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from trainrules.cli.inputs import Unusable
from trainrules.model.rules import fold
from trainrules.records.classes import Record

_SHOWN = 10
"""How many are named where none is close."""


def called(id_: str, where: str, read: Iterator[Record]) -> tuple[Record, ...]:
    """Return the records of *read*, the file *where*, that are called *id_*: one, or one a kind.

    Raises `Unusable`, with the near id, when there is none.
    """
    found: list[Record] = []
    ids: list[str] = []
    for record in read:
        ids.append(record.id)
        if record.id == id_:
            found.append(record)
    if not found:
        raise Unusable(f"error: {where}: there is no record {id_}{near(id_, ids)}")
    return tuple(found)


def near(wanted: str, known: list[str]) -> str:
    """Return a line of help with the one of *known* that *wanted* probably is, else the first ones."""
    by_key = {fold(each): each for each in known}
    close = get_close_matches(fold(wanted), by_key, 1)
    if close:
        return f"\n  = help: did you mean {by_key[close[0]]}?"
    first = list(by_key.values())[:_SHOWN]
    more = " …" if len(by_key) > _SHOWN else ""
    verb = "is" if len(first) == 1 else "are"
    return f"\n  = help: there {verb} {', '.join(first)}{more}" if first else ""

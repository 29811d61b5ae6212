"""The one record that a command is about, by its id."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from trainrules.cli.inputs import Unusable
from trainrules.records.classes import Record


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
    """Return a line of help with the one of *known* that *wanted* probably is; empty when none is close."""
    close = get_close_matches(wanted, dict.fromkeys(known), 1)
    return f"\n  = help: did you mean {close[0]}?" if close else ""

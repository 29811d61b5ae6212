"""Lines of text from wherever records come: a path, standard input, an open file; with their numbers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import IO

from trainrules.records.classes import Record
from trainrules.records.errors import Problem, RecordError
from trainrules.records.fingerprints import Fingerprints

Where = str | Path | IO[str] | IO[bytes]
Line = tuple[int, str]
LONGEST_FILE = 100_000_000
"""No file of JSON or CSV is longer than this many characters; JSON Lines have no end."""
_SHORTER = "split it, or write the records as JSON Lines"
MOST_PROBLEMS = 100
"""Reading stops after this many bad lines or records: the file is something else altogether."""


def name_of(where: Where) -> str:
    """Return what messages call *where*: the path as given, or `<stdin>`."""
    if isinstance(where, (str, Path)):
        return "<stdin>" if str(where) == "-" else str(where)
    name = getattr(where, "name", None)
    return name if isinstance(name, str) else "<file>"


@contextmanager
def opened(where: Where, name: str) -> Iterator[IO[str] | IO[bytes]]:
    """Give the open file of *where*; one that was opened here is closed again.

    Raises `RecordError` for a file that is missing, a folder, or not to be read.
    """
    if not isinstance(where, (str, Path)):
        yield where
        return
    if str(where) == "-":
        yield getattr(sys.stdin, "buffer", sys.stdin)
        return
    try:
        file = open(where, "rb")  # noqa: SIM115 (closed below; only opening it may fail here)
    except (OSError, ValueError) as bad:
        raise RecordError([Problem("", f"cannot be read: {_reason(bad)}", name)]) from None
    with file:
        yield file


def _reason(bad: OSError | ValueError) -> str:
    """Return why a file cannot be read, in the system's words."""
    words = bad.strerror if isinstance(bad, OSError) and bad.strerror else str(bad)
    return words[:1].lower() + words[1:]


def lines_of(file: IO[str] | IO[bytes], name: str, longest: int | None = None) -> Iterator[Line]:
    """Yield the lines of *file* with their numbers, from 1, line ends kept, a byte order mark left out.

    Raises `RecordError` for what is not UTF-8, and for a line of more than *longest* characters; without
    *longest*, which is for files that are held in memory whole, for more than LONGEST_FILE in all its lines.
    """
    number, left = 0, LONGEST_FILE
    while True:
        number += 1
        try:
            raw = file.readline((left if longest is None else longest) + 1)
            line = raw if isinstance(raw, str) else raw.decode("utf-8")
        except UnicodeDecodeError:
            help = "is not UTF-8 text: save the file as UTF-8 (in a spreadsheet, as “CSV UTF-8”)"
            raise RecordError([Problem("", help, name, number)]) from None
        except OSError as bad:
            raise RecordError([Problem("", f"cannot be read: {_reason(bad)}", name)]) from None
        if longest is not None and len(raw) > longest:
            raise RecordError([Problem("", f"is longer than {longest:,} characters", name, number)])
        if longest is None and len(raw) > left:
            raise RecordError([Problem("", f"is longer than {LONGEST_FILE:,} characters: {_SHORTER}", name)])
        left -= len(raw)
        if not line:
            return
        yield number, line.removeprefix("\ufeff") if number == 1 else line


class Once:
    """Which records have been seen: nobody may come twice, or each half would be judged without the other.

    Kept of each is a fingerprint of 8 bytes, so that a long stream needs little memory; two records share
    one by chance in fewer than one of a million streams of a million records.
    """

    def __init__(self) -> None:
        self._seen = Fingerprints()

    def again(self, record: Record) -> str | None:
        """Return what is wrong with a second record of one kind and id, None for the first."""
        words = f"{record.kind}\0{record.id}".encode("utf-8", "surrogatepass")
        mark = int.from_bytes(blake2b(words, digest_size=8).digest())
        return (
            None if self._seen.add(mark) else f"`{record.id}` comes twice: it is the id of an earlier record"
        )

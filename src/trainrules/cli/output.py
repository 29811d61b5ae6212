"""Where results go: all of them or none, to standard output or a file, whatever stops the run."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO, TypedDict

import click


class _Style(TypedDict, total=False):
    fg: str
    bold: bool


_IN_MEMORY = 8_000_000

_STYLES: dict[str, _Style] = {
    "heading": {"bold": True},
    "note": {"fg": "yellow"},
    "breach": {"fg": "red", "bold": True},
    "shortfall": {"fg": "yellow", "bold": True},
    "undetermined": {"fg": "magenta"},
    "overdue": {"fg": "red"},
    "met": {"fg": "green"},
    "met late": {"fg": "green"},
}


def write(pieces: Iterable[str], to: str | None = None, mark: bool = False) -> None:
    """Write *pieces* to the file *to* (None or `-`: standard output), once the last of them is there.

    When making them fails, nothing is written and an older file stays as it was. With *mark* a file begins
    with the byte order mark that spreadsheets know UTF-8 by. A reader that goes away is no error.
    Raises OSError when the place cannot be written to.
    """
    to_file = to is not None and to != "-"
    if not to_file and sys.stdout is None:
        raise OSError("standard output is closed")
    encoding = "utf-8" if to_file or not sys.stdout.isatty() else sys.stdout.encoding
    with SpooledTemporaryFile(_IN_MEMORY) as spool:
        if mark and to_file:
            spool.write(b"\xef\xbb\xbf")
        for piece in pieces:
            spool.write(piece.encode(encoding, "replace"))
        spool.seek(0)
        if to is not None and to_file:
            _to_file(spool, Path(to).resolve())
        else:
            _to_stdout(spool)


def _to_file(spool: IO[bytes], path: Path) -> None:
    if path.exists() and not path.is_file():  # A device or a pipe is written to, never replaced.
        with path.open("wb") as out:
            shutil.copyfileobj(spool, out)
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as out:
            shutil.copyfileobj(spool, out)
        part.replace(path)
    except OSError as problem:  # The user named *path*; the part beside it is nobody's business.
        raise OSError(problem.errno, problem.strerror, str(path)) from None
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _to_stdout(spool: IO[bytes]) -> None:
    try:
        shutil.copyfileobj(spool, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python flushes standard output once more at exit; that must find somewhere to go.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def colourful(to: str | None) -> bool:
    """Return whether results go to a terminal that shows colours: a real one, and `NO_COLOR` not set."""
    if to is not None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty()


def paint(role: str, words: str) -> str:
    """Return *words* in the colours of *role*; as they are for a role without any."""
    return click.style(words, **_STYLES[role]) if role in _STYLES else words

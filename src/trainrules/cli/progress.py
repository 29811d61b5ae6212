"""How far a long run has come, on standard error when somebody is watching."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

T = TypeVar("T")

_QUIET = 500
_STEP = 100


def counted(things: Iterable[T]) -> Iterator[T]:
    """Yield *things*; on a terminal, count them there once there are many. Nothing of it stays behind."""
    rest = iter(things)
    yield from islice(rest, _QUIET)
    for thing in rest:
        more = chain([thing], rest)
        yield from _shown(more) if sys.stderr.isatty() else more


def _shown(things: Iterable[T]) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} records"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None, completed=_QUIET)
        for number, thing in enumerate(things, 1):
            yield thing
            if number % _STEP == 0:
                progress.advance(task, _STEP)

"""Results on paper: text for people, JSON for programs, CSV for spreadsheets, a page for a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import cast

from trainrules.report.case import Case

FORMATS = ("text", "json", "jsonl", "csv", "html")

Report = Callable[[Iterable[Case], bool], Iterator[str]]


def report(name: str) -> Report:
    """Return the report of format *name*, one of FORMATS; what it needs is loaded only now.

    It takes the cases, and whether only violations are wanted, and yields the report piece by piece.
    """
    return cast(Report, import_module(f"trainrules.report.{name}").pieces)

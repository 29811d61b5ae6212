"""Cells of a spreadsheet: dates in the order that the file's owner declares, lists, yes and no."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from trainrules.records.errors import unreadable
from trainrules.records.values import shown

ORDERS = {"iso": "year-month-day", "dmy": "day/month/year", "mdy": "month/day/year"}

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NUMERIC = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_NAMED = re.compile(r"([0-9]{1,2})[ -]([A-Za-z]+)[ -]([0-9]{4})")
_YEAR_FIRST = re.compile(r"[0-9]{4}[^0-9].*")
_SHORT = re.compile(r"(?!.*[0-9]{4}).*[^0-9][0-9]{2}")
_YEAR = "and always with the year in four digits"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)

Cell = Callable[[str], object]


def day_cell(order: str) -> Cell:
    """Return the reader of dates in *order* (iso, dmy or mdy), which gives them as JSON has them.

    `2022-01-31` is read in any order, since it can be misread in none; nothing else is read unless an
    order is declared, and no year of two digits ever.
    """

    def read(cell: str) -> str:
        if _ISO.fullmatch(cell):
            return cell
        if order == "iso":
            raise unreadable(f"{shown(cell)} is not a date: {_how(cell)}")
        year, month, day = _parts(cell, order)
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            raise unreadable(f"{shown(cell)} is not a date, read as {ORDERS[order]}") from None

    return read


def _how(cell: str) -> str:
    """Return how the date in *cell* is to be written; no order that can be declared begins with the year."""
    hint = "dates are written as `2022-01-31`"
    if _YEAR_FIRST.fullmatch(cell):
        return hint
    hint = f"{hint}, unless the file's date order is declared (dmy or mdy)"
    return f"{hint}, {_YEAR}" if _SHORT.fullmatch(cell) else hint


def _parts(cell: str, order: str) -> tuple[int, int, int]:
    """Return the year, month and day in *cell*; month 0 when its month has no name that we know."""
    numeric = _NUMERIC.fullmatch(cell)
    if numeric:
        first, second, year = int(numeric[1]), int(numeric[3]), int(numeric[4])
        return (year, second, first) if order == "dmy" else (year, first, second)
    named = _NAMED.fullmatch(cell)
    if not named:
        raise unreadable(f"{shown(cell)} is not a date, read as {ORDERS[order]} with a year of four digits")
    word = named[2].lower()
    months = _FULL if word in _FULL else _MONTHS
    return int(named[3]), months.index(word) + 1 if word in months else 0, int(named[1])


def list_cell(cell: str) -> list[str]:
    """Return the names in *cell*, set apart by `;`, or by `,` where there is no `;`."""
    parts = cell.split(";" if ";" in cell else ",")
    return [part.strip() for part in parts if part.strip()]


def text_cell(cell: str) -> str:
    """Return *cell* as it is."""
    return cell


def lower_cell(cell: str) -> str:
    """Return *cell* in small letters."""
    return cell.lower()


def certificate_cell(cell: str) -> str | bool:
    """Return True for `yes`, False for `no` or `none`, else the certificate's reference."""
    return {"yes": True, "no": False, "none": False}.get(cell.casefold(), cell)

"""Single values of a record: readers return the value or raise `Unreadable`, writers give JSON back."""

from __future__ import annotations

import json
import re
from calendar import month_name, monthrange
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from fractions import Fraction

from trainrules.records.errors import unreadable

FIRST_YEAR, LAST_YEAR = 1900, 2100
DELIVERIES = ("single-agency", "multi-agency")
LARGEST = 100_000
"""No hours or days above this are believed."""
DECIMALS = 9

_BAD_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FRACTION = re.compile(r"([0-9]{1,9})/([0-9]{1,9})")
_DECIMAL = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")


def shown(value: object) -> str:
    """Return *value* as it can stand in a message: short, printable, never looking into lists or objects."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        cut = value if len(value) <= 60 else f"{value[:59]}…"
        return json.dumps(cut, ensure_ascii=not cut.isprintable())
    if isinstance(value, int):
        return str(value) if abs(value) < 10**18 else "a huge number"
    if isinstance(value, (float, Decimal, Fraction)):
        text = str(value) if not isinstance(value, Fraction) or value.denominator < 10**18 else ""
        return text if 0 < len(text) <= 40 else "a number with too many digits"
    if isinstance(value, dict):
        return "an object"
    return "a list" if isinstance(value, (list, tuple)) else "a value that JSON does not have"


def text(value: object) -> str:
    """Return *value*, text that is neither blank nor has control characters."""
    if not isinstance(value, str):
        raise unreadable(f"{shown(value)} is not text")
    if not value or value.isspace():
        raise unreadable(f"{shown(value)} is blank: leave it out when it is not known")
    if not value.isprintable() and _BAD_CHARACTER.search(value):
        raise unreadable(f"{shown(value)} has a character that is not text")
    return value


def name(value: object) -> str:
    """Return *value* as the name of a group, level or role: text, or a whole number for its digits."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1000:
        return str(value)
    return text(value)


def delivery(value: object) -> str:
    """Return *value*, `single-agency` or `multi-agency`: a third word would be judged as a wrong delivery."""
    found = text(value)
    if "-".join(found.lower().replace("-", " ").split()) not in DELIVERIES:
        near = get_close_matches(found.lower(), DELIVERIES, n=1, cutoff=0.6)
        hint = f"; did you mean `{near[0]}`?" if near else ""
        raise unreadable(f"{shown(value)} is no delivery: single-agency or multi-agency{hint}")
    return "-".join(found.replace("-", " ").split())


def yes_or_no(value: object) -> bool:
    """Return *value*, true or false."""
    if not isinstance(value, bool):
        raise unreadable(f"{shown(value)} is not true, false or null")
    return value


def _why(written: str) -> str:
    """Return why there is no such day as *written*, a year, a month and a day."""
    year, month, day = map(int, written.split("-"))
    if not 1 <= month <= 12:
        return ": the months are 01 to 12"
    if year == 0:
        return f": the years are {FIRST_YEAR} to {LAST_YEAR}"
    if day == 0:
        return ": the days of a month begin with 01"
    return f": {month_name[month]} {year} has {monthrange(year, month)[1]} days"


def day(value: object) -> date:
    """Return the date that *value* is, written as `2022-01-31` (or a `date`), from 1900 to 2100."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            found = date.fromisoformat(value)
        except ValueError:
            raise unreadable(f"{shown(value)} is not a date{_why(value)}") from None
    elif isinstance(value, date) and not isinstance(value, datetime):
        found = value
    else:
        raise unreadable(f"{shown(value)} is not a date: dates are written as `2022-01-31`")
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise unreadable(f'"{found.isoformat()}" is not between {FIRST_YEAR} and {LAST_YEAR}')
    return found


def day_out(value: date) -> str:
    """Return the date as JSON has it."""
    return value.isoformat()


def day_or_no(value: object) -> date | bool:
    """Return the date, or False for `false`: it did not happen."""
    return False if value is False else day(value)


def day_or_no_out(value: date | bool) -> str | bool:
    """Return the date as JSON has it, or false."""
    return value if isinstance(value, bool) else value.isoformat()


def text_or_flag(value: object) -> str | bool:
    """Return a reference, or True or False where only that is known."""
    return value if isinstance(value, bool) else text(value)


def number(value: object) -> Fraction:
    """Return exactly the number that *value* is: a whole or decimal number, or text such as `7.5` or `1/3`.

    Negative numbers, those above 100,000, and those with more than nine decimals are refused, as are NaN,
    the infinities, true and false.
    """
    exact = _exact(value)
    if exact is None:
        raise unreadable(f"{shown(value)} is not a number")
    if exact < 0:
        raise unreadable(f"{shown(value)} is less than 0")
    if exact > LARGEST:
        raise unreadable(f"{shown(value)} is more than {LARGEST:,}")
    if exact.denominator > 10**DECIMALS:
        raise unreadable(f"{shown(value)} has more than {DECIMALS} decimals")
    return exact


def _exact(value: object) -> Fraction | None:
    """Return the number that *value* is; None when it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, Fraction)):
        return Fraction(value)
    if isinstance(value, str):
        return _number_of_text(value)
    if isinstance(value, float):
        return _number_of_decimal(Decimal(repr(value)))
    return _number_of_decimal(value) if isinstance(value, Decimal) else None


def _number_of_text(value: str) -> Fraction | None:
    """Return the number of a text in digits; None when it is none."""
    if _DECIMAL.fullmatch(value):
        return _number_of_decimal(Decimal(value))
    parts = _FRACTION.fullmatch(value)
    return Fraction(int(parts[1]), int(parts[2])) if parts and int(parts[2]) else None


def _number_of_decimal(value: Decimal) -> Fraction | None:
    """Return *value* exactly, None for NaN and the infinities.

    What its exponent alone shows to be too large or too fine is cut to a number that is still too large or
    too fine: writing it out in full could take for ever.
    """
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        return None
    if value.adjusted() > 20 or exponent > 20:
        return Fraction(-(10**20) if value.is_signed() else 10**20)
    return Fraction(value) if exponent > -30 else Fraction(1, 10**30)


def number_out(value: Fraction) -> int | float | str:
    """Return *value* as JSON has it: a number where its decimals end (at most nine), else text like `1/3`."""
    if value.denominator == 1:
        return value.numerator
    scaled = value * 10**DECIMALS
    if scaled.denominator == 1 and abs(value) <= LARGEST:
        return float(Decimal(scaled.numerator).scaleb(-DECIMALS))
    return f"{value.numerator}/{value.denominator}"

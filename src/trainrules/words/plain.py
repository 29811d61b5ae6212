"""Dates, numbers, lists, names and sentences in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from trainrules.language.written.words import name as bare_name

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def date_text(day: date) -> str:
    """Return `1 March 2022`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def number_text(number: Fraction) -> str:
    """Return `3`, `7.5`, or `1/3` where no decimal is exact."""
    if number.denominator == 1:
        return str(number.numerator)
    places = next((k for k in range(1, 13) if 10**k % number.denominator == 0), 0)
    if not places:
        return f"{number.numerator}/{number.denominator}"
    whole, rest = divmod(abs(number.numerator) * 10**places // number.denominator, 10**places)
    return f"{'-' if number < 0 else ''}{whole}.{rest:0{places}d}"


def share_text(share: Fraction) -> str:
    """Return `half`, `80%`, or `1/3 of it` told as a percentage where one is exact."""
    if share == Fraction(1, 2):
        return "half"
    percent = number_text(share * 100)
    return f"{number_text(share)} of them" if "/" in percent else f"{percent}%"


def count_text(number: int, unit: str) -> str:
    """Return `1 day`, `3 days`."""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def measured_text(amount: Fraction, unit: str) -> str:
    """Return `1 day`, `1.5 days` for *unit* `days`; the number alone without a unit."""
    number = number_text(amount)
    return f"{number} {unit.removesuffix('s') if amount == 1 else unit}" if unit else number


def listed(items: Iterable[str], word: str = "and") -> str:
    """Return `A`, `A and B`, or `A, B and C`; empty for no items."""
    *most, last = [*items] or [""]
    return f"{', '.join(most)} {word} {last}" if most else last


def sentence(text: str) -> str:
    """Return *text* with a capital at its start and a full stop at its end; other letters are left alone."""
    return stopped(text[:1].upper() + text[1:])


def stopped(text: str) -> str:
    """Return *text* with a full stop at its end, and its first letter as it is: it may start with an id."""
    return text if text.endswith((".", "?", "!", ".”")) else f"{text}."


def file_text(name: str) -> str:
    """Return a file's name without its folders, `hackney.rules`; what is no path is left alone."""
    return name.replace("\\", "/").rsplit("/", 1)[-1]


def quoted(name: str) -> str:
    """Return *name* in curly double quotes."""
    return f"“{name}”"


def name_text(name: str) -> str:
    """Return a name of one word as it is, a longer one in quotes, as an author writes it."""
    return quoted(name) if " " in name else name


def written(name: str) -> str:
    """Return a course or the like as an author writes it: bare where that can be read, else in quotes."""
    return name if bare_name(name) == name else quoted(name)


def a(noun: str) -> str:
    """Return *noun* with `a` or `an` before it, by its first letter, quotes aside."""
    return f"{'an' if noun.lstrip('“')[:1].lower() in 'aeiou' else 'a'} {noun}"

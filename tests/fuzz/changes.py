"""Changes to a good rule file and a good record that leave most of it good."""

from __future__ import annotations

import copy
import re
from datetime import date, timedelta
from typing import Any

from tests.fuzz import seeds
from tests.fuzz.choices import Choices

_NUMBER = re.compile(r"\b\d{1,4}\b")
_UNIT = re.compile(r"\b(days?|weeks?|months?|years?|working days?|clear working days?)\b")
_VERB = re.compile(r"\b(must|should|may|is recommended to)\b")
_TIME = re.compile(r"\b(within|every|each|before|after|over|by) [^,\[\]\n]*")
_NAMED = re.compile(r"\b([Gg]roups?|[Ll]evels?|[Rr]oles?) (\w+)")
_UNITS = ("days", "weeks", "months", "years", "working days", "day", "month", "year")
_VERBS = ("must", "should", "may", "is recommended to")
_TIMES = (
    "within 1 month of joining", "within 0 days of starting", "every 1 year", "every 100 years",
    "each calendar year", "each quarter", "at least twice over 12 months", "within 6 months, every 3 years",
    "by 29 February 2024", "at least 80% each calendar year", "once", "within 3 working days of joining",
)  # fmt: skip
_CLAUSES = (
    ", prior training does not count", ", counted from the due date", ", with 1 month's grace",
    ", keeping the date if renewed in the last 3 months", ", not counting leave", ", pro rata",
    ", with certificate", ", with evaluation", ", from 29 February 2020", ", until 31 December 2022",
    ", for those starting on or after 1 March 2021", ", not beyond 1 year of joining", ", once",
    ', if lapsed more than 1 year then "F"', ", instead of [6.5]",
)  # fmt: skip
_LAST = date(2100, 12, 31).toordinal()
_DAYS = ("2020-02-29", "2022-01-31", "2022-02-28", "1900-01-01", "2100-12-31", "2022-09-02")
_ODD_NUMBERS: tuple[object, ...] = (0, 1, 100_000, "1/3", 0.5, 7.25, "0.000000001")
_GONE = object()


def sentence(choices: Choices, words: str) -> str:
    """Return the sentence *words* with one thing in it changed: a number, a time, a name, a clause."""
    way = choices.number(7)
    if way == 0:
        return _swap(choices, words, _NUMBER, tuple(map(str, (0, 1, 2, 12, 31, 100, 1900, 2100, 9999))))
    if way == 1:
        return _swap(choices, words, _UNIT, _UNITS)
    if way == 2:
        return _swap(choices, words, _VERB, _VERBS)
    if way == 3:
        return _swap(choices, words, _TIME, _TIMES)
    if way == 4:
        return _swap(choices, words, _NAMED, ("Everyone", "Group A", "Groups A and B", "Level 2", "Trainers"))
    if way == 5:
        body, bracket, rest = words.partition("[")
        return body.rstrip() + choices.pick(_CLAUSES) + (f" {bracket}{rest}" if bracket else "")
    found = choices.pick(seeds.sentences())
    cut = choices.number(len(found) + 1)
    return words[: choices.number(len(words) + 1)] + found[cut : cut + 30]


def _swap(choices: Choices, words: str, what: re.Pattern[str], others: tuple[str, ...]) -> str:
    """Return *words* with one place of *what* replaced by one of *others*; as they are without one."""
    places = list(what.finditer(words))
    if not places:
        return words
    place = choices.pick(places)
    return words[: place.start()] + choices.pick(others) + words[place.end() :]


def record(choices: Choices, value: dict[str, Any]) -> dict[str, Any]:
    """Return the record *value* with up to eight of its values gone, unknown, doubled or another."""
    made = copy.deepcopy(value)
    for _ in range(choices.number(9)):
        holder = _somewhere(choices, made)
        if isinstance(holder, list) and holder:
            _in_list(choices, holder)
        elif isinstance(holder, dict) and holder:
            key = choices.pick(sorted(holder))
            changed = _other(choices, holder[key])
            if changed is _GONE:
                holder.pop(key)
            else:
                holder[key] = changed
    return made


def _somewhere(choices: Choices, value: Any) -> Any:
    """Return an object or list in *value*, at any depth."""
    while True:
        parts = list(value.values() if isinstance(value, dict) else value)
        inner = [part for part in parts if isinstance(part, (dict, list)) and part]
        if not inner or choices.number(4) == 0:
            return value
        value = choices.pick(inner)


def _in_list(choices: Choices, some: list[Any]) -> None:
    """Double, take out, or change an entry of *some*."""
    at = choices.number(len(some))
    way = choices.number(3)
    if way == 0:
        some.append(copy.deepcopy(some[at]))
    elif way == 1:
        some.pop(at)
    else:
        changed = _other(choices, some[at])
        some[at] = some[at] if changed is _GONE else changed


def _other(choices: Choices, value: Any) -> Any:
    """Return what stands in the place of *value*; `_GONE` where it is to be left out."""
    way = choices.number(6)
    if way == 0:
        return _GONE
    if way == 1:
        return None
    if isinstance(value, bool):
        return not value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return _day(choices, value)
    if isinstance(value, (int, float)):
        return choices.pick(_ODD_NUMBERS)
    if isinstance(value, str) and way == 2:
        return choices.pick(
            ("A", "B", "C", "DSL", "Induction", "x", "single-agency", "e-learning", "no", "Ω")
        )
    return copy.deepcopy(value)


def _day(choices: Choices, value: str) -> str:
    """Return a day near *value*, or one of those that calendars are tried by."""
    if choices.number(3) == 0:
        return choices.pick(_DAYS)
    moved = date.fromisoformat(value).toordinal() + choices.number(1601) - 800
    return (date(1900, 1, 1) + timedelta(min(max(moved, 693_596), _LAST) - 693_596)).isoformat()

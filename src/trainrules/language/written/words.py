"""Names, quotes, dates, lengths of time and cycles as they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from trainrules.language.ast import Amount, Anchor, Cycle, Duration, Label, Month, Name, Training

MODES = ("single-agency", "multi-agency", "e-learning", "face-to-face", "virtual")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_WORD = re.compile(r"[^\W\d_](?:[\w'’&/-]*[\w'’])?")
_RANGE = re.compile(r"[A-Za-z]?\d*-[A-Za-z]?\d*")
_GLUED = re.compile(r"([^\W\d_]{2,})\d+[^\W\d_]*")
_FOLDS_ODDLY = set("ſKİı")


def quoted(text: str) -> str:
    """Return *text* in quotes: straight ones, or curly ones where it holds a straight one."""
    return f"“{text}”" if '"' in text else f'"{text}"'


def name(it: Name | str) -> str:
    """Return a name bare where that is read as the same name, else in quotes."""
    text = it if isinstance(it, str) else it.text
    return text if text == "A" or _is_bare(text) else quoted(text)


def plain(it: Name | str) -> str:
    """Return a name where a bare `A` would be read as the article."""
    text = it if isinstance(it, str) else it.text
    return quoted(text) if text == "A" else name(text)


def ident(it: Name) -> str:
    """Return the name or number after `group`, `level` or `role`; `"A-C"` in quotes is no range."""
    if it.text.isascii() and it.text.isdigit():
        return it.text
    return quoted(it.text) if _RANGE.fullmatch(it.text) else name(it)


def _is_bare(text: str) -> bool:
    from trainrules.language.wrong.words import rule_words  # the grammar is loaded when a name is written

    if not _WORD.fullmatch(text) or _FOLDS_ODDLY & set(text):
        return False
    low = text.lower()
    glued = _GLUED.fullmatch(low)
    if low.startswith("unless") or (glued and glued[1] in rule_words()):
        return False
    return low == "school" or low not in rule_words() | {"a"}


def mode(it: Name) -> str:
    """Return a built-in mode bare, a declared format as the name it is."""
    return it.text if it.text in MODES else name(it)


def listed(words: Sequence[str], joint: str = "and") -> str:
    """Return *words* with commas, and *joint* before the last."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {joint} {words[-1]}"


def label(it: Label) -> str:
    """Return a citation in its brackets."""
    return f"[{it.text}]"


def day(it: date) -> str:
    """Return `1 September 2022`."""
    return f"{it.day} {MONTHS[it.month - 1]} {it.year}"


def month(it: Month) -> str:
    """Return `September 2022`, or `June` where there is no year."""
    return MONTHS[it.month - 1] if it.year is None else f"{MONTHS[it.month - 1]} {it.year}"


def units(count: int, unit: str) -> str:
    """Return `6 months` or `1 month`."""
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def duration(it: Duration) -> str:
    """Return `6 months`."""
    return units(it.count, it.unit)


def every(it: Duration) -> str:
    """Return `every year` or `every 2 years`."""
    return f"every {it.unit}" if it.count == 1 else f"every {duration(it)}"


def cycle(it: Cycle) -> str:
    """Return `each calendar year`, `each year from 1 April`, `each quarter` and so on."""
    if it.kind != "year":
        return f"each {it.kind}"
    if (it.month, it.day) == (1, 1):
        return "each calendar year"
    if (it.month, it.day) == (9, 1):
        return "each school year"
    return f"each year from {it.day} {MONTHS[it.month - 1]}"


def amount(it: Amount) -> str:
    """Return `80%`, `7.5` or `half`."""
    return f"{it.text}%" if it.percent else it.text


def training(it: Training) -> str:
    """Return training in its shortest words: `multi-agency level 3 training`, `e-learning "First Steps"`."""
    if it.other:
        return "any other training"
    modes = [mode(each) for each in it.modes]
    if it.name is not None:
        return " ".join([*modes, name(it.name)])
    return " ".join([*modes, *own(it), "training"])


def each(it: Training) -> str:
    """Return training after `each`: `each multi-agency course`."""
    if it.other:
        return "each other training"
    if it.own is not None:
        return f"each {training(it)}"
    names = [] if it.name is None else [name(it.name)]
    return " ".join(["each", *(mode(one) for one in it.modes), *names, "course"])


def own(it: Training) -> list[str]:
    """Return the group, level or role that training is for, as a list of one word or none."""
    if it.own is None or it.own.low is None:
        return []
    return [name(it.own.low)] if it.own.noun is None else [f"{it.own.noun.title()} {ident(it.own.low)}"]


def anchor(it: Anchor) -> str:
    """Return `joining`, `starting`, a date, a declared date, or `each …`."""
    if it.kind == "date" and it.day is not None:
        return day(it.day)
    if it.kind == "fact" and it.name is not None:
        return name(it.name)
    if it.kind == "each" and it.training is not None:
        return each(it.training)
    return it.kind


def of_anchor(it: Anchor | None) -> str:
    """Return ` of joining`, or nothing where the anchor is left out."""
    return "" if it is None else f" of {anchor(it)}"

"""The lines of an example as they are written."""

from __future__ import annotations

from datetime import date

from trainrules.language.ast import Expect, Fact
from trainrules.language.build.facts import DONE
from trainrules.language.written import words
from trainrules.language.written.what import article
from trainrules.language.written.who import audience
from trainrules.language.written.words import day, plain

_PAST = {verb: past for past, verb in DONE.items()}


def fact(it: Fact) -> str:
    """Return a fact."""
    if it.kind in ("completed", "delivered"):
        return _taken(it)
    if it.kind in ("attended", "missed", "meeting", "booked", "cancelled", "session"):
        return _dated(it)
    named = "" if it.name is None else words.name(it.name)
    match it.kind:
        case "joined" | "left" | "as of":
            return f"{it.kind}{_on(it.day, '')}"
        case "post":
            return f"{_capital(audience(it.picks))}{_from(it)}"
        case "attribute" if it.name is not None and it.value is not None:
            return f"{plain(it.name)} is {_value(it.value.text)}{_from(it)}"
        case "fact" if it.name is not None:
            return f"{plain(it.name)}{_on(it.day)}"
        case "did":
            return f"did {named}{_on(it.day)}"
        case "evaluation":
            course = "" if it.value is None else f" for {words.name(it.value)}"
            return f"returned {article(named)} {named} evaluation{_on(it.day)}{course}"
        case "member":
            return f"member of {named}{_from(it)}"
        case "leave":
            return f"on {named + ' ' if named else ''}leave{_from(it)}"
        case "waived" if it.name is not None:
            return f"waived [{it.name.text}]{_from(it)}"
        case _:
            return _held(it, named)


def _held(it: Fact, named: str) -> str:
    match it.kind:
        case "reported":
            to = "" if it.value is None else f" to {words.name(it.value)}"
            return f"{_PAST.get(it.action or '', 'reported')} {named}{to}{_on(it.day)}"
        case "holds":
            return f"holds {named}{_from(it)}"
        case "has" if it.yes is False:
            return f"has no {named}{_on(it.day)}"
        case "has":
            return f"has {named}{_on(it.day, ' dated')}"
        case "standard":
            item = "" if it.value is None else f" item {words.ident(it.value)}"
            return f"standard {named}{item} {_yes(it.yes, 'met', 'unknown')}{_on(it.day)}"
        case _:
            return _record(it)


def _record(it: Fact) -> str:
    kind = "" if it.name is None else it.name.text
    kind = "member of staff" if kind == "staff" else kind
    modes = [words.mode(each) for each in it.modes]
    own = [] if it.value is None else [words.name(it.value)]
    first = "the" if kind == "partnership" else article([*modes, kind][0])
    return " ".join(["is", first, *modes, kind, *own])


def _taken(it: Fact) -> str:
    details = [words.mode(each) for each in it.modes]
    details += [f"for {audience(it.picks)}"] if it.picks else []
    details += [f"{words.amount(it.amount)} {it.unit}"] if it.amount is not None else []
    for what, there in (("certificate", it.certificate), ("evaluation", it.yes)):
        details += [] if there is None else [f"{'with' if there else 'without'} {what}"]
    what = "training" if it.name is None else words.name(it.name)
    return "".join([f"{it.kind} {what}{_on(it.day)}", *(f", {each}" for each in details)])


def _dated(it: Fact) -> str:
    named = "" if it.name is None else words.name(it.name)
    match it.kind:
        case "attended" | "missed":
            return f"{it.kind} {named or 'a meeting'}{_on(it.day)}"
        case "meeting":
            return f"meeting{' of ' + named if named else ''}{_on(it.day)}"
        case "booked":
            gone = f", cancelled{_on(it.until)}" if it.until is not None else _after(it.yes, "attended")
            return f"booked {named}{_on(it.day, ' for')}{gone}"
        case "cancelled":
            return f"cancelled {named}{_on(it.until, ' for')}{_on(it.day)}"
        case _:
            told = f", advertised{_on(it.until)}" if it.until is not None else _after(it.yes, "advertised")
            return f"session{_on(it.day)}{told}"


def _on(when: date | None, word: str = " on") -> str:
    return "" if when is None else f"{word} {day(when)}"


def _from(it: Fact) -> str:
    return _on(it.day, " from") + _on(it.until, " until")


def _yes(yes: bool | None, word: str, unknown: str) -> str:
    return unknown if yes is None else word if yes else f"not {word}"


def _after(yes: bool | None, word: str) -> str:
    return "" if yes is None else f", {_yes(yes, word, '')}"


def _value(text: str) -> str:
    return text if text in words.MODES or (text.isascii() and text.isdigit()) else words.name(text)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:] if text.startswith(("group", "level", "role")) else text


def expect(it: Expect) -> str:
    """Return an expectation."""
    if it.label is None:
        return f"expect no {'other ' if it.others else ''}violations"
    owed = "" if it.owed is None else f" for {words.training(it.owed)}"
    parts = [f"due{_on(it.due, '')}"] if it.due is not None else []
    if it.status is not None:
        parts.append(f"{it.status}{_on(it.since, ' since')}{_on(it.on)}")
    parts += [f"until{_on(it.until, '')}"] if it.until is not None else []
    return f"expect {words.label(it.label)}{owed} {', '.join(parts)}"

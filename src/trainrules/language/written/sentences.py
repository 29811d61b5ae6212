"""Head lines, vocabulary, notes and standards as they are written."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from trainrules.language import ast
from trainrules.language.ast import Duration, Month, Training
from trainrules.language.written import words
from trainrules.language.written.who import audience, picks
from trainrules.language.written.words import label, listed, quoted

_SUBJECTS = ("group", "level", "role", "body")


def head(it: ast.Head | ast.SourceLine | ast.InForce) -> str:
    """Return a head line."""
    if isinstance(it, ast.SourceLine):
        return f"source {quoted(it.title)}" + ("" if it.file is None else f" in {quoted(it.file)}")
    if isinstance(it, ast.InForce):
        until = "" if it.until is None else f" until {words.day(it.until)}"
        return f"in force from {words.day(it.start)}{until}"
    if isinstance(it.value, Duration):
        return f"breaks of up to {words.duration(it.value)} do not restart a deadline"
    if isinstance(it.value, Month):
        return f"next review {words.month(it.value)}"
    if isinstance(it.value, date):
        return f"next review {words.day(it.value)}"
    return f"{it.key} {it.value if it.key == 'strength' else quoted(it.value)}"


def declared(it: ast.Declare) -> str:
    """Return a declaration of groups, levels, roles, bodies, attributes …, without its citation."""
    return "".join(
        [
            _names(it),
            " with members" if it.with_members else "",
            "" if it.description is None else f": {quoted(it.description.text)}",
            f": {', '.join(_value(each) for each in it.values)}" if it.values else "",
        ]
    )


def _names(it: ast.Declare) -> str:
    if it.kind in _SUBJECTS:
        first = evolve(it.picks[0], noun=it.kind)
        return listed(picks([first, *it.picks[1:]], first_is_article=False))
    return f"{it.kind} {listed([words.name(each.low) for each in it.picks if each.low is not None])}"


def _value(it: ast.Name) -> str:
    return it.text if it.text.isascii() and it.text.isdigit() else words.mode(it)


def course(it: ast.DeclareCourse) -> str:
    """Return a course's declaration, without its citation."""
    who = f" for {audience(it.audience)}" if it.audience else ""
    details = [words.mode(each) for each in it.modes]
    details += [f"also called {quoted(each.text)}" for each in it.aliases]
    return "".join([f"course {words.name(it.name)}{who}", *(f", {each}" for each in details)])


def counts(it: ast.CountsAs) -> str:
    """Return an equivalence, without its citation."""
    who = f" for {audience(it.audience)}" if it.audience else ""
    return f"{_counting(it.this)} counts as {words.training(it.that)}{who}"


def _counting(it: Training) -> str:
    bare = it.modes == () and it.name is not None
    if bare and it.name is not None:
        return words.plain(it.name)
    own = it.own
    if it.modes == () and own is not None and own.noun is None and own.low is not None:
        return f"{words.plain(own.low)} training"
    return words.training(it)


def standard(it: ast.Standard) -> str:
    """Return the first line of a standard, without its citation."""
    others = [words.name(each) for each in it.including]
    including = f", including {listed(others)}" if others else ""
    return f"standard {words.name(it.name)} for {audience(it.subject.picks)}{including}"


def item(it: ast.StandardItem) -> str:
    """Return an item of a standard."""
    cited = "" if it.citation is None else f" {label(it.citation)}"
    return f"{it.number}. {quoted(it.text.text)}{cited}"

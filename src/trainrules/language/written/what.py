"""Actions as they are written."""

from __future__ import annotations

from collections.abc import Sequence

from trainrules.language import ast
from trainrules.language.ast import Act, Name, Training
from trainrules.language.written import words
from trainrules.language.written.words import duration, listed, training

_PARTS = ("meetings", "courses", "sessions")


def action(it: ast.Action) -> str:
    """Return what has to be done; empty for a sentence that has only a time."""
    match it:
        case ast.Do():
            return acts(it.acts, it.connective) if it.acts else it.verb or ""
        case ast.Only():
            return _only(it)
        case ast.AtLeast():
            return _at_least(it)
        case ast.NotMiss():
            return f"not miss {it.count} consecutive meetings"
        case ast.Return():
            kind = words.name(it.evaluation)
            return f"return {article(kind)} {kind} evaluation"
        case ast.GiveNotice(what="booking"):
            return f"attend or cancel bookings {notice(it)} before the session"
        case ast.GiveNotice():
            return f"be advertised {notice(it)} before each session"
        case ast.MeetStandard():
            return f"meet standard {listed([words.name(each) for each in it.standards])}"


def article(word: str) -> str:
    """Return `an` before a vowel, else `a`."""
    return "an" if word.lstrip('"“')[:1].lower() in tuple("aeiou") else "a"


def notice(it: ast.GiveNotice) -> str:
    """Return `at least 7 working days`."""
    count, unit = duration(it.notice).split(" ", 1)
    return f"at least {count} {'clear ' if it.clear else ''}{unit}"


def acts(them: Sequence[Act], connective: str | None, verb: str = "") -> str:
    """Return a list of acts; a verb is written once for all that have it. *verb* goes without saying.

    `share the A with B` needs its own `share`.
    """
    written = []
    for it in them:
        thing = _object(it)
        is_said = it.verb == verb and (it.verb != "share" or it.to is None)
        written.append(thing if is_said else f"{it.verb} {thing}")
        verb = it.verb
    return listed(written, connective or "and")


def _object(it: Act) -> str:
    to = "" if it.to is None else f" {'with' if it.verb == 'share' else 'to'} {words.name(it.to)}"
    if isinstance(it.thing, Training):
        return training(it.thing) + to
    thing = words.name(it.thing)
    return f"{article(thing) if it.verb in ('have', 'hold') else 'the'} {thing}{to}"


def _only(it: ast.Only) -> str:
    if all(each.text in words.MODES for each in it.modes):
        return f"{' or '.join(each.text for each in it.modes)} only"
    kinds = [f"{words.mode(each)} training" for each in it.modes]
    return f"complete {listed(kinds, 'or')} only"


def _at_least(it: ast.AtLeast) -> str:
    verb = [] if it.verb is None else [it.verb]
    least = f"at least {words.amount(it.amount)}"
    if it.unit == "times" and it.thing is not None:
        return " ".join([*verb, _counted(it.thing), least, "times"])
    return " ".join([*verb, least, *_quantity(it)])


def _quantity(it: ast.AtLeast) -> list[str]:
    of = ["of"] if it.amount.percent or it.amount.text == "half" else []
    if it.unit == "courses":
        return [*of, _courses(it.thing)]
    if it.unit in _PARTS:
        return [*of, it.unit, *([] if it.thing is None else ["of", _counted(it.thing)])]
    if it.unit is not None:
        return [it.unit, *([] if it.thing is None else ["of", _counted(it.thing)])]
    return [] if it.thing is None else [*of, _counted(it.thing)]


def _courses(thing: Training | Name | None) -> str:
    if not isinstance(thing, Training):
        return "courses"
    named = [] if thing.name is None else [words.name(thing.name)]
    return " ".join([*(words.mode(each) for each in thing.modes), *words.own(thing), *named, "courses"])


def _counted(thing: Training | Name) -> str:
    return training(thing) if isinstance(thing, Training) else words.name(thing)

"""Something done, as a line of an example: each way of saying it that may count."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trainrules.language.ast import Name
from trainrules.language.build.facts import DONE
from trainrules.language.written.what import article
from trainrules.language.written.words import day, ident, mode, name
from trainrules.model.rules import Deed, Policy, Term, fold

PAST = {verb: past for past, verb in DONE.items()}
MODES = ("single-agency", "multi-agency", "e-learning", "face-to-face", "virtual")


def deed_lines(deed: Deed, on: date, policy: Policy, entity: str, details: str = "") -> tuple[str, ...]:
    """Return lines that say that *deed* was done on *on*, the plainest first; *details* end each.

    None of them may count, where what has to be done cannot be put into facts.
    """
    when = f"on {day(on)}{details}"
    if deed.kind in ("training", "delivery"):
        verb = "completed" if deed.kind == "training" else "delivered"
        return tuple(dict.fromkeys(f"{verb} {what} {when}" for what in _trainings(deed, policy)))
    named = name(deed.name) if deed.name else ""
    if deed.kind == "activity":
        return (f"did {named} {when}",)
    if deed.kind == "qualification":
        return (f"holds {article(named)} {named} from {day(on)}",)
    if deed.kind == "document":
        return (f"has {article(named)} {named} dated {day(on)}",)
    if deed.kind == "evaluation":
        kinds = [deed.name] if deed.name else ["impact", "initial", "course"]
        return tuple(f"returned {article(each)} {name(each)} evaluation on {day(on)}" for each in kinds)
    if deed.kind == "meeting":
        return (f"attended {named or 'a meeting'} {when}",) if entity == "staff" else (f"meeting {when}",)
    to = f" to {name(deed.to)}" if deed.to else ""
    return (f"{PAST.get(deed.action, 'reported')} {named}{to} {when}",)


def _trainings(deed: Deed, policy: Policy) -> Iterator[str]:
    """Yield what training may be called to be *deed*: by itself, as a course, in a mode."""
    modes = " ".join(mode(Name(each)) for each in deed.modes)
    if deed.other_than:
        names = {fold(other.name) for other in deed.other_than}
        yield from (_said(modes, name(each.name)) for each in policy.courses if fold(each.name) not in names)
        yield from (_said(modes, each, "training") for each in MODES)
        return
    what = [name(deed.name)] if deed.name else [own_words(deed.own), "training"]
    yield _said(modes, *what)
    yield from (_said(modes, each, *what) for each in MODES if each not in deed.modes)


def own_words(own: Term | None) -> str:
    """Return a group, level or role as it stands before `training`; empty for none."""
    if own is None:
        return ""
    return name(own.name) if own.kind == "role" else f"{own.kind.title()} {ident(Name(own.name))}"


def _said(*words: str) -> str:
    return " ".join(word for word in words if word)

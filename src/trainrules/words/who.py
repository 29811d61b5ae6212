"""Whom a rule is about, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from trainrules.model.rules import Audience, Strength, Term
from trainrules.words.plain import listed, name_text, quoted

_ENTITIES = {"staff": "staff", "course": "courses", "agency": "agencies", "partnership": "the partnership"}


def term_text(term: Term) -> str:
    """Return a term as a name: `Group B`, `Level 3`, `DSL`, `sector voluntary`, `members of “Board”`."""
    if term.kind in ("group", "level"):
        return f"{term.kind.capitalize()} {name_text(term.name)}"
    if term.kind == "attribute":
        return f"{name_text(term.name)} {name_text(term.value)}"
    if term.kind == "member":
        return f"members of {quoted(term.name)}"
    return "everyone" if term.kind == "everyone" else name_text(term.name)


def _phrase(term: Term, entity: str) -> str:
    """Return what *term* says after a noun: `in Group B`, `with the role DSL`, `that are multi-agency`."""
    if term.kind in ("group", "level"):
        return f"in {term_text(term)}"
    if term.kind == "role":
        return f"with the role {name_text(term.name)}"
    if term.kind == "attribute":
        return f"whose {name_text(term.name)} is {name_text(term.value)}"
    if term.kind == "member":
        return f"who are {term_text(term)}"
    if term.kind in ("delivery", "format"):
        return f"that are {term.name}"
    return "of any kind" if entity != "staff" else "in any post or none"


def _any(terms: Sequence[Term], entity: str, alone: bool) -> str:
    phrases, kind = [], ""
    for term in terms:
        again = term.kind == kind and kind in ("group", "level", "role")
        phrases.append(term_text(term) if again else _phrase(term, entity))
        kind = term.kind
    text = listed(phrases, "or")
    return text if alone or len(terms) == 1 else f"({text})"


def audience_text(audience: Audience) -> str:
    """Return whom a rule is about: `staff in Group C and with the role DSL, except those in Group A`.

    Nobody in particular is `everyone` for staff, else the noun alone (`courses`, `the body “Board”`).
    """
    if audience.entity == "body":
        noun = f"the body {quoted(audience.name)}" if audience.name else "bodies"
    else:
        noun = _ENTITIES.get(audience.entity, audience.entity)
    needed = [terms for terms in (audience.any_of, *audience.all_of) if terms != (Term("everyone"),)]
    phrases = [_any(terms, audience.entity, len(needed) == 1) for terms in needed]
    if not phrases:
        noun = "everyone" if audience.entity == "staff" else noun
    text = f"{noun} {' and '.join(phrases)}".rstrip()
    if not audience.none_of:
        return text
    return f"{text}, except those {_any(audience.none_of, audience.entity, True)}"


def must_text(strength: Strength, audience: Audience) -> str:
    """Return the strength as its verb after *audience*: `must`, `should`, `may`, `are recommended to`."""
    if strength is not Strength.RECOMMENDED:
        return str(strength.value)
    alone = audience_text(audience).startswith(("everyone", "the "))
    return "is recommended to" if alone else "are recommended to"

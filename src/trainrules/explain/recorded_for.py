"""Training recorded for another group, level or role of the rule's audience than the one it asks for."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.engine.history import Event
from trainrules.explain.events import event_text
from trainrules.explain.found import Found
from trainrules.model.rules import Owed, Term, fold
from trainrules.records.classes import Training
from trainrules.words import listed, quoted


def recorded_for_another(found: Found, owed: Owed) -> Iterator[str]:
    """Yield what is said of each such training: `DSL and "Deputy DSL" must complete DSL training` asks both
    for training for DSL, and what is recorded for Deputy DSL does not count."""
    asked = [deed.own for deed in owed.deeds if deed.own]
    kinds = {term.kind for term in asked}
    others = [each for each in found.rule.audience.any_of if each.kind in kinds and not _is_in(each, asked)]
    if others:
        yield from _told(found, asked, others)


def _told(found: Found, asked: list[Term], others: list[Term]) -> Iterator[str]:
    wanted = listed((quoted(term.name) for term in asked), "or")
    for event in found.case.history.events:
        own = _own(event)
        another = [term for term in own if _is_in(term, others)]
        if another and not any(_is_in(term, asked) for term in own):
            names = listed(quoted(term.name) for term in another)
            yield f"{event_text(event)} does not count: it is recorded for {names}, not for {wanted}"


def _own(event: Event) -> list[Term]:
    """Return whom a training is recorded for; nobody for any other event."""
    if not isinstance(event.item, Training):
        return []
    owner = event.item.for_
    named = (("group", owner.groups), ("level", owner.levels), ("role", owner.roles))
    return [Term(kind, name) for kind, names in named for name in names]


def _is_in(term: Term, terms: list[Term]) -> bool:
    return (term.kind, fold(term.name)) in {(each.kind, fold(each.name)) for each in terms}

"""Training for another group, level or role of the rule's audience than the one it asks for."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.engine.match import folded_term
from trainrules.explain.events import event_text
from trainrules.explain.found import Found
from trainrules.model.rules import Owed
from trainrules.words import listed, quoted


def recorded_for_another(found: Found, owed: Owed) -> Iterator[str]:
    """Yield what is said of each such training: `DSL and "Deputy DSL" must complete DSL training` asks both
    for training for DSL, and what is for Deputy DSL does not count.

    Nothing is said of what may be anything that the rule asks for: it counts, or for another reason does not.
    """
    named = {folded_term(deed.own): deed.own.name for deed in owed.deeds if deed.own}
    kinds = {term.kind for term in named}
    audience = {folded_term(term): term.name for term in found.rule.audience.any_of if term.kind in kinds}
    others = {term: name for term, name in audience.items() if term not in named}
    wanted, deeds = listed((quoted(name) for name in named.values()), "or"), found.case.planned.deeds
    for event in found.case.history.events:
        own = event.look.own
        is_asked = not own.isdisjoint(named) or any(deeds & each for each in event.sets)
        names = listed(quoted(name) for term, name in others.items() if term in own)
        if names and not is_asked:
            yield f"{event_text(event)} does not count: it is for {names}, not for {wanted}"

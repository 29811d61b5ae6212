"""Which of the facts that are not known decide what comes out; the others need not be asked for."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from trainrules.engine.case import Case
from trainrules.engine.scope import fact_name


def decisive(
    cases: Sequence[Case], outcomes: Sequence[Hashable], missing: tuple[str, ...]
) -> tuple[str, ...]:
    """Return those of *missing* that change an outcome, all other facts being what they may be.

    The *outcomes* are those of the *cases*, one for each way of filling in. What is filled in decides where
    it changes what may come out.
    """
    found = {fact_name(name) for name in cases[0].filled if _is_decisive(name, cases, outcomes)}
    for facts in dict.fromkeys(facts for case in cases for facts, _ in case.taken):
        alike: dict[Hashable, set[Hashable]] = {}
        for case, outcome in zip(cases, outcomes, strict=True):
            others = tuple(each for each in case.taken if each[0] != facts)
            alike.setdefault((*case.filled.items(), *others), set()).add(outcome)
        if any(len(each) > 1 for each in alike.values()):
            found.update(facts)
    return tuple(each for each in missing if each in found) or missing


def _is_decisive(name: str, cases: Sequence[Case], outcomes: Sequence[Hashable]) -> bool:
    alike: dict[Hashable, dict[str, set[Hashable]]] = {}
    for case, outcome in zip(cases, outcomes, strict=True):
        others = tuple(each for each in case.filled.items() if each[0] != name)
        alike.setdefault(others, {}).setdefault(case.filled[name], set()).add(outcome)
    return any(len({frozenset(each) for each in ways.values()}) > 1 for ways in alike.values())

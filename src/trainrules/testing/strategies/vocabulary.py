"""The words that records made up for a policy use: those the policy knows, else those of made-up policies."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from trainrules.model.rules import Anchor, Deed, Policy, Streak, Term
from trainrules.testing.strategies.words import (
    BOARD,
    FORMATS,
    GROUPS,
    LEVELS,
    NAMES,
    ROLES,
    found_in,
)

Words = tuple[str, ...]


@attrs.frozen
class Vocabulary:
    """Names of each kind, at least one of each; of attributes as many as the policy declares."""

    groups: Words
    levels: Words
    roles: Words
    courses: Words
    formats: Words
    activities: Words
    bodies: Words
    facts: Words
    qualifications: Words
    evaluations: Words
    documents: Words
    reports: tuple[Deed, ...]
    attributes: tuple[tuple[str, Words], ...]

    def of(self, kind: str) -> Words:
        """Return the groups, levels or roles."""
        found: Words = getattr(self, f"{kind}s")
        return found


def vocabulary_of(policy: Policy) -> Vocabulary:
    """Return the words of *policy*: declared, or asked for by a rule or an equivalence."""
    sentences = (policy.rules, policy.equivalences)
    terms, deeds = [*found_in(sentences, Term)], [*found_in(sentences, Deed)]
    terms += found_in(policy.courses, Term)

    def people(kind: str, otherwise: Words) -> Words:
        declared = (each.name for each in policy.definitions if each.kind == kind)
        return once((*declared, *(each.name for each in terms if each.kind == kind))) or otherwise

    def done(kind: str, *otherwise: str) -> Words:
        return once(each.name for each in deeds if each.kind == kind) or otherwise

    declared = dict(policy.attributes)
    for term in terms:
        if term.kind == "attribute":
            declared[term.name] = once((*declared.get(term.name, ()), term.value))
    streaks = [each.body for each in policy.rules if isinstance(each, Streak)]
    members = [each.name for each in terms if each.kind == "member"]
    anchors = found_in(policy.rules, Anchor)
    return Vocabulary(
        groups=people("group", GROUPS) if policy.definitions else GROUPS,
        levels=people("level", LEVELS) if policy.definitions else LEVELS,
        roles=people("role", ROLES) if policy.definitions else ROLES,
        courses=once(n for c in policy.courses for n in (c.name, *c.aliases, c.name.lower()))
        or done("training", *NAMES),
        formats=once((*FORMATS, *policy.formats)),
        activities=once((*(n for _, ns in policy.activities for n in ns), *done("activity"), "conference")),
        bodies=once((*members, *streaks, *done("meeting"))) or (BOARD,),
        facts=once(each.name for each in anchors if each.kind == "fact") or ("approval",),
        qualifications=done("qualification", "PGCE"),
        evaluations=once((*done("evaluation"), "impact", "initial")),
        documents=done("document"),
        reports=tuple(dict.fromkeys(each for each in deeds if each.kind == "report")),
        attributes=tuple((name, values) for name, values in declared.items() if values),
    )


def once(names: Iterable[str]) -> Words:
    """Return each of *names* that is not empty, once."""
    return tuple(dict.fromkeys(name for name in names if name))

"""What holds beside obligations and violations: a strategy past its review, a group that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from attrs import field, frozen

from trainrules.dates import LAST_CALENDAR_YEAR
from trainrules.model.rules import Days, Policy, Rule, Term, fold
from trainrules.records.classes import Record, StaffRecord
from trainrules.words import date_text

KINDS = ("group", "level", "role")


@lru_cache(maxsize=256)
def policy_notices(next_review: date | None, force: Days, has_calendar: bool, as_of: date) -> tuple[str, ...]:
    """Return what holds for every result on *as_of*: past its review, not in force, past the calendar."""
    found = []
    if next_review is not None and as_of > next_review:
        found.append(f"the strategy is past its review date, {date_text(next_review)}")
    if force.last is not None and as_of > force.last:
        found.append(f"the strategy was in force until {date_text(force.last)}")
    if force.first is not None and as_of < force.first:
        found.append(f"the strategy is in force only from {date_text(force.first)}")
    if has_calendar and as_of.year > LAST_CALENDAR_YEAR:
        found.append(f"bank holidays after {LAST_CALENDAR_YEAR} are not known")
    return tuple(found)


@frozen
class Vocabulary:
    """The groups, levels and roles that a policy knows, by kind, as they are compared and as written.

    *declared* are the kinds of which it declares any: of those, a name it does not know is worth a notice;
    of the others only one that is nearly a name it knows.
    """

    names: dict[str, dict[str, str]]
    declared: frozenset[str]
    _said: dict[tuple[str, str], str] = field(factory=dict, eq=False, repr=False)

    def notice(self, kind: str, name: str) -> str:
        """Return what to say of a record's group, level or role; empty when the policy knows it."""
        said = self._said.get((kind, name))
        if said is None:
            said = self._said[kind, name] = self._notice(kind, name)
        return said

    def _notice(self, kind: str, name: str) -> str:
        known, plain = self.names[kind], fold(name)
        if plain in known:
            return ""
        bare = plain.removeprefix(f"{kind} ")
        near = [bare] if bare in known else get_close_matches(plain, known, n=1, cutoff=0.6)
        if not near and kind not in self.declared:
            return ""
        hint = f"; did you mean `{known[near[0]]}`?" if near else ""
        return f"the record names the {kind} `{name}`, which the policy does not know{hint}"


def vocabulary(policy: Policy) -> Vocabulary:
    """Return the groups, levels and roles of *policy*: declared, or named by a rule or a course."""
    names: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    names["role"][fold("Trainer")] = "Trainer"
    declared = [each for each in policy.definitions if each.kind in KINDS]
    for each in declared:
        names[each.kind][fold(each.name)] = each.name
    for term in _terms(policy):
        if term.kind in KINDS:
            names[term.kind].setdefault(fold(term.name), term.name)
    return Vocabulary(names, frozenset(each.kind for each in declared))


def _terms(policy: Policy) -> Iterator[Term]:
    for course in policy.courses:
        yield from course.own
    for rule in policy.rules:
        yield from _audience_terms(rule)


def _audience_terms(rule: Rule) -> Iterator[Term]:
    audience = rule.audience
    yield from audience.any_of
    yield from audience.none_of
    for terms in audience.all_of:
        yield from terms


def record_notices(words: Vocabulary, record: Record) -> tuple[str, ...]:
    """Return what to say of the names in the posts of *record* that the policy does not know, each once."""
    if not isinstance(record, StaffRecord):
        return ()
    found: list[str] = []
    for post in record.posts:
        for kind, names in (("group", post.groups), ("level", post.levels), ("role", post.roles)):
            for name in names:
                said = words.notice(kind, name)
                if said and said not in found:
                    found.append(said)
    return tuple(found)

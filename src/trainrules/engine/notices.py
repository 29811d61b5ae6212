"""What holds beside obligations and violations: a strategy past its review, a group that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from attrs import field, frozen

from trainrules.dates import LAST_CALENDAR_YEAR
from trainrules.engine.scope import TRAINER
from trainrules.model.rules import Days, Policy, Term, fold
from trainrules.records.classes import Record, StaffRecord
from trainrules.words import date_text

KINDS = ("group", "level", "role")
CUT_OFFS = {"group": 0.6, "level": 0.6, "role": 0.6, "course": 0.8, "rule": 0.6}
"""How like a known name another must be to be taken for a slip: few courses in a record are the policy's."""


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
    """The names that a policy knows, by kind (group, level, role, course, rule): as compared, and as written.

    *declared* are the kinds of which it declares any: of those, a name it does not know is worth a notice;
    of the others only one that is nearly a name it knows.
    """

    names: dict[str, dict[str, str]]
    declared: frozenset[str]
    _said: dict[tuple[str, str], str] = field(factory=dict, eq=False, repr=False)

    def notice(self, kind: str, name: str) -> str:
        """Return what to say of a name in a record; empty when the policy knows it, or need not."""
        said = self._said.get((kind, name))
        if said is None:
            said = self._said[kind, name] = self._notice(kind, name)
        return said

    def _notice(self, kind: str, name: str) -> str:
        known, plain = self.names[kind], fold(name)
        if plain in known:
            return ""
        bare = plain.removeprefix(f"{kind} ")
        near = [bare] if bare in known else get_close_matches(plain, known, cutoff=CUT_OFFS[kind])
        if not near and kind not in self.declared:
            return ""
        hint = f"; did you mean `{known[near[0]]}`?" if near else ""
        if kind == "rule":
            return f"the record waives the rule `{name}`, which the policy does not have{hint}"
        return f"the record names the {kind} `{name}`, which the policy does not know{hint}"


def vocabulary(policy: Policy) -> Vocabulary:
    """Return the names that *policy* knows: declared, or named by a rule or a course."""
    names: dict[str, dict[str, str]] = {kind: {} for kind in CUT_OFFS}
    names["role"][TRAINER] = "Trainer"
    declared = [each for each in policy.definitions if each.kind in KINDS]
    for each in declared:
        names[each.kind][fold(each.name)] = each.name
    for term in _terms(policy):
        if term.kind in KINDS:
            names[term.kind].setdefault(fold(term.name), term.name)
    for course in policy.courses:
        names["course"] |= {fold(name): name for name in (course.name, *course.aliases)}
    names["rule"] = {fold(rule.label): rule.label for rule in policy.rules}
    return Vocabulary(names, frozenset({"rule", *(each.kind for each in declared)}))


def _terms(policy: Policy) -> Iterator[Term]:
    for course in policy.courses:
        yield from course.own
    for rule in policy.rules:
        audience = rule.audience
        yield from (*audience.any_of, *audience.none_of)
        for terms in audience.all_of:
            yield from terms


def record_notices(words: Vocabulary, record: Record) -> tuple[str, ...]:
    """Return what to say of the names in *record* that the policy does not know, each once."""
    said = (words.notice(kind, name) for kind, name in _names(record))
    return tuple(dict.fromkeys(each for each in said if each))


def _names(record: Record) -> Iterator[tuple[str, str]]:
    """Yield the names that a slip in makes a record mean something else: other courses are ordinary."""
    for waiver in record.waivers:
        yield "rule", waiver.rule
    if not isinstance(record, StaffRecord):
        return
    for post in record.posts:
        yield from (("group", name) for name in post.groups)
        yield from (("level", name) for name in post.levels)
        yield from (("role", name) for name in post.roles)
    courses = [each.course for each in record.training]
    courses += [each.course for each in record.bookings]
    courses += [each.course for each in record.deliveries]
    yield from (("course", name) for name in courses if name is not None)

"""How the audiences of two rules lie to each other, and an example person of one."""

from __future__ import annotations

from trainrules.model.rules import Audience, Common, Days, Term

_PEOPLE = ("group", "level", "role")


def within(one: Audience, other: Audience) -> bool:
    """Return whether everybody in *one* is certainly in *other*."""
    if one.entity != other.entity or (other.name and other.name != one.name):
        return False
    is_any = Term("everyone") in other.any_of or set(one.any_of) <= set(other.any_of)
    return is_any and set(other.all_of) <= set(one.all_of) and set(other.none_of) <= set(one.none_of)


def overlap(one: Audience, other: Audience) -> bool:
    """Return whether the two are about some of the same people, as far as their words show."""
    if one.entity != other.entity or (one.name and other.name and one.name != other.name):
        return False
    shared = set(one.any_of) & set(other.any_of)
    if Term("everyone") in one.any_of or Term("everyone") in other.any_of:
        shared |= set(one.any_of) | set(other.any_of)
    return bool(shared - set(one.none_of) - set(other.none_of))


def in_force_together(one: Common, other: Common) -> bool:
    """Return whether the two rules have a day of force in common."""
    firsts = [rule.force.first for rule in (one, other) if rule.force.first]
    lasts = [rule.force.last for rule in (one, other) if rule.force.last]
    return not firsts or not lasts or max(firsts) <= min(lasts)


def always_with(one: Days, other: Days) -> bool:
    """Return whether every day of *one* is a day of *other*."""
    starts = other.first is None or (one.first is not None and other.first <= one.first)
    ends = other.last is None or (one.last is not None and one.last <= other.last)
    return starts and ends


def example_person(audience: Audience, since: str) -> str:
    """Return the fact that puts somebody in *audience* from the day *since* on; empty where it takes more."""
    if audience.entity != "staff" or audience.all_of:
        return ""
    term = audience.any_of[0]
    if term.kind == "everyone":
        return f"joined {since}"
    if term.kind not in _PEOPLE:
        return ""
    name = term.name if term.name.replace("-", "").isalnum() else f'"{term.name}"'
    return f"{name if term.kind == 'role' else f'{term.kind.title()} {name}'} from {since}"

"""Whom a rule is about, as the first lines of an example: the smallest records first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import frozen

from trainrules.dates import add
from trainrules.language.ast import Name
from trainrules.language.written.what import article
from trainrules.language.written.words import day, ident, mode, name, plain
from trainrules.model.rules import Audience, Duty, FollowUp, Period, Policy, Rule, Term, fold

ORDINARY = date(2022, 3, 1)
"""The day that a record begins on where nothing in a file asks for another."""

_ENTITIES = {"agency": "is an agency", "partnership": "is the partnership"}
_MOST_TERMS = 8


@frozen
class Setting:
    """A record that is in the audience of a rule from *start* on, as the *lines* of an example."""

    lines: tuple[str, ...]
    start: date


def settings(rule: Rule, policy: Policy) -> Iterator[Setting]:
    """Yield records that may be in the audience of *rule*: with little in them first.

    With a joining day, and with a value of every attribute, where the rule cannot be judged without.
    """
    for start in dict.fromkeys(_starts(rule, policy)):
        for terms in _choices(rule.audience):
            for is_joined in (False, True):
                yield Setting(_lines(rule, policy, terms, start, is_joined), start)
        for place in range(3):
            for terms in _choices(rule.audience):
                lines = _lines(rule, policy, terms, start, is_joined=True)
                others = tuple(_other_values(rule, policy, lines, place))
                if others:
                    yield Setting((*lines, *others), start)


def _starts(rule: Rule, policy: Policy) -> Iterator[date]:
    """Yield the days that a record may begin on: when the rule does, else shortly before its own dates."""
    ordinary = rule.force.first or policy.force.first or ORDINARY
    asked = [each for each in (rule.started.first, rule.started.last) if each is not None]
    yield from (each for each in asked if each >= ordinary)
    own = _own_day(rule)
    if own is not None and own < ordinary and rule.force.first is None:
        yield own
    yield ordinary
    if own is not None:
        yield own
    yield from asked


def _own_day(rule: Rule) -> date | None:
    """Return a day a month before a date that *rule* itself gives."""
    if isinstance(rule, Duty) and rule.first and rule.first.anchor.day:
        return add(rule.first.anchor.day, Period(days=-31))
    if isinstance(rule, FollowUp) and rule.window and rule.window.year:
        return date(rule.window.year, rule.window.month, 1) - timedelta(days=31)
    if rule.force.last is not None and rule.force.first is None:
        return rule.force.last - timedelta(days=366)
    return None


def _choices(audience: Audience) -> Iterator[tuple[Term, ...]]:
    """Yield what has to be true of a record, each way that the audience gives."""
    rest = tuple(terms[0] for terms in audience.all_of)
    for term in audience.any_of[:_MOST_TERMS]:
        yield (term, *rest)


def _lines(
    rule: Rule, policy: Policy, terms: tuple[Term, ...], start: date, is_joined: bool
) -> tuple[str, ...]:
    """Return the lines that make *terms* true from *start* on, and nothing else."""
    kinds = {term.kind for term in terms}
    is_trainer = any(term.kind == "role" and fold(term.name) == "trainer" for term in terms)
    first = _kind(rule.audience, terms, is_trainer)
    short = [f"joined {day(start)}"] if is_joined or (kinds == {"everyone"} and not first) else []
    if is_trainer and not is_joined:
        short = [f"joined {day(start)}"]
    short += [text for term in terms if (text := _post(term, start))]
    long = [text for term in terms if (text := _spell(term, start))]
    apart = [text for term in rule.audience.none_of if (text := _otherwise(term, policy))]
    anchor = [f"{plain(fact)} on {day(start)}" for fact in _facts(rule)]
    return tuple(line for line in (first, ", ".join(short), *long, *apart, *anchor) if line)


def _kind(audience: Audience, terms: tuple[Term, ...], is_trainer: bool) -> str:
    if audience.entity == "staff":
        return "is a trainer" if is_trainer else ""
    if audience.entity == "course":
        modes = [mode(Name(term.name)) for term in terms if term.kind in ("delivery", "format")]
        return f"is {article([*modes, 'course'][0])} {' '.join([*modes, 'course'])}"
    if audience.entity == "body":
        return f"is a body {name(audience.name)}" if audience.name else "is a body"
    return _ENTITIES[audience.entity]


def _post(term: Term, start: date) -> str:
    if term.kind == "role":
        return "" if fold(term.name) == "trainer" else f"{plain(term.name)} from {day(start)}"
    if term.kind in ("group", "level"):
        return f"{term.kind.title()} {ident(Name(term.name))} from {day(start)}"
    return ""


def _spell(term: Term, start: date) -> str:
    if term.kind == "attribute":
        return _value(term.name, term.value)
    return f"member of {name(term.name)} from {day(start)}" if term.kind == "member" else ""


def _value(attribute: str, value: str) -> str:
    return f"{plain(attribute)} is {ident(Name(value))}"


def _otherwise(term: Term, policy: Policy) -> str:
    """Return a line that gives another value of an attribute that must not have this one."""
    if term.kind != "attribute":
        return ""
    values = dict(policy.attributes).get(term.name, ())
    other = [each for each in values if fold(each) != fold(term.value)]
    return _value(term.name, other[0]) if other else ""


def _other_values(rule: Rule, policy: Policy, lines: tuple[str, ...], place: int) -> Iterator[str]:
    """Yield a value of each attribute of which *lines* say nothing: each its value number *place*."""
    said = " ".join(lines)
    for attribute, values in policy.attributes:
        if place < len(values) and f"{plain(attribute)} is " not in said:
            yield _value(attribute, values[place])


def _facts(rule: Rule) -> Iterator[str]:
    """Yield the declared dates that *rule* counts from."""
    deadline = rule.first if isinstance(rule, Duty) else None
    while deadline is not None:
        if deadline.anchor.kind == "fact":
            yield deadline.anchor.name
        deadline = deadline.not_beyond

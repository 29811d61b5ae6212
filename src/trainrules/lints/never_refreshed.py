"""Training that is asked for once, where nothing says that once is enough."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.lints.people import example_person, overlap
from trainrules.model.rules import Duty, Quota, Rule, Strength


def never_refreshed(subject: Subject) -> Iterator[Diagnostic]:
    """Yield advice for training that is asked for and never refreshed; `once` says that it is meant."""
    rules = (*subject.policy.rules, *subject.used)
    for rule in subject.policy.rules:
        if not isinstance(rule, Duty) or not _is_first_only(rule):
            continue
        if any(_renews(other, rule) for other in rules):
            continue
        person = example_person(rule.audience, "1 January 2015")
        shown = (
            f"\nfor example, with `{person}`, training done that year is enough for ever" if person else ""
        )
        once = _once(subject, rule)
        yield subject.advice(
            "TR602",
            "this training is never refreshed",
            rule.origin.span,
            "asked for once",
            f"say how often, such as `, then every 3 years`, or that once is enough: {once}{shown}",
        )


def _once(subject: Subject, rule: Rule) -> str:
    """Return how *rule* says that once is enough: with the word before its time, where it has one."""
    start = rule.origin.span.start
    written = (each for each in subject.tree.sentences if each.span.start == start)
    timings = [time for each in written if isinstance(each, ast.Rule) for time in each.timings]
    time = next((each for each in timings if isinstance(each, (ast.Within, ast.By))), None)
    return f"`once {' '.join(subject.source.slice(time.span).split())}`" if time else "`once`"


def _is_first_only(rule: Duty) -> bool:
    is_training = all(deed.kind == "training" for deed in rule.owed.deeds)
    return is_training and rule.every is None and not rule.once and rule.strength is not Strength.MAY


def _renews(other: Rule, rule: Duty) -> bool:
    if not overlap(other.audience, rule.audience):
        return False
    if isinstance(other, Quota):
        return bool(set(other.deeds) & set(rule.owed.deeds))
    renewed = isinstance(other, Duty) and other.every is not None
    return renewed and bool(set(getattr(other, "owed", rule.owed).deeds) & set(rule.owed.deeds))

"""Reasons: a result of the engine as a short paragraph that an officer can paste into a letter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trainrules.explain import amounts, on_the_day
from trainrules.explain.duty import duty
from trainrules.explain.follow_up import follow_up
from trainrules.explain.found import Found, find
from trainrules.explain.standing import cure, limits, needed, opening
from trainrules.findings import Finding, Obligation
from trainrules.model.rules import (
    Checklist,
    Delivery,
    Duty,
    FollowUp,
    Notice,
    Order,
    Policy,
    Quota,
    Rule,
    Streak,
)
from trainrules.records.classes import Record
from trainrules.words import file_text, quoted, sentence, stopped


def explain(finding: Finding, policy: Policy, record: Record, as_of: date) -> str:
    """Return why *finding* is what it is: the sentence, the facts, the arithmetic, and what would end it.

    *policy*, *record* and *as_of* are those it was evaluated from. An undetermined result names the facts
    that are missing.
    """
    parts = [sentence(part) for part in _parts(finding, policy, record, as_of) if part]
    return " ".join((stopped(opening(finding, policy, record, as_of)), *parts))


def _parts(finding: Finding, policy: Policy, record: Record, as_of: date) -> Iterator[str]:
    if finding.source is not None:
        yield from _rule(finding.source)
    if isinstance(finding, Obligation) and finding.missing:
        yield needed(finding)
    found = find(finding, policy, record, as_of)
    if found is not None:
        yield from _facts(found)
        yield from limits(found)
    yield cure(finding, found)


def _rule(rule: Rule) -> Iterator[str]:
    """Yield the sentence with its file and line, and the source's own words."""
    origin = rule.origin
    if origin.sentence:
        yield f"the rule is {quoted(origin.sentence)} ({file_text(origin.source.name)}, line {origin.line})"
    cited = f", at {origin.citation}" if origin.citation else ""
    for quote in origin.quotes:
        yield f"the source says{cited}: {quoted(quote)}"


def _facts(found: Found) -> Iterator[str]:
    match found.rule:
        case Duty() as rule:
            yield from duty(found, rule)
        case FollowUp() as rule:
            yield from follow_up(found, rule)
        case Order() as rule:
            yield from on_the_day.order(found, rule)
        case Delivery() as rule:
            yield from on_the_day.delivery(found, rule)
        case Notice() as rule:
            yield from on_the_day.notice(found, rule)
        case Quota() as rule:
            yield from amounts.quota(found, rule)
        case Streak() as rule:
            yield from amounts.streak(found, rule)
        case Checklist() as rule:
            yield from amounts.checklist(found, rule)

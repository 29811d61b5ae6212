"""A changed policy and changed records, all the way: load, evaluate, explain, every report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from tests.fuzz import changes, seeds
from tests.fuzz.choices import Choices
from tests.fuzz.policies import told
from tests.fuzz.records import refused, schema
from tests.fuzz.target import Target, require

from trainrules import api
from trainrules.diagnostics import PolicyError
from trainrules.language import ast
from trainrules.language.parse import parse
from trainrules.model.rules import Policy
from trainrules.readback import explain_policy, explain_policy_markdown
from trainrules.records.classes import Record
from trainrules.records.errors import RecordError
from trainrules.report import FORMATS, report
from trainrules.report.case import Case
from trainrules.source import Source

_MOST_RULES = 6
_MOST_RECORDS = 3
_TRIES = 4


def run(data: bytes) -> int:
    """Evaluate the records that *data* chooses by the policy that it chooses."""
    choices = Choices(data)
    text = _text(choices)
    policy, text = _policy(text)
    explain_policy(policy).encode("utf-8")
    explain_policy_markdown(policy)
    size = len(text)
    cases = []
    for value in _records(choices):
        size += len(json.dumps(value))
        try:
            record = Record.from_dict(value)
        except RecordError as wrong:
            refused(wrong)
            continue
        cases.append(Case(record, (_judged(policy, record, _as_of(choices, value)),)))
    for form in FORMATS:
        "".join(report(form)(cases, choices.chance(2))).encode("utf-8")
    return size


def _judged(policy: Policy, record: Record, as_of: date) -> Any:
    """Return the result, every part of which has its reasons and is as its schema says."""
    result = api.evaluate(policy, record, as_of)
    require(
        schema("result").is_valid(json.loads(json.dumps(result.to_dict()))), "a result is as its schema says"
    )
    for each in (*result.obligations, *result.violations):
        require(bool(each.explain().strip()), "every finding has its reasons")
    return result


def _text(choices: Choices) -> str:
    """Return a rule file: the head and declarations of one that there is, and some of its rules, changed."""
    head, rules = choices.pick(_files())
    some = [choices.pick(rules) for _ in range(1 + choices.number(_MOST_RULES))] if rules else []
    lines = [changes.sentence(choices, each) if choices.chance(3) else each for each in dict.fromkeys(some)]
    if choices.chance(4):
        lines.append(choices.pick(seeds.sentences()))
    return "\n".join([*head, *lines, ""])


@lru_cache(maxsize=1)
def _files() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return every rule file as its head and declarations, and its rules and examples."""
    found = []
    for text in (*seeds.policies(), *seeds.rule_texts()):
        source = Source("<text>", text)
        sentences = parse(source)[0].sentences
        rules = [each for each in sentences if isinstance(each, (ast.Rule, ast.Example))]
        if rules:
            head = tuple(source.slice(each.span) for each in sentences if each not in rules)
            found.append((head, tuple(source.slice(each.span) for each in rules)))
    return tuple(found)


def _policy(text: str) -> tuple[Policy, str]:
    """Return the policy of *text* and what is left of it, sentences with errors taken out."""
    for _ in range(_TRIES):
        try:
            return api.loads(text), text
        except PolicyError as wrong:
            told(wrong.diagnostics)
            bad = {each.line for each in wrong.diagnostics if each.is_error}
        kept = [line for number, line in enumerate(text.split("\n"), 1) if number not in bad]
        text = "\n".join(kept) if None not in bad else ""
    return api.loads(""), ""


def _records(choices: Choices) -> Iterator[dict[str, Any]]:
    """Yield some records of the examples, most of them changed."""
    for _ in range(1 + choices.number(_MOST_RECORDS)):
        yield changes.record(choices, choices.pick(seeds.records()))


def _as_of(choices: Choices, value: object) -> date:
    """Return a day to judge *value* by: often one that it mentions, or the day before or after."""
    days = sorted(_days(value)) or [date(2022, 9, 2)]
    day = choices.pick([*days, date(2022, 9, 2), date(1900, 1, 1), date(2100, 12, 31), date(2020, 2, 29)])
    moved = day.toordinal() + choices.pick((0, 1, -1, 0, 365))
    return date.fromordinal(min(max(moved, date(1900, 1, 1).toordinal()), date(2100, 12, 31).toordinal()))


def _days(value: object) -> set[date]:
    """Return the dates in *value*."""
    if isinstance(value, dict):
        return {day for part in value.values() for day in _days(part)}
    if isinstance(value, list):
        return {day for part in value for day in _days(part)}
    try:
        return {date.fromisoformat(value)} if isinstance(value, str) and len(value) == 10 else set()
    except ValueError:
        return set()


def _seeds() -> Iterator[bytes]:
    """Yield rows of choices that differ from the first; what they choose is seen by its coverage."""
    for first in range(256):
        yield bytes([first, *((first * step + 7) % 256 for step in range(1, 60))])


TARGET = Target("case", run, _seeds, tuple, longest=300)

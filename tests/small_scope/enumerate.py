"""Holds the engine to the oracle on every small policy and every small record, and says how many that were.

    python -m tests.small_scope.enumerate [--every N] [--to FILE]

With N, only every N-th record. Exit status: 0 when engine and oracle agree on all of them, else 1.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TextIO

from attrs import asdict, define
from tests.laws.campaign import commit
from tests.laws.said import days_of
from tests.oracle.told import stretches
from tests.small_scope.policies import Tried, labelled, policies
from tests.small_scope.records import AS_OF, records

from trainrules.engine.evaluate import evaluate
from trainrules.model.rules import Policy, Rule
from trainrules.records.classes import Record
from trainrules.testing.oracle import Case, breach_days

SHOWN = 5
Grammar = tuple[list[Rule], list[Rule]]


@define
class Count:
    """How many policies and records there were, how many of their cases agree, and how many are in breach."""

    policies: int = 0
    records: int = 0
    cases: int = 0
    in_breach: int = 0
    disagreements: int = 0


def tried_on(record: Record, tried: list[Tried], grammar: Grammar, count: Count) -> Iterator[str]:
    """Count the cases of one record, and yield in words each on which engine and oracle differ.

    What the oracle says of a rule alone stands for every policy in which no other rule bears on it.
    """
    case = Case(tried[0].policy, record, AS_OF)
    alone = [[breach_days(rule, case) for rule in rules] for rules in grammar]
    for each in tried:
        result = evaluate(each.policy, record, AS_OF)
        pairs = []
        for place, (rule, number) in enumerate(zip(each.policy.rules, each.numbers, strict=True)):
            is_alone = place != each.bears_on
            expected = alone[place][number] if is_alone else in_policy(rule, each.policy, record)
            pairs.append((days_of(result, rule.label), expected))
        count.cases += 1
        count.in_breach += any(expected for _, expected in pairs)
        if any(found != expected for found, expected in pairs):
            count.disagreements += 1
            yield told(each.policy, record, pairs)


def in_policy(rule: Rule, policy: Policy, record: Record) -> set[date]:
    """Return the breach days that the oracle finds for *rule* in its policy."""
    return breach_days(rule, Case(policy, record, AS_OF))


def told(policy: Policy, record: Record, pairs: list[tuple[set[date], set[date]]]) -> str:
    """Return a case on which the two differ, in words."""
    lines = [str(record)]
    for rule, (found, expected) in zip(policy.rules, pairs, strict=True):
        lines.append(f"[{rule.label}] {rule.origin.sentence} instead of {rule.instead_of}")
        lines.append(f"  engine {stretches(found)}, oracle {stretches(expected)}")
    return "\n  ".join(lines)


def enumerate_all(chosen: Iterable[Record], out: TextIO) -> Count:
    """Try every policy on the records that are *chosen*; print how far it is, and what differs."""
    tried, grammar = list(policies()), (labelled("1"), labelled("2"))
    count, shown = Count(policies=len(tried)), 0
    for record in chosen:
        count.records += 1
        for difference in tried_on(record, tried, grammar, count):
            shown += 1
            if shown <= SHOWN:
                out.write(f"DIFFERS {difference}\n")
        if count.records % 100 == 0:
            out.write(f"{count.records:,} records, {count.cases:,} cases, {count.disagreements} disagree\n")
            out.flush()
    return count


def main(words: list[str], out: TextIO) -> int:
    """Return the exit status of the enumeration that *words* ask for."""
    parser = argparse.ArgumentParser(description="Try every small policy on every small record.")
    parser.add_argument("--every", type=int, default=1, help="only every N-th record")
    parser.add_argument("--to", type=Path, help="a file to keep the counts in")
    asked = parser.parse_args(words)
    began = time.process_time()
    count = enumerate_all(islice(records(), 0, None, asked.every), out)
    out.write(f"{count.policies:,} policies on {count.records:,} records: {count.cases:,} cases, ")
    out.write(f"{count.in_breach:,} of them with breach days, {count.disagreements} disagreements\n")
    if asked.to:
        seconds = round(time.process_time() - began)
        kept = {**asdict(count), "every": asked.every, "seconds": seconds, "commit": commit()}
        kept["date"] = str(date.today())
        asked.to.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return 1 if count.disagreements else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdout))

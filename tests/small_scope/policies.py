"""Every policy of at most two rules out of a small grammar: each kind of rule, and each clause of a duty."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, product

import attrs
from attrs import frozen

import trainrules
from trainrules.model.rules import Delivery, Policy, Rule
from trainrules.testing.oracle.excuses import training_of

HEAD = """\
groups A–B
course X for group A, single-agency
course Y for group A, multi-agency
body Board with members
calendar "England and Wales"
"""

SENTENCES = (
    "Group A must complete X within 1 month",
    "Group A must complete X within 1 month of joining",
    "Group A must complete X within 20 working days",
    "Group A must complete X by 29 February 2020",
    "Group A must complete X within 2 months, not beyond 1 month of joining",
    "Group A must complete X within 1 month, prior training does not count",
    "Group A must complete X within 1 month, not counting leave",
    "Group A must complete X within 1 month, from 1 March 2020",
    "Group A must complete X within 1 month, until 29 February 2020",
    "Group A must complete X within 1 month, for those starting on or after 1 February 2020",
    "Group A and Group B must complete X within 1 month",
    "Group A except Group B must complete X within 1 month",
    "Group A must complete X within 1 month, then every 1 month",
    "Group A must complete X within 1 month, then every 1 month, with 1 day's grace",
    "Group A must complete X within 1 month, then every 1 month, counted from the due date",
    "Group A must complete X within 1 month, then every 1 month,"
    " keeping the date if renewed in the last 1 week",
    "Group A must complete X within 1 month, then every 1 month, if lapsed more than 1 day then Y",
    "Group A must complete X within 1 month, then Y every 1 month",
    "Group A must complete X every 1 month",
    "Group A must refresh X every 1 month",
    "Group A must complete X and Y within 1 month, then every 1 month",
    "Group A must complete X or Y every 1 month",
    "Everyone must complete X within 1 month",
    "Group A must complete Y between 1 and 30 days after each X course",
    "Group A must complete X in February 2020",
    "Group A must complete X before Y",
    "Group A single-agency only",
    "Group A must complete at least 2 courses over 1 month",
    "Group A must complete at least 1 course each quarter",
    "Group A must complete at least 4 courses each calendar year, pro rata",
    "Members of Board must not miss 2 consecutive meetings",
)
TAKERS = (1, 7, 10, 22)
"""Which sentences also stand instead of others: from joining, from a day on, for two groups, for everyone."""

BREAKS = "breaks of up to 1 day do not restart a deadline\n"
BRIDGED = ("Group A must complete X within 1 month", "Group A must refresh X every 1 month")


@cache
def grammar() -> tuple[Rule, ...]:
    """Return the rule of every sentence, alone; two of them also with short breaks."""
    texts = [HEAD + each for each in SENTENCES] + [HEAD + BREAKS + each for each in BRIDGED]
    return tuple(rule for text in texts for rule in trainrules.loads(text + "   [1]\n").rules)


def labelled(label: str) -> list[Rule]:
    """Return the rules of the grammar under one label."""
    return [attrs.evolve(rule, label=label) for rule in grammar()]


@frozen
class Tried:
    """A policy of one or two rules, and their numbers in the grammar.

    *bears_on* is the place of the rule, if any, that the other bears on.
    """

    policy: Policy
    numbers: tuple[int, ...]
    bears_on: int | None = None


def policies() -> Iterator[Tried]:
    """Yield every one and every two rules of the grammar, and each that another stands in the place of.

    The first is labelled 1, the second 2.
    """
    base, first, second = trainrules.loads(HEAD), labelled("1"), labelled("2")
    numbers = range(len(first))
    for n in numbers:
        yield Tried(attrs.evolve(base, rules=(first[n],)), (n,))
    for n, m in combinations(numbers, 2):
        rules = (first[n], second[m])
        bears_on = next((other for other in (0, 1) if isinstance(rules[1 - other], Delivery)), None)
        yield Tried(attrs.evolve(base, rules=rules), (n, m), bears_on)
    for n, m in product(numbers, TAKERS):
        if n != m and training_of(first[n]) == training_of(second[m]):
            taker = attrs.evolve(second[m], instead_of=("1",))
            yield Tried(attrs.evolve(base, rules=(first[n], taker)), (n, m), 0)
            if m == TAKERS[-1]:
                default = attrs.evolve(first[n], default=True, replaced_by=("2",))
                yield Tried(attrs.evolve(base, rules=(default, second[m])), (n, m), 0)

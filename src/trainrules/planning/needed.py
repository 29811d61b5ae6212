"""What would meet a rule: the deeds that one more obligation of it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, product

from attrs import frozen

from trainrules.findings import Violation
from trainrules.model.rules import Deed, Duty, FollowUp, Order, Owed, Quota, Rule

_MOST_PARTS = 4


@frozen
class Need:
    """*deeds* that are all to be done, *times* over, each *amount* long in the *measure* hours or days."""

    deeds: tuple[Deed, ...]
    times: int = 1
    amount: Fraction | None = None
    measure: str = ""


def needs(rule: Rule, found: Violation) -> Iterator[Need]:
    """Yield each way of meeting *rule* that a record can show, the fewest deeds first; none for other rules.

    Meetings still to come, standards and bookings are not things that can be done on a day of one's choice.
    """
    match rule:
        case Duty():
            for owed in (rule.owed, *((rule.then,) if rule.then else ())):
                yield from _of(owed)
            if rule.lapse is not None:
                yield Need((rule.lapse.deed,))
        case FollowUp():
            yield from _of(rule.response)
        case Order():
            yield from _of(rule.first)
        case Quota() if rule.measure != "share" and found.have is not None and found.need is not None:
            yield from _more(rule, found.need - found.have)


def _of(owed: Owed) -> Iterator[Need]:
    """Yield ways of meeting *owed*, from one part, where the others are done already, to all of them."""
    sizes = range(1, len(owed.parts) + 1) if len(owed.parts) <= _MOST_PARTS else (len(owed.parts),)
    for size in sizes:
        for parts in combinations(owed.parts, size):
            for chosen in product(*parts):
                yield Need(tuple(dict.fromkeys(chosen)))


def _more(rule: Quota, short: Fraction) -> Iterator[Need]:
    """Yield what makes up for what is *short*; of the other kind too, where a part has to be of that."""
    part = rule.of_which
    deeds = ((part.deed,), *((each,) for each in rule.deeds)) if part else tuple((d,) for d in rule.deeds)
    for deed in deeds:
        if rule.measure == "count":
            yield Need(deed, times=max(1, -(-short.numerator // short.denominator)))
        else:
            yield Need(deed, amount=max(short, rule.need) if part else short, measure=rule.measure)

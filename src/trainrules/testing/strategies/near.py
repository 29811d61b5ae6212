"""Days, names and deeds that matter to a policy, for the records that are made up for it."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
from hypothesis import strategies as st

from trainrules.model.rules import Deed, Duty, Period, Policy, Quota, Term
from trainrules.testing.strategies.vocabulary import Vocabulary, vocabulary_of
from trainrules.testing.strategies.words import FIRST, LAST, TURNS, a_day_near, below, found_in, pick

DAY = timedelta(days=1)


@attrs.define
class Near:
    """Draws days close to those that matter so far; every day drawn matters from then on."""

    draw: st.DrawFn
    anchors: list[date]
    periods: list[Period]
    deeds: list[Deed]
    terms: list[Term]
    words: Vocabulary
    asked: frozenset[str]
    is_full: bool
    first: date = FIRST
    last: date = LAST
    turns: tuple[date, ...] = TURNS

    def wanted(self, kind: str) -> Deed:
        """Draw a deed of *kind* that the policy asks about mostly, else one that says nothing."""
        asked = [deed for deed in self.deeds if deed.kind == kind]
        return pick(self.draw, [*asked, *asked, *([Deed(kind)] * max(1, len(asked)))])

    def has(self, kind: str) -> bool:
        """Return whether to show *kind*: what the policy asks about, and sometimes everything there is."""
        return self.is_full or kind in self.asked

    def names(self, kind: str, most: int = 1) -> tuple[str, ...]:
        """Draw names of groups, levels or roles, those that the policy is about more often than not."""
        asked = [term.name for term in self.terms if term.kind == kind]
        names = [*asked, *asked, *self.words.of(kind)]
        fewest = 1 if asked else 0
        count = fewest + self.draw(below(most + 1 - fewest))
        return tuple(dict.fromkeys(pick(self.draw, names) for _ in range(count)))

    def day(self, first: date | None = None) -> date:
        """Draw a day, not before *first*."""
        found = a_day_near(self.draw, self.anchors, self.periods, self.first, self.last)
        self.anchors.append(found)
        return found if first is None else max(found, first)

    def name(self, names: tuple[str, ...]) -> str:
        """Draw one of *names*."""
        return pick(self.draw, names)

    def many(self, most: int) -> list[date]:
        """Draw up to *most* days, in any order."""
        return [self.day() for _ in range(self.draw(below(most + 1)))]


def asked_of(policy: Policy) -> frozenset[str]:
    """Return what *policy* looks at: training, other kinds of deed and of term, and what else there is."""
    rules = policy.rules
    found = {each.kind for each in (*found_in((rules, policy.equivalences), Deed), *found_in(rules, Term))}
    found |= {type(rule).__name__.lower() for rule in rules}
    found |= {rule.measure for rule in rules if isinstance(rule, Quota)}
    if any(isinstance(rule, Duty) and rule.evidence for rule in rules):
        found.add("evaluation")
    if any(getattr(rule, "leave_pauses", False) or getattr(rule, "pro_rata", False) for rule in rules):
        found.add("leave")
    return frozenset(found | {"training"})


def near_to(draw: st.DrawFn, policy: Policy) -> Near:
    """Return what draws days, names and deeds that matter to *policy*."""
    sentences = (policy.rules, policy.equivalences)
    dates = [*found_in(policy.rules, date)]
    return Near(
        draw,
        dates,
        [*found_in(policy.rules, Period)],
        [*found_in(sentences, Deed)],
        [*found_in(sentences, Term)],
        vocabulary_of(policy),
        asked_of(policy),
        not policy.rules or pick(draw, (False, False, False, False, False, True)),
        min([FIRST, *dates]),
        max([LAST, *dates]),
        (*TURNS, *(day for day in dates if not FIRST <= day <= LAST)),
    )

"""Days, names and deeds that matter to a policy, for the records that are made up for it."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
from hypothesis import strategies as st

from trainrules.model.rules import Deed, Period, Policy, Term
from trainrules.testing.strategies.vocabulary import Vocabulary, vocabulary_of
from trainrules.testing.strategies.words import FIRST, LAST, TURNS, days_near, found_in

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
    first: date = FIRST
    last: date = LAST
    turns: tuple[date, ...] = TURNS

    def wanted(self, kind: str) -> Deed:
        """Draw a deed of *kind* that the policy asks about, or one that says nothing, as often."""
        asked = [deed for deed in self.deeds if deed.kind == kind]
        return self.draw(st.sampled_from([*asked, *([Deed(kind)] * max(1, len(asked)))]))

    def names(self, kind: str, most: int = 1) -> tuple[str, ...]:
        """Draw names of groups, levels or roles, those that the policy is about more often than not."""
        asked = [term.name for term in self.terms if term.kind == kind]
        names = st.sampled_from([*asked, *asked, *self.words.of(kind)])
        return tuple(self.draw(st.lists(names, min_size=len(asked) and 1, max_size=most, unique=True)))

    def day(self, first: date | None = None) -> date:
        """Draw a day, not before *first*."""
        found = self.draw(days_near(self.anchors, self.periods, self.first, self.last))
        self.anchors.append(found)
        return found if first is None else max(found, first)

    def name(self, names: tuple[str, ...]) -> str:
        """Draw one of *names*."""
        return self.draw(st.sampled_from(names))

    def many(self, most: int) -> list[date]:
        """Draw up to *most* days, in any order."""
        return [self.day() for _ in range(self.draw(st.integers(0, most)))]


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
        min([FIRST, *dates]),
        max([LAST, *dates]),
        (*TURNS, *(day for day in dates if not FIRST <= day <= LAST)),
    )

"""Chance that comes out the same on every machine: only `Random.random` is used, seeded by a text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from dateutil.relativedelta import relativedelta

T = TypeVar("T")

FIRST_NAMES = (
    "Abena Adam Aisha Alice Amir Anna Ben Carys Chloe Daniel Dawn Ella Esther Farah Femi George "
    "Grace Hanna Harjit Imran Isla Jack Joanna Karen Kofi Laura Leon Maria Megan Mina Nadia Noah "
    "Olga Owen Priya Rhys Rosa Sam Sunita Tara Tom Uma Victor Wei Yasmin Zoe"
)
LAST_NAMES = (
    "Abbott Adeyemi Ahmed Bailey Begum Bennett Brook Carter Chen Clarke Cole Dixon Doyle Evans "
    "Farrow Flynn Gill Gomez Grant Hale Hughes Hussain Iqbal Jarvis Jones Kaur Khan Kowalski Lamb "
    "Lewis Marsh Mensah Moore Nowak Okafor Osei Parry Patel Quinn Reid Rossi Shah Singh Stone Taylor "
    "Thorne Udo Vaughan Ward Yates"
)


class Chance:
    """A seeded source of choices."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)

    def below(self, count: int) -> int:
        """Return a whole number from 0 up to, not including, *count*."""
        return int(self._random.random() * count)

    def happens(self, share: float) -> bool:
        """Return True in that *share* of cases."""
        return self._random.random() < share

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of *choices*."""
        return choices[self.below(len(choices))]

    def weighted(self, choices: Sequence[tuple[T, int]]) -> T:
        """Return one of *choices*, each as often as its weight says."""
        left = self.below(sum(weight for _, weight in choices))
        for choice, weight in choices:
            left -= weight
            if left < 0:
                return choice
        raise AssertionError

    def some(self, choices: Sequence[T], share: float) -> list[T]:
        """Return each of *choices* in that *share* of cases, in order."""
        return [each for each in choices if self.happens(share)]

    def day(self, first: date, last: date) -> date:
        """Return a day from *first* to *last*; *first* where they are the wrong way round."""
        return first + timedelta(self.below(max(1, (last - first).days + 1)))

    def working_day(self, first: date, last: date) -> date:
        """Return a Monday to Friday about as `day` does."""
        day = self.day(first, last)
        return day - timedelta(max(0, day.weekday() - 4))

    def after(self, start: date, least: int, most: int) -> date:
        """Return a day *least* to *most* days after *start*."""
        return start + timedelta(least + self.below(most - least + 1))

    def name(self) -> str:
        """Return an invented name."""
        return f"{self.pick(FIRST_NAMES.split())} {self.pick(LAST_NAMES.split())}"


def months(day: date, count: int) -> date:
    """Return the corresponding date *count* months after *day*."""
    return day + relativedelta(months=count)


def outcome(chance: Chance, start: date, due: date) -> date | None:
    """Return when somebody who has from *start* to *due* did it: mostly in time, else late, before, never."""
    how = chance.below(100)
    if how < 60:
        return chance.working_day(start, due)
    if how < 68:
        return due
    if how < 71:
        return due + timedelta(1)
    if how < 82:
        return chance.after(due, 2, 240)
    if how < 88:
        return chance.after(start, -400, -1)
    return None

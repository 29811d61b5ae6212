"""The times and clauses of one sentence: each is taken by the rule that it changes, or refused."""

from __future__ import annotations

from typing import Protocol, TypeVar

from trainrules.language import ast
from trainrules.model.problems import Problems
from trainrules.source import Span


class _Placed(Protocol):
    @property
    def span(self) -> Span:
        """Return its place."""


T = TypeVar("T", bound=_Placed)

_GOES_WITH: dict[type, str] = {
    ast.PriorNotCounted: "it goes with a deadline, such as `within 1 month of joining`",
    ast.WithEvidence: "it goes with training that has a deadline or a refresh",
    ast.FromDueDate: "it goes with `every …` or `then every …`",
    ast.KeepingDate: "it goes with `every …` or `then every …`",
    ast.Grace: "it goes with a deadline or a refresh",
    ast.NotBeyond: "it goes with a first deadline, such as `within 4 weeks of starting`",
    ast.FirstWithin: "it goes with `every …`; for fixed periods write the first deadline as its own sentence",
    ast.Then: "it goes with a first deadline: `within 3 months, then every 2 years`",
    ast.IfLapsed: "it goes with a deadline or a refresh",
    ast.NotCountingLeave: "it goes with a deadline or a refresh; a quota can be `pro rata`",
    ast.ProRata: "it goes with an amount: `at least 3 days of training each calendar year`",
    ast.OfWhich: "it goes with an amount, such as `at least 8 hours over 3 years`",
    ast.Otherwise: "it goes with a booking that must be attended or cancelled",
    ast.ForThoseStarting: "courses do not start a post",
    ast.Over: "it goes with an amount: `at least 8 hours over 3 years`",
    ast.Each: "a fixed period stands alone: write a deadline as its own sentence",
    ast.Once: "it goes with training to complete, without `every …`",
}
_OTHER_TIME = "a sentence has one time; write another sentence for the other"


class Parts:
    """What a sentence says beyond its subject and action, each part until it is taken."""

    def __init__(self, sentence: ast.Rule, problems: Problems) -> None:
        self._left: list[ast.Timing | ast.Clause] = [*sentence.timings, *sentence.clauses]
        self._problems = problems

    def has(self, kind: type[T]) -> bool:
        """Return whether a part of *kind* is left."""
        return any(isinstance(part, kind) for part in self._left)

    def take(self, kind: type[T]) -> T | None:
        """Return the part of *kind*, None when there is none; a second one is an error."""
        found = self.take_all(kind)
        for extra in found[1:]:
            self._problems.error(
                "TR402",
                f"`{self._problems.words(extra.span)}` comes on top of another of its kind",
                extra.span,
                "said a second time",
                "keep one of them, or write two sentences",
            )
        return found[0] if found else None

    def take_all(self, kind: type[T]) -> tuple[T, ...]:
        """Return every part of *kind*, in order."""
        found = tuple(part for part in self._left if isinstance(part, kind))
        self._left = [part for part in self._left if not isinstance(part, kind)]
        return found

    def refuse_the_rest(self, what: str) -> None:
        """Make every part that nobody took an error: it does not go with *what* the sentence is."""
        for part in self._left:
            self._problems.error(
                "TR401",
                f"`{self._problems.words(part.span)}` does not go with {what}",
                part.span,
                "would change nothing",
                _GOES_WITH.get(type(part), _OTHER_TIME),
            )
        self._left = []

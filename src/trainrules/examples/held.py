"""What the expectations of one example say of one rule: findings that they name, breaches ruled out."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from trainrules.examples.expect import breaks, excepted, is_of, outcome_of
from trainrules.examples.prepare import Prepared
from trainrules.findings import Evaluation, Obligation, Violation
from trainrules.language import ast
from trainrules.model.rules import fold


@frozen
class Held:
    """What an example that passes says of one rule.

    *owed* and *broken* are the obligations and violations that its expectations are about, *all_owed* the
    obligations of the rule whether or not. *is_clear* is whether a breach on the as-of day would have failed
    it, *dates* the days that an expectation says a breach began on.
    """

    as_of: date
    owed: tuple[Obligation, ...] = ()
    broken: tuple[Violation, ...] = ()
    all_owed: tuple[Obligation, ...] = ()
    all_broken: tuple[Violation, ...] = ()
    is_clear: bool = False
    dates: frozenset[date] = frozenset()

    def is_pinned(self, violation: Violation) -> bool:
        """Return whether the first day of *violation* is said, or is the only day of it there is."""
        return violation.since in self.dates or violation.since in (self.as_of, violation.until)


def held(label: str, example: Prepared, result: Evaluation) -> Held | None:
    """Return what *example*, which comes out as *result*, says of the rule *label*; None for nothing."""
    said = [
        (expect, owed)
        for expect, owed in zip(example.example.expects, example.owed, strict=True)
        if expect.label is not None and fold(expect.label.text) == fold(label)
    ]
    is_clear = any(expect.status == "not in breach" for expect, _ in said) or _is_cleared(label, example)
    if not said and not is_clear:
        return None
    owed: list[Obligation] = []
    broken: list[Violation] = []
    for expect, deed in said:
        assert expect.label is not None
        outcome = outcome_of(expect.label, deed, result)
        mine = [each for each in outcome.obligations if is_of(expect, each, outcome.violations)]
        if expect.status not in (None, "in breach", "not in breach"):
            owed += mine
        broken += _broken(expect, mine, outcome.violations)
    whole = outcome_of(ast.Label(label), None, result)
    return Held(
        result.as_of,
        tuple(owed),
        tuple(broken),
        whole.obligations,
        whole.violations,
        is_clear,
        frozenset(expect.since for expect, _ in said if expect.since is not None),
    )


def _is_cleared(label: str, example: Prepared) -> bool:
    """Return whether *example* expects no violations, with *label* not among the exceptions."""
    nothing = [expect for expect in example.example.expects if expect.label is None]
    return any(fold(label) not in excepted(example.example, expect) for expect in nothing)


def _broken(expect: ast.Expect, owed: list[Obligation], violations: tuple[Violation, ...]) -> list[Violation]:
    if expect.status == "in breach":
        return [each for each in violations if breaks(expect, each)]
    if expect.status == "not in breach":
        return []
    if expect.status is None and expect.due is None:
        return [each for each in violations if each.until == expect.until]
    if expect.status not in ("overdue", "unmet", "met late") and expect.until is None:
        return []
    dues = {each.due for each in owed}
    return [each for each in violations if each.due in dues]

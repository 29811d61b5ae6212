"""What an author expects of an example, against what came out."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from trainrules.findings import Evaluation, Kind, Obligation, Status, Violation
from trainrules.language import ast
from trainrules.model.rules import Deed, Owed, fold
from trainrules.words import date_text, listed, owed_text

_ON_ONE_DAY = (Kind.ORDER, Kind.DELIVERY, Kind.NOTICE)
_EXPLAINS_A_VIOLATION = ("overdue", "in breach", "unmet", "met late")


@frozen
class Outcome:
    """What came out for one rule: its obligations and its violations."""

    obligations: tuple[Obligation, ...]
    violations: tuple[Violation, ...]

    @property
    def written(self) -> tuple[str, ...]:
        """Return it in words that can stand after `expect [6.12 B]`, and hold: what an author would write."""
        since = {(v.due, v.owed): v.since for v in self.violations if v.until is None}
        said = [_obligation_text(each, since.get((each.due, each.owed))) for each in self.obligations]
        owed = {each.due for each in self.obligations if each.status is Status.OVERDUE}
        said += [_violation_text(v) for v in self.violations if v.until is not None or v.due not in owed]
        return tuple(dict.fromkeys(said)) or ("not in breach",)

    @property
    def text(self) -> str:
        """Return it as a clause: `due 1 September 2022, undetermined` and, after it, what is not known."""
        came = "; ".join(f"`{each}`" for each in self.written)
        if not self.obligations and not self.violations:
            return f"{came}: nothing is owed under this rule"
        missing = dict.fromkeys(name for each in self.obligations for name in each.missing)
        return f"{came}; not known: {listed(missing)}" if missing else came


def _obligation_text(each: Obligation, since: date | None) -> str:
    words = [f"due {date_text(each.due)}"] if each.due else []
    status = each.status.value
    if each.status is Status.OVERDUE and since:
        status += f" since {date_text(since)}"
    if each.satisfied_on:
        status += f" on {date_text(each.satisfied_on)}"
    return ", ".join([*words, status])


def _violation_text(each: Violation) -> str:
    until = f", until {date_text(each.until)}" if each.until else ""
    return f"in breach since {date_text(each.since)}{until}"


def outcome_of(label: ast.Label, owed: Deed | None, result: Evaluation) -> Outcome:
    """Return what came out for the rule with *label*, and for *owed* alone where it is given."""
    told = owed_text(Owed(((owed,),))) if owed else ""
    return Outcome(
        tuple(each for each in result.obligations if _is_meant(each, label, told)),
        tuple(each for each in result.violations if _is_meant(each, label, told)),
    )


def _is_meant(each: Obligation | Violation, label: ast.Label, owed: str) -> bool:
    return fold(each.rule) == fold(label.text) and (not owed or fold(each.owed) == fold(owed))


def is_met(expect: ast.Expect, outcome: Outcome) -> bool:
    """Return whether *outcome* is what *expect* says of one rule."""
    if expect.status == "in breach":
        return any(breaks(expect, each) for each in outcome.violations)
    if expect.status == "not in breach":
        return not any(each.until is None for each in outcome.violations) and (
            expect.due is None or any(each.due == expect.due for each in outcome.obligations)
        )
    if expect.status is None and expect.due is None:
        return any(each.until == expect.until for each in outcome.violations)
    return any(is_of(expect, each, outcome.violations) for each in outcome.obligations)


def breaks(expect: ast.Expect, violation: Violation) -> bool:
    """Return whether *violation* is the breach expected: a past one only where its dates are said."""
    if expect.due is not None and violation.due != expect.due:
        return False
    if expect.since is not None and violation.since != expect.since:
        return False
    if expect.until is not None:
        return violation.until == expect.until
    return violation.until is None or violation.kind in _ON_ONE_DAY or expect.since is not None


def is_of(expect: ast.Expect, each: Obligation, violations: tuple[Violation, ...]) -> bool:
    """Return whether *each* is the obligation expected."""
    if expect.due is not None and each.due != expect.due:
        return False
    if expect.status is not None and each.status.value != expect.status:
        return False
    if expect.on is not None and each.satisfied_on != expect.on:
        return False
    mine = [violation for violation in violations if violation.due == each.due]
    if expect.since is not None and expect.since not in {violation.since for violation in mine}:
        return False
    return expect.until is None or expect.until in {violation.until for violation in mine}


def unexpected(example: ast.Example, expect: ast.Expect, result: Evaluation) -> tuple[Violation, ...]:
    """Return the violations that `expect no [other] violations` says there are none of."""
    named = excepted(example, expect)
    return tuple(each for each in result.violations if fold(each.rule) not in named)


def excepted(example: ast.Example, expect: ast.Expect) -> frozenset[str]:
    """Return the rules, by their folded labels, that `expect no [other] violations` says nothing of."""
    if not expect.others:
        return frozenset()
    return frozenset(
        fold(each.label.text)
        for each in example.expects
        if each.label and (each.status in _EXPLAINS_A_VIOLATION or each.until)
    )


def violations_text(violations: tuple[Violation, ...]) -> str:
    """Return violations in the words of an example, each with its rule."""
    return "; ".join(f"`[{each.rule}] {_violation_text(each)}`" for each in violations)

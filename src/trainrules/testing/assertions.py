"""Assertions for the tests of a policy's author: who complies, who is in breach, how a thing owed stands.

A policy is given as a `Policy`, the path of a rule file, a bundled name or the text of rules; a record as a
`Record` or as its JSON; a day as a `date` or as text (`2022-09-02`). A rule is named by its label.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import EllipsisType

from trainrules.api import evaluate, read
from trainrules.diagnostics import PolicyError, has_errors, render
from trainrules.examples import run_examples
from trainrules.findings import Evaluation, Kind, Obligation, Status, Violation
from trainrules.model.rules import fold
from trainrules.resources import policy_names, policy_path
from trainrules.testing.inputs import (
    AnyDay,
    AnyPolicy,
    AnyRecord,
    day_of,
    label_of,
    one_of,
    policy_of,
    record_of,
)
from trainrules.testing.told import everything, of_rule, told, under, who
from trainrules.words import date_text

_ON_ONE_DAY = (Kind.ORDER, Kind.DELIVERY, Kind.NOTICE)


def assert_compliant(
    policy: AnyPolicy,
    record: AnyRecord,
    as_of: AnyDay,
    *,
    rule: str | None = None,
    allow_undetermined: bool = False,
) -> Evaluation:
    """Fail when *record* is in breach of a must, or short of a should, on the day *as_of*.

    Fails also when that cannot be told for want of a fact, unless *allow_undetermined*. What ended before
    the day does not count. *rule* asks about one rule only. Returns the evaluation, of that rule alone.
    """
    __tracebackhide__ = True
    result, _ = _evaluated(policy, record, as_of, rule)
    found: list[Obligation | Violation] = [each for each in result.violations if each.until is None]
    if found:
        raise AssertionError(told(f"{who(result)} does not comply with {under(result)}:", found, result))
    found = [each for each in result.obligations if each.status is Status.UNDETERMINED]
    if found and not allow_undetermined:
        first = f"whether {who(result)} complies with {under(result)} is not determined:"
        raise AssertionError(told(first, found, result))
    return result


def assert_breach(
    policy: AnyPolicy,
    record: AnyRecord,
    as_of: AnyDay,
    *,
    rule: str | None = None,
    since: AnyDay | None = None,
    until: AnyDay | EllipsisType | None = ...,
    kind: Kind | str | None = None,
) -> Violation:
    """Fail unless *record* is in breach, of a must or a should, as described; return the violation.

    With neither *since* nor *until*, one that lasts on the day *as_of* is asked for, or a breach of a single
    day that nothing undoes (order, delivery, notice). *since* is its first day and *until* its last; None for
    *until* is one that lasts. *kind* is a `Kind` or its value.
    """
    __tracebackhide__ = True
    result, label = _evaluated(policy, record, as_of, rule)
    first = None if since is None else day_of(since)
    last = until if until is None or isinstance(until, EllipsisType) else day_of(until)
    sort = None if kind is None else one_of(Kind, kind)
    for each in result.violations:
        if _is_meant(each, first, last) and sort in (None, each.kind):
            return each
    words = [
        f"is not in breach{f' of [{label}]' if label else ''}",
        *([f"since {date_text(first)}"] if first else []),
        *([f"until {date_text(last)}"] if isinstance(last, date) else []),
        *(["that lasts"] if last is None else []),
        *([f"of kind {sort.value}"] if sort else []),
    ]
    line = f"{who(result)} {' '.join(words)} ({under(result)}):"
    raise AssertionError(told(line, everything(result), result))


def _is_meant(found: Violation, first: date | None, last: date | EllipsisType | None) -> bool:
    """Return whether *found* has the days asked for; a past one only where one of its days is."""
    if first is not None and found.since != first:
        return False
    if not isinstance(last, EllipsisType):
        return found.until == last
    return found.until is None or found.kind in _ON_ONE_DAY or first is not None


def assert_status(
    policy: AnyPolicy,
    record: AnyRecord,
    as_of: AnyDay,
    status: Status | str,
    *,
    rule: str,
    owed: str | None = None,
    due: AnyDay | None = None,
    on: AnyDay | None = None,
) -> Obligation:
    """Fail unless something owed under *rule* stands as *status*; return the obligation.

    *status* is a `Status` or its value (`met late`). *owed* is what is owed in the words of a report
    (`Group B training`), *due* the due day, and *on* the day on which it was met.
    """
    __tracebackhide__ = True
    result, label = _evaluated(policy, record, as_of, rule)
    wanted = one_of(Status, status)
    last, met = (None if day is None else day_of(day) for day in (due, on))
    for each in result.obligations:
        if (
            each.status is wanted
            and (owed is None or fold(each.owed) == fold(owed))
            and last in (None, each.due)
            and met in (None, each.satisfied_on)
        ):
            return each
    words = [
        f"[{label}]{f' for {owed}' if owed else ''} is not {wanted.value}",
        *([f"on {date_text(met)}"] if met else []),
        *([f"due {date_text(last)}"] if last else []),
    ]
    line = f"{', '.join(words)}, for {who(result)} ({under(result)}):"
    raise AssertionError(told(line, everything(result), result))


def assert_undetermined(
    policy: AnyPolicy,
    record: AnyRecord,
    as_of: AnyDay,
    *,
    rule: str | None = None,
    missing: str | None = None,
) -> Obligation:
    """Fail unless something is undetermined for want of a fact; return the obligation.

    *missing* is the fact as the result names it, or a part of its name.
    """
    __tracebackhide__ = True
    result, label = _evaluated(policy, record, as_of, rule)
    for each in result.obligations:
        if each.status is Status.UNDETERMINED and (
            missing is None or any(fold(missing) in fold(name) for name in each.missing)
        ):
            return each
    want = f" for want of {missing}" if missing else ""
    which = f"[{label}] is not" if label else "nothing is"
    line = f"{which} undetermined{want}, for {who(result)} ({under(result)}):"
    raise AssertionError(told(line, everything(result), result))


def assert_examples(policy: str | Path) -> int:
    """Fail when an example of a rule file does not come out as its author expects; return how many there are.

    *policy* is the path of the file or a bundled name. Raises PolicyError when it has errors, and fails
    also when there is no example in it.
    """
    __tracebackhide__ = True
    path = policy_path(policy) if isinstance(policy, str) and policy in policy_names() else policy
    file, found = read(str(path))
    if has_errors(found):
        raise PolicyError(found)
    results = run_examples(file)
    if not results:
        raise AssertionError(f"there is no example in {path}")
    failed: Iterator[str] = (render(each) for result in results for each in result.diagnostics)
    if words := "\n\n".join(failed):
        raise AssertionError(words)
    return len(results)


def _evaluated(
    policy: AnyPolicy, record: AnyRecord, as_of: AnyDay, rule: str | None
) -> tuple[Evaluation, str | None]:
    """Return what came out, of *rule* alone where one is named, and its label as the policy spells it.

    Raises ValueError when there is no such rule.
    """
    loaded = policy_of(policy)
    label = None if rule is None else label_of(loaded, rule)
    return of_rule(evaluate(loaded, record_of(record), day_of(as_of)), label), label

"""What holds for the reasons of any result: they can be given, and their sums are right."""

from __future__ import annotations

import re
from datetime import date, datetime

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from trainrules.api import evaluate
from trainrules.explain import explain
from trainrules.explain.found import find
from trainrules.findings import Finding, Status, Violation
from trainrules.model.rules import Duty
from trainrules.testing.strategies import (
    cases,
    checklists,
    course_cases,
    deliveries,
    duties,
    follow_ups,
    notices,
    orders,
    organisation_cases,
    quotas,
    streaks,
    windows,
)
from trainrules.testing.strategies.cases import Made, organisation_rules
from trainrules.words import date_text

SUM = re.compile(
    r"(\d+ \w+ \d{4}) \+ (\d+) (day|week|month|year)s? = (\d+ \w+ \d{4})(, the month's last day)?"
)

any_cases = st.one_of(
    cases(duties()),
    cases(duties(), known=False),
    cases(st.one_of(follow_ups(), windows(), orders(), deliveries())),
    cases(st.one_of(quotas(), streaks(), notices())),
    cases(st.one_of(follow_ups(), orders(), deliveries(), quotas(), streaks(), notices()), known=False),
    course_cases(st.one_of(checklists(), notices("session"))),
    organisation_cases(organisation_rules()),
)


def findings(made: Made) -> tuple[Finding, ...]:
    """Return every result of *made*."""
    result = evaluate(made.policy, made.record, made.as_of)
    return (*result.violations, *result.obligations)


def day(text: str) -> date:
    """Return the day written `1 March 2022`."""
    return datetime.strptime(text, "%d %B %Y").date()


@given(any_cases)
def test_every_result_gives_its_reasons_with_its_label_strength_and_day(made: Made) -> None:
    for finding in findings(made):
        words = finding.explain()
        assert words == explain(finding, made.policy, made.record, made.as_of)
        assert f"[{finding.rule}] ({finding.strength.value})" in words
        assert date_text(made.as_of) in words
        assert words.endswith((".", ".”"))
        if isinstance(finding, Violation):
            assert date_text(finding.since) in words
            assert finding.cure is None or finding.cure in words


@given(any_cases)
def test_what_an_undetermined_result_waits_for_is_named_in_its_reasons(made: Made) -> None:
    for finding in findings(made):
        if not isinstance(finding, Violation) and finding.status is Status.UNDETERMINED:
            assert all(fact in finding.explain() for fact in finding.missing)


@given(any_cases)
def test_every_decided_result_is_found_again(made: Made) -> None:
    for finding in findings(made):
        if isinstance(finding, Violation) or finding.status is not Status.UNDETERMINED:
            assert find(finding, made.policy, made.record, made.as_of) is not None


@given(any_cases)
def test_every_sum_in_the_reasons_is_right_and_says_where_the_clamp_decided(made: Made) -> None:
    for finding in findings(made):
        for start, count, unit, end, clamped in SUM.findall(finding.explain()):
            first = day(start)
            last = first + relativedelta(**{f"{unit}s": int(count)})  # type: ignore[arg-type]
            assert last == day(end)
            assert bool(clamped) == (unit in ("month", "year") and first.day != last.day)


@given(st.one_of(cases(duties()), cases(duties(first=True)), cases(duties(first=False))))
def test_the_sums_lead_to_the_due_day(made: Made) -> None:
    for finding in findings(made):
        if finding.due is None or not isinstance(finding.source, Duty):
            continue
        if not isinstance(finding, Violation) and finding.status is Status.UNDETERMINED:
            continue
        due = date_text(finding.due)
        assert any(f"{before} {due}" in finding.explain() for before in ("=", "by", "later:"))

"""Law 8: every engine gives what the reference gives, on the conformance corpus and on made-up input.

There are two ways through the engine: the full one, which is the reference, and one walk for duties that
have no more than a deadline and a period (`plain.py`). An engine that is added joins `ENGINES`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.conformance.run import HERE, Json
from tests.conformance.run import cases as corpus
from tests.conformance.test_corpus import read
from tests.engine.test_plain import in_full
from tests.laws.any_case import ANY_CASE, cases_of_several

from trainrules.engine.evaluate import evaluate
from trainrules.engine.prepared import prepared
from trainrules.findings import Obligation, Violation
from trainrules.model.rules import Policy
from trainrules.records.classes import Record
from trainrules.testing.strategies import cases, duties
from trainrules.testing.strategies.cases import Made

Rows = tuple[tuple[Obligation, ...], tuple[Violation, ...]]
Engine = Callable[[Policy, Record, date], Rows]

CORPUS = corpus([HERE])


def reference(policy: Policy, record: Record, as_of: date) -> Rows:
    """Return what the full engine tells, with no shortcut."""
    told = in_full(policy, record, as_of)
    return tuple(told.obligations), tuple(told.violations)


def with_shortcuts(policy: Policy, record: Record, as_of: date) -> Rows:
    """Return what everybody is told: plain duties in one walk."""
    result = evaluate(policy, record, as_of)
    return result.obligations, result.violations


ENGINES: tuple[Engine, ...] = (with_shortcuts,)


def assert_the_same(policy: Policy, record: Record, as_of: date) -> None:
    """Assert that every engine tells what the reference tells, in the same order."""
    expected = reference(policy, record, as_of)
    for engine in ENGINES:
        assert engine(policy, record, as_of) == expected, engine.__name__


def test_law_8_every_engine_gives_the_same_results_on_the_conformance_corpus() -> None:
    for _, case in CORPUS:
        assert_the_same(*read(case))


def test_law_8_some_of_the_corpus_is_walked_through() -> None:
    walked = [name for name, case in CORPUS if is_walked(read(case)[0])]
    assert len(walked) > 20


def is_walked(policy: Policy) -> bool:
    """Return whether some rule of *policy* takes the shortcut."""
    return any(lane.plain for lanes in prepared(policy).lanes.values() for lane in lanes)


@given(st.sampled_from(CORPUS), st.integers(-800, 800))
def test_law_8_every_engine_gives_the_same_results_on_the_corpus_on_other_days(
    named: tuple[str, Json], days: int
) -> None:
    policy, record, as_of = read(named[1])
    assert_the_same(policy, record, date.fromordinal(as_of.toordinal() + days))


@given(cases(duties(), known=False), st.integers(-40, 400))
def test_law_8_every_engine_gives_the_same_results_for_duties(made: Made, days: int) -> None:
    assert_the_same(made.policy, made.record, date.fromordinal(made.as_of.toordinal() - days))


@given(st.one_of(ANY_CASE, cases_of_several()), st.integers(-40, 400))
def test_law_8_every_engine_gives_the_same_results_for_any_rules(made: Made, days: int) -> None:
    assert_the_same(made.policy, made.record, date.fromordinal(made.as_of.toordinal() - days))

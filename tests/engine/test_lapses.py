"""`if lapsed …` where more than one thing is owed, or other training renews it: by hand and by the oracle.

Who began on 1 January 2020 is due on 1 July 2020, and has lapsed after 1 September 2020.
"""

from __future__ import annotations

from attrs import evolve
from tests.build import course, day, done, group, months, owed, policy, post, staff, within
from tests.engine.test_disagreements import found
from tests.engine.test_late_evidence import returned
from tests.oracle.told import stretches

from trainrules.engine.evaluate import evaluate
from trainrules.model.rules import Deed, Duty, Lapse, Owed
from trainrules.records.classes import Qualification, StaffRecord, Training
from trainrules.testing.oracle import Case, breach_days

BOTH = Duty(
    label="R",
    audience=group("B"),
    owed=owed("A", "C"),
    first=within(months(6)),
    every=months(12),
    lapse=Lapse(after=months(2), deed=course("F")),
)
RENEWED = evolve(BOTH, owed=owed("A"), then=owed("U"))


def breaches(rule: Duty, as_of: str, *training: Training) -> list[tuple[str, str]]:
    """Return the breach days that the engine finds; the oracle has to find the same."""
    record = staff(post("B", "2020-01-01"), *training)
    told = found(rule, record, as_of)
    assert told == stretches(breach_days(rule, Case(policy(rule), record, day(as_of))))
    return told


def test_the_whole_lapses_after_the_first_of_its_due_days_and_only_the_other_training_covers_it() -> None:
    """A is paid for until 1 February 2021 and C until 1 June: on 2 April it has all lapsed, C too."""
    begun = done("A", "2020-02-01"), done("C", "2020-06-01")
    in_time = *begun, done("A", "2021-04-01")
    assert breaches(BOTH, "2021-06-02", *in_time) == [
        ("2021-02-02", "2021-03-31"),
        ("2021-06-02", "2021-06-02"),
    ]
    for late in ("A", "C"):
        assert breaches(BOTH, "2021-05-01", *begun, done(late, "2021-04-02")) == [
            ("2021-02-02", "2021-05-01")
        ]
    back = *begun, done("F", "2021-04-02")
    assert breaches(BOTH, "2022-04-03", *back) == [("2021-02-02", "2021-04-01"), ("2022-04-03", "2022-04-03")]


def test_until_all_of_it_is_done_the_first_deadline_is_what_lapses() -> None:
    begun = done("A", "2020-02-01")
    assert breaches(BOTH, "2020-10-01", begun, done("C", "2020-09-01")) == [("2020-07-02", "2020-08-31")]
    assert breaches(BOTH, "2020-10-01", begun, done("C", "2020-09-02")) == [("2020-07-02", "2020-10-01")]
    assert breaches(BOTH, "2020-10-01", begun, done("F", "2020-09-02")) == [("2020-07-02", "2020-09-01")]


def test_after_a_lapse_the_other_training_does_what_an_update_would_then_renew() -> None:
    assert breaches(RENEWED, "2020-10-01", done("A", "2020-09-01")) == [("2020-07-02", "2020-08-31")]
    assert breaches(RENEWED, "2020-10-01", done("A", "2020-09-02")) == [("2020-07-02", "2020-10-01")]
    back = done("F", "2020-09-02"), done("U", "2021-09-02")
    assert breaches(RENEWED, "2022-09-03", *back) == [
        ("2020-07-02", "2020-09-01"),
        ("2022-09-03", "2022-09-03"),
    ]


def test_an_update_lapses_as_well() -> None:
    begun = done("A", "2020-09-01"), done("U", "2021-09-01")
    first = ("2020-07-02", "2020-08-31")
    assert breaches(RENEWED, "2022-12-01", *begun, done("U", "2022-11-01")) == [
        first,
        ("2022-09-02", "2022-10-31"),
    ]
    assert breaches(RENEWED, "2022-12-01", *begun, done("U", "2022-11-02")) == [
        first,
        ("2022-09-02", "2022-12-01"),
    ]
    assert breaches(RENEWED, "2022-12-01", *begun, done("F", "2022-11-02")) == [
        first,
        ("2022-09-02", "2022-11-01"),
    ]


def held(*spans: tuple[str, str, str]) -> StaffRecord:
    """Return who began on 1 January 2020, with qualifications: each its name, its day and its last day."""
    kept = [Qualification(name=name, on=day(on), until=day(until)) for name, on, until in spans]
    return staff(post("B", "2020-01-01"), qualifications=tuple(kept))


def test_qualifications_are_done_when_all_are_in_date_and_until_then_the_first_deadline_lapses() -> None:
    """P ends before Q begins, so neither is enough; on 10 September it is too late for another P."""
    parts = tuple((Deed("qualification", name),) for name in "PQ")
    rule = evolve(RENEWED, owed=Owed(parts))
    apart = ("P", "2020-02-01", "2020-07-15"), ("Q", "2020-08-01", "2030-01-01")
    in_time, late = (
        held(*apart, ("P", "2020-09-01", "2030-01-01")),
        held(*apart, ("P", "2020-09-10", "2030-01-01")),
    )
    for record, breaches in (
        (in_time, [("2020-07-02", "2020-08-31")]),
        (late, [("2020-07-02", "2020-10-01")]),
    ):
        assert found(rule, record, "2020-10-01") == breaches
        assert breaches == stretches(breach_days(rule, Case(policy(rule), record, day("2020-10-01"))))


def test_what_is_in_date_for_one_day_is_done_on_it() -> None:
    rule = evolve(RENEWED, owed=Owed(((Deed("qualification", "P"),),)), lapse=None)
    record = held(("P", "2020-02-01", "2020-02-01"))
    assert found(rule, record, "2021-02-02") == [("2021-02-02", "2021-02-02")]


def test_what_puts_it_right_is_what_has_not_lapsed() -> None:
    begun = done("A", "2020-02-01"), done("C", "2020-06-01")
    for as_of, cure in (("2021-04-01", "complete A"), ("2021-04-02", "complete F")):
        result = evaluate(policy(BOTH), staff(post("B", "2020-01-01"), *begun), day(as_of))
        assert [each.cure for each in result.violations] == [cure]


def test_older_evidence_makes_what_was_done_since_too_late() -> None:
    """`every 1 year` alone: June 2020 is in time while nothing before it is known. As is known in August,
    what was done in 2018 had lapsed by then, so that June did not count and nothing is begun: the first is
    due on 1 January 2021."""
    rule = evolve(BOTH, owed=owed("A"), first=None, evidence="evaluation")
    june = returned("2020-06-01", "2020-06-01", "A")
    assert breaches(rule, "2020-09-01", june) == []
    older = returned("2018-01-01", "2020-08-01", "A")
    assert breaches(rule, "2021-01-02", june, older) == [("2021-01-02", "2021-01-02")]
    refresh = evolve(rule, refresh_only=True)
    assert breaches(refresh, "2021-12-31", june, older) == []
    inside = returned("2019-06-01", "2020-08-01", "A")
    assert breaches(rule, "2020-09-01", june, inside) == []

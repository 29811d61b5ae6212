"""What the walk of plain duties sees of a record: posts after leaving, things out of order, conditions."""

from __future__ import annotations

from attrs import evolve
from tests.build import course, day, did, done, group, months, owed, policy, post, staff, within

from trainrules.engine.evaluate import evaluate
from trainrules.engine.plan import EVERYONE, make_plan
from trainrules.findings import Obligation, Status
from trainrules.model.rules import Deed, Duty, Equivalence, Owed
from trainrules.records.classes import Activity, StaffRecord

RULE = Duty(label="R", audience=group("B", "C"), owed=owed("A"), first=within(months(6)))


def told(record: StaffRecord, *equivalences: Equivalence) -> list[Obligation]:
    """Return what *record* owes on 1 June 2022."""
    return [*evaluate(policy(RULE, equivalences=equivalences), record, day("2022-06-01")).obligations]


def test_a_post_that_began_after_leaving_is_none() -> None:
    late, held = post("B", "2022-05-01"), post("C", "2022-02-01")
    assert told(staff(late, left=day("2022-04-30"))) == []
    (one,) = told(staff(late, held, left=day("2022-04-30")))
    assert one.opens == day("2022-02-01")


def test_an_activity_before_the_training_that_it_counts_as_comes_first() -> None:
    counts = Equivalence(Deed("activity", "reading"), course("A"))
    record = staff(post("B", "2022-01-01"), done("A", "2022-05-01"), did("reading", "2022-02-01"))
    (one,) = told(record, counts)
    assert (one.status, one.satisfied_on) == (Status.MET, day("2022-02-01"))


def test_what_counts_for_some_people_only_counts_for_them_alone() -> None:
    for_b = Equivalence(course("X"), course("A"), group("B"))
    for letter, status in (("B", Status.MET), ("C", Status.PENDING)):
        (one,) = told(staff(post(letter, "2022-01-01"), done("X", "2022-05-01")), for_b)
        assert one.status is status


def test_every_group_level_and_role_has_a_number_of_its_own_and_everyone_one() -> None:
    plan = make_plan(policy(RULE))
    names = [("group", "b"), ("group", "c"), ("level", "b"), ("role", "dsl"), ("group", "B"), ("role", "DSL")]
    numbers = [plan.term(kind, name) for kind, name in names]
    assert numbers[4:] == [numbers[0], numbers[3]]
    assert len({EVERYONE, *numbers}) == 5
    assert plan.term("everyone", "") == EVERYONE


def test_of_two_things_done_on_one_day_the_first_by_name_is_what_met_it() -> None:
    counts = Equivalence(Deed("activity", "reading"), course("A"))
    both = (Activity(kind="reading", on=day("2022-02-01"), id=name) for name in "ba")
    (one,) = told(staff(post("B", "2022-01-01"), done("A", "2022-05-01"), *both), counts)
    assert one.satisfied_by == "a"


def test_what_either_of_two_things_of_one_day_met_is_met_once() -> None:
    rule = evolve(RULE, owed=Owed(((course("A"), course("X")),)), every=months(12))
    record = staff(post("B", "2022-01-01"), done("A", "2022-02-01"), done("X", "2022-02-01"))
    result = evaluate(policy(rule), record, day("2022-06-01"))
    assert [(each.status, each.satisfied_by) for each in result.obligations] == [
        (Status.MET, "training 1"),
        (Status.PENDING, None),
    ]

"""The ways of filling in, where breaks, rules that stand instead and modes of delivery take part too."""

from __future__ import annotations

from attrs import evolve
from tests.build import day, days, done, for_groups, group, owed, policy, post, span, staff
from tests.engine.test_cases import HEALTH, INDUCTION, SIX, instead_for, only, spelled, ways

from trainrules.dates import DAWN
from trainrules.engine.case import Case
from trainrules.engine.evaluate import evaluate
from trainrules.findings import Status
from trainrules.model.rules import Audience, Days, Deed, Delivery, Duty, Owed, Term
from trainrules.records.classes import Evaluation, StaffRecord

OWN = Deed("training", own=Term("group", "B"))
VIRTUAL = Delivery(label="O", audience=group("B"), deed=OWN, modes=("virtual",))
OF_B = Duty(label="R", audience=group("B"), owed=Owed(((OWN,),)), first=SIX, evidence="certificate")


def names(found: Case) -> list[list[str]]:
    """Return, of each part of what is owed, the events that do it."""
    return [[entry.event.name for entry in found.of((part,))] for part in found.planned.parts]


def test_breaks_are_out_of_scope_with_each_value_of_an_attribute() -> None:
    rule = evolve(
        INDUCTION, audience=Audience(any_of=(Term("group", "B"),), all_of=((HEALTH,),)), breaks=days(30)
    )
    record = staff(post("B", "2022-01-01", "2022-03-31"), post("B", "2022-04-15", "2022-12-31"))
    found, missing = ways(record, rule)
    assert missing == ("attribute sector",)
    assert [spelled(each.days) for each in found] == [
        [("2022-01-01", "2022-03-31"), ("2022-04-15", "2022-12-31")],
        [],
    ]


def test_who_came_back_after_a_break_started_when_the_run_began() -> None:
    """For those starting in January, a rule stands instead: in April, after a break, it still does."""
    record = staff(post("BC", "2022-01-01", "2022-03-31"), post("BC", "2022-04-15", "2022-12-31"))
    early = instead_for("C", started=Days(last=day("2022-01-31")), breaks=days(30))
    excused = [("2022-01-01", "2022-03-31"), ("2022-04-15", "2022-12-31")]
    assert spelled(only(record, INDUCTION, early).standing.excused) == excused
    unknown = evolve(early, audience=Audience(any_of=(Term("group", "C"),), all_of=((HEALTH,),)))
    found, _ = ways(record, INDUCTION, unknown)
    assert [spelled(each.standing.excused) for each in found] == [excused, []]


def test_a_rule_may_stand_instead_for_who_may_have_started_when_it_asks() -> None:
    """In Group C since an unknown day: perhaps since January, when the other rule takes this one's place."""
    record = staff(post("B", "2022-01-01"), post("C"))
    early = instead_for("C", started=Days(first=day("2022-01-01")))
    found, missing = ways(record, INDUCTION, early)
    assert missing == ("starting day",)
    assert [bool(each.standing.excused) for each in found] == [False, True]
    (told,) = (
        each for each in evaluate(policy(INDUCTION, early), record, day("2023-01-01")).obligations if each.due
    )
    assert (told.rule, told.status, told.missing) == ("R", Status.UNDETERMINED, ("starting day",))


def test_who_may_have_started_is_so_with_each_value_and_over_its_breaks() -> None:
    """In Group B since an unknown day until March, and again from 15 April: with the break it is one run."""
    audience = Audience(any_of=(Term("group", "B"),), all_of=((HEALTH,),))
    started = Days(first=day("2022-01-01"))
    rule = evolve(INDUCTION, audience=audience, started=started, breaks=days(30))
    record = staff(post("B", "", "2022-03-31"), post("B", "2022-04-15", "2022-12-31"))
    found, _ = ways(record, rule)
    until = day("2022-12-31").toordinal()
    assert [each.unstarted for each in found] == [[(DAWN, until, False)], []]


def test_each_attribute_has_its_own_values() -> None:
    north = Term("attribute", "area", "north")
    rule = evolve(INDUCTION, audience=Audience(any_of=(HEALTH, north)))
    found, missing = ways(staff(joined=day("2022-01-01")), rule)
    assert missing == ("attribute area", "attribute sector")
    assert len(found) == 4


def silent(**more: object) -> StaffRecord:
    """Return somebody in Group B with training of which neither the mode nor a certificate is known."""
    return staff(post("B", "2022-01-01"), done("X", "2022-02-01", for_=for_groups("B"), **more))


def test_a_mode_is_not_asked_for_where_the_rule_about_it_is_not_in_force() -> None:
    _, missing = ways(silent(), OF_B, VIRTUAL)
    assert missing == ("format of training 1", "certificate of training 1")
    _, missing = ways(silent(), OF_B, evolve(VIRTUAL, force=span("", "2021-12-31")))
    assert missing == ("certificate of training 1",)


def test_a_mode_is_asked_for_where_the_audience_of_the_rule_about_it_is_not_known() -> None:
    audience = Audience(any_of=(Term("group", "B"),), all_of=((HEALTH,),))
    rule = evolve(OF_B, evidence="")
    found, missing = ways(
        silent(format="e-learning", delivery="single-agency"), rule, evolve(VIRTUAL, audience=audience)
    )
    assert missing == ("attribute sector",)
    assert [names(each) for each in found] == [[[]], [["training 1"]]]


def test_one_part_of_a_bundle_is_not_the_other_where_modes_are_asked_about() -> None:
    both = evolve(OF_B, owed=owed("X", "Y"), evidence="")
    record = staff(
        post("B", "2022-01-01"), done("X", "2022-02-01", delivery="single-agency", format="e-learning")
    )
    assert names(only(record, both, VIRTUAL)) == [["training 1"], []]


def test_a_day_that_decides_nothing_is_not_asked_for() -> None:
    """One evaluation was returned on the day itself; when the other was, makes no difference."""
    rule = evolve(INDUCTION, evidence="evaluation")
    both = (Evaluation(returned=day("2022-02-01")), Evaluation())
    found = only(staff(post("B", "2022-01-01"), done("Induction", "2022-02-01", evaluations=both)), rule)
    assert [entry.event.name for entry in found.entries] == ["training 1"]

"""What a record shows, in order of day, each event with its name, its look and what it may be."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.build import course, day, did, done, group, months, owed, policy, post, staff, within

import trainrules
from trainrules.dates import DAWN
from trainrules.engine.evaluate import evaluate
from trainrules.engine.history import History, make_history
from trainrules.engine.match import Look
from trainrules.engine.prepared import plan_of
from trainrules.model.rules import Audience, Deed, Duty, Equivalence, Owed, Term
from trainrules.records.classes import (
    Attestation,
    CourseDelivery,
    Document,
    Meeting,
    OrganisationRecord,
    Qualification,
    Record,
    Report,
)

RULE = Duty(label="R", audience=group("B"), owed=owed("Induction"), first=within(months(6)))


def history(record: Record, as_of: str = "2022-12-31", **head: Any) -> History:
    return make_history(record, day(as_of).toordinal(), plan_of(policy(RULE, **head)))


def named(found: History) -> list[tuple[str, str]]:
    """Return the day and the name of each event; no day where it is not known."""
    return [("" if e.day == DAWN else date.fromordinal(e.day).isoformat(), e.name) for e in found.events]


def test_everything_that_a_member_of_staff_shows_has_a_place_or_an_id() -> None:
    record = staff(
        done("A", "2022-03-01"),
        done("A", "2022-02-01", id="c1"),
        done("A", "2022-01-01"),
        did("reading", "2022-04-01"),
        deliveries=(CourseDelivery(course="A", on=day("2022-05-01")),),
        qualifications=(Qualification(name="NVQ"), Qualification(name="NVQ", on=day("2022-06-01"), id="q")),
        meetings=(
            Meeting(on=day("2022-07-01"), attended=False),
            Meeting(on=day("2022-07-02"), attended=True),
            Meeting(on=day("2022-07-03")),
        ),
        reports=(Report(name="Plan", on=day("2022-08-01")),),
        documents=(Document(name="Plan"), Document(name="Plan", dated=day("2022-09-01"))),
        attestations=(
            Attestation(name="Plan", met=True, on=day("2022-10-01")),
            Attestation(name="Other", met=False),
            Attestation(name="Third"),
        ),
    )
    assert named(history(record)) == [
        ("", "attestation Third"),
        ("", "document 1"),
        ("", "qualification 1"),
        ("2022-01-01", "training 3"),
        ("2022-02-01", "c1"),
        ("2022-03-01", "training 1"),
        ("2022-04-01", "activity 1"),
        ("2022-05-01", "delivery 1"),
        ("2022-06-01", "q"),
        ("2022-07-02", "meeting 2"),
        ("2022-07-03", "meeting 3"),
        ("2022-08-01", "report 1"),
        ("2022-09-01", "document 2"),
        ("2022-10-01", "attestation Plan"),
    ]


def test_a_body_shows_each_meeting_it_held_whoever_came() -> None:
    meetings = (Meeting(on=day("2022-07-01"), attended=False), Meeting(on=day("2022-07-02"), body="Panel"))
    found = history(OrganisationRecord(kind="body", id="B", name="Board", meetings=meetings))
    assert [e.look.name for e in found.events] == ["board", "panel"]
    unnamed = history(OrganisationRecord(kind="body", id="B", meetings=meetings[:1]))
    assert [e.look.name for e in unnamed.events] == ["b"]


def test_what_is_dated_after_the_as_of_day_does_not_exist_and_the_day_itself_does() -> None:
    record = staff(done("A", "2022-03-01"), done("A", "2022-03-02"), done("A", "2022-03-03"))
    assert named(history(record, "2022-03-02")) == [
        ("2022-03-01", "training 1"),
        ("2022-03-02", "training 2"),
    ]


def test_an_exact_duplicate_is_one_event_and_another_of_the_day_is_another() -> None:
    record = staff(
        done("A", "2022-03-01"), done("B", "2022-03-01"), done("A", "2022-03-01"), done("A", "2022-03-02")
    )
    assert named(history(record)) == [
        ("2022-03-01", "training 1"),
        ("2022-03-01", "training 2"),
        ("2022-03-02", "training 4"),
    ]


def test_a_report_that_does_not_say_what_was_done_or_to_whom_leaves_that_open() -> None:
    silent = Report(name="The Plan", on=day("2022-08-01"))
    said = Report(name="Plan", on=day("2022-08-02"), action="Review", to="The Board")
    found = history(OrganisationRecord(kind="agency", id="A", reports=(silent, said)))
    assert [e.look for e in found.events] == [
        Look("report", "plan", action=None, to=None),
        Look("report", "plan", action="review", to="the board"),
    ]


def test_an_equivalence_for_some_applies_on_the_days_they_are_in() -> None:
    only_b = Audience(any_of=(Term("group", "B"),))
    equivalences = (
        Equivalence(course("X"), course("Induction"), only_b),
        Equivalence(course("Y"), course("Induction")),
    )
    record = staff(
        post("B", "2022-02-01", "2022-03-31"),
        *(done("X", on) for on in ("2022-01-31", "2022-02-01", "2022-03-31", "2022-04-01")),
    )
    found = history(record, equivalences=equivalences)
    assert [e.equivalences for e in found.events] == [(1,), (1, 0), (1, 0), (1,)]
    assert [bool(e.sets[0]) for e in found.events] == [False, True, True, False]


def test_the_same_is_told_of_activities_without_ids_at_a_glance() -> None:
    reading = Duty(
        label="R",
        audience=group("B"),
        owed=Owed(((Deed("activity", "reading"),),)),
        first=within(months(1)),
        every=months(1),
    )
    record = staff(
        post("B", "2022-01-01"),
        did("walking", "2022-01-01"),
        did("reading", "2022-03-10"),
        did("reading", "2022-01-20"),
    )
    told = evaluate(policy(reading), record, day("2022-03-20")).obligations
    assert [(each.due, each.satisfied_by) for each in told] == [
        (day("2022-02-01"), "activity 3"),
        (day("2022-02-20"), "activity 2"),
        (day("2022-04-10"), None),
    ]


def test_of_two_on_one_day_the_first_by_name_is_named_in_whatever_order_they_stand() -> None:
    """Law 4: by the walk of plain duties, and by the full engine where a certificate is asked."""
    twice = tuple(done("A", "2022-03-01", id=name, certificate="C") for name in "ba")
    for rule in ("", ", with certificate"):
        rules = trainrules.loads(f"group B\ncourse A\nGroup B must complete A within 6 months{rule} [1]")
        for order in (twice, twice[::-1]):
            record = staff(post("B", "2022-01-01"), *order)
            (met,) = trainrules.evaluate(rules, record, day("2022-06-01")).obligations
            assert met.satisfied_by == "a"


def test_two_things_of_one_day_that_are_called_the_same_stand_as_the_record_has_them() -> None:
    """What has no id is called by its place, as something else may have been by who keeps the record."""
    called = done("A", "2022-03-01", id="training 2")
    for second in (done("B", "2022-03-01"), done("A", "2022-03-01", format="virtual")):
        found = history(staff(called, second))
        assert named(found) == [("2022-03-01", "training 2")] * 2
        assert [event.item for event in found.events] == [called, second]

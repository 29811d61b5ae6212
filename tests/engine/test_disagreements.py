"""Minimal cases in which the engine and the oracle once differed, each decided by the text."""

from __future__ import annotations

from itertools import permutations

from attrs import evolve
from tests.build import course, day, days, did, done, group, impact, months, owed, post, span, staff, within
from tests.laws.said import days_of
from tests.oracle.told import stretches

from trainrules.engine.evaluate import evaluate
from trainrules.findings import Status
from trainrules.model.rules import (
    Anchor,
    Audience,
    Checklist,
    CourseType,
    Deadline,
    Deed,
    Duty,
    Equivalence,
    FollowUp,
    Item,
    Lapse,
    Order,
    Owed,
    Policy,
    Renewal,
    Rule,
    Streak,
    Term,
)
from trainrules.records.classes import (
    CourseRecord,
    Employment,
    Evaluation,
    Meeting,
    Membership,
    OrganisationRecord,
    Record,
    Report,
    StandardItem,
    Training,
)
from trainrules.testing.oracle import Case, breach_days


def found(rule: Rule, record: Record, as_of: str) -> list[tuple[str, str]]:
    """Return the engine's breach days of *rule* as stretches."""
    return stretches(days_of(evaluate(Policy(rules=(rule,)), record, day(as_of)), rule.label))


def test_a_body_that_has_met_is_bound_whenever_it_began() -> None:
    """`every P` with no D binds from "some completion of this run", or "t is later than the anchor + P".

    The body is in scope on every day, so its meeting is of this run, and no anchor is needed to say that the
    next is due six weeks later.
    """
    meet = Owed(((Deed("meeting", "Board"),),))
    rule = Duty(label="R", audience=Audience(entity="body"), owed=meet, every=days(42))
    board = OrganisationRecord(kind="body", id="B", name="Board", meetings=(Meeting(on=day("2020-01-01")),))
    assert found(rule, board, "2020-02-12") == []
    assert found(rule, board, "2020-02-14") == [("2020-02-13", "2020-02-14")]


def test_a_return_every_month_is_due_a_month_after_the_last_whenever_it_began() -> None:
    """As above, for a report of an agency whose beginning is not known."""
    submit = Owed(((Deed("report", "return", action="submit"),),))
    rule = Duty(label="R", audience=Audience(entity="agency"), owed=submit, every=months(1))
    agency = OrganisationRecord(kind="agency", id="A", reports=(Report(name="return", on=day("2020-01-31")),))
    assert found(rule, agency, "2020-03-01") == [("2020-03-01", "2020-03-01")]


def test_what_is_both_things_at_once_is_not_out_of_order() -> None:
    """An order: "an event of Y with no earlier X"; but "two things on one day: … undetermined, not a breach".

    The first course is itself multi-agency, so X and Y are on one day; otherwise nobody could ever comply.
    """
    both = Deed("training", modes=("multi-agency",))
    rule = Order(label="R", first=owed("Introduction"), then=both)
    record = staff(post("B", "2020-01-01"), done("Introduction", "2020-02-01", delivery="multi-agency"))
    assert found(rule, record, "2020-03-01") == []
    other = staff(post("B", "2020-01-01"), done("Other", "2020-02-01", delivery="multi-agency"))
    assert found(rule, other, "2020-03-01") == [("2020-02-01", "2020-02-01")]


def test_other_training_that_renews_is_counted_from_the_first_deadline_too() -> None:
    """`counted from the due date`: "fixed dates g0 = the first deadline", also with `then "Update" every P`.

    The first deadline is 31 January, so what is done by then moves the open date on to 31 March.
    """
    rule = Duty(
        label="R",
        audience=group("B"),
        owed=owed("Foundation"),
        first=within(months(1)),
        every=months(2),
        then=owed("Update"),
        renewal=Renewal.DUE_DATE,
    )
    record = staff(post("B", "2019-12-31"), done("Foundation", "2020-01-10"))
    assert found(rule, record, "2020-04-01") == [("2020-04-01", "2020-04-01")]
    renewed = staff(post("B", "2019-12-31"), done("Foundation", "2020-01-10"), done("Update", "2020-03-20"))
    assert found(rule, renewed, "2020-06-01") == [("2020-06-01", "2020-06-01")]


def test_a_streak_from_before_the_rule_began_goes_on_in_a_later_run() -> None:
    """A streak is "in a row among the meetings held while in scope", and lasts until the next one attended.

    Missed in January, before the rule was in force and before leaving the body; back in it from April.
    """
    member = Audience(any_of=(Term("member", "Board"),))
    rule = Streak(label="R", audience=member, body="Board", misses=1, force=span("2020-03-01"))
    spells = (("2019-12-01", "2020-01-30"), ("2020-04-01", "2020-05-31"))
    record = staff(
        joined=day("2019-12-01"),
        memberships=tuple(Membership(body="Board", from_=day(a), to=day(b)) for a, b in spells),
        meetings=(Meeting(body="Board", on=day("2020-01-01"), attended=False),),
    )
    assert found(rule, record, "2020-06-30") == [("2020-04-01", "2020-05-31")]


def test_evidence_that_comes_when_the_cover_is_over_begins_a_refresh_all_the_same() -> None:
    """`refresh every P`: bound when "some completion … is ≤ t"; it counts from the day of its evidence.

    What was done on 1 January is paid for until 1 February, and only known on 15 February.
    """
    rule = Duty(
        label="R",
        audience=group("B"),
        owed=owed("Neglect"),
        every=months(1),
        refresh_only=True,
        evidence="evaluation",
    )
    back = (Evaluation(kind="impact", returned=day("2022-02-15")),)
    record = staff(post("B", "2022-01-01"), done("Neglect", "2022-01-01", evaluations=back))
    assert found(rule, record, "2022-02-14") == []
    assert found(rule, record, "2022-03-01") == [("2022-02-15", "2022-03-01")]
    paid = staff(post("B", "2022-02-01"), done("Neglect", "2022-01-01", evaluations=back))
    assert found(rule, paid, "2022-03-01") == [("2022-02-15", "2022-03-01")], "paid for on the first day"
    before = staff(post("B", "2022-02-02"), done("Neglect", "2022-01-01", evaluations=back))
    assert found(rule, before, "2022-03-01") == [], "it is not of this run, nor paid for on its first day"


def test_who_leaves_and_joins_again_the_next_day_has_joined_again() -> None:
    """`joining` is "the last joining on or before s, literally": 31 January, though no day lies between."""
    rule = Duty(label="R", audience=group("B"), owed=owed("Induction"), first=within(months(1), "joining"))
    times = (("2019-12-31", "2020-01-30"), ("2020-01-31", None))
    record = staff(
        post("B", "2020-02-07"),
        employment=tuple(Employment(joined=day(a), left=day(b) if b else None) for a, b in times),
    )
    assert found(rule, record, "2020-03-02") == [("2020-03-01", "2020-03-02")]


def test_what_was_recorded_last_of_an_item_holds_in_whatever_order_it_stands() -> None:
    """Law 4: the order does not matter. Not met on 1 May, met on 1 June, not met again on 10 June."""
    rule = Checklist(
        label="R", audience=Audience(entity="course"), items=(Item("Minimum", "1", "a strategy"),)
    )
    told = [("2022-05-01", False), ("2022-06-01", True), ("2022-06-10", False)]
    rows = [StandardItem(standard="Minimum", item="1", met=met, on=day(on)) for on, met in told]
    for order in permutations(rows):
        course = CourseRecord(id="C", standards=order)
        assert found(rule, course, "2022-07-01") == [
            ("2022-05-01", "2022-05-31"),
            ("2022-06-10", "2022-07-01"),
        ]
        assert found(rule, course, "2022-06-05") == [("2022-05-01", "2022-05-31")]
        assert found(rule, course, "2022-05-02") == [("2022-05-01", "2022-05-02")]


def test_only_a_default_is_replaced() -> None:
    """`unless …` marks a default; "a rule of a used file on the same training replaces it"; no other rule."""
    common = {"audience": group("B"), "owed": owed("Induction"), "first": within(months(1))}
    rule = Duty(label="R", **common, replaced_by=("S",))
    replacing = Duty(label="S", **common)
    record = staff(post("B", "2020-01-01"))

    def since(first: Duty) -> list[tuple[str, str]]:
        result = evaluate(Policy(rules=(first, replacing)), record, day("2020-02-03"))
        return stretches(days_of(result, "R"))

    assert since(rule) == [("2020-02-02", "2020-02-03")]
    assert since(evolve(rule, default=True)) == []


def test_what_is_missing_reads_the_same_in_whatever_order_the_record_stands() -> None:
    """Law 4: of two that may have come first on the day, neither is first for being written first."""
    rule = Order(label="R", first=owed("Introduction"), then=Deed("training", "Neglect"))
    events = (
        done("Introduction", "2020-02-01", id="b"),
        done("Introduction", "2020-02-01", id="a"),
        done("Neglect", "2020-02-01", id="c"),
    )
    for order in permutations(events):
        record = staff(post("B", "2020-01-01"), *order)
        (owing,) = evaluate(Policy(rules=(rule,)), record, day("2020-03-01")).obligations
        assert owing.missing == ("order of a and b and c on the day",)


def test_what_was_done_may_have_lapsed_before_when_the_first_day_is_not_known() -> None:
    """`if lapsed more than 1 month then "F"`: with an approval of long ago, what was done in December
    2019 came more than a month late, and only F counts. With one of that December it was in time."""
    approval = Deadline(Anchor("fact", name="approval"), months(1))
    rule = Duty(
        label="R",
        audience=group("B"),
        owed=owed("A"),
        first=approval,
        lapse=Lapse(after=months(1), deed=course("F")),
    )
    record = staff(post("B", "2019-12-31"), done("A", "2019-12-30"))
    (open_now,) = evaluate(Policy(rules=(rule,)), record, day("2020-03-01")).obligations
    assert (open_now.status, open_now.missing) == (Status.UNDETERMINED, ("approval",))
    long_ago = evolve(record, facts=(("approval", day("2010-01-01")),))
    assert found(rule, long_ago, "2020-03-01") == [("2019-12-31", "2020-03-01")]
    in_time = evolve(record, facts=(("approval", day("2019-12-01")),))
    assert found(rule, in_time, "2020-03-01") == []


def test_what_counts_as_a_course_is_for_whom_that_course_is_declared() -> None:
    """`conference counts as Update`, `course Update for role DSL`: a conference is DSL training."""
    dsl = Term("role", "DSL")
    rule = Duty(
        label="R", audience=group("B"), owed=Owed(((Deed("training", own=dsl),),)), first=within(months(1))
    )
    counts = Equivalence(this=Deed("activity", "conference"), that=course("Update"))
    policy = Policy(rules=(rule,), equivalences=(counts,), courses=(CourseType("Update", own=(dsl,)),))
    record = staff(post("B", "2020-01-01"), did("conference", "2020-01-20"))
    (owing,) = evaluate(policy, record, day("2020-03-01")).obligations
    assert (owing.status, owing.satisfied_on) == (Status.MET, day("2020-01-20"))


def test_a_post_of_unknown_beginning_does_not_begin_what_another_began_before_the_joining() -> None:
    """A post with no first day is held since the joining; "one that began before joining counts from its own
    first day", so the run begins with that one, on a known day."""
    rule = Duty(label="R", audience=group("B"), owed=owed("A"), first=within(months(1)))
    record = staff(post("B"), post("B", "2019-12-21"), joined=day("2019-12-31"))
    assert found(rule, record, "2020-02-01") == [("2020-01-22", "2020-02-01")]
    case = Case(Policy(rules=(rule,)), record, day("2020-02-01"))
    assert stretches(breach_days(rule, case)) == [("2020-01-22", "2020-02-01")]


def test_two_things_owed_alike_are_two_whatever_else_is_not_known() -> None:
    """An obligation is one thing owed once: an evaluation of each of two courses taken on one day, and of a
    third if that is the course. Told as one and a third, with the two as one, it was one too few."""
    rule = FollowUp(
        label="R",
        response=Owed(((Deed("evaluation"),),)),
        trigger=course("Neglect"),
        after=months(3),
        within=months(6),
    )
    two = [done("Neglect", "2022-01-31", id=name, evaluations=()) for name in "ab"]
    third = Training(id="c", completed=day("2022-02-28"), evaluations=())
    for more, statuses in (((), ["pending"] * 2), ((third,), ["pending", "pending", "undetermined"])):
        record = staff(*two, *more, joined=day("2020-01-01"))
        told = evaluate(Policy(rules=(rule,)), record, day("2022-06-01")).obligations
        assert [each.status.value for each in told] == statuses


def test_an_answer_that_came_after_the_first_is_no_reason_to_doubt_it() -> None:
    """A result is decided when every way of filling in gives it: returned late on 15 August,
    whatever kind the one of the 20th is."""
    rule = impact(course("Neglect"), after=None)
    back = (Evaluation(kind="impact", returned=day("2022-08-15")), Evaluation(returned=day("2022-08-20")))
    record = staff(done("Neglect", "2022-01-31", evaluations=back), joined=day("2020-01-01"))
    assert found(rule, record, "2022-09-01") == [("2022-08-01", "2022-08-14")]


def test_an_item_recorded_twice_for_one_day_is_told_alike_in_either_order() -> None:
    """Law 4: one says the day, the other is as of now, which is that day."""
    rule = Checklist(label="R", audience=Audience(entity="course"), items=(Item("Minimum", "1", "words"),))
    rows = [StandardItem(standard="Minimum", item="1", met=True, on=on) for on in (None, day("2022-05-01"))]
    told = [
        evaluate(Policy(rules=(rule,)), CourseRecord(id="C", standards=tuple(order)), day("2022-05-01"))
        for order in permutations(rows)
    ]
    assert [each.obligations[0].satisfied_on for each in told] == [day("2022-05-01")] * 2


def test_parts_that_were_never_paid_for_together_cover_in_their_grace() -> None:
    """Due on 1 January, with its grace until 1 February. A is paid for until the 2nd, and C only since the
    10th, so nothing is begun; but A has its own month of grace, until 2 February."""
    rule = Duty(label="R", audience=group("A"), owed=owed("A", "C"), every=days(1), grace=months(1))
    trained = done("A", "2019-12-31"), done("A", "2020-01-01"), done("C", "2020-01-10")
    record = staff(post("A", "2019-12-31"), *trained)
    assert found(rule, record, "2020-02-05") == [("2020-02-03", "2020-02-05")]
    assert found(evolve(rule, refresh_only=True), record, "2020-02-05") == []

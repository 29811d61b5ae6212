"""Every other rule kind as a record, worked out by hand from its sentence."""

from __future__ import annotations

from fractions import Fraction

import pytest
from attrs import evolve
from tests.model.text import lowered, rule, rules

from trainrules.model.rules import (
    Audience,
    Checklist,
    Cycle,
    Deed,
    Delivery,
    Duty,
    Equivalence,
    FollowUp,
    Item,
    Notice,
    OfWhich,
    Order,
    Owed,
    Period,
    Quota,
    Streak,
    Term,
    Window,
)

MULTI = Deed("training", modes=("multi-agency",))
IMPACT = Owed(((Deed("evaluation", "impact"),),))
MEMBERS = Audience(any_of=(Term("member", "L&D sub-group"),))


def test_a_window_after_each_course() -> None:
    found = rule(
        "An impact evaluation must be returned between 3 and 6 months after each multi-agency course"
    )
    assert found == FollowUp(
        label="line 1", response=IMPACT, trigger=MULTI, after=Period(months=3), within=Period(months=6)
    )


def test_on_the_day_of_each_course_has_no_window() -> None:
    found = rule("An impact evaluation must be returned on the day of each course")
    assert found == FollowUp(label="line 1", response=IMPACT, trigger=Deed("training"))


def test_within_of_each_course_opens_at_once() -> None:
    found = rule('Group B must complete Survey within 3 months of each "Neglect" course')
    assert found == FollowUp(
        label="line 1",
        audience=Audience(any_of=(Term("group", "B"),)),
        response=Owed(((Deed("training", "Survey"),),)),
        trigger=Deed("training", "Neglect"),
        within=Period(months=3),
    )


def test_a_month_of_one_year_or_of_each() -> None:
    what = Owed(((Deed("report", "arrangements", action="evaluate"),),))
    partnership = Audience("partnership")
    assert rule("The partnership must evaluate the arrangements in December 2011") == FollowUp(
        label="line 1", audience=partnership, response=what, window=Window(12, 2011)
    )
    found = rule("The partnership must evaluate the arrangements in June each year")
    assert isinstance(found, FollowUp)
    assert found.window == Window(6)


def test_any_other_training_leaves_out_what_comes_first() -> None:
    first = (Deed("training", "Intro"), Deed("training", "Awareness"))
    found = rule("Everyone must complete Intro or Awareness before any other training")
    assert found == Order(label="line 1", first=Owed((first,)), then=Deed("training", other_than=first))


def test_before_delivering_is_about_deliveries() -> None:
    found = rule('Trainers must complete "Train the Trainer" before delivering multi-agency training')
    assert isinstance(found, Order)
    assert found.then == Deed("delivery", modes=("multi-agency",))
    assert found.audience == Audience(any_of=(Term("role", "Trainer"),))


def test_only_is_one_rule_a_level_about_its_own_training() -> None:
    one, two = rules("levels 1–2 single-agency only")
    for number, found in (("1", one), ("2", two)):
        level = Term("level", number)
        assert found == Delivery(
            label="line 1",
            audience=Audience(any_of=(level,)),
            deed=Deed("training", own=level),
            modes=("single-agency",),
        )


def test_notice_of_a_booking_and_of_a_session() -> None:
    head = 'calendar "England and Wales"\n'
    found = rule(
        head + "A booking must be attended or cancelled at least 7 clear working days before the session, "
        'otherwise "charge"'
    )
    assert found == Notice(
        label="line 2",
        what="booking",
        notice=Period(working_days=7),
        clear=True,
        consequence="charge",
        calendar="England and Wales",
    )
    found = rule("Every face-to-face course must be advertised at least 6 months before each session")
    assert found == Notice(
        label="line 1",
        audience=Audience("course", (Term("format", "face-to-face"),)),
        what="session",
        notice=Period(months=6),
    )


def test_days_delivered_in_each_calendar_year() -> None:
    found = rule("Trainers should deliver at least 3 days of training each calendar year, pro rata")
    assert isinstance(found, Quota)
    assert (found.deeds, found.measure, found.need) == ((Deed("delivery"),), "days", Fraction(3))
    assert (found.cycle, found.over, found.pro_rata) == (Cycle(12, 1, 1), None, True)


def test_rolling_hours_with_a_part_of_one_format() -> None:
    found = rule("Level 3 at least 7.5 hours over 3 years, of which at least half participatory")
    assert isinstance(found, Quota)
    assert (found.deeds, found.need) == ((Deed("training", own=Term("level", "3")),), Fraction(15, 2))
    assert (found.cycle, found.over) == (None, Period(months=36))
    assert found.of_which == OfWhich(Deed("training", modes=("participatory",)), share=Fraction(1, 2))


def test_a_part_may_be_an_amount() -> None:
    found = rule("Level 3 at least 8 hours over 3 years, of which at least 2 hours face-to-face training")
    assert isinstance(found, Quota)
    assert found.of_which == OfWhich(Deed("training", modes=("face-to-face",)), amount=Fraction(2))


def test_a_share_of_the_meetings_of_the_members_body() -> None:
    found = rule('Members of "L&D sub-group" must attend at least 80% of meetings each year from 1 June')
    assert found == Quota(
        label="line 1",
        audience=MEMBERS,
        deeds=(Deed("meeting", "L&D sub-group"),),
        measure="share",
        need=Fraction(4, 5),
        cycle=Cycle(12, 6, 1),
    )


def test_meetings_of_a_body_named() -> None:
    found = rule('Trainers should attend at least 1 meeting of "Training Pool" each quarter')
    assert isinstance(found, Quota)
    assert (found.deeds, found.measure) == ((Deed("meeting", "Training Pool"),), "count")
    assert found.cycle == Cycle(3)


def test_misses_in_a_row() -> None:
    found = rule('Members of "L&D sub-group" must not miss 2 consecutive meetings')
    assert found == Streak(label="line 1", audience=MEMBERS, body="L&D sub-group", misses=2)


def test_a_fixed_cycle_is_once_in_each_period_of_each_part() -> None:
    one, two = rules('Agencies must submit "Training Return" and share "Plan" to MASA each year from 1 April')
    assert isinstance(one, Quota) and isinstance(two, Quota)
    assert one.deeds == (Deed("report", "Training Return", action="submit"),)
    assert two.deeds == (Deed("report", "Plan", action="share", to="MASA"),)
    assert (one.need, one.cycle) == (1, Cycle(12, 4, 1))


def test_what_may_come_first_all_the_same_is_left_out_of_an_order() -> None:
    found = rule(
        'Everyone must complete Induction before any other training except "First Aid" and e-learning'
    )
    induction, aid = Deed("training", "Induction"), Deed("training", "First Aid")
    others = (induction, aid, Deed("training", modes=("e-learning",)))
    assert found == Order(
        label="line 1", first=Owed(((induction,),)), then=Deed("training", other_than=others)
    )
    modes = rule("Staff must complete single-agency training before multi-agency training except Neglect")
    assert modes.then == evolve(MULTI, other_than=(Deed("training", "Neglect"),))  # type: ignore[union-attr]


def test_delivering_is_left_out_where_delivering_comes_after() -> None:
    found = rule('Trainers must complete TtT before delivering any other training except "First Aid"')
    others = (Deed("delivery", "TtT"), Deed("delivery", "First Aid"))
    assert found.then == Deed("delivery", other_than=others)  # type: ignore[union-attr]


def test_what_is_shared_with_somebody_has_to_reach_them() -> None:
    found = rule('Agencies must share "lessons" with the Board by 1 May 2022')
    assert found.owed == Owed(((Deed("report", "lessons", action="share", to="Board"),),))  # type: ignore[union-attr]


def test_a_declared_format_before_training_counts_as_a_mode() -> None:
    policy, found = lowered("format conference\nconference training counts as multi-agency training")
    assert found == ()
    assert policy.equivalences == (Equivalence(Deed("training", modes=("conference",)), MULTI),)


def test_a_body_meets() -> None:
    found = rule('body "L&D sub-group" must meet every 6 weeks')
    assert found.audience == Audience("body", name="L&D sub-group")
    assert found.owed == Owed(((Deed("meeting", "L&D sub-group"),),))  # type: ignore[union-attr]
    assert found.every == Period(days=42)  # type: ignore[union-attr]


def test_a_body_meets_so_often_in_a_period() -> None:
    found = rule('body "Board" must meet at least 4 times each calendar year')
    assert isinstance(found, Quota)
    assert found.audience == Audience("body", name="Board")
    assert (found.deeds, found.measure, found.need) == ((Deed("meeting", "Board"),), "count", 4)
    assert found.cycle == Cycle(12)
    rolling = rule('body "Board" must meet at least 4 times over 12 months')
    assert isinstance(rolling, Quota)
    assert (rolling.deeds, rolling.need, rolling.over) == (found.deeds, 4, Period(months=12))


def test_the_partnership_meets_so_often() -> None:
    found = rule("The partnership must meet at least twice each calendar year")
    assert isinstance(found, Quota)
    assert (found.audience, found.deeds, found.need) == (Audience("partnership"), (Deed("meeting"),), 2)


@pytest.mark.parametrize("verb", ["refresh", "renew", "update"])
def test_a_plan_is_updated_in_the_words_of_its_author(verb: str) -> None:
    plan = Owed(((Deed("report", "training plan", action=verb),),))
    found = rule(f'Agencies must {verb} their "training plan" every 2 years')
    assert isinstance(found, Duty)
    assert (found.owed, found.every, found.refresh_only) == (plan, Period(months=24), False)
    yearly = rule(f'Agencies must {verb} their "training plan" each calendar year')
    assert isinstance(yearly, Quota)
    assert yearly.deeds == plan.deeds
    once = rule(f'The partnership must {verb} "training plan" by 1 May 2022')
    assert isinstance(once, Duty)
    assert once.owed == plan
    twice = rule(f'Agencies must {verb} "training plan" at least 2 times each calendar year')
    assert isinstance(twice, Quota)
    assert (twice.deeds, twice.need) == (plan.deeds, 2)


def test_staff_update_a_declared_document_and_refresh_training() -> None:
    found = rule("document plan\nrole Manager\nManagers must update their plan every year")
    assert found.owed == Owed(((Deed("report", "plan", action="update"),),))  # type: ignore[union-attr]
    trained = rule("Managers must update Safeguarding every year")
    assert trained.owed == Owed(((Deed("training", "Safeguarding"),),))  # type: ignore[union-attr]
    assert trained.refresh_only  # type: ignore[union-attr]


STANDARDS = """
standard "Single" for single-agency courses [App ii]
  1. "a strategy"
  2. "aims"   [App ii 2]
standard "Multi" for multi-agency courses, including "Single"
  1. "partners"
"""


def test_a_standard_has_the_items_that_it_includes_before_its_own() -> None:
    found = rule(STANDARDS + 'Every multi-agency course must meet standard "Multi"')
    assert isinstance(found, Checklist)
    assert found.items == (
        Item("Single", "1", "a strategy"),
        Item("Single", "2", "aims", "App ii 2"),
        Item("Multi", "1", "partners"),
    )


def test_a_standard_is_met_by_those_it_is_for() -> None:
    single = Term("delivery", "single-agency")
    exact = rule(STANDARDS + 'Every single-agency course must meet standard "Single"')
    assert exact.audience == Audience("course", (single,))
    wider = rule(STANDARDS + 'Courses must meet standard "Single"')
    assert wider.audience == Audience("course", all_of=((single,),))
    narrower = rule(STANDARDS + 'Every face-to-face course must meet standard "Single"')
    assert narrower.audience == Audience("course", (Term("format", "face-to-face"),), ((single,),))


def test_refreshing_a_programme_is_a_report_of_an_organisation() -> None:
    found = rule('The partnership must refresh "training programme" every year')
    deed = Deed("report", "training programme", action="refresh")
    assert found.owed == Owed(((deed,),))  # type: ignore[union-attr]


def test_an_organisation_holds_what_is_no_qualification() -> None:
    found = rule('The partnership should hold at least 2 "conference" each calendar year')
    assert isinstance(found, Quota)
    assert found.deeds == (Deed("report", "conference", action="hold"),)

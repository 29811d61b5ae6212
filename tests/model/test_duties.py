"""Deadlines and refreshes as records, worked out by hand from the sentences."""

from __future__ import annotations

from datetime import date

from attrs import evolve
from tests.model.text import codes, rule, rules

from trainrules.model.rules import (
    Anchor,
    Audience,
    Days,
    Deadline,
    Deed,
    Duty,
    Lapse,
    Owed,
    Period,
    Renewal,
    Strength,
    Term,
)

GROUP_B = Term("group", "B")
OWN = Owed(((Deed("training", own=GROUP_B),),))
B = Audience(any_of=(GROUP_B,))
SIX = Deadline(Anchor("starting"), Period(months=6))
DUTY = Duty(label="line 1", audience=B, owed=OWN, first=SIX)


def course(name: str) -> Deed:
    return Deed("training", name)


def test_a_terse_sentence_owes_the_groups_own_training_of_starting() -> None:
    assert rule("Group B within 6 months") == DUTY


def test_a_citation_is_the_label_and_the_line_where_there_is_none() -> None:
    assert rule("Group B within 6 months [6.12 B]").label == "6.12 B"
    assert [each.label for each in rules("# comment\n\nGroup B within 6 months\nGroup C once")] == [
        "line 3",
        "line 4",
    ]


def test_strength_is_the_sentences_own_else_the_heads_else_must() -> None:
    assert rule("Group B within 6 months").strength is Strength.MUST
    assert rule("strength should\nGroup B within 6 months").strength is Strength.SHOULD
    assert rule("strength should\nGroup B must complete Induction").strength is Strength.MUST
    assert rule("Group B is recommended to complete Induction").strength is Strength.RECOMMENDED
    assert rule("Group B may complete Induction").strength is Strength.MAY


def test_a_list_of_groups_without_training_is_one_rule_a_group_with_one_label() -> None:
    both = rules("Groups A–B should complete within 6 months [1]")
    assert [each.label for each in both] == ["1", "1"]
    assert [each.audience.any_of for each in both] == [(Term("group", "A"),), (GROUP_B,)]


def test_a_list_of_groups_with_named_training_is_one_audience() -> None:
    found = rule("Groups A–B should complete Induction within 6 months")
    assert found.audience.any_of == (Term("group", "A"), GROUP_B)


def test_first_deadlines_count_from_what_is_named() -> None:
    def first(words: str) -> Deadline | None:
        found = rule(f"Group B must complete Induction {words}")
        assert isinstance(found, Duty)
        return found.first

    assert first("within 1 month of joining") == Deadline(Anchor("joining"), Period(months=1))
    assert first("within 1 month of approval") == Deadline(Anchor("fact", name="approval"), Period(months=1))
    assert first("within 10 days of 1 April 2014") == Deadline(
        Anchor("date", date(2014, 4, 1)), Period(days=10)
    )
    assert first("by 1 April 2016") == Deadline(Anchor("date", date(2016, 4, 1)))
    assert first("within 4 weeks of starting, not beyond 6 months of joining") == Deadline(
        Anchor("starting"), Period(days=28), Deadline(Anchor("joining"), Period(months=6))
    )
    assert first("every year, first within 3 months") == Deadline(Anchor("starting"), Period(months=3))
    assert first("every year") is None


def test_refresh_alone_binds_nobody_who_never_began() -> None:
    found = rule("Group B refresh every 2 years")
    assert found == evolve(DUTY, first=None, every=Period(months=24), refresh_only=True)
    assert rule("Group B every 2 years") == evolve(DUTY, first=None, every=Period(months=24))


def test_clauses_change_the_fields_that_they_are_about() -> None:
    yearly = evolve(DUTY, every=Period(months=12))
    for words, expected in (
        ("prior training does not count", evolve(yearly, prior_counts=False)),
        ("with certificate", evolve(yearly, evidence="certificate")),
        ("with evaluation", evolve(yearly, evidence="evaluation")),
        ("counted from the due date", evolve(yearly, renewal=Renewal.DUE_DATE)),
        (
            "keeping the date if renewed in the last 3 months",
            evolve(yearly, renewal=Renewal.KEEP_DATE, keep_window=Period(months=3)),
        ),
        ("with 1 month's grace", evolve(yearly, grace=Period(months=1))),
        ("not counting leave", evolve(yearly, leave_pauses=True)),
        (
            'if lapsed more than 2 years then "Foundation"',
            evolve(yearly, lapse=Lapse(after=Period(months=24), deed=course("Foundation"))),
        ),
        ("from 1 September 2025", evolve(yearly, force=Days(first=date(2025, 9, 1)))),
        ("until 31 August 2025", evolve(yearly, force=Days(last=date(2025, 8, 31)))),
        ("unless national policy sets a different interval", evolve(yearly, default=True)),
        ("instead of [6.2g]", evolve(yearly, instead_of=("6.2g",))),
    ):
        assert rule(f"Group B within 6 months, then every year, {words}") == expected, words


def test_leave_moves_what_is_counted_though_the_first_day_is_a_date() -> None:
    for words in ("by 1 May 2020, then every year", "by 1 May 2020, not beyond 6 months of joining"):
        assert rule(f"Group B {words}, not counting leave") == evolve(
            rule(f"Group B {words}"), leave_pauses=True
        )


def test_those_starting_after_a_day_start_on_the_next() -> None:
    for words, expected in (
        ("on or after 1 April 2014", Days(first=date(2014, 4, 1))),
        ("after 1 April 2014", Days(first=date(2014, 4, 2))),
        ("on or before 1 April 2014", Days(last=date(2014, 4, 1))),
        ("before 1 April 2014", Days(last=date(2014, 3, 31))),
    ):
        assert rule(f"Group B within 6 months, for those starting {words}").started == expected


def test_a_bundle_has_a_part_each_and_alternatives_share_one() -> None:
    a, b = course("A1"), course("B1")
    assert rule("Group B must complete A1 and B1").owed == Owed(((a,), (b,)))  # type: ignore[union-attr]
    assert rule("Group B must complete A1 or B1").owed == Owed(((a, b),))  # type: ignore[union-attr]
    held = Deed("qualification", "Diploma")
    found = rule("Group B must attend A1 or hold a Diploma")
    assert isinstance(found, Duty)
    assert found.owed == Owed(((a, held),))


def test_other_training_may_renew_a_bundle() -> None:
    found = rule('Level 3 must complete A1 and B1 within 12 months, then "Top-up" every 2 years')
    assert isinstance(found, Duty)
    assert found.owed == Owed(((course("A1"),), (course("B1"),)))
    assert found.then == Owed(((course("Top-up"),),))
    assert found.every == Period(months=24)


def test_a_rules_life_is_cut_to_its_files() -> None:
    head = "in force from 1 September 2021 until 31 August 2023\n"
    assert rule(head + "Group B within 6 months").force == Days(date(2021, 9, 1), date(2023, 8, 31))
    cut = rule(head + "Group B within 6 months, from 1 January 2020, until 1 January 2022")
    assert cut.force == Days(date(2021, 9, 1), date(2022, 1, 1))
    assert codes(head + "Group B within 6 months, from 1 January 2024") == ["TR403"]


def test_breaks_and_calendar_come_from_the_head() -> None:
    head = 'calendar "Scotland"\nbreaks of up to 1 month do not restart a deadline\n'
    found = rule(head + "Group B within 6 working days")
    assert (found.breaks, found.calendar) == (Period(months=1), "Scotland")


def test_have_and_a_new_one_each_year_is_a_duty_and_a_quota() -> None:
    duty, quota = rules('Agencies must have a "training plan", and a new one each calendar year [3]')
    plan = Deed("document", "training plan")
    assert isinstance(duty, Duty)
    assert (duty.owed, duty.first, duty.every) == (Owed(((plan,),)), None, None)
    assert (quota.deeds, quota.need, quota.label) == ((plan,), 1, "3")  # type: ignore[union-attr]

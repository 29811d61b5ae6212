"""The timeline: a row for each post and each thing asked, with the right days in it, drawn and in words."""

from __future__ import annotations

from datetime import date

import pytest
from tests.report.person.people import (
    AMINA,
    AS_OF,
    BEN,
    POLICY,
    SVG,
    drawings,
    drawn,
    evaluated,
    looks,
    texts,
    told,
    veteran,
)

import trainrules
from trainrules.findings import Obligation, Status
from trainrules.report.person import person_html
from trainrules.report.person.axis import Axis, axis_of
from trainrules.report.person.cover import covers
from trainrules.report.person.lane import Bar, Lane, Look, Mark
from trainrules.report.person.record_lanes import spells
from trainrules.report.person.rule_lanes import rule_lanes
from trainrules.report.person.track import track


def ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def lane(data: dict[str, object], label: str, policy: trainrules.Policy = POLICY) -> Lane:
    """Return the row of the rule *label*."""
    return next(
        each for each in rule_lanes(evaluated(data, policy)) if each.details[0].startswith(f"[{label},")
    )


def bars(row: Lane, look: Look) -> list[tuple[str, str]]:
    """Return the first and last day of each bar of *look*, `…` for an open end."""
    return [(shown(bar.first), shown(bar.last)) for bar in row.bars if bar.look is look]


def shown(day: int | None) -> str:
    return "…" if day is None else date.fromordinal(day).isoformat()


def marks(row: Lane, look: Look) -> list[str]:
    return [shown(mark.day) for mark in row.marks if mark.look is look]


def test_each_completion_is_drawn_with_what_it_paid_for() -> None:
    row = lane(AMINA, "2")
    assert bars(row, Look.TIME) == [("2020-03-01", "2020-06-15")]
    assert bars(row, Look.COVER) == [("2020-06-15", "2022-06-15"), ("2022-05-10", "2024-05-10")]
    assert marks(row, Look.DONE) == ["2020-06-15", "2022-05-10"]
    assert marks(row, Look.DUE) == ["2020-09-01", "2022-06-15", "2024-05-10"]
    assert bars(row, Look.BREACH) == []
    assert row.details == ("[2, must]", "pending, due 10 May 2024")


def test_neighbouring_covers_stand_on_different_lines() -> None:
    levels = [bar.level for bar in lane(AMINA, "2").bars if bar.look is Look.COVER]
    assert levels in ([0, 1], [1, 0])


def test_what_is_done_once_is_enough_for_good() -> None:
    assert bars(lane(AMINA, "1"), Look.COVER) == [("2020-03-20", "…")]


def test_days_in_breach_are_drawn_until_the_day_asked_about() -> None:
    # T9 of 2 March 2022: the evaluation was due on 2 July 2022, four months after.
    row = lane(BEN, "4")
    assert bars(row, Look.TIME) == [("2022-06-02", "2022-07-02")]
    assert marks(row, Look.MISSED) == ["2022-07-02"]
    assert bars(row, Look.BREACH) == [("2022-07-03", "2022-09-02")]


def test_a_rule_of_one_day_is_drawn_on_that_day_and_named_by_its_sentence() -> None:
    row = lane(BEN, "3")
    assert row.name == "Group B must complete Induction before any other training"
    assert marks(row, Look.FAULT) == ["2022-03-02"]
    assert row.details[1] == "in breach 1 time, over"


def test_the_days_on_which_a_rule_asks_are_shaded_and_its_edges_marked() -> None:
    early = {**AMINA, "joined": "2019-03-01", "posts": [{"groups": ["B"], "started": "2019-03-01"}]}
    row = lane(early, "2")
    assert bars(row, Look.ASKED) == [("2020-01-01", "…")]
    assert marks(row, Look.FORCE) == ["2020-01-01"]
    assert bars(lane({**early, "left": "2022-06-30"}, "2"), Look.ASKED) == [("2020-01-01", "2022-06-30")]


def test_who_comes_on_the_day_that_a_rule_begins_crosses_no_edge() -> None:
    first_day = {**AMINA, "joined": "2020-01-01", "posts": [{"groups": ["B"], "started": "2020-01-01"}]}
    assert marks(lane(first_day, "2"), Look.FORCE) == []


def test_a_rule_that_ends_is_marked_on_the_day_after_its_last() -> None:
    head = "groups A–B\nin force from 1 January 2010 until 31 May 2022"
    policy = trainrules.loads(f"{head}\nGroup B within 6 months [2]")
    assert marks(lane(AMINA, "2", policy), Look.FORCE) == ["2022-06-01"]


def test_what_comes_again_and_has_no_next_turn_was_not_enough_for_good() -> None:
    rule = next(each for each in POLICY.rules if each.label == "2")
    done = Obligation(
        rule="2",
        strength=rule.strength,
        owed="Group B training",
        status=Status.MET,
        satisfied_on=AS_OF,
        source=rule,
    )
    (cover,) = covers([done])
    assert (cover.until, cover.is_lasting) == (None, False)


def test_a_bar_goes_to_the_end_of_its_last_day_and_a_mark_stands_in_the_middle_of_its_own() -> None:
    # Of the 100 days from 1001 on, 2.5 to 97.5 per cent of the width, each is 0.95 per cent wide.
    axis = Axis(1001, 1100, 1050)
    bar = Lane("Post", (), (Bar(Look.HELD, 1011, 1020, ""),))
    event = Lane("Training", (), (), (Mark(Look.EVENT, 1011, ""),))
    assert '<rect class="held" x="12%" width="9.5%"' in track(bar, axis, "row")
    assert '<use href="#dot" x="12.47%"' in track(event, axis, "row")


def test_a_waiver_is_drawn_in_the_row_of_its_rule_only() -> None:
    waived = {
        **BEN,
        "waivers": [{"rule": "2", "from": "2022-08-01", "to": "2022-12-31", "reason": "illness"}],
    }
    assert bars(lane(waived, "2"), Look.WAIVED) == [("2022-08-01", "2022-12-31")]
    assert bars(lane(waived, "4"), Look.WAIVED) == []
    assert "waived from 1 August 2022 to 31 December 2022: illness" in lane(waived, "2").told().replace(
        "Waived", "waived"
    )


def test_what_cannot_be_decided_is_drawn_as_that() -> None:
    unsaid = {**BEN, "training": [{"id": "T9", "completed": "2022-03-02"}]}
    row = lane(unsaid, "4")
    assert marks(row, Look.UNKNOWN) == ["2022-09-02"]
    assert "Cannot be decided: not known: course of T9" in row.told()


def test_rows_in_breach_come_first() -> None:
    assert [each.details for each in rule_lanes(evaluated(BEN))] == [
        ("[2, must]", "in breach, 1 day so far"),
        ("[4, must]", "in breach, 62 days so far"),
        ("[1, should]", "undecided"),
        ("[3, must]", "in breach 1 time, over"),
    ]


def test_a_row_is_told_in_words() -> None:
    assert lane(AMINA, "2").told() == (
        "Done on 15 June 2020 (T2), enough until 15 June 2022; due 1 September 2020; "
        "done on 10 May 2022 (T3), enough until 10 May 2024; due 15 June 2022; due 10 May 2024."
    )


def test_a_row_of_very_much_tells_the_newest() -> None:
    assert lane(veteran(150), "2").told().startswith("The newest 12 of ")


def test_posts_memberships_and_leave_have_rows_with_their_days() -> None:
    person = evaluated(
        {
            **AMINA,
            "left": "2022-05-31",
            "memberships": [{"body": "Board", "from": "2021-01-01", "to": "2021-12-31"}],
            "leave": [{"from": "2022-01-01", "to": "2022-02-28", "kind": "sick"}],
        }
    )
    rows = spells(person.record)
    assert [each.name for each in rows] == ["Nurse", "Member of Board", "Leave"]
    assert rows[0].details == ("Group B", "1 March 2020 to 31 May 2022")
    assert bars(rows[1], Look.HELD) == [("2021-01-01", "2021-12-31")]
    assert bars(rows[2], Look.AWAY) == [("2022-01-01", "2022-02-28")]


def test_of_many_posts_the_oldest_share_a_row() -> None:
    rows = spells(evaluated(veteran(400)).record)
    assert len(rows) == 8
    assert rows[0].name == "13 older posts and the like"
    assert len(rows[0].bars) == 13


def test_a_drawing_has_what_its_row_has_and_says_it() -> None:
    drawing = drawn(person_html(evaluated(AMINA)), "Group B training")
    assert looks(drawing) == ["asked", "time", "cover", "cover", "due", "due", "due", "done", "done"]
    assert told(drawing) == lane(AMINA, "2").told()
    assert {"T2", "T3"} <= {*texts(drawing.iter(f"{SVG}text"))}


def test_the_day_asked_about_stands_on_the_scale_and_in_every_row() -> None:
    scale, *rows = drawings(person_html(evaluated(AMINA)))
    assert "as of 2 September 2022" in texts(scale.iter(f"{SVG}text"))
    places = {
        each.get("x1")
        for row in (scale, *rows)
        for each in row.iter(f"{SVG}line")
        if each.get("class") == "today"
    }
    assert len(places) == 1
    assert all(any(each.get("class") == "today" for each in row.iter(f"{SVG}line")) for row in rows)


def test_a_crowded_row_is_drawn_with_few_pieces_and_all_its_breaches() -> None:
    row = drawn(person_html(evaluated(veteran(600))), "Training")
    assert 50 < len(looks(row)) <= 301
    assert set(looks(row)) == {"tick"}
    assert "due" not in looks(drawn(person_html(evaluated(veteran(600))), "Group B training"))


@pytest.mark.parametrize("span", [20, 200, 900, 4_000, 12_000, 40_000])
def test_the_scale_has_a_few_words_on_it_whatever_its_length(span: int) -> None:
    today = AS_OF.toordinal()
    axis = axis_of((today - span, today), today)
    ticks = [*axis.ticks()]
    assert len(ticks) <= 10
    assert ticks or span < 40
    assert all(axis.holds(day) and date.fromordinal(day).day == 1 for day, _ in ticks)


def test_days_far_ahead_do_not_squeeze_what_has_been() -> None:
    today = AS_OF.toordinal()
    axis = axis_of((ordinal("2020-01-01"), ordinal("2090-01-01")), today)
    assert axis.last < ordinal("2028-12-31")
    assert axis.at(ordinal("2090-01-01")) == axis.at(axis.last + 1)


def test_a_day_stands_where_it_should() -> None:
    axis = Axis(1001, 2000, 1500)
    assert axis.at(1001) == 2.5
    assert axis.at(1501) == 50
    assert axis.at(2001) == 97.5
    assert axis.at(5) == 2.5

"""Leicestershire and Rutland: cases worked out by hand from paragraphs 1.2 and 6.2."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from tests.policies.golden import broken, done, judge, labels, owed, post, states

import trainrules
from trainrules.records.classes import StaffRecord
from trainrules.records.load import record_from_dict
from trainrules.resources import read_text


def level(number: int, completed: str) -> dict[str, Any]:
    return done(f"Level {number}", completed, delivery="single-agency", **{"for": {"groups": [str(number)]}})


def staff(as_of: str, *training: dict[str, Any], posts: list[dict[str, Any]], **more: Any) -> Any:
    fields = {"joined": posts[0]["started"], "training": list(training), "posts": posts, **more}
    return judge("leicestershire", as_of, **fields)


TWO = [post("2011-06-01", groups=["2"])]


def test_training_is_renewed_within_three_years_of_the_last() -> None:
    # 15 September 2012 + 3 years = 15 September 2015, the last day in time
    trained = level(2, "2012-09-15")
    on_the_day = staff("2015-09-15", trained, posts=TWO)
    assert ("pending", "2015-09-15") in states(on_the_day, "6.2g")
    assert labels(on_the_day) == set()
    assert broken(staff("2015-09-16", trained, posts=TWO), "6.2g") == [("2015-09-16", None, 1)]


def test_three_years_from_a_leap_day_end_on_28_february() -> None:
    # 29 February 2012 + 3 years: 2015 has no such day, so 28 February 2015
    trained = level(2, "2012-02-29")
    assert broken(staff("2015-02-28", trained, posts=TWO), "6.2g") == []
    assert broken(staff("2015-03-01", trained, posts=TWO), "6.2g") == [("2015-03-01", None, 1)]


def test_a_late_renewal_ends_the_breach_and_the_next_three_years_run_from_it() -> None:
    # due 15 September 2015, done 1 December: 15 + 31 + 30 + 1 = 77 days late; in breach 16 September to
    # 30 November = 76 days; 1 December 2015 + 3 years = 1 December 2018
    trained = (level(2, "2012-09-15"), level(2, "2015-12-01"))
    result = staff("2018-12-01", *trained, posts=TWO)
    assert broken(result, "6.2g") == [("2015-09-16", "2015-11-30", 76)]
    assert ("pending", "2018-12-01") in states(result, "6.2g")
    assert [each.late_by for each in owed(result, "6.2g") if each.late_by] == [77]


def test_nobody_is_late_for_a_first_training() -> None:
    result = staff("2021-09-01", posts=TWO)
    assert labels(result) == set()
    assert all(due is None for _, due in states(result, "6.2g"))


def test_training_that_had_lapsed_before_the_strategy_is_late_from_its_first_day() -> None:
    # 10 January 2008 + 3 years = 10 January 2011; in force from 1 September 2011
    posts = [post("2005-01-10", groups=["2"])]
    trained = level(2, "2008-01-10")
    assert labels(staff("2011-08-31", trained, posts=posts)) == set()
    assert broken(staff("2011-09-01", trained, posts=posts), "6.2g") == [("2011-09-01", None, 1)]


def test_who_leaves_before_the_three_years_are_over_is_released() -> None:
    result = staff("2016-01-01", level(2, "2012-09-15"), posts=TWO, left="2015-09-15")
    assert labels(result) == set()
    assert ("released", "2015-09-15") in states(result, "6.2g")


def test_the_training_of_another_group_does_not_carry_over() -> None:
    # Group 4 from 1 January 2014; only Group 2 training was ever done, so no three years have begun
    posts = [post("2011-06-01", "2013-12-31", groups=["2"]), post("2014-01-01", groups=["4"])]
    result = staff("2020-01-01", level(2, "2012-09-15"), posts=posts)
    assert broken(result, "6.2g") == []


def test_a_core_group_is_multi_agency_training_for_groups_3_to_7_only() -> None:
    attended = [{"kind": "core group", "on": "2012-05-03"}]
    for number in range(3, 8):
        result = staff("2012-06-01", posts=[post("2012-01-09", groups=[str(number)])], activities=attended)
        assert states(result, "6.2c") == [("met", None)]
    assert states(staff("2012-06-01", posts=TWO, activities=attended), "6.2c") == []
    without = staff("2012-06-01", posts=[post("2012-01-09", groups=["3"])])
    assert states(without, "6.2c") == [("pending", None)]


def test_a_conference_and_caf_training_are_multi_agency_training_too() -> None:
    posts = [post("2012-01-09", groups=["6"])]
    went = done("Annual seminar day", "2012-05-03", format="conference", delivery="single-agency")
    assert states(staff("2012-06-01", went, posts=posts), "6.2c") == [("met", None)]
    caf = done("CAF training", "2012-05-03", delivery="single-agency")
    assert states(staff("2012-06-01", caf, posts=posts), "6.2c") == [("met", None)]


def test_the_arrangements_are_evaluated_in_december_2011() -> None:
    def of(*days: str) -> dict[str, Any]:
        reports = [{"name": "arrangements", "action": "evaluate", "on": day} for day in days]
        return {"kind": "partnership", "reports": reports}

    assert broken(judge("leicestershire", "2011-12-31", **of()), "6.2h") == []
    assert broken(judge("leicestershire", "2012-01-01", **of()), "6.2h") == [("2012-01-01", None, 1)]
    # on the month's last day it is in time; on the day before the month it is too early
    assert broken(judge("leicestershire", "2012-02-01", **of("2011-12-31")), "6.2h") == []
    assert broken(judge("leicestershire", "2012-01-01", **of("2011-11-30")), "6.2h") == [
        ("2012-01-01", None, 1)
    ]
    # done late: in breach 1 to 9 January
    late = judge("leicestershire", "2012-03-01", **of("2012-01-10"))
    assert broken(late, "6.2h") == [("2012-01-01", "2012-01-09", 9)]


def test_the_report_to_the_trust_board_is_owed_from_the_first_whole_year() -> None:
    report = {"name": "single and inter-agency training", "action": "report", "on": "2012-12-31"}
    told = {"kind": "partnership", "reports": [{**report, "to": "Children's Trust Board"}]}
    assert broken(judge("leicestershire", "2013-12-31", **told), "1.2") == []
    assert broken(judge("leicestershire", "2014-01-01", **told), "1.2") == [("2014-01-01", None, 1)]
    elsewhere = {"kind": "partnership", "reports": [{**report, "to": "somebody else"}]}
    assert broken(judge("leicestershire", "2013-01-01", **elsewhere), "1.2") == [("2013-01-01", None, 1)]


def test_a_national_requirement_sets_a_different_interval_for_those_it_is_about(tmp_path: Path) -> None:
    # two years for health visitors: 15 September 2012 + 2 years = 15 September 2014; the three years of 6.2g,
    # to 15 September 2015, do not bind them
    (tmp_path / "health.rules").write_text(
        'policy "Health"\ngroups 1–7\nrole "health visitor"\n'
        '"Health visitor" must refresh Group 2 training every 2 years [HV]\n',
        encoding="utf-8",
    )
    text = read_text("policies", "leicestershire.rules")
    head = "in force from 1 September 2011\n"
    assert text.count(head) == 1
    local = tmp_path / "local.rules"
    local.write_text(text.replace(head, head + 'uses "health.rules"\n'), encoding="utf-8")
    policy = trainrules.load(local)

    def lapses(*roles: str) -> list[tuple[str, str]]:
        record = record_from_dict(
            {
                "id": "R1",
                "joined": "2011-06-01",
                "posts": [post("2011-06-01", groups=["2"], roles=list(roles))],
                "training": [level(2, "2012-09-15")],
            },
            StaffRecord,
        )
        result = trainrules.evaluate(policy, record, as_of=date(2015, 9, 16))
        return [(each.rule, each.since.isoformat()) for each in result.violations]

    assert lapses() == [("6.2g", "2015-09-16")]
    assert lapses("health visitor") == [("health: HV", "2014-09-16")]

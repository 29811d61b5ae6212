"""How one thing owed stands on each day, and when that changes, told by hand from its dates."""

from __future__ import annotations

from tests.build import group, owed

from trainrules.dates import DAWN, FAR
from trainrules.engine.instance import Instance, Standing, changes_after, edges, row, status_on
from trainrules.findings import Status
from trainrules.model.rules import Duty

RULE = Duty(label="R", audience=group("B"), owed=owed("Induction"))
ALWAYS = Standing(RULE, (DAWN, FAR), ())


def owing(**more: object) -> Instance:
    """Return what stands from day 10 to day 90 and is due on day 50: in breach from 51 on."""
    fields: dict[str, object] = {"opens": 10, "end": 90, "due": 50, "limit": 50, "breach": ((51, 90),)}
    return Instance(owed="Induction", **{**fields, **more})  # type: ignore[arg-type]


def told(instance: Instance, *days: int, standing: Standing = ALWAYS) -> list[str]:
    return [status_on(instance, standing, day).value for day in days]


def test_what_is_owed_is_pending_to_its_due_day_and_overdue_from_the_next() -> None:
    found = told(owing(), 9, 10, 50, 51, 90, 91)
    assert found == ["not open yet", "pending", "pending", "overdue", "overdue", "unmet"]


def test_what_is_done_is_met_from_that_day_on() -> None:
    assert told(owing(done=40, breach=()), 39, 40, 200) == ["pending", "met", "met"]
    late = owing(done=60, breach=((51, 59),), is_late=True)
    assert told(late, 50, 51, 59, 60) == ["pending", "overdue", "overdue", "met late"]


def test_what_was_done_before_it_opens_is_not_open_until_then() -> None:
    assert told(owing(done=5, breach=()), 9, 10) == ["not open yet", "met"]


def test_what_ends_before_any_breach_is_released() -> None:
    assert told(owing(end=40, breach=()), 40, 41) == ["pending", "released"]
    in_force_to_30 = Standing(RULE, (DAWN, 30), ())
    assert told(owing(breach=()), 30, 31, standing=in_force_to_30) == ["pending", "released"]


def test_what_ends_in_breach_is_unmet() -> None:
    assert told(owing(end=51, breach=((51, 51),)), 51, 52) == ["overdue", "unmet"]


def test_a_rule_not_yet_in_force_opens_nothing() -> None:
    from_20 = Standing(RULE, (20, FAR), ())
    assert told(owing(), 19, 20, standing=from_20) == ["not open yet", "pending"]


def test_an_excused_day_is_waived_and_a_breach_before_it_goes_on_after() -> None:
    excused = Standing(RULE, (DAWN, FAR), ((55, 60),))
    broken = owing(breach=((51, 54), (61, 90)))
    assert told(broken, 54, 55, 60, 61, standing=excused) == ["overdue", "waived", "waived", "overdue"]


def test_what_is_missing_leaves_it_undetermined_on_every_day() -> None:
    assert told(owing(missing=("x",)), 5, 60, 200) == ["undetermined"] * 3


def test_the_next_change_is_the_next_day_with_another_status() -> None:
    found = [changes_after(owing(), ALWAYS, day) for day in (5, 10, 50, 51, 90, 91)]
    assert found == [10, 51, 51, 91, 91, None]


def test_a_day_on_which_nothing_looks_different_is_no_change() -> None:
    excused = Standing(RULE, (DAWN, FAR), ((20, 30), (31, 35)))
    assert [changes_after(owing(), excused, day) for day in (15, 20, 30, 35)] == [20, 36, 36, 36]
    assert changes_after(owing(end=FAR, due=None, limit=None, breach=()), ALWAYS, 20) is None
    assert changes_after(owing(end=FAR, breach=((51, FAR),)), ALWAYS, 60) is None


def test_what_is_met_or_undetermined_changes_no_more() -> None:
    assert changes_after(owing(done=40, breach=()), ALWAYS, 40) is None
    assert changes_after(owing(missing=("x",)), ALWAYS, 20) is None
    assert changes_after(owing(done=5, breach=()), ALWAYS, 9) == 10
    assert changes_after(owing(done=5, breach=()), ALWAYS, 10) is None
    assert changes_after(owing(done=60, breach=((51, 59),)), ALWAYS, 55) == 60


def test_what_is_not_listed_until_it_opens_changes_then() -> None:
    hidden = owing(is_listed=False, missing=("x",))
    assert changes_after(hidden, ALWAYS, 9) == 10
    assert changes_after(hidden, ALWAYS, 10) is None
    assert changes_after(owing(is_listed=False), ALWAYS, 10) == 51


def test_the_edges_are_the_days_on_which_something_begins_or_has_ended() -> None:
    standing = Standing(RULE, (20, 80), ((55, 60),))
    assert edges(owing(done=70, breach=((51, 54),)), standing) == {10, 91, 20, 81, 70, 51, 55, 61}
    assert edges(owing(breach=()), standing) == {10, 91, 20, 81, 55, 61}


def test_a_row_tells_violations_up_to_the_as_of_day_and_leaves_the_last_open() -> None:
    obligation, violations = row(owing(breach=((51, 54), (61, 90)), cure="do it"), ALWAYS, 62)
    assert obligation is not None and obligation.status is Status.OVERDUE
    told = [(v.since.toordinal(), v.until and v.until.toordinal(), v.days, v.cure) for v in violations]
    assert told == [(51, 54, 4, None), (61, None, 2, "do it")]
    assert row(owing(), ALWAYS, 50)[1] == ()


def test_a_row_of_what_is_undetermined_has_no_violation_and_is_listed_from_its_opening() -> None:
    found, violations = row(owing(missing=("x",), is_listed=False), ALWAYS, 10)
    assert found is not None and found.missing == ("x",)
    assert violations == ()
    assert row(owing(missing=("x",), is_listed=False), ALWAYS, 9) == (None, ())
    assert row(owing(is_listed=False), ALWAYS, 60)[0] is None


def test_a_row_tells_by_what_it_was_met_and_how_late() -> None:
    late, _ = row(owing(done=60, by="c1", breach=((51, 59),), is_late=True), ALWAYS, 70)
    assert late is not None
    assert (late.satisfied_by, late.satisfied_on and late.satisfied_on.toordinal(), late.late_by) == (
        "c1",
        60,
        10,
    )
    in_time, _ = row(owing(done=40, by="c1", breach=()), ALWAYS, 70)
    assert in_time is not None and in_time.late_by is None
    still_open, _ = row(owing(done=60, by="c1", breach=((51, 59),), is_late=True), ALWAYS, 55)
    assert still_open is not None
    assert (still_open.satisfied_by, still_open.satisfied_on, still_open.late_by) == (None, None, None)
    assert still_open.changes_on is not None and still_open.changes_on.toordinal() == 60


def test_what_is_not_foreseen_is_listed_from_its_opening_and_changes_then() -> None:
    hidden = owing(is_foreseen=False)
    assert row(hidden, ALWAYS, 9) == (None, ())
    assert row(hidden, ALWAYS, 10)[0] is not None
    assert changes_after(hidden, ALWAYS, 9) == 10
    assert changes_after(hidden, ALWAYS, 10) == 51

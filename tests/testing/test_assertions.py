"""The assertions fail when they should, and say so as the text report does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import trainrules
from trainrules.testing import (
    assert_breach,
    assert_compliant,
    assert_examples,
    assert_status,
    assert_undetermined,
)

OURS = """\
policy "Our strategy"
strength should
group B
role DSL
course Induction, single-agency
course Neglect
Group B within 6 months   [6.12 B]
Everyone must complete Induction within 1 month of joining   [6.1]
Staff must complete single-agency training before Neglect   [8.2]
"""
AMINA: dict[str, Any] = {
    "id": "S-1",
    "name": "Amina Khan",
    "joined": "2022-03-01",
    "posts": [{"groups": ["B"], "started": "2022-03-01"}],
    "training": [{"id": "T1", "course": "Induction", "completed": "2022-03-20"}],
}
NEGLECT = {"id": "T1", "course": "Neglect", "completed": "2022-03-20", "delivery": "multi-agency"}
LATE = "2022-09-02"
IN_TIME = "2022-09-01"


def said(check: Callable[..., object], *given: Any, **more: Any) -> str:
    """Return what the assertion *check* says when it fails."""
    with pytest.raises(AssertionError) as failure:
        check(*given, **more)
    return str(failure.value)


def with_training(*more: dict[str, Any]) -> dict[str, Any]:
    return AMINA | {"training": [*AMINA["training"], *more]}


def test_who_is_in_time_complies() -> None:
    result = assert_compliant(OURS, AMINA, IN_TIME)
    assert [each.status.value for each in result.obligations] == ["pending", "met"]


def test_who_is_late_does_not_comply_and_the_message_says_with_what_since_when_and_by_which() -> None:
    assert said(assert_compliant, OURS, AMINA, LATE) == (
        "S-1 Amina Khan does not comply with Our strategy, as of 2 September 2022:\n"
        "  shortfall  Group B training: due 1 September 2022, 1 day late [6.12 B, should]\n"
        "             to put it right: complete Group B training\n"
        "             since 2 September 2022; the rule: “Group B within 6 months” (<text>, line 7)"
    )


def test_one_rule_is_asked_about_alone() -> None:
    assert [each.rule for each in assert_compliant(OURS, AMINA, LATE, rule="6.1").obligations] == ["6.1"]
    assert "[6.12 B, should]" in said(assert_compliant, OURS, AMINA, LATE, rule="6.12 b")


def test_what_has_ended_is_no_longer_a_breach() -> None:
    caught_up = with_training({"id": "T2", "completed": "2022-09-10", "for": {"groups": ["B"]}})
    assert_breach(OURS, caught_up, "2022-09-09")
    assert_compliant(OURS, caught_up, "2022-09-10")


def test_who_cannot_be_told_to_comply_does_not_pass_unless_allowed() -> None:
    unknown = AMINA | {"training": [{"id": "T1", "completed": "2022-03-20"}]}
    assert said(assert_compliant, OURS, unknown, "2022-04-02", rule="6.1") == (
        "whether S-1 Amina Khan complies with Our strategy, as of 2 April 2022 is not determined:\n"
        "  undetermined  Induction: due 1 April 2022 [6.1, must]\n"
        "                not known: course of T1\n"
        "                the rule: “Everyone must complete Induction within 1 month of joining”"
        " (<text>, line 8)"
    )
    assert_compliant(OURS, unknown, "2022-04-02", rule="6.1", allow_undetermined=True)
    owed = assert_undetermined(OURS, unknown, "2022-04-02", missing="course of T1")
    assert owed.rule == "6.1"


def test_a_breach_is_given_back() -> None:
    found = assert_breach(OURS, AMINA, LATE, rule="6.12 B", since="2022-09-02", until=None, kind="overdue")
    assert found.due == date(2022, 9, 1)
    assert found is not None and found.strength is trainrules.Strength.SHOULD


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"since": "2022-09-03"}, "is not in breach since 3 September 2022"),
        ({"until": "2022-09-02"}, "is not in breach until 2 September 2022"),
        ({"kind": "order"}, "is not in breach of kind order"),
        ({"rule": "6.1"}, "is not in breach of [6.1]"),
        (
            {"rule": "6.12 b", "since": IN_TIME, "until": None},
            "of [6.12 B] since 1 September 2022 that lasts",
        ),
    ],
)
def test_a_breach_of_other_days_another_kind_or_rule_is_not_the_one(
    asked: dict[str, Any], words: str
) -> None:
    assert words in said(assert_breach, OURS, AMINA, LATE, **asked)


def test_who_is_not_in_breach_is_told_with_what_came_out() -> None:
    assert said(assert_breach, OURS, AMINA, IN_TIME, rule="6.12 B") == (
        "S-1 Amina Khan is not in breach of [6.12 B] (Our strategy, as of 1 September 2022):\n"
        "  pending  Group B training: due 1 September 2022, today is the last day [6.12 B, should]\n"
        "           the rule: “Group B within 6 months” (<text>, line 7)"
    )
    nobody = {"kind": "course", "id": "C-1"}
    assert said(assert_breach, OURS, nobody, IN_TIME) == (
        "C-1 is not in breach (Our strategy, as of 1 September 2022):\n  no rule is about this record"
    )


def test_a_breach_of_one_day_is_found_later_and_one_that_ended_only_by_its_days() -> None:
    wrong_order = AMINA | {"training": [NEGLECT]}
    assert assert_breach(OURS, wrong_order, LATE, rule="8.2").since == date(2022, 3, 20)
    caught_up = with_training({"id": "T2", "completed": "2022-09-10", "for": {"groups": ["B"]}})
    assert said(assert_breach, OURS, caught_up, "2022-10-01")
    assert assert_breach(OURS, caught_up, "2022-10-01", until="2022-09-09").days == 8
    assert assert_breach(OURS, caught_up, "2022-10-01", since=date(2022, 9, 2)).days == 8


def test_a_status_is_asked_for_by_its_word() -> None:
    owed = assert_status(OURS, AMINA, LATE, "met", rule="6.1", due="2022-04-01", on="2022-03-20")
    assert owed.satisfied_by == "T1"
    assert assert_status(OURS, AMINA, LATE, trainrules.Status.OVERDUE, rule="6.12 B", owed="group b training")
    assert said(assert_status, OURS, AMINA, LATE, "met late", rule="6.1", due="2022-04-02").startswith(
        "[6.1] is not met late, due 2 April 2022, for S-1 Amina Khan"
        " (Our strategy, as of 2 September 2022):\n"
        "  met  Induction: due 1 April 2022, met on 20 March 2022, by T1 [6.1, must]\n"
    )


def test_what_is_determined_is_not_undetermined() -> None:
    message = said(assert_undetermined, OURS, AMINA, LATE, rule="6.1")
    assert message.startswith("[6.1] is not undetermined, for S-1 Amina Khan")
    message = said(assert_undetermined, OURS, AMINA, LATE, missing="delivery")
    assert message.startswith("nothing is undetermined for want of delivery, for S-1 Amina Khan")


def test_policies_records_and_days_are_taken_in_every_usual_way(tmp_path: Path) -> None:
    path = tmp_path / "ours.rules"
    path.write_text(OURS, encoding="utf-8")
    record = trainrules.Record.from_dict(AMINA)
    for policy in (OURS, path, str(path), trainrules.loads(OURS)):
        assert_breach(policy, record, date(2022, 9, 2))
    assert_compliant("hackney", {"id": "S-2", "joined": "2022-01-31"}, "2022-02-01", allow_undetermined=True)


@pytest.mark.parametrize(
    ("policy", "record", "as_of", "rule", "error", "words"),
    [
        ("hackny", AMINA, LATE, None, FileNotFoundError, "did you mean hackney"),
        ("nothing", AMINA, LATE, None, FileNotFoundError, "there are cheshire-west, hackney"),
        ("none.rules", AMINA, LATE, None, trainrules.PolicyError, "is not there"),
        ("Group B within six months", AMINA, LATE, None, trainrules.PolicyError, "TR105"),
        (OURS, {"id": "S-1", "joined": "soon"}, LATE, None, trainrules.RecordError, "joined"),
        (OURS, AMINA, "2 September 2022", None, ValueError, "Invalid isoformat"),
        (OURS, AMINA, "20220902", None, ValueError, "is not a date such as 2022-09-02"),
        (OURS, AMINA, datetime(2022, 9, 2), None, TypeError, "neither a date nor a text"),
        (OURS, AMINA, LATE, "6.13 B", ValueError, "did you mean [6.12 B]?"),
        (OURS, AMINA, LATE, "z", ValueError, "there are [6.12 B], [6.1], [8.2]"),
    ],
)
def test_what_cannot_be_used_is_an_error_and_never_a_pass(
    policy: Any, record: Any, as_of: Any, rule: str | None, error: type[Exception], words: str
) -> None:
    with pytest.raises(error) as failure:
        assert_compliant(policy, record, as_of, rule=rule)
    assert words in str(failure.value)


def test_a_word_that_is_no_kind_or_status_is_an_error() -> None:
    with pytest.raises(ValueError, match="'late' is none of overdue, order"):
        assert_breach(OURS, AMINA, LATE, kind="late")
    with pytest.raises(ValueError, match="'late' is none of met, met late"):
        assert_status(OURS, AMINA, LATE, "late", rule="6.1")


def test_the_examples_of_a_file_can_be_run_without_the_plugin(tmp_path: Path) -> None:
    assert assert_examples("hackney") >= 5
    path = tmp_path / "ours.rules"
    facts = "  Group B from 1 March 2022\n  as of 1 September 2022\n"
    path.write_text(f'{OURS}example "x"\n{facts}  expect [6.12 B] met\n', encoding="utf-8")
    assert "`x` does not come out as expected" in said(assert_examples, path)
    path.write_text(OURS, encoding="utf-8")
    assert said(assert_examples, path) == f"there is no example in {path}"
    path.write_text("Group B within six months", encoding="utf-8")
    with pytest.raises(trainrules.PolicyError):
        assert_examples(path)

"""Which completions a reason names beside the one that met it: those that did a part since the last time."""

from __future__ import annotations

from tests.build import day, done, post, staff

from trainrules import evaluate, loads
from trainrules.records.classes import Training

RULE = """group B
course A
course C
course F
Group B must complete A and C within 6 months, then every 1 year, if lapsed more than 2 months then F
"""
BEGUN = done("A", "2022-03-01"), done("C", "2022-06-01")


def reasons(*later: Training) -> list[str]:
    """Return the reasons of who began on 31 January 2022, and has done A and C and what came *later*."""
    record = staff(post("B", "2022-01-31"), *BEGUN, *later)
    return [each.explain() for each in evaluate(loads(RULE), record, day("2023-07-01")).obligations]


def test_what_lapsed_is_no_part_of_what_is_done_and_says_why() -> None:
    """A was paid for until 1 March 2023, so all has lapsed since 1 May; the C of the 2nd does nothing."""
    first, second = reasons(done("C", "2023-05-02"))
    assert "Together with “A” on 1 March 2022 (training 1)." in first
    assert "No A and C on record that counts after 1 June 2022" in second
    assert "“C” on 2 May 2023 (training 3) does not count: lapsed: after 1 May 2023 only F counts." in second
    assert second.endswith("To meet it: complete F.")


def test_what_puts_a_lapse_right_stands_alone() -> None:
    _, second, _ = reasons(done("F", "2023-05-02"))
    assert "Done by “F” on 2 May 2023 (training 3)." in second
    assert "Together with" not in second


def test_of_a_renewed_bundle_only_what_was_done_since_is_named() -> None:
    """On 1 March 2023 A ends and on 1 June C: A alone meets the one, C is so far done for none."""
    _, second, third = reasons(done("A", "2023-02-01"))
    assert "Done by “A” on 1 February 2023 (training 3)." in second
    assert "Together with" not in second
    assert "No A and C on record that counts after 1 February 2023" in third


def test_what_is_too_early_for_a_fixed_date_is_no_part_of_what_is_done() -> None:
    rule = "group B\ncourse A\ncourse C\nGroup B must complete A and C within 18 months, "
    policy = loads(f"{rule}then every 1 year, counted from the due date")
    record = staff(post("B", "2022-01-31"), done("A", "2022-02-01"))
    (owed,) = evaluate(policy, record, day("2022-07-01")).obligations
    assert "No A and C on record that counts by 1 July 2022." in owed.explain()

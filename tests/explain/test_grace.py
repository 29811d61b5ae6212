"""A grace is worked out for what was met in it as well as for what is still owed."""

from __future__ import annotations

from tests.build import day, done, post, staff

from trainrules import evaluate, loads

RULE = "group B\ncourse A\nGroup B must complete A within 6 months, with 1 month's grace"


def test_what_was_met_in_its_grace_says_until_when_that_was() -> None:
    record = staff(post("B", "2022-01-31"), done("A", "2022-08-15"))
    (met,) = evaluate(loads(RULE), record, day("2022-10-01")).obligations
    assert "With grace: 31 July 2022 + 1 month = 31 August 2022" in met.explain()


def test_what_is_still_owed_says_until_when_its_grace_is() -> None:
    record = staff(post("B", "2022-01-31"))
    for as_of in ("2022-08-15", "2022-10-01"):
        (owed,) = evaluate(loads(RULE), record, day(as_of)).obligations
        assert "With grace: 31 July 2022 + 1 month = 31 August 2022" in owed.explain()

"""The page and the list of survivors are those of the last run that was kept."""

from __future__ import annotations

import json

from tests.mutation.ledger import PAGE, RESULTS, as_text, reasons

KEPT = json.loads(RESULTS.read_text(encoding="utf-8"))


def test_the_page_shows_the_figures_that_were_kept() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert as_text(KEPT["parts"]) in page
    assert KEPT["commit"][:7] in page
    assert KEPT["date"] in page


def test_every_survivor_that_is_left_alone_has_a_reason_in_a_sentence() -> None:
    assert all(len(each.why.split()) >= 5 and each.why.endswith(".") for each in reasons())
    assert all(each.changes or each.patterns for each in reasons())

"""The page about proof says what the last runs have shown, and what failed in them is named."""

from __future__ import annotations

from tests.docs.proof import PAGE, filled, kept
from tests.planted.bugs import BUGS


def test_the_page_has_the_figures_of_the_last_runs() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert filled(page) == page, "run `python -m tests.docs.proof`"


def test_every_law_was_tried_100_000_times_and_held() -> None:
    tried = kept("laws/campaign.json")["tests"]
    assert not [each["test"] for each in tried if each["failures"]]
    examples = {law: sum(each["examples"] for each in tried if each["law"] == law) for law in range(1, 10)}
    assert min(examples.values()) >= 100_000


def test_every_small_case_agreed() -> None:
    assert kept("small_scope/result.json")["disagreements"] == 0


def test_every_bug_that_is_planted_was_caught() -> None:
    found = {each["bug"]: each["red"] for each in kept("planted/result.json")["bugs"]}
    assert set(found) == {each.name for each in BUGS}
    assert all(found.values())

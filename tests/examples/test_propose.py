"""What is proposed parses, comes out, shows what was lacking, and is right by the day-by-day reading."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from pathlib import Path

import pytest
from attrs import evolve

from trainrules.examples import ExampleResult, Side, example_cover, run_examples
from trainrules.examples.propose import MARK, Proposal, Unproposed, proposals, proposals_text
from trainrules.language.reformat import reformat
from trainrules.model.files import RuleFile, rules_of_text
from trainrules.resources import policy_path
from trainrules.source import Source
from trainrules.testing.oracle import Case, breach, world

EVERY_KIND = (Path(__file__).parent / "every_kind.rules").read_text(encoding="utf-8")
DAY = timedelta(days=1)


def file_of(text: str) -> RuleFile:
    file = rules_of_text(Source("<text>", text), None)
    assert not [each for each in file.diagnostics if each.is_error], file.diagnostics
    return file


@lru_cache
def proposed(text: str) -> tuple[Proposal | Unproposed, ...]:
    """Return what is proposed for *text*; worked out once, since many tests look at it."""
    return proposed_now(text)


def proposed_now(text: str) -> tuple[Proposal | Unproposed, ...]:
    file = file_of(text)
    return proposals(file, example_cover(file, run_examples(file)))


def without_examples(name: str) -> str:
    text = policy_path(name).read_text(encoding="utf-8")
    return text[: text.index("\nexample ")] + "\n"


@pytest.mark.parametrize(
    "text", [EVERY_KIND, without_examples("leicestershire"), without_examples("sandwell")]
)
def test_with_what_is_proposed_every_example_passes_and_every_rule_is_shown_on_every_side(text: str) -> None:
    found = proposed(text)
    assert not [each for each in found if isinstance(each, Unproposed)]
    whole = file_of(text + "\n" + proposals_text(found))
    results = run_examples(whole)
    assert [each.name for each in results if not each.passed] == []
    assert [each.label for each in example_cover(whole, results) if each.lacking] == []


def test_nothing_is_proposed_for_what_is_shown() -> None:
    text = EVERY_KIND + "\n" + proposals_text(proposed(EVERY_KIND))
    assert proposed(text) == ()


def test_each_proposal_shows_something_that_none_before_it_did() -> None:
    seen: set[tuple[str, Side]] = set()
    for each in proposed(EVERY_KIND):
        assert isinstance(each, Proposal)
        shown = {(each.label, side) for side in each.sides}
        assert shown - seen, each.text
        seen |= shown


def test_each_proposal_is_marked_and_written_as_the_formatter_would() -> None:
    found = proposed(EVERY_KIND)
    text = proposals_text(found)
    assert text.count(f"{MARK}\nexample ") == len(found) == text.count("\nexample ")
    assert reformat(Source("<text>", text)) == (text, ())


def test_the_same_file_gives_the_same_proposals() -> None:
    assert proposals_text(proposed_now(EVERY_KIND)) == proposals_text(proposed(EVERY_KIND))


def test_no_two_examples_have_one_name() -> None:
    """A name chooses an example in pytest, so a second of that name is numbered."""
    rule = "groups A–B\nGroup B within 6 months, then every 2 years   [5.1]\n"
    plain = [each.text.partition("\n")[0] for each in proposed(rule) if isinstance(each, Proposal)]
    taken = (
        f"{rule}\n{plain[0]}\n  Group B from 1 January 2020\n  as of 2 January 2020\n  expect no violations\n"
    )
    first, *_ = [each for each in proposed(taken) if isinstance(each, Proposal)]
    assert first.text.partition("\n")[0] == plain[0].removesuffix('"') + ' (2)"'


def ran() -> list[tuple[Proposal, ExampleResult]]:
    """Return the proposals for a file with every kind of rule, each with how it comes out."""
    found = [each for each in proposed(EVERY_KIND) if isinstance(each, Proposal)]
    results = run_examples(file_of(EVERY_KIND + "\n" + proposals_text(found)))
    return list(zip(found, results, strict=True))


def test_read_day_by_day_the_first_day_late_is_a_breach_and_the_last_day_in_time_is_none() -> None:
    for proposal, result in ran():
        assert result.result is not None
        policy, as_of = result.result.policy, result.result.as_of
        rules = tuple(each for each in policy.rules if each.label == proposal.label)
        policy = evolve(policy, rules=rules + tuple(each for each in policy.rules if each.instead_of))
        case = Case(policy, world(policy, result.result.record, as_of, lambda options: options[0]), as_of)
        if {Side.LAST, Side.RENEWED} & {*proposal.sides}:
            assert not any(breach(rule, case, as_of) for rule in rules), proposal.text
        if {Side.LATE, Side.LAPSED} & {*proposal.sides} and "overdue" in proposal.text:
            assert any(breach(rule, case, as_of) for rule in rules), proposal.text
            earlier = evolve(case, as_of=as_of - DAY)
            assert not any(breach(rule, earlier, as_of - DAY) for rule in rules), proposal.text


SMALL = """
groups A–B
Group A within 6 months   [1]
"""


def test_the_record_is_the_smallest_and_the_days_are_the_boundary() -> None:
    # 1 March 2022 + 6 months = 1 September 2022.
    assert proposals_text(proposed(SMALL)) == (
        f"{MARK}\n"
        'example "1: done on the last day in time"\n'
        "  Group A from 1 March 2022\n"
        "  completed Group A training on 1 September 2022\n"
        "  as of 1 September 2022\n"
        "  expect [1] due 1 September 2022, met on 1 September 2022\n"
        "\n"
        f"{MARK}\n"
        'example "1: not done, and a day late"\n'
        "  Group A from 1 March 2022\n"
        "  as of 2 September 2022\n"
        "  expect [1] due 1 September 2022, overdue since 2 September 2022\n"
    )


def test_only_what_is_lacking_is_proposed() -> None:
    late = '\nexample "late"\n  Group A from 1 March 2022\n  as of 2 September 2022\n  expect [1] overdue\n'
    assert [each.label for each in proposed(SMALL + late)] == ["1"]
    assert [each.sides for each in proposed(SMALL + late)] == [(Side.MET, Side.LAST)]


def test_of_which_rule_no_facts_can_be_found_is_said() -> None:
    text = "groups A–B\nGroup A within 6 months, from 1 March 2022, until 1 April 2022   [1]\n"
    (found,) = (each for each in proposed(text) if isinstance(each, Unproposed))
    assert (found.label, found.line) == ("1", 2)
    assert found.sides == (Side.BREACH, Side.LAST, Side.LATE)


def test_a_permission_needs_no_example() -> None:
    assert proposed("groups A–B\nGroup A may complete Group A training every year   [1]\n") == ()

"""The bundled policies' own examples come out, and show each rule on every side that it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainrules.api import read
from trainrules.examples import Side, example_cover, run_examples
from trainrules.examples.told import lacking_lines
from trainrules.model.rules import Strength
from trainrules.resources import policy_names, policy_path


@pytest.mark.parametrize("name", policy_names())
def test_the_examples_of_a_policy_show_each_of_its_rules_on_every_side(name: str) -> None:
    file, _ = read(Path(str(policy_path(name))))
    results = run_examples(file)
    assert [each.name for each in results if not each.passed] == []
    cover = example_cover(file, results)
    assert list(lacking_lines(cover)) == []
    permissions = {rule.label for rule in file.policy.rules if rule.strength is Strength.MAY}
    assert {each.label for each in cover} == {rule.label for rule in file.policy.rules} - permissions


@pytest.mark.parametrize("name", policy_names())
def test_no_two_examples_of_a_policy_have_one_name_and_none_is_still_a_proposal(name: str) -> None:
    file, _ = read(Path(str(policy_path(name))))
    names = [each.name for each in run_examples(file)]
    assert len(names) == len({*names})
    assert "# proposed" not in file.source.text


def test_without_one_of_its_examples_a_policy_lacks_what_that_one_showed() -> None:
    file, _ = read(Path(str(policy_path("hackney"))))
    left = [each for each in run_examples(file) if each.name != "Group B on the day that the six months end"]
    lacking = [each for each in example_cover(file, left) if each.lacking]
    assert [(each.label, each.lacking) for each in lacking] == [("6.12 B", (Side.LAST,))]

"""Whatever a rule can ask to be reported, an example can say was done."""

from __future__ import annotations

import pytest

from trainrules import api
from trainrules.examples import run_examples
from trainrules.language.build.facts import DONE
from trainrules.language.grammar import parser
from trainrules.language.wrong.words import spellings
from trainrules.model.files import rules_of_text
from trainrules.model.rules import Duty
from trainrules.source import Source

_TEXT = """\
Agencies must {verb} Quiz by 1 May 2022 [1]
example "in time"
  is an agency
  joined 1 January 2022
  {past} Quiz on 2 January 2022
  as of 1 June 2022
  expect [1] due 1 May 2022, met on 2 January 2022
"""


def verbs() -> list[str]:
    """Return every verb of the grammar."""
    known = spellings()
    rules = [rule for rule in parser().rules if rule.origin.name == "verb"]
    return sorted(known[rule.expansion[0].name] for rule in rules)


def report_verbs() -> list[str]:
    """Return the verbs with which an agency's rule asks for a report."""
    found = []
    for verb in verbs():
        if any(each.is_error for each in api.check(f"Agencies must {verb} Quiz by 1 May 2022")):
            continue
        (rule,) = api.loads(f"Agencies must {verb} Quiz by 1 May 2022").rules
        if isinstance(rule, Duty) and rule.owed.deeds[0].kind == "report":
            assert rule.owed.deeds[0].action == verb
            found.append(verb)
    return found


def test_the_verbs_of_reports_are_those_with_a_past() -> None:
    assert set(report_verbs()) == set(DONE.values())


@pytest.mark.parametrize("past", DONE)
def test_what_was_done_meets_the_rule_that_asks_for_it(past: str) -> None:
    text = _TEXT.format(verb=DONE[past], past=past)
    file = rules_of_text(Source("<text>", text), None)
    assert not api.check(text)
    (result,) = run_examples(file)
    assert result.diagnostics == ()

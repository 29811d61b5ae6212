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
    first = {rule.expansion[0].name for rule in parser().rules if rule.origin.name in ("verb", "act")}
    return sorted(known[name] for name in first if name in known)


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


_ORDER = """\
Everyone must complete Induction before any other training except "First Aid" [1]
example "first aid may come first"
  joined 1 January 2022
  completed "First Aid" on 3 January 2022
  completed Induction on 4 January 2022
  completed Neglect on 5 January 2022
  as of 1 June 2022
  expect no violations
example "other training may not"
  joined 1 January 2022
  completed Neglect on 3 January 2022
  completed Induction on 4 January 2022
  as of 1 June 2022
  expect [1] in breach since 3 January 2022
"""


def test_what_an_order_leaves_out_may_come_first() -> None:
    results = run_examples(rules_of_text(Source("<text>", _ORDER), None))
    assert [result.diagnostics for result in results] == [(), ()]


def test_what_was_shared_with_somebody_reached_them() -> None:
    text = _TEXT.format(verb="share", past="shared").replace(" by 1", " with MASA by 1")
    (met,) = run_examples(rules_of_text(Source("<text>", text.replace(" on 2", " with MASA on 2", 1)), None))
    assert met.diagnostics == ()
    (not_met,) = run_examples(
        rules_of_text(Source("<text>", text.replace(" on 2", " with Bo on 2", 1)), None)
    )
    assert not_met.diagnostics

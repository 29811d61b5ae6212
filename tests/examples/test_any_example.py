"""Any example at all, put together from lines that need not fit, is judged or says why not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.examples.test_examples import RULES
from tests.examples.test_facts import FACTS, WORDS

from trainrules import api
from trainrules.examples import run_examples
from trainrules.model.files import rules_of_text
from trainrules.source import Source

LINES = sorted({line for facts in FACTS for line in facts.splitlines()})
MORE = (
    "as of 1 May 2023",
    "as of 1 January 2022",
    "Group Z from 1 March 2022",
    "Levels 1–3 and above from 1 March 2022",
    "everyone from 1 March 2022",
    "members of Nobody from 1 March 2022",
    "completed any other training on 1 March 2022",
    "completed multi-agency single-agency training on 1 March 2022, 3 days",
    "returned a silly evaluation on 1 May 2022 for Nothing",
    "expect [6.12 B] due 1 September 2022, overdue",
    "expect [6.12 B] for any other training met late, until 1 May 2022",
    "expect [4.0] in breach",
    "expect [none] not in breach",
    "expect no violations",
    "expect no other violations",
)
HEADS = ("", WORDS.replace("Group B within 6 months [6.12 B]\n", ""))


@given(st.sampled_from(HEADS), st.lists(st.sampled_from((*LINES, *MORE)), max_size=12))
def test_an_example_is_judged_or_says_why_not(head: str, lines: list[str]) -> None:
    text = head + RULES + 'example "e"\n' + "".join(f"  {line}\n" for line in lines)
    file = rules_of_text(Source("<text>", text), None)
    results = run_examples(file)
    assert len(results) == 1
    for each in (*results[0].diagnostics, *api.diagnostics_of(file)):
        assert each.message and each.help
    if not any(line.startswith("as of") for line in lines):
        assert "TR503" in [each.code for each in results[0].diagnostics]


def test_an_example_with_a_day_that_is_not_understood_is_not_judged() -> None:
    lines = ('example "e"', "joined 1 March 2022", "as of 2 Sept 2022", "expect [1] pending")
    text = "Group B every 2 years [1]\n" + "\n  ".join(lines)
    (result,) = run_examples(rules_of_text(Source("<text>", text), None))
    assert not result.passed
    assert [each.message for each in result.diagnostics] == [
        "`e` cannot be judged: its `as of` line is not understood"
    ]

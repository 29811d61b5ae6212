"""Examples beside the rules: every expectation is held to the engine."""

from __future__ import annotations

import pytest

from trainrules.examples import ExampleResult, run_examples
from trainrules.model.files import rules_of_text
from trainrules.source import Source

RULES = """
Group B within 6 months [6.12 B]
Group C within 12 months, then every 2 years [6.12 C]
Everyone must complete Induction before any other training [4.0]
"""


def run(lines: str, rules: str = RULES) -> ExampleResult:
    text = f'{rules}\nexample "e"\n' + "".join(f"  {line}\n" for line in lines.strip().splitlines())
    file = rules_of_text(Source("<text>", text), None)
    assert not [each for each in file.diagnostics if each.is_error], file.diagnostics
    (result,) = run_examples(file)
    return result


START = "Group B from 1 March 2022\nas of 2 September 2022\n"
LATE = (
    "completed Induction on 1 March 2022\nGroup B from 1 March 2022\n"
    "completed Group B training on 11 September 2022\nas of 1 January 2023\n"
)
ORDER = "completed Neglect on 1 March 2022\nas of 1 January 2023\n"
TWICE = (
    "Group C from 1 March 2022\ncompleted Group C training on 1 April 2022\n"
    "completed Induction on 1 March 2022\nas of 1 June 2024\n"
)
THRICE = TWICE.replace("as of", "completed Group C training on 11 April 2024\nas of")
HOLDS = (
    START
    + "expect [6.12 B] due 1 September 2022, overdue since 2 September 2022\nexpect no other violations",
    START + "expect [6.12 B] overdue",
    START + "expect [6.12 B] in breach since 2 September 2022",
    START + "expect [6.12 B] for Group B training due 1 September 2022",
    START.replace("2 September", "1 September") + "expect [6.12 B] pending\nexpect no violations",
    START.replace("2 September", "1 September") + "expect [6.12 B] not in breach",
    LATE + "expect [6.12 B] met late on 11 September 2022\nexpect no other violations",
    LATE + "expect [6.12 B] due 1 September 2022, met late",
    LATE + "expect [6.12 B] not in breach",
    LATE + "expect [6.12 B] until 10 September 2022\nexpect no other violations",
    LATE + "expect [6.12 B] in breach since 2 September 2022, until 10 September 2022",
    ORDER + "expect [4.0] in breach",
    THRICE + "expect [6.12 C] due 1 April 2024, met late, until 10 April 2024",
    ORDER + "expect [4.0] in breach since 1 March 2022\nexpect no other violations",
)
FAILS = {
    # due a year after starting and met; due again two years after, 1 April 2024, and overdue since the 2nd
    TWICE + "expect [6.12 C] due 1 April 2024, overdue since 3 April 2024": "overdue since 2 April 2024",
    THRICE + "expect [6.12 C] due 1 March 2023, met, until 10 April 2024": "met on 1 April 2022",
    START + "expect [6.12 B] pending": "due 1 September 2022, overdue since 2 September 2022",
    START + "expect [6.12 B] overdue since 1 September 2022": "overdue since 2 September 2022",
    START + "expect [6.12 B] due 2 September 2022, overdue": "due 1 September 2022",
    START + "expect [6.12 B] for Group C training overdue": "`not in breach`: nothing is owed",
    START + "expect [6.12 B] not in breach": "overdue since 2 September 2022",
    START + "expect [6.12 C] overdue": "`not in breach`: nothing is owed under this rule",
    START + "expect [6.12 B] overdue\nexpect no violations": "[6.12 B] in breach since 2 September 2022",
    START + "expect [6.12 C] not in breach\nexpect no other violations": "[6.12 B] in breach since",
    LATE + "expect [6.12 B] met": "met late on 11 September 2022",
    LATE + "expect [6.12 B] in breach": "in breach since 2 September 2022, until 10 September 2022",
    LATE + "expect [6.12 B] until 11 September 2022": "until 10 September 2022",
    LATE + "expect [6.12 B] met late on 12 September 2022": "met late on 11 September 2022",
    ORDER + "expect [4.0] in breach since 2 March 2022": "in breach since 1 March 2022, until 1 March 2022",
}


@pytest.mark.parametrize("lines", HOLDS)
def test_this_expectation_holds(lines: str) -> None:
    result = run(lines)
    assert result.passed, result.diagnostics


@pytest.mark.parametrize("lines", FAILS)
def test_this_expectation_fails_and_says_what_came_out(lines: str) -> None:
    result = run(lines)
    assert [each.code for each in result.diagnostics] == ["TR502"]
    assert FAILS[lines] in result.diagnostics[0].help


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("Group B from 1 March 2022\nexpect [6.12 B] pending", "TR503"),
        ("as of 1 March 2022\nas of 2 March 2022\nexpect [6.12 B] pending", "TR503"),
        ("joined 1 March 2022\njoined 2 March 2022\nas of 1 May 2022\nexpect [6.12 B] pending", "TR503"),
        ("cancelled Neglect on 1 May 2022\nas of 2 May 2022\nexpect [6.12 B] pending", "TR503"),
        (
            "booked Neglect for 30 April 2022\nbooked Neglect for 9 May 2022, attended\n"
            "cancelled Neglect on 1 May 2022\nas of 2 May 2022\nexpect no violations",
            "TR503",
        ),
        ("returned an impact evaluation on 1 May 2022\nas of 2 May 2022\nexpect no violations", "TR503"),
        ("is an agency\nbooked Neglect for 1 May 2022\nas of 2 May 2022\nexpect no violations", "TR503"),
        ("as of 1 March 2022\nexpect [6.13] pending", "TR501"),
        ("waived [6.13]\nas of 1 March 2022\nexpect no violations", "TR501"),
    ],
)
def test_an_example_that_cannot_be_judged_says_why_and_is_not_run(lines: str, code: str) -> None:
    assert [each.code for each in run(lines).diagnostics] == [code]


def test_names_in_an_example_are_held_to_the_vocabulary() -> None:
    rules = "groups A–C\ncourse Induction\nGroup B within 6 months [6.12 B]"
    for line, code in (
        ("Group D from 1 March 2022", "TR201"),
        ("completed Inducton on 1 March 2022", "TR201"),
        ("did Induction on 1 March 2022", "TR202"),
        ("sector is voluntary", "TR201"),
    ):
        result = run(f"{line}\nas of 1 May 2022\nexpect no violations", rules)
        assert code in [each.code for each in result.diagnostics], line


def test_the_result_names_the_example_and_its_line() -> None:
    result = run(START + "expect [6.12 B] overdue")
    assert (result.name, result.line, result.passed) == ("e", 6, True)

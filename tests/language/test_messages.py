"""The advice under a finding, and the bounds at which there is one."""

from __future__ import annotations

import pytest
from tests.language.text import codes, told

from trainrules.language.wrong.limits import MOST_IN_A_FILE, MOST_IN_A_LINE

ADVICE = [
    ("Level 2+ within 6 months", "TR101", "`Levels 2 and above`"),
    ("Group B within 6 months;", "TR101", "with no mark"),
    ("DSL & Deputy within 6 months", "TR101", "write `and`"),
    ("Group B within 6 months (about)", "TR101", "square brackets"),
    ("Group B within 6 months @ work", "TR101", "leave it out"),
    ('Everyone must complete "A" B', "TR117", "join them with a comma"),
    ("Everyone must complete A1 B", "TR117", 'put it in quotes: `"A1 B"`'),
    ("Group B every year, with 30days grace", "TR109", "`30 days`"),
    ('standard "S" item 2a', "TR109", '`"2a"`'),
    ("course 2nd", "TR109", '`"2nd"`'),
    ("Group B within 6 months of 1 March", "TR102", ""),
    ("in force from 30 February 2024", "TR108", "February 2024 has 29 days"),
    ("Agencies must submit R each year from 31 April", "TR108", "April has 30 days"),
    ("Group B weekly", "TR112", "`every week`"),
    ("Everyone must complete Induction within twelve months", "TR105", "`12`"),
    ("Group B within 6 months with certificate", "TR121", "put a comma before a clause"),
    ("Group B must return 1 form", "TR101", ""),
    ("Group B must return at least 1 form", "TR118", ""),
    ("Group B must deliver 3 days of training", "TR121", "`at least`"),
    ('Group B within 6 months [1]\n"quoted words"', "TR102", "put two spaces before it"),
    ("Group B within 3 months, and refresh it every 2 years", "TR122", "write `, then every 2 years`"),
    ("All staff must be trained", "TR122", 'write `must complete "…" within 6 months`'),
    ("DSLs should be trained in safeguarding", "TR122", 'write `should complete "…" within 6 months`'),
    ("Group B by September 1, 2021", "TR108", "the day goes first: `1 September 2021`"),
    ("Group B by 2021-09-01", "TR108", "as a word: `1 September 2021`"),
    ("Group B by 3/4/2021", "TR108", "as a word: `3 April 2021` or `4 March 2021`"),
    ("Group B by 9/30/21", "TR108", "as a word: `30 September 2021`"),
    ("Group B by 31.9.2021", "TR108", "as a word: `1 September 2022`"),
]


@pytest.mark.parametrize(("text", "code", "advice"), ADVICE, ids=[text for text, _, _ in ADVICE])
def test_the_advice_says_what_to_write(text: str, code: str, advice: str) -> None:
    (said,) = told(text)
    assert said.code == code
    assert advice in said.help


def test_a_hyphen_from_a_word_processor_is_a_hyphen() -> None:
    assert codes("levels 1‑2 single‐agency only") == []


def test_what_is_expected_is_said_in_words() -> None:
    expected = {
        "Group B by": "a date, such as `1 September 2022`",
        "Group B by 1 May": "a year, such as `2026`",
        "Group B within 6": "a unit of time, such as `days` or `months`",
        "Group B within 6 months of": "a day to count from",
        "Group B must": 'what to do (`complete "Induction"`) or a time (`within 6 months`)',
        "Group B every year,": "a clause, such as `prior training does not count`",
        "policy": "words in quotes",
        "course": "a name",
        "Group B who": "`are`",
        'example "x"\n  expect [6]': "what is expected (`due 1 March 2022`)",
    }
    for text, words in expected.items():
        (said,) = told(text)
        assert f"after this, expected {words}" in said.label, text


def test_a_sentence_of_20_000_characters_is_read_and_a_longer_one_is_not() -> None:
    note = f'note "{"x" * (MOST_IN_A_LINE - 7)}"'
    assert len(note) == MOST_IN_A_LINE
    assert codes(note) == []
    assert codes(f"{note} [1]") == ["TR114"]


def test_a_file_of_a_million_characters_is_read_and_a_longer_one_is_not() -> None:
    text = "Group B within 6 months\n"
    text += "#" * (MOST_IN_A_FILE - len(text))
    assert codes(text) == []
    assert codes(f"{text}#") == ["TR114"]


def test_a_file_with_a_thousand_wrong_sentences_is_read_no_further() -> None:
    said = told("foo bar\n" * 1_100)
    assert len(said) == 1_001
    assert (said[-1].code, said[-1].line) == ("TR114", 1_001)

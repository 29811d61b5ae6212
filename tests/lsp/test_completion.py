"""What may come next is offered: names that are declared, and the rule words that fit."""

from __future__ import annotations

import pytest
from tests.lsp.client import CURSOR, Editor, changed, split

HEAD = """\
groups A–C
role DSL
role "Deputy DSL"
course Induction
course "Working Together"
attribute sector: health, "early years"
body "L&D sub-group" with members
Everyone must complete Induction within 1 month of joining   [6.12 i]
"""


def offered(editor: Editor, line: str) -> list[str]:
    """Return what is offered at the cursor of *line*, after `HEAD`."""
    return [each["label"] for each in editor.at("completion", HEAD + line)]


@pytest.mark.parametrize(
    ("line", "wanted", "unwanted"),
    [
        ("‸", "Group A|DSL|everyone|course|example", "within|Induction"),
        ("Group ‸", "A|B|C", "DSL|within|A–C"),
        ("Group B ‸", "within|must|every|should|and", "joining|Induction|days"),
        ("Group B within 6 ‸", "months|days|working", "month|Group A"),
        ("Group B within 1 ‸", "month|day", "months|days"),
        ("Everyone must complete ‸", 'Induction|"Working Together"|multi-agency', "DSL|must"),
        ('Everyone must complete "Wor‸"', '"Working Together"', "multi-agency|within"),
        ("Members of ‸ must attend at least 80% of meetings", '"L&D sub-group"', "Induction"),
        ("staff in the ‸", 'health|"early years"', "within"),
        ("Group B within 6 months, ‸", "instead|prior|with|unless|until", "of joining|Group A"),
        ("Group B within 6 months, instead of ‸", "[6.12 i]", "within"),
        ("Group B within 6 months, instead of [6‸]", "[6.12 i]", "[6.12 B]"),
        ("Group B within 6 months of ‸", "joining|starting|taking", "months"),
        ("Group B from 1 September 2025 ‸", "", "within"),
        ('example "x"\n  ‸', "joined|completed|expect|Group A|as", "within|must"),
        ('example "x"\n  joined 1 ‸', "March|May", "march|may|months"),
        ('example "x"\n  expect ‸', "[6.12 i]|no", "joined"),
        ("Group B # within ‸", "", "within|months"),
        ("Group B flies ‸", "", "within|months"),
        ("course ‸", "", "Induction"),
    ],
)
def test_what_fits_is_offered_and_nothing_else(editor: Editor, line: str, wanted: str, unwanted: str) -> None:
    found = offered(editor, line)
    assert [each for each in wanted.split("|") if each and each not in found] == []
    assert [each for each in unwanted.split("|") if each in found] == []


def test_a_name_that_is_a_rule_word_is_offered_in_quotes(editor: Editor) -> None:
    assert '"meeting"' in [each["label"] for each in editor.at("completion", 'role "meeting"\nrole ‸')]


def test_names_come_before_rule_words(editor: Editor) -> None:
    found = editor.at("completion", HEAD + "Everyone must complete ‸")
    assert [each["label"] for each in sorted(found, key=lambda each: each["sortText"])][:2] == [
        "Induction",
        '"Working Together"',
    ]
    assert found[0]["detail"] == "a course"


@pytest.mark.parametrize(
    ("line", "chosen", "made"),
    [
        ('Everyone must complete "Wor‸" within', '"Working Together"', '"Working Together" within'),
        ('Everyone must complete "Ind‸', "Induction", "Induction"),
        ("Everyone must complete 😀Ind‸", "", ""),
        ("Group B within 6 mo‸", "months", "Group B within 6 months"),
        ("Group B by then, instead of [6.1‸]", "", ""),
        ("Group B within 6 months, instead of [6.1‸]", "[6.12 i]", "instead of [6.12 i]"),
    ],
)
def test_what_is_chosen_takes_the_place_of_what_was_typed(
    editor: Editor, line: str, chosen: str, made: str
) -> None:
    found = {each["label"]: each for each in editor.at("completion", HEAD + line)}
    if not chosen:
        assert not found
        return
    edit = found[chosen]["textEdit"]
    text, offset = split(HEAD + line)
    assert changed(text, [edit]).endswith(made)
    typed = text[text.rindex("\n") + 1 + edit["range"]["start"]["character"] : offset]
    assert found[chosen]["filterText"].lower().startswith(typed.lower())


def test_a_sentence_can_be_written_by_choosing_alone(editor: Editor) -> None:
    line = ""
    for word in (
        "Group B",
        "should",
        "complete",
        '"Working Together"',
        "within",
        "6",
        "months",
        "of",
        "joining",
    ):
        if not word.isdigit():
            assert word in offered(editor, f"{line}{CURSOR}"), line
        line += f"{word} "
    assert [each for each in editor.open(HEAD + line) if each["severity"] == 1] == []

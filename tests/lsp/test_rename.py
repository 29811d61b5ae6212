"""A name is changed in every place at once, or not at all: the file has to say the same with the new one."""

from __future__ import annotations

import pytest
from tests.lsp.client import Editor, Refused, changed, split

TEXT = """\
groups A–C
groups X and Y
role volunteer
role DSL: "the DSL of a school"   # a DSL
course "Working Together", also called WT
attribute sector: health, "early years"
DSL and volunteers must complete "Working Together" within 2 months   [1]
staff in the health sector must complete WT once   [2]
Group X must complete “Working Together” once, instead of [2]   [3]
example "one"
  DSL from 1 March 2022
  completed WT on 1 April 2022
  as of 1 May 2022
  expect [1] met
"""


def after(editor: Editor, marked: str, name: str) -> str:
    """Return the text of *marked* after what is at its cursor is called *name*."""
    text, _ = split(marked)
    edits = editor.at("rename", marked, newName=name)["changes"][editor.uri("a.rules")]
    return changed(text, edits)


@pytest.mark.parametrize(
    ("at", "name", "changes"),
    [
        ("‸DSL and", "lead", {"role DSL:": "role lead:", "DSL and": "lead and", "DSL from": "lead from"}),
        (
            "‸DSL and",
            "designated lead",
            {
                "role DSL:": 'role "designated lead":',
                "DSL and": '"designated lead" and',
                "DSL from": '"designated lead" from',
            },
        ),
        (
            "‸DSL and",
            "every",
            {"role DSL:": 'role "every":', "DSL and": '"every" and', "DSL from": '"every" from'},
        ),
        ("‸volunteers", "helper", {"role volunteer": "role helper", "volunteers": "helpers"}),
        ("‸volunteers", "deputy", {"role volunteer": "role deputy", "volunteers": "deputies"}),
        (
            "complete W‸T",
            "Together",
            {
                "called WT": "called Together",
                "complete WT": "complete Together",
                "completed WT": "completed Together",
            },
        ),
        (
            'complete "Work‸ing',
            "Safer Working 😀",
            {'"Working Together"': '"Safer Working 😀"', "“Working Together”": "“Safer Working 😀”"},
        ),
        ("the hea‸lth", "well-being", {"health": "well-being"}),
        (
            "the health sec‸tor",
            "kind",
            {"attribute sector": "attribute kind", "health sector": "health kind"},
        ),
        ("Group ‸X", "Z", {"groups X": "groups Z", "Group X": "Group Z"}),
        ("of [‸2]", "2a", {"once   [2]": "once   [2a]", "of [2]": "of [2a]"}),
    ],
)
def test_a_new_name_stands_in_every_place_and_nowhere_else(
    editor: Editor, at: str, name: str, changes: dict[str, str]
) -> None:
    wanted = TEXT
    for old, new in changes.items():
        wanted = wanted.replace(old, new)
    words = at.replace("‸", "")
    assert after(editor, TEXT.replace(words, at, 1), name) == wanted
    assert [each for each in editor.open(wanted) if each["severity"] == 1] == []


@pytest.mark.parametrize(
    ("at", "name", "why"),
    [
        ("Group‸s", "Z", "there is no declared name here"),
        ("‸A–C", "Z", "`A` is part of the range on line 1: write out its names first"),
        ("Group ‸X", "Y", "there is a group called `Y` already"),
        ("‸DSL and", "health", "the file would not say the same"),
        ("‸DSL and", "", "`` cannot be a name"),
        ("of [‸2]", "3", "there is a rule called `3` already"),
        ("of [‸2]", "a]b", "`a]b` cannot be a label"),
    ],
)
def test_a_name_that_cannot_be_had_is_refused_in_words(editor: Editor, at: str, name: str, why: str) -> None:
    text = TEXT.replace("Group X must", "Groups X must").replace("Group X", "Groups X")
    text = text if "Groups" in at.replace("‸", "") else TEXT
    words = at.replace("‸", "")
    with pytest.raises(Refused) as refused:
        after(editor, text.replace(words, at, 1), name)
    assert why in str(refused.value)


def test_a_word_of_the_language_and_of_another_file_keep_their_names(editor: Editor) -> None:
    with pytest.raises(Refused, match="`multi-agency` is a word of the rule language"):
        after(editor, "group B\nGroup B must complete multi-ag‸ency training once\n", "joint")
    (editor.folder / "words.rules").write_text("role Head\n", encoding="utf-8")
    with pytest.raises(Refused, match="`Head` is not declared in this file; rename it where it is"):
        after(editor, 'uses "words.rules"\nHe‸ad must complete Induction once\ncourse Induction\n', "Chief")


def test_a_name_that_would_catch_what_meant_something_else_is_refused(editor: Editor) -> None:
    plural = "role helper\nrole vol‸unteer\nhelpers once\nvolunteer once\n"
    with pytest.raises(Refused, match="the file would not say the same"):
        after(editor, plural, "helpers")
    report = 'document pl‸an\nAgencies must submit "Annual report" each year from 1 April\n'
    with pytest.raises(Refused, match="the file would not say the same"):
        after(editor, report, "Annual report")


def test_a_sentence_that_cannot_be_read_is_mended_before_a_name_in_it_changes(editor: Editor) -> None:
    with pytest.raises(Refused, match="line 3 cannot be read and may name `DSL` too: mend it first"):
        after(editor, "role D‸SL\nDSL once\nDSL within soon\n", "lead")
    wanted = "role lead\nlead once\nGroup B within soon\ngroup B\n"
    assert after(editor, wanted.replace("role lead\nlead", "role D‸SL\nDSL"), "lead") == wanted


def test_the_editor_is_told_the_name_before_it_asks_for_another(editor: Editor) -> None:
    found = editor.at("prepareRename", TEXT.replace("the health sec", "the health sec‸"))
    assert found["placeholder"] == "sector"
    start, end = found["range"]["start"], found["range"]["end"]
    assert (start["line"], start["character"], end["character"]) == (7, 20, 26)
    with pytest.raises(Refused, match="no declared name here"):
        editor.at("prepareRename", TEXT + "‸")

"""Quick fixes and the canonical form are offered as changes, made only where they are right."""

from __future__ import annotations

from typing import Any

from tests.lsp.client import Editor, changed, position

SLIP = 'role "😀"\ncourse Induction\n"😀" must complete Inductoin within 2 month   [1]\n'
UNTIDY = "group  B\r\nGROUP b   WITHIN 6 Months   [1] # “as is” 😀\r\n"
TIDY = "group B\r\nGroup b within 6 months   [1]   # “as is” 😀\r\n"
WHOLE: dict[str, Any] = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}


def actions(editor: Editor, text: str, **context: Any) -> list[dict[str, Any]]:
    """Return what is offered for the whole of *text*."""
    editor.open(text)
    found: list[dict[str, Any]] = editor.about(
        "codeAction", range=WHOLE, context={"diagnostics": [], **context}
    )
    return found


def made(editor: Editor, text: str, action: dict[str, Any]) -> str:
    return changed(text, action["edit"]["changes"][editor.uri("a.rules")])


def test_a_near_name_is_offered_at_its_place_behind_an_emoji(editor: Editor) -> None:
    (found,) = actions(editor, SLIP)
    assert found["title"] == "Write `Induction` for `Inductoin`"
    assert (found["kind"], found["isPreferred"]) == ("quickfix", False)
    assert found["diagnostics"][0]["code"] == "TR201"
    assert made(editor, SLIP, found) == SLIP.replace("Inductoin", "Induction")


def test_a_fix_that_leaves_no_doubt_is_preferred_and_can_be_made_for_the_whole_file(editor: Editor) -> None:
    text = "Group B within six months [1]\nGroup C within three months [2]\n"
    one, other, everything = actions(editor, text)
    assert (one["title"], one["isPreferred"]) == ("Write `6` for `six`", True)
    assert made(editor, text, other) == text.replace("three", "3")
    assert everything["kind"] == "source.fixAll.trainrules"
    assert made(editor, text, everything) == text.replace("three", "3").replace("six", "6")


def test_only_what_is_asked_for_is_offered(editor: Editor) -> None:
    text = "Group B within six months [1]\nGroup C within three months [2]\n"
    assert {each["kind"] for each in actions(editor, text, only=["quickfix"])} == {"quickfix"}
    assert {each["kind"] for each in actions(editor, text, only=["source.fixAll"])} == {
        "source.fixAll.trainrules"
    }
    assert actions(editor, text, only=["refactor"]) == []
    place = position(text, 3)
    here = editor.about("codeAction", range={"start": place, "end": place}, context={"diagnostics": []})
    assert [each["title"] for each in here if each["kind"] == "quickfix"] == []


def test_formatting_puts_the_file_in_order_and_keeps_its_line_ends(editor: Editor) -> None:
    editor.open(UNTIDY)
    options = {"tabSize": 2, "insertSpaces": True}
    edits = editor.about("formatting", options=options)
    text = UNTIDY.replace("\r\n", "\n")
    assert changed(text, edits).replace("\r\n", "\n") == TIDY.replace("\r\n", "\n")
    assert all("\r\n" in each["newText"] for each in edits)
    editor.open(TIDY)
    assert editor.about("formatting", options=options) == []


def test_a_file_with_an_error_is_not_formatted(editor: Editor) -> None:
    editor.open("Group B within   soon\n")
    assert editor.about("formatting", options={"tabSize": 2, "insertSpaces": True}) == []

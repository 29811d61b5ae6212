"""What is wrong is shown while one types: the place, the code, its page and the advice."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

from tests.lsp.client import Editor

WRONG = "course Induction\nEveryone must complete Inductoin within 1 month of joining once   [1]\n"


def test_a_mistake_is_shown_at_its_words_with_code_page_and_advice(editor: Editor) -> None:
    (found,) = (each for each in editor.open(WRONG) if each["severity"] == 1)
    assert found["code"] == "TR201"
    assert found["range"] == {"start": {"line": 1, "character": 23}, "end": {"line": 1, "character": 32}}
    assert found["message"].startswith("there is no course called `Inductoin`")
    assert "did you mean `Induction`?" in found["message"]
    page = Path(url2pathname(urlparse(found["codeDescription"]["href"]).path))
    assert page.read_text(encoding="utf-8").startswith("# TR201")


def test_a_warning_and_advice_are_told_apart_from_errors(editor: Editor) -> None:
    found = editor.open("group B\nGroup B [6.5]\nGroup B refresh every 2 years   [6.6]\n")
    assert {each["code"]: each["severity"] for each in found} == {"TR120": 2, "TR601": 3}


def test_a_change_brings_new_findings_and_closing_takes_them_away(editor: Editor) -> None:
    assert editor.open(WRONG)
    editor.change(WRONG.replace("Inductoin", "Induction"), 2)
    assert editor.told() == []
    editor.change(WRONG, 3)
    assert [each["code"] for each in editor.told()] == ["TR201"]
    editor.tell("textDocument/didClose", {"textDocument": {"uri": editor.uri("a.rules")}})
    assert editor.told() == []


def test_what_is_wrong_in_a_used_file_stands_at_the_line_that_uses_it(editor: Editor) -> None:
    (editor.folder / "national.rules").write_text("Everyone must sing   [1]\n", encoding="utf-8")
    text = 'policy "P"\nuses "national.rules"\nEveryone must complete Induction within 1 month of joining\n'
    (found,) = (each for each in editor.open(text, "uses.rules") if each["severity"] == 1)
    assert found["range"]["start"] == {"line": 1, "character": 0}
    assert "national.rules, line 1: " in found["message"]
    mended = "Everyone must complete Induction within 1 month of joining   [1]\n"
    (editor.folder / "national.rules").write_text(mended, encoding="utf-8")
    editor.tell("textDocument/didSave", {"textDocument": {"uri": editor.uri("national.rules")}})
    assert [each for each in editor.told("uses.rules") if each["severity"] == 1] == []


def test_a_text_that_is_in_no_file_is_looked_at_too(editor: Editor) -> None:
    document = {"uri": "untitled:Untitled-1", "languageId": "trainrules", "version": 1, "text": "Group B by"}
    editor.tell("textDocument/didOpen", {"textDocument": document})
    place = {"textDocument": {"uri": "untitled:Untitled-1"}, "position": {"line": 0, "character": 6}}
    assert editor.ask("textDocument/hover", place) is None

"""Names are coloured by what they are, and the outline has each sentence with what is in it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from tests.lsp.client import Editor

TEXT = """\
role "😀 lead"   # “x”
course Induction
"😀 lead" must complete Induction within 1 month   [1]
    "in
     two lines"
example "never trained"
  "😀 lead" from 1 March 2022
  as of 2 March 2022
  expect [1] pending
"""


def coloured(editor: Editor, text: str) -> list[tuple[int, int, str, str]]:
    """Return line, first unit, words and colour of each stretch; a declaring one ends in `!`."""
    editor.open(text)
    data = editor.about("semanticTokens/full")["data"]
    legend = editor.capabilities["semanticTokensProvider"]["legend"]["tokenTypes"]
    found, line, start = [], 0, 0
    for at in range(0, len(data), 5):
        down, along, length, kind, declares = data[at : at + 5]
        line, start = line + down, along if down else start + along
        units = text.split("\n")[line].encode("utf-16-le")[2 * start : 2 * (start + length)]
        found.append((line, start, units.decode("utf-16-le"), legend[kind] + "!" * declares))
    return found


def test_words_are_coloured_by_what_they_are(editor: Editor) -> None:
    found = coloured(editor, TEXT)
    assert found[:5] == [
        (0, 0, "role", "keyword"),
        (0, 5, '"😀 lead"', "class!"),
        (0, 17, "# “x”", "comment"),
        (1, 0, "course", "keyword"),
        (1, 7, "Induction", "function!"),
    ]
    assert (2, 0, '"😀 lead"', "class") in found
    assert (2, 41, "1", "number") in found
    assert (2, 51, "[1]", "decorator!") in found
    assert (8, 9, "[1]", "decorator") in found


def test_a_quote_over_two_lines_is_coloured_on_each(editor: Editor) -> None:
    found = coloured(editor, TEXT)
    assert [each for each in found if each[0] in (3, 4)] == [
        (3, 4, '"in', "string"),
        (4, 0, '     two lines"', "string"),
    ]


def test_no_two_colours_overlap(editor: Editor) -> None:
    found = coloured(editor, TEXT + TEXT.replace("[1]", "[2]") + "groups A-C\nGroups A-C within 1 month\n")
    for one, other in pairwise(found):
        assert one[:2] < other[:2]
        assert one[0] < other[0] or one[1] + len(one[2].encode("utf-16-le")) // 2 <= other[1]


def test_the_outline_has_every_sentence_and_what_an_example_expects(editor: Editor) -> None:
    editor.open(TEXT)
    found: list[dict[str, Any]] = editor.about("documentSymbol")
    assert [each["name"] for each in found] == ['role "😀 lead"', "course Induction", "[1]", "never trained"]
    assert found[2]["detail"] == '"😀 lead" must complete Induction within 1 month'
    assert [each["name"] for each in found[3]["children"]] == ["expect [1] pending"]
    assert found[2]["range"]["end"] == {"line": 4, "character": 15}
    assert found[2]["selectionRange"]["end"]["line"] == 2

"""Pygments knows the language by its name and its files, and every rule file on a page has its colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.token import Comment, Error, Keyword, Name, Number, Punctuation, String, Token
from tests.docs.pages import DOCS, ROOT, blocks

PAGES = sorted(
    path for path in (*DOCS.rglob("*.md"), ROOT / "README.md") if "```rules" in path.read_text("utf-8")
)
POLICIES = sorted((ROOT / "policies").glob("*.rules"))


def coloured(text: str) -> list[tuple[object, str]]:
    """Return the tokens of *text*, white space left out."""
    return [
        (kind, words) for kind, words in get_lexer_by_name("trainrules").get_tokens(text) if words.strip()
    ]


def wrong(text: str) -> list[str]:
    return [words for kind, words in coloured(text) if kind in (Error, Token.Text)]


def test_each_word_has_its_colour() -> None:
    text = (
        'role "Deputy DSL"  # “x”\nGroup B should, by 1 May 2026, complete A training [6.12 b]\n  2. “aims”\n'
    )
    assert coloured(text) == [
        (Keyword.Declaration, "role"),
        (String.Double, '"Deputy DSL"'),
        (Comment.Single, "# “x”"),
        (Keyword.Declaration, "Group"),
        (Name, "B"),
        (Keyword.Type, "should"),
        (Punctuation, ","),
        (Keyword, "by"),
        (Number.Integer, "1"),
        (Keyword.Type, "May"),
        (Number.Integer, "2026"),
        (Punctuation, ","),
        (Keyword, "complete"),
        (Name, "A"),
        (Keyword, "training"),
        (Name.Label, "[6.12 b]"),
        (Number, "2."),
        (String.Double, "“aims”"),
    ]


def test_a_month_and_a_word_that_opens_a_line_have_colours_of_their_own() -> None:
    assert (Keyword.Constant, "September") in coloured("Group B by 1 September 2026")
    assert (Keyword, "course") in coloured("Every course must meet")


@pytest.mark.parametrize("path", [*PAGES, *POLICIES], ids=lambda path: path.name)
def test_nothing_in_a_rule_file_is_without_a_colour(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    shown = [each.text for each in blocks(text, "rules")] if path in PAGES else [text]
    assert shown
    assert [wrong(each) for each in shown if wrong(each)] == []


def test_what_is_no_word_of_the_language_is_an_error() -> None:
    assert wrong("Group B within 6 months; [1]") == [";"]


def test_a_file_is_known_by_its_ending() -> None:
    assert get_lexer_for_filename("hackney.rules").name == "Training rules"


def test_what_the_page_about_editors_shows_of_pygments_is_so() -> None:
    (shown,) = blocks((DOCS / "editors.md").read_text(encoding="utf-8"), "python")
    exec(compile(shown.text, "editors.md", "exec"), {})

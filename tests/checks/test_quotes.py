"""Quotes are held to their source word for word; the marks of typesetting are left aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainrules import api
from trainrules.checks.quoting import agreeing_start, is_quoted_from
from trainrules.resources import policy_names, policy_path

SOURCE = """## 6.12 Deadlines

- **Group B** staff should be trained within *six
months* of starting the role ([see the guide](http://example.org/a_b "title")) – and “no later”.¹
- Levels 1-2, as <u>defined</u> in the children's workforce.2 The next one_two.
"""


@pytest.mark.parametrize(
    "quote",
    [
        "Group B staff should be trained within six months of starting the role",
        "staff   should\nbe trained",
        "of starting the role (see the guide) - and",
        'and "no later".',
        "and ‘no later’".replace("‘", "“").replace("’", "”"),
        "and “no later”. Levels 1–2, as defined",
        "the children’s workforce. The next",
        "children's workforce.2",
        "_Group B_ staff",
    ],
)
def test_the_same_words_are_found(quote: str) -> None:
    assert is_quoted_from(quote, SOURCE)


@pytest.mark.parametrize(
    "quote",
    [
        "",
        "  ",
        "*_*",
        "Group B staff must be trained",
        "should be trained within six month",
        "taff should be trained",
        "within 6 months",
        "group b staff",
        "trained should be",
        "Deadlines - Group C",
    ],
)
def test_other_words_are_not(quote: str) -> None:
    assert not is_quoted_from(quote, SOURCE)


def test_where_a_quote_and_its_source_part_ways() -> None:
    assert agreeing_start("staff should be trained in six months", SOURCE) == "staff should be trained"
    assert agreeing_start("nothing of this", SOURCE) == ""


STANDARD = 'standard "Minimum" for courses {}\n  1. "explicit aims" {}\n'


@pytest.mark.parametrize(
    ("cited", "item", "expected"),
    [("[5.1]", "", ["TR304"]), ("", "[5.1 S1]", ["TR304"]), ("", "", [])],
)
def test_items_are_quotes_where_they_or_their_standard_have_a_citation(
    tmp_path: Path, cited: str, item: str, expected: list[str]
) -> None:
    (tmp_path / "s.txt").write_text("clear objectives", encoding="utf-8")
    text = 'source "S" in "s.txt"\n' + STANDARD.format(cited, item)
    assert [each.code for each in api.check(text, folder=tmp_path)] == expected


def test_quotes_of_declarations_notes_and_equivalences_are_checked(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("something else", encoding="utf-8")
    text = (
        'source "S" in "s.txt"\n'
        'group B: "own words, which are no quote" [1]\n    "not there"\n'
        'course Induction [2]\n    "not there"\n'
        'Induction counts as Group B training [3]\n    "not there"\n'
        'note "also own words" [4]\n    "not there"\n'
    )
    assert [each.code for each in api.check(text, folder=tmp_path)] == ["TR304"] * 4


@pytest.mark.parametrize("place", ["s.txt", "sources/s.txt", "../sources/s.txt", "../../../sources/s.txt"])
def test_a_source_is_looked_for_beside_the_file_and_in_folders_called_sources(
    tmp_path: Path, place: str
) -> None:
    folder = tmp_path / "a" / "b" / "c"
    folder.mkdir(parents=True)
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    (folder / place).write_text("the words", encoding="utf-8")
    text = 'source "S" in "s.txt"\nGroup B within 6 months [1]\n    "the words"\n'
    (folder / "p.rules").write_text(text, encoding="utf-8")
    assert api.check(folder / "p.rules") == ()


def test_a_source_can_be_given_and_one_that_is_not_found_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("the words", encoding="utf-8")
    text = 'source "S" in "s.txt"\nGroup B within 6 months [1]\n    "the words"\n'
    assert api.check(text, sources=tmp_path) == ()
    (found,) = api.check(text)
    assert (found.code, found.is_error) == ("TR305", False)


@pytest.mark.parametrize("name", policy_names())
def test_every_bundled_policy_has_no_findings_at_all(name: str) -> None:
    assert api.check(Path(str(policy_path(name)))) == ()

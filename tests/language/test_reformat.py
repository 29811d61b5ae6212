"""A file put in order: the same tree, its comments and blank lines kept, nothing to do a second time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.language.tree_sentences import trees

from trainrules.language.ast import Tree
from trainrules.language.format import format_tree
from trainrules.language.parse import parse
from trainrules.language.reformat import reformat
from trainrules.source import Source

HERE = Path(__file__).parent
FILES = [*sorted((HERE / "good").glob("*.rules")), *sorted((HERE.parents[1] / "policies").glob("*.rules"))]


def ordered(text: str) -> str:
    return reformat(Source("<text>", text))[0]


def comments(text: str) -> list[str]:
    return sorted(line.split("#", 1)[1].strip() for line in text.splitlines() if "#" in line)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_keeps_its_tree_and_its_comments(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    made = ordered(text)
    assert parse(Source("<text>", made)) == (parse(Source("<text>", text))[0], ())
    assert comments(made) == comments(text)
    assert ordered(made) == made


def test_words_are_put_in_order() -> None:
    text = 'GROUP B   within 6 months\n   of  taking up the post   [6.5]\n  "a   quote"\n'
    assert ordered(text) == 'Group B within 6 months of starting [6.5]\n    "a quote"\n'


def test_a_long_sentence_is_broken_before_a_time_or_a_clause() -> None:
    text = (
        'Everyone must complete "Introduction to Safeguarding" within 4 weeks of starting, '
        "not beyond 6 months of joining, prior training does not count\n"
    )
    assert ordered(text) == (
        'Everyone must complete "Introduction to Safeguarding" within 4 weeks of starting,\n'
        "    not beyond 6 months of joining, prior training does not count\n"
    )


def test_comments_and_single_blank_lines_stay_where_they_are() -> None:
    text = (
        "\n\n# first\n\n\n# second\nGroup B within 6 months # beside\n\n\n   # about C\n"
        'Group C # c\n  within 12 months # deep\n\nexample "x" # e\n\n  # a fact\n  joined 1 March 2022 # j\n'
        "  # then\n\n  as of 2 March 2022\n  # under\n# last\n\n"
    )
    assert ordered(text) == (
        "# first\n\n# second\nGroup B within 6 months  # beside\n\n# about C\n"
        '# deep\nGroup C within 12 months  # c\n\nexample "x"  # e\n\n'
        "  # a fact\n  joined 1 March 2022  # j\n"
        "  # then\n\n  as of 2 March 2022\n  # under\n# last\n"
    )
    assert ordered(ordered(text)) == ordered(text)


def test_a_file_with_an_error_comes_back_as_it_is() -> None:
    text = "Group B   within 6 months\nGroup C within\n"
    made, told = reformat(Source("<text>", text))
    assert made == text
    assert [each.code for each in told] == ["TR102"]


def test_an_empty_file_stays_empty() -> None:
    assert ordered("\n \n") == ""
    assert ordered("# only this") == "# only this\n"


@given(trees, st.data())
def test_comments_put_anywhere_survive(tree: Tree, data: st.DataObject) -> None:
    lines = format_tree(tree).splitlines()
    told = 0
    for place in range(len(lines)):
        how = data.draw(st.sampled_from(("", "beside", "above", "indented")))
        told += bool(how)
        if how == "beside":
            lines[place] += f"  # c{told}x"
        elif how:
            lines[place] = f"{'  ' if how == 'indented' else ''}# c{told}x\n{lines[place]}"
    text = "\n".join(lines)
    made = ordered(text)
    assert parse(Source("<text>", made))[0] == parse(Source("<text>", text))[0] == tree
    assert all(f"# c{number}x" in made for number in range(1, told + 1))
    assert ordered(made) == made

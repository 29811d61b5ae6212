"""A file put in order: the same tree, its comments and blank lines kept, nothing to do a second time."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainrules.language.ast import Tree
from trainrules.language.format import format_tree
from trainrules.language.layout import WIDTH
from trainrules.language.parse import parse
from trainrules.language.reformat import reformat
from trainrules.source import Source
from trainrules.testing.strategies.syntax import trees

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
    assert ordered(text) == 'Group B within 6 months of taking up the post   [6.5]\n    "a quote"\n'


SPELT = {
    "group b must  complete X Training WITHIN 6 Months": ("group b must complete X training within 6 months"),
    "LEVELS 1 - 2 Single-agency ONLY": "Levels 1–2 Single-agency only",
    "Role B Must complete GROUP A training by 1 may 2022": (
        "Role B must complete Group A training by 1 May 2022"
    ),
    "Members of “the  Board” MUST attend at least 80 %of its meetings each CALENDAR year": (
        'Members of "the Board" must attend at least 80% of its meetings each calendar year'
    ),
    'course “the "big" one” ,e-learning , also called  B': (
        'course “the "big" one”, e-learning, also called B'
    ),
    "in force from 1 september 2021 UNTIL 2 OCTOBER 2022": (
        "in force from 1 September 2021 until 2 October 2022"
    ),
    'group B : "a"[ 6.5  B ]': 'group B: "a"   [6.5 B]',
    "Group B every 2 years , UNLESS local  rules differ": "Group B every 2 years, unless local rules differ",
    "Group B within 6 months , INSTEAD of [ 1 ]": "Group B within 6 months, instead of [1]",
}


@pytest.mark.parametrize("text", SPELT)
def test_words_have_one_spelling_and_names_their_own(text: str) -> None:
    assert ordered(text) == SPELT[text] + "\n"
    assert ordered(SPELT[text]) == SPELT[text] + "\n"


def test_citations_of_neighbours_stand_under_each_other() -> None:
    text = (
        "Group A within 3 months [6.12 A]\n"
        "Group B within 12 months of joining [6.12 B]\n\n"
        "Group C within 1 month [1]\n"
        '    "its own words"\n'
        "DSL every 2 years [2]\n"
    )
    assert ordered(text) == (
        "Group A within 3 months               [6.12 A]\n"
        "Group B within 12 months of joining   [6.12 B]\n\n"
        "Group C within 1 month   [1]\n"
        '    "its own words"\n'
        "DSL every 2 years   [2]\n"
    )


def test_a_comment_that_moves_above_a_sentence_parts_it_from_the_one_before() -> None:
    made = ordered('body A [0]\ngroups 1–8 [0]\n# between\n    "A"\n')
    assert made == 'body A   [0]\n# between\ngroups 1–8   [0]\n    "A"\n'
    assert ordered(made) == made


def test_a_long_quote_is_broken_between_words_and_a_name_is_not() -> None:
    words = "people who work regularly with children and young people, adults, parents or carers"
    made = ordered(
        f'group B: "{words}, and with others" [6.5 B]\n    "{words}, as the strategy says in full"\n'
    )
    assert made == (
        f'group B: "{words}, and with\n'
        '    others"   [6.5 B]\n'
        f'    "{words}, as the strategy says\n'
        '    in full"\n'
    )
    name = "Introduction to Safeguarding for Everyone in this Area"
    long = f'Everyone must complete "{name}" or "{name}" within 4 weeks\n'
    assert f'"{name}"' in ordered(long)
    assert all(len(line) <= WIDTH for line in ordered(long).splitlines())


def test_no_line_of_a_standard_begins_with_a_figure_that_is_no_item() -> None:
    text = f'standard S for courses\n  1. "{"many words " * 9}in 2010 and 2011 and 2012 and 2013" [1]\n'
    made = ordered(text)
    assert parse(Source("x", made))[0] == parse(Source("x", text))[0]
    assert [line.strip()[:2] for line in made.splitlines()][1] == "1."


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
        "# first\n\n# second\nGroup B within 6 months   # beside\n\n# about C\n"
        '# deep\nGroup C within 12 months   # c\n\nexample "x"   # e\n\n'
        "  # a fact\n  joined 1 March 2022   # j\n"
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

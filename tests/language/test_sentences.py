"""How a text falls into sentences."""

from __future__ import annotations

from tests.language.text import codes, one, told, tree

from trainrules.language import ast
from trainrules.language.parse import parse
from trainrules.language.sentences import split
from trainrules.source import Source


def pieces(text: str) -> list[str]:
    return [text[block.span.start : block.span.end] for block in split(text)]


def test_a_line_at_the_margin_starts_a_sentence_and_an_indented_line_goes_on_with_it() -> None:
    assert pieces("one\n  two\n\tthree\nfour") == ["one\n  two\n\tthree", "four"]


def test_comments_and_blank_lines_are_no_part_of_a_sentence() -> None:
    assert pieces("# first\n\none # said of it\n\n   # more\n# last\n") == ["one"]


def test_a_hash_in_quotes_is_text_and_an_unclosed_quote_ends_with_its_line() -> None:
    assert pieces('note "a # b" # c\nnote “# "”') == ['note "a # b"', 'note “# "”']
    assert pieces('note "a # b\ntwo') == ['note "a # b', "two"]


def test_line_ends_of_every_kind_and_a_byte_order_mark_are_white_space() -> None:
    assert tree("\ufeffGroup B within 6 months\r\nGroup C within 12 months\r\n") == tree(
        "Group B within 6 months\nGroup C within 12 months"
    )


def test_places_are_those_of_the_whole_file() -> None:
    text = "# a comment\nGroup B within 6 months\nGroup C within 12 foos\n"
    made, said = parse(Source("<text>", text))
    assert [text[each.span.start : each.span.end] for each in made.sentences] == ["Group B within 6 months"]
    assert [(each.line, text[each.span.start : each.span.end]) for each in said if each.span] == [(3, "foos")]


def test_a_quote_after_a_citation_may_go_over_several_lines() -> None:
    rule = one('Group B within 6 months [6.5]\n    "within\n    six   months"\n    “and "more"”')
    assert rule.quotes == (ast.Quote("within six months"), ast.Quote('and "more"'))


def test_the_items_of_a_standard_and_the_facts_of_an_example_are_lines() -> None:
    made = one(
        'standard "S" for agencies,\n    including "R" [1]\n    "a quote"\n'
        '  1. "one"\n\n  # two\n  2. "t\n     wo"'
    )
    assert made.including == (ast.Name("R"),)
    assert [(each.number, each.text.text) for each in made.items] == [("1", "one"), ("2", "t wo")]
    example = one(
        'example "x"\n  completed Induction on 1 March 2022,\n      e-learning\n  as of 2 March 2022'
    )
    assert [each.kind for each in example.facts] == ["completed", "as of"]
    assert example.facts[0].modes == (ast.Name("e-learning"),)


def test_a_bad_sentence_hides_no_other() -> None:
    made, said = parse(
        Source("<text>", "Group A within\nGroup B within 6 months\nfoo bar\nGroup C every year")
    )
    assert len(made.sentences) == 2
    assert [each.line for each in said] == [1, 3]


def test_a_bad_line_of_a_block_hides_no_other() -> None:
    text = 'standard "S" for agencies\n  1. "one"\n  2. two\n  3. "three"'
    made, said = parse(Source("<text>", text))
    (standard,) = made.sentences
    assert isinstance(standard, ast.Standard)
    assert [item.number for item in standard.items] == ["1", "3"]
    assert [each.line for each in said] == [3]


def test_an_indented_line_that_is_a_sentence_is_read_as_one_with_a_warning() -> None:
    text = "Group B within 6 months\n  Group C within 12 months\n  DSL every year"
    made, said = parse(Source("<text>", text))
    assert made == tree("Group B within 6 months\nGroup C within 12 months\nDSL every year")
    assert [(each.code, each.line, each.is_error) for each in said] == [
        ("TR113", 2, False),
        ("TR113", 3, False),
    ]


def test_an_indented_first_line_and_one_after_a_gap_are_warned_of() -> None:
    assert codes("  Group B within 6 months") == ["TR113"]
    assert codes("Group B\n\n  within 6 months") == ["TR113"]
    assert codes('example "x"\n\n  joined 1 March 2022\n\n  as of 2 March 2022') == []


def test_a_rule_that_lost_its_ending_is_warned_of_and_a_declaration_is_not() -> None:
    assert codes("Group B [6.5]") == ["TR120"]
    assert not any(each.is_error for each in told("Group B [6.5]"))
    assert codes('group B: "who work with children" [6.5]\nlevels 1–8\nrole DSL [6.13]') == []


def test_an_empty_text_is_an_empty_tree() -> None:
    assert tree("") == tree("\n\n   \n# only a comment") == ast.Tree()

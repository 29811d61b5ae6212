"""A name leads to its declaration and to its other places; a rule under the pointer is told in full words."""

from __future__ import annotations

from tests.lsp.client import CURSOR, Editor, position

TEXT = """\
groups A–C
role DSL: "designated safeguarding lead"   [2.1]
course Induction, also called "the first day"
attribute sector: health, school
standard "Minimum" for single-agency courses   [App]
  1. "aims"
Everyone must complete Induction within 1 month of joining   [6.12 i]
DSL must complete "the first day" within 2 months            [6.13]
Group B within 6 months, instead of [6.12 i]                 [6.12 B]
staff in the health sector must complete Induction once
Every single-agency course must meet standard "Minimum"      [7]
example "waived"
  Group B from 1 March 2022, sector is health
  waived [6.13] from 1 August 2022
  as of 2 September 2022
  expect [6.12 B] due 1 September 2022, overdue since 2 September 2022
"""


def marked(words: str, at: int = 0, nth: int = 1) -> str:
    """Return `TEXT` with the cursor *at* characters into the *nth* time that it has *words*."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return TEXT[: start + at] + CURSOR + TEXT[start + at :]


def told(editor: Editor, text: str) -> str:
    """Return what is said at the cursor of *text*; empty for nothing."""
    found = editor.at("hover", text)
    return str(found["contents"]["value"]) if found else ""


def leads_to(editor: Editor, text: str) -> list[tuple[int, int, int]]:
    """Return the line and the first and last units of each place that the name at the cursor leads to."""
    return [places(each) for each in editor.at("definition", text)]


def places(location: dict[str, dict[str, dict[str, int]]]) -> tuple[int, int, int]:
    start, end = location["range"]["start"], location["range"]["end"]
    return start["line"], start["character"], end["character"]


def test_a_rule_is_read_back_with_worked_dates(editor: Editor) -> None:
    said = told(editor, marked("within 6 months"))
    assert "Staff in Group B must complete Group B training within 6 months of starting." in said
    assert "Starting on 29 February 2024: due 29 August 2024; overdue from 30 August 2024." in said
    assert said.startswith(r"**\[6.12 B\] must**")


def test_a_label_reads_back_the_rule_that_it_names(editor: Editor) -> None:
    said = told(editor, marked("[6.12 i]", at=3, nth=2))
    assert "Everyone must complete Induction within 1 month of joining." in said


def test_a_name_shows_how_it_is_declared(editor: Editor) -> None:
    said = told(editor, marked("DSL must"))
    assert said.startswith("**DSL**: a role")
    assert "line 2:" in said
    assert 'role DSL: "designated safeguarding lead"   [2.1]' in said


def test_a_comment_and_a_sentence_that_does_not_parse_say_nothing(editor: Editor) -> None:
    assert told(editor, TEXT + "# Ind‸uction") == ""
    assert told(editor, TEXT + "Group B wi‸thin soon") == ""


def test_a_name_leads_to_its_declaration_by_each_of_its_names(editor: Editor) -> None:
    assert leads_to(editor, marked("DSL must")) == [(1, 5, 8)]
    course = [(2, 7, 16), (2, 30, 45)]
    assert leads_to(editor, marked("complete Induction", at=10)) == course
    assert leads_to(editor, marked('"the first day"', at=1, nth=2)) == course
    assert leads_to(editor, marked("health sector")) == [(3, 18, 24)]
    assert leads_to(editor, marked("sector must")) == [(3, 10, 16)]
    assert leads_to(editor, marked('standard "Minimum"', at=10, nth=2)) == [(4, 9, 18)]


def test_a_name_of_two_things_leads_to_the_one_that_is_meant(editor: Editor) -> None:
    text = "attribute sector: health\nattribute trust: health, acute\nstaff in the hea‸lth trust once\n"
    assert leads_to(editor, text) == [(1, 17, 23)]
    text = "groups 1 and 2\nlevels 1 and 2\nLevels 1 and ‸2 within 6 months\n"
    assert leads_to(editor, text) == [(1, 13, 14)]


def test_a_name_within_a_range_leads_to_the_range(editor: Editor) -> None:
    assert leads_to(editor, marked("Group B within", at=6)) == [(0, 7, 10)]


def test_a_label_leads_to_its_rule_from_a_clause_a_waiver_and_an_expectation(editor: Editor) -> None:
    assert leads_to(editor, marked("[6.12 i]", at=1, nth=2)) == [(6, 61, 69)]
    assert leads_to(editor, marked("waived [6.13]", at=9)) == [(7, 61, 67)]
    assert leads_to(editor, marked("expect [6.12 B]", at=9)) == [(8, 61, 69)]


def test_what_a_used_file_declares_leads_there(editor: Editor) -> None:
    (editor.folder / "kcsie.rules").write_text(
        "role Head\nEveryone must complete KCSIE once   [93]\ncourse KCSIE\n", encoding="utf-8"
    )
    text = 'uses "kcsie.rules"\nHe‸ad must complete KCSIE once   [1]\n'
    (found,) = editor.at("definition", text)
    assert (found["uri"], places(found)) == (editor.uri("kcsie.rules"), (0, 5, 9))
    text = 'uses "kcsie.rules"\nHead must complete KCSIE once, instead of [kcsie: 9‸3]   [93]\n'
    (found,) = editor.at("definition", text)
    assert (found["uri"], places(found)) == (editor.uri("kcsie.rules"), (1, 36, 40))


def test_a_line_that_uses_a_file_leads_to_it(editor: Editor) -> None:
    (editor.folder / "used.rules").write_text("role Head\n", encoding="utf-8")
    (found,) = editor.at("definition", 'uses "use‸d.rules"\nuses "not there.rules"\n')
    assert (found["uri"], places(found)) == (editor.uri("used.rules"), (0, 0, 0))
    assert editor.at("definition", 'uses "used.rules"\nuses "not‸ there.rules"\n') == []


def test_a_line_leads_to_its_file_by_whatever_way_it_is_written(editor: Editor) -> None:
    (editor.folder / "sub").mkdir()
    (editor.folder / "c.rules").write_text("role Head\n", encoding="utf-8")
    (editor.folder / "b.rules").write_text('uses "c.rules"\n', encoding="utf-8")
    for text in (
        'uses "sub/../c‸.rules"\n',
        'uses "b.rules"\nuses "sub/../c‸.rules"\n',
        'uses "sub/../c.rules"\nuses "c‸.rules"\n',
    ):
        (found,) = editor.at("definition", text)
        assert found["uri"] == editor.uri("c.rules")


def test_every_place_of_a_name_is_found_with_its_declaration_or_without(editor: Editor) -> None:
    text = marked("DSL must")
    everywhere = editor.at("references", text, context={"includeDeclaration": True})
    assert [places(each) for each in everywhere] == [(1, 5, 8), (7, 0, 3)]
    without = editor.at("references", text, context={"includeDeclaration": False})
    assert [places(each) for each in without] == [(7, 0, 3)]
    assert editor.at("references", TEXT + "\n‸", context={"includeDeclaration": True}) == []


def test_a_place_counts_in_the_units_of_the_editor(editor: Editor) -> None:
    text = (
        'role "😀 lead": "’ “x”"\nrole Deputy\n"😀 lead" and Dep‸uty must complete Induction within 1 month\n'
    )
    assert leads_to(editor, text) == [(1, 5, 11)]
    text = 'role "😀 lead"\n"😀 le‸ad" must complete “K’s 😀” within 1 month\ncourse “K’s 😀”\n'
    assert leads_to(editor, text) == [(0, 5, 14)]
    text = 'role "😀 lead"\n"😀 lead" must complete “K’s 😀‸” within 1 month\ncourse “K’s 😀”\n'
    assert leads_to(editor, text) == [(2, 7, 15)]
    assert position("😀’“", 3) == {"line": 0, "character": 4}

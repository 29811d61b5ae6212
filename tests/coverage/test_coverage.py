"""Which normative sentences of a source nothing quotes, told as text, as JSON and as a page."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest
from tests.cli.conftest import run as run
from tests.cli.world import Run

from trainrules import api
from trainrules.coverage import Coverage, coverage
from trainrules.coverage.located import located, plain
from trainrules.coverage.sentences import sentences
from trainrules.coverage.told import as_html, as_json, as_text, parts
from trainrules.model.files import rules_of_text
from trainrules.resources import policy_names, policy_path
from trainrules.source import Source

STRATEGY = """# 4. Training

- 4.1 Staff **must** train within six months. Training is good, e.g. for Dr. Smith.
- 4.2 Leads should refresh
  every two years.[^1] Managers will help them!

| Group | Need |
| A | Is required to train |

We like training.
"""
RULES = """course X
Everyone must complete X within 6 months [4.1]
    "Staff must train within six months."
note "no act" [4.2]
    "Leads should refresh every two years."
"""


def covered(rules: str = RULES, source: str = STRATEGY) -> Coverage:
    return coverage(rules_of_text(Source("ours.rules", rules), None), source)


def test_sentences_end_at_stops_list_items_and_rows_but_not_at_abbreviations() -> None:
    assert [(each.line, each.text) for each in sentences(STRATEGY)] == [
        (1, "4. Training"),
        (3, "4.1 Staff **must** train within six months."),
        (3, "Training is good, e.g. for Dr. Smith."),
        (4, "4.2 Leads should refresh every two years.[^1]"),
        (5, "Managers will help them!"),
        (7, "Group | Need |"),
        (8, "A | Is required to train |"),
        (10, "We like training."),
    ]


@pytest.mark.parametrize(
    ("text", "is_normative"),
    [
        ("Staff must train.", True),
        ("It is recommended that staff train.", True),
        ("Agencies are responsible for records.", True),
        ("Employers need to release staff.", True),
        ("The mustard willow shoulders on.", False),
        ("Staff may train.", False),
        ("Training is good.", False),
    ],
)
def test_a_sentence_is_normative_by_its_words(text: str, is_normative: bool) -> None:
    (only,) = sentences(text)
    assert only.is_normative is is_normative


@pytest.mark.parametrize(
    ("quote", "place"),
    [
        ("Staff must train", "Staff **must** train"),
        ("refresh every two years", "refresh\n  every two years"),
        ("every two years. Managers", "every two years.[^1] Managers"),
        ("must tra", None),
        ("never said", None),
    ],
)
def test_a_quote_is_found_where_it_stands_whatever_the_marks(quote: str, place: str | None) -> None:
    found = located(quote, (plain(STRATEGY), plain(STRATEGY, note_digits=False)))
    assert [STRATEGY[start:end] for start, end in found] == ([place] if place else [])


def test_what_nothing_quotes_is_left_with_its_line_and_the_share() -> None:
    found = covered()
    assert [(each.sentence.line, each.sentence.text) for each in found.left] == [
        (5, "Managers will help them!"),
        (8, "A | Is required to train |"),
    ]
    assert found.share == Fraction(2, 4)
    assert as_text("ours", found) == (
        "ours: 2 of 4 normative sentences quoted (50%), 2 left\n"
        "  line 5: Managers will help them!\n"
        "  line 8: A | Is required to train |\n"
    )


def test_each_sentence_says_what_quotes_it() -> None:
    told = json.loads(as_json("ours", covered()))
    assert (told["normative"], told["quoted"], told["share"]) == (4, 2, 0.5)
    assert told["sentences"][0]["quoted_by"] == [{"kind": "rule", "label": "4.1", "line": 2}]
    assert told["sentences"][1]["quoted_by"] == [{"kind": "note", "label": "4.2", "line": 4}]
    assert told["sentences"][2] == {"line": 5, "text": "Managers will help them!", "quoted_by": []}


def test_items_of_standards_and_descriptions_count_as_quotes() -> None:
    rules = 'group A: "Is required to train"\nstandard S for courses\n  1. "Managers will help them"\n'
    assert [each.sentence.line for each in covered(rules).left] == [3, 4]


def test_with_nothing_normative_everything_is_quoted() -> None:
    found = covered(source="Training is good.")
    assert (found.share, found.left) == (1, ())
    assert as_text("ours", found) == "ours: 0 of 0 normative sentences quoted (all), none left\n"


def test_the_page_shows_the_whole_source_marked_and_every_link_leads_somewhere() -> None:
    found = covered(source=STRATEGY + "<script>alert(1)</script> must\n")
    assert "".join(part.text for part in parts(found)) == found.source
    page = as_html("ours", found)
    ids = set(re.findall(r'id="([^"]+)"', page))
    links = re.findall(r'href="([^"]+)"', page)
    assert links
    assert all(link[0] == "#" and link[1:] in ids for link in links)
    assert "<script" not in page
    assert '<mark class="left">Managers will help them!</mark>' in page


def test_the_marks_of_bold_type_in_a_source_are_not_shown() -> None:
    page = as_html("ours", covered(source="Staff must train in **both** ways."))
    assert "must train in both ways" in page


@pytest.mark.parametrize("name", policy_names())
def test_every_normative_sentence_of_a_bundled_strategy_is_quoted(name: str) -> None:
    file, _ = api.read(str(policy_path(name)))
    source = api.source_text(file)
    assert source is not None
    found = coverage(file, source)
    assert [each.sentence.text for each in found.left] == []
    assert len(found.normative) > 15


def test_the_command_says_what_is_left_and_fails_for_it(run: Run, tmp_path: Path) -> None:
    rules, source = tmp_path / "ours.rules", tmp_path / "strategy.txt"
    rules.write_text(f'source "S" in "strategy.txt"\n{RULES}', encoding="utf-8")
    source.write_text(STRATEGY, encoding="utf-8")
    ran = run("coverage", rules)
    assert (ran.status, ran.out) == (1, as_text(str(rules), covered(RULES)))
    assert run("coverage", "hackney").status == 0
    out = tmp_path / "page.html"
    assert run("coverage", rules, "--format", "html", "--output", out).status == 1
    assert out.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_source_that_is_not_there_is_said(run: Run, tmp_path: Path) -> None:
    rules = tmp_path / "ours.rules"
    rules.write_text("Everyone must complete X within 6 months [4.1]\n", encoding="utf-8")
    ran = run("coverage", rules)
    assert (ran.status, ran.out) == (2, "")
    assert "--source FILE" in ran.err
    assert run("coverage", rules, "--source", tmp_path / "absent.txt").status == 2
    assert run("coverage", "hackney", "sandwell", "--format", "json").status == 2

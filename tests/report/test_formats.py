"""JSON, JSON Lines, CSV and HTML say what the findings say, in shapes that do not move."""

from __future__ import annotations

import csv
import io
import json
import re
from fractions import Fraction
from html.parser import HTMLParser

import jsonschema
import pytest
from attrs import evolve
from tests.report.cases import AMINA, AMINAS, BENS, LATE, QUOTA, TRAINERS, UNDECIDED, result

from trainrules.findings import json_number
from trainrules.report import FORMATS, report
from trainrules.report.case import Case
from trainrules.report.csv import COLUMNS
from trainrules.report.json import as_dict
from trainrules.resources import read_text

ALL = (AMINAS, BENS, UNDECIDED, TRAINERS)


def shown(name: str, *cases: Case, violations_only: bool = False) -> str:
    return "".join(report(name)(cases, violations_only))


def table(*cases: Case, violations_only: bool = False) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(shown("csv", *cases, violations_only=violations_only), newline=""))]


def test_a_result_has_the_shape_of_the_interface() -> None:
    found = AMINAS.results[0].to_dict()
    assert found["record"] == "S-0193"
    assert found["obligations"][2] == {
        "rule": "6.12 B",
        "strength": "should",
        "owed": "Group B training",
        "status": "overdue",
        "opens": "2022-03-01",
        "due": "2022-09-01",
        "satisfied_by": None,
        "satisfied_on": None,
        "late_by": None,
        "missing": [],
        "changes_on": None,
    }
    assert found["violations"][1] == {
        "rule": "6.12 B",
        "strength": "should",
        "kind": "overdue",
        "since": "2022-09-02",
        "until": None,
        "days": 1,
        "due": "2022-09-01",
        "owed": "Group B training",
        "have": None,
        "need": None,
        "consequence": None,
        "event": None,
        "cure": "complete Group B training",
    }
    assert found["events"] == [
        {
            "event": "T1",
            "counted_for": ["6.12 induction"],
            "not_counted_for": [{"rule": "6.12 B", "why": "it is for Group A"}],
        }
    ]
    assert found["notices"] == ["the strategy is past its review date, September 2022"]
    assert (found["as_of"], found["changes_on"]) == ("2022-09-02", "2023-01-02")


def test_keys_never_disappear() -> None:
    empty, full = result().to_dict(), AMINAS.results[0].to_dict()
    assert [*empty] == [*full] == [*as_dict(AMINAS.results[0], violations_only=True)]


@pytest.mark.parametrize("violations_only", [False, True])
def test_results_satisfy_the_shipped_schema(violations_only: bool) -> None:
    schema = json.loads(read_text("schemas", "result.schema.json"))
    for case in ALL:
        for each in case.results:
            jsonschema.validate(as_dict(each, violations_only), schema)


def test_json_is_one_array_of_results() -> None:
    results = json.loads(shown("json", *ALL))
    assert [each["record"] for each in results] == ["S-0193", "S-0200", "B-1", "S-0200", "S-0200"]
    assert json.loads(shown("json")) == []


def test_only_violations_keeps_the_results_that_have_any_and_empties_the_rest() -> None:
    results = json.loads(shown("json", *ALL, violations_only=True))
    assert [each["record"] for each in results] == ["S-0193", "S-0200"]
    assert all(each["obligations"] == each["events"] == [] for each in results)


def test_json_lines_are_the_results_of_the_array() -> None:
    lines = shown("jsonl", *ALL).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(shown("json", *ALL))


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (Fraction(8), 8),
        (Fraction(15, 2), 7.5),
        (Fraction(4, 5), 0.8),
        (Fraction(1, 3), "1/3"),
        (Fraction(10**20 + 1, 10), "100000000000000000001/10"),
    ],
)
def test_an_amount_is_a_number_only_where_it_is_exact(amount: Fraction, expected: int | float | str) -> None:
    assert json_number(amount) == expected


def test_a_table_has_a_row_for_each_obligation_and_violation() -> None:
    rows = table(AMINAS, BENS, TRAINERS)
    assert [(row["record"], row["row"], row["rule"]) for row in rows] == [
        ("S-0193", "obligation", "6.12 induction"),
        ("S-0193", "obligation", "6.13"),
        ("S-0193", "obligation", "6.12 B"),
        ("S-0193", "obligation", "6.2c"),
        ("S-0193", "violation", "6.12 induction"),
        ("S-0193", "violation", "6.12 B"),
        ("S-0200", "violation", "10.5"),
    ]
    assert rows[3]["missing"] == "delivery of T1"
    assert (rows[6]["have"], rows[6]["need"], rows[6]["due"]) == ("2.5", "3", "")
    assert {row["row"] for row in table(AMINAS, violations_only=True)} == {"violation"}


def test_a_table_has_its_heading_even_when_empty_and_every_finding_has_its_column() -> None:
    assert shown("csv") == ",".join(COLUMNS) + "\r\n"
    found = AMINAS.results[0].to_dict()
    keys = {*found["obligations"][0], *found["violations"][0]}
    assert keys <= set(COLUMNS)


@pytest.mark.parametrize("name", ['=HYPERLINK("http://x")', "+1", "-1", "@x", "\tx"])
def test_a_name_is_never_a_formula(name: str) -> None:
    sly = Case(evolve(AMINA, name=name), (result(violations=(LATE,)),))
    assert table(sly)[0]["name"] == f"'{name}"


def test_commas_quotes_and_line_ends_stay_in_their_cell() -> None:
    odd = 'A "very", odd\nname'
    sly = Case(evolve(AMINA, name=odd), (result(violations=(LATE,)),))
    assert table(sly)[0]["name"] == odd


class Page(HTMLParser):
    """The tags, addresses and words of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.addresses: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "action")]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def test_a_page_shows_the_findings_and_closes_its_tags() -> None:
    page = Page(shown("html", *ALL))
    assert page.open == []
    for words in (
        "S-0193 Amina Khan",
        "due 1 September 2022, 1 day late",
        "[6.12 B, should]",
        "L&D sub-group",
    ):
        assert words in page.words
    assert (
        "4 records: 2 in breach, 1 undecided for want of facts, 0 in order, 1 that no rule is about."
        in page.words
    )


def test_a_page_fetches_nothing_and_runs_nothing() -> None:
    text = shown("html", *ALL)
    assert all(address.startswith("#p") for address in Page(text).addresses)
    assert not re.search(r"<script|@import|url\(|https?:", text)


def test_a_name_cannot_add_to_a_page() -> None:
    sly = Case(evolve(AMINA, name="<script>alert(1)</script>"), (result(violations=(QUOTA,)),))
    assert "<script" not in shown("html", sly)
    assert "&lt;script&gt;" in shown("html", sly)


def test_a_page_of_violations_leaves_out_who_has_none() -> None:
    page = Page(shown("html", *ALL, violations_only=True))
    assert "L&D sub-group" not in page.words
    assert "pending" not in page.words
    assert "4 records" in page.words


def test_a_page_without_records_is_still_a_page() -> None:
    assert "0 records" in Page(shown("html")).words


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_ends_its_last_line(name: str) -> None:
    assert shown(name, *ALL).endswith("\n")


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_the_same_each_time(name: str) -> None:
    assert shown(name, *ALL) == shown(name, *ALL)

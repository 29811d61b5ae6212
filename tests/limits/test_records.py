"""What a file of records may hold: at each bound it is read, and one beyond it is told so."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from trainrules.records import files, stream
from trainrules.records.errors import RecordError
from trainrules.records.files import LONGEST_LINE, read_records
from trainrules.records.json_file import MOST_NESTED, NotJson, parse
from trainrules.records.stream import LONGEST_FILE, MOST_PROBLEMS

CELL = 131_072


def said(text: str, format: str) -> str:
    """Return what is said of *text*; empty when it can be read."""
    try:
        tuple(read_records(io.BytesIO(text.encode()), format=format))
    except RecordError as wrong:
        return str(wrong)
    return ""


def test_json_is_read_a_hundred_deep() -> None:
    assert parse("[" * MOST_NESTED + "]" * MOST_NESTED) is not None
    assert parse('{"a":' * MOST_NESTED + "1" + "}" * MOST_NESTED) is not None
    for opening, closing in (("[", "]"), ('{"a":[', "]}")):
        count = MOST_NESTED // len(closing) + 1
        with pytest.raises(NotJson, match="nested too deeply: more than 100, one in another"):
            parse(opening * count + closing * count)


def test_what_stands_side_by_side_is_not_deep() -> None:
    assert parse(f"[{', '.join(['[[]]'] * (MOST_NESTED + 1))}]") is not None


@pytest.mark.parametrize("format", ["json", "csv"])
def test_a_file_that_is_held_whole_has_a_bound(format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert LONGEST_FILE == 100_000_000
    text = {"json": '[\n{"id": "S-1"}\n]', "csv": "id\nS-1\nS-2\n"}[format]
    monkeypatch.setattr(stream, "LONGEST_FILE", len(text))
    assert said(text, format) == ""
    assert "is longer than" in said(text + "\n", format)
    monkeypatch.setattr(stream, "LONGEST_FILE", len(text) - 1)
    assert said(text, format).startswith("<file>: is longer than")


def test_a_file_without_a_name_that_says_what_it_is_has_the_bound_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stream, "LONGEST_FILE", 20)
    with pytest.raises(RecordError, match="is longer than 20 characters: split it, or write the records as"):
        tuple(read_records(io.StringIO('{"id": "S-1"}\n{"id": "S-2"}\n')))


def test_json_lines_have_no_end_but_a_line_has(monkeypatch: pytest.MonkeyPatch) -> None:
    assert LONGEST_LINE == 5_000_000
    monkeypatch.setattr(stream, "LONGEST_FILE", 5)
    assert said('{"id": "S-1"}\n{"id": "S-2"}\n', "jsonl") == ""
    monkeypatch.setattr(files, "LONGEST_LINE", len('{"id": "S-1"}'))
    assert said('{"id": "S-1"}', "jsonl") == ""
    assert said('{"id": "S-11"}', "jsonl").startswith("<file>:1: is longer than 13 characters")


def test_a_cell_of_a_csv_has_a_bound() -> None:
    assert said(f"id,name\nS-1,{'x' * CELL}\n", "csv") == ""
    assert said(f"id,name\nS-1,{'x' * (CELL + 1)}\n", "csv").startswith("<file>: row 2: is not CSV")


def test_reading_stops_after_a_hundred_bad_records() -> None:
    def problems(count: int, format: str) -> int:
        text = json.dumps([{}] * count) if format == "json" else "{}\n" * count
        with pytest.raises(RecordError) as wrong:
            tuple(read_records(io.StringIO(text), format=format))
        return len(wrong.value.problems)

    for format in ("json", "jsonl"):
        assert problems(MOST_PROBLEMS, format) == MOST_PROBLEMS
        assert problems(MOST_PROBLEMS + 100, format) == MOST_PROBLEMS + 1


def test_hours_are_up_to_a_hundred_thousand_with_nine_decimals() -> None:
    def hours(value: Any) -> str:
        record = {"id": "S-1", "training": [{"completed": "2022-02-10", "hours": value}]}
        return said(json.dumps(record), "json")

    assert [hours(each) for each in (100_000, "0.123456789")] == ["", ""]
    assert hours(100_001).endswith("$.training[0].hours: 100001 is more than 100,000")
    assert hours("0.1234567891").endswith("has more than 9 decimals")


def test_a_group_may_be_a_number_up_to_999() -> None:
    def groups(value: int) -> str:
        return said(json.dumps({"id": "S-1", "posts": [{"groups": [value]}]}), "json")

    assert groups(999) == ""
    assert groups(1_000).endswith("1000 is not text")


def test_an_object_with_very_many_keys_is_gone_through_once() -> None:
    keys = ", ".join(f'"k{number}": 1' for number in range(100_000))
    with pytest.raises(NotJson, match="an object gives `k99999` twice"):
        parse(f'{{{keys}, "k99999": 2}}')

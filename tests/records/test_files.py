"""Files of records: each format gives the same, and whatever else a file holds is an error with its line."""

from __future__ import annotations

import io
import json
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.records.strategies import anything

from trainrules.records.classes import Record, StaffRecord
from trainrules.records.errors import SHOWN, RecordError
from trainrules.records.fingerprints import Fingerprints
from trainrules.records.json_file import read_lines
from trainrules.records.load import read_records

ANN = {"id": "S-1", "name": "Ann Ó", "joined": "2022-01-31"}
BOB = {"id": "S-2", "training": [{"completed": "2022-02-10", "hours": 7.5}]}
BOTH = (StaffRecord.from_dict(ANN), StaffRecord.from_dict(BOB))


def write(folder: Path, name: str, text: str | bytes) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def said(path: Path) -> str:
    """Return what is said of a file that cannot be read, without its folder."""
    with pytest.raises(RecordError) as wrong:
        tuple(read_records(path))
    return str(wrong.value).replace(f"{path.parent}/", "")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("all.json", json.dumps([ANN, BOB])),
        ("all.json", json.dumps({"records": [ANN, BOB]}, indent=2)),
        ("all.jsonl", f"{json.dumps(ANN)}\n\n{json.dumps(BOB)}"),
        ("all.ndjson", f"\ufeff{json.dumps(ANN)}\r\n{json.dumps(BOB)}\r\n"),
        ("all.JSON", f"\ufeff{json.dumps([ANN, BOB])}"),
        ("all.txt", json.dumps([ANN, BOB])),
        ("all", f"\n{json.dumps(ANN)}\n{json.dumps(BOB)}\n"),
        ("all", json.dumps({"records": [ANN, BOB]})),
    ],
)
def test_each_way_of_writing_the_records_gives_the_same(tmp_path: Path, name: str, text: str) -> None:
    path = write(tmp_path, name, text)
    assert tuple(read_records(path)) == BOTH
    assert tuple(read_records(str(path))) == BOTH
    with path.open("rb") as file:
        assert tuple(read_records(file)) == BOTH
    with path.open(encoding="utf-8") as open_text:
        assert tuple(read_records(open_text)) == BOTH


def test_one_record_is_a_file_of_one(tmp_path: Path) -> None:
    assert tuple(read_records(write(tmp_path, "ann.json", json.dumps(ANN, indent=1)))) == BOTH[:1]
    assert tuple(read_records(io.StringIO(json.dumps(ANN)))) == BOTH[:1]


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in (json.dumps([ANN, BOB]), f"{json.dumps(ANN)}\n{json.dumps(BOB)}\n"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="ascii"))
        assert tuple(read_records("-")) == BOTH


def test_decimals_are_exact(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", '{"id": "S", "training": [{"completed": "2022-02-10", "hours": 0.1}]}')
    (record,) = read_records(path)
    assert isinstance(record, StaffRecord)
    assert str(record.training[0].hours) == "1/10"


def test_a_decimal_is_not_rounded_before_it_is_judged(tmp_path: Path) -> None:
    hours = "1.00000000000000000001"
    path = write(
        tmp_path, "a.json", f'{{"id": "S", "training": [{{"completed": "2022-02-10", "hours": {hours}}}]}}'
    )
    assert said(path) == f"a.json: $.training[0].hours: {hours} has more than 9 decimals"


def test_json_lines_come_one_by_one_before_the_rest_is_read() -> None:
    def lines() -> io.StringIO:
        return io.StringIO(json.dumps(ANN) + "\nnot JSON\n" + json.dumps(BOB) + "\n")

    reader = read_records(lines(), format="jsonl")
    assert next(reader) == BOTH[0]
    with pytest.raises(RecordError, match=r"<file>:2: this is not JSON: expecting value at column 1"):
        next(reader)


def test_every_bad_line_is_named_and_nothing_is_given_after_the_first(tmp_path: Path) -> None:
    path = write(
        tmp_path, "all.jsonl", '{"id": "S-1"}\n{"id": 5}\n{"id": "S-3", "left": "x"}\n{"id": "S-4"}\n{'
    )
    given: list[Record] = []
    with pytest.raises(RecordError) as wrong:
        given.extend(read_records(path))
    assert [each.id for each in given] == ["S-1"]
    assert [(each.line, each.path) for each in wrong.value.problems] == [(2, "$.id"), (3, "$.left"), (5, "")]
    assert {each.file for each in wrong.value.problems} == {str(path)}


def test_a_bad_json_file_gives_nothing_and_names_every_record_that_is_bad(tmp_path: Path) -> None:
    path = write(tmp_path, "all.json", '{"records": [{"id": "S-1"}, {"id": 5}, {}]}')
    assert said(path) == (
        "all.json: $.records[1].id: 5 is not text\nall.json: $.records[2].id: a staff record needs `id`"
    )


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.json", "", "a.json:1: this is not JSON: there is nothing in it"),
        (
            "a.json",
            '[{"id": "S-1"}, ]',
            "a.json:1: this is not JSON: nothing follows the last comma in a list",
        ),
        ("a.jsonl", '{"id": "S-1",}', "a.jsonl:1: this is not JSON: nothing follows the last comma"),
        ("a.json", '[\n{"id": "S-1"},\n]', "a.json:2: this is not JSON: nothing follows the last comma"),
        ("a.json", '{"id": "a,b" "c"}', "a.json:1: this is not JSON: expecting ',' delimiter at column 14"),
        ("a.json", "[" * 100_000, "a.json: this is not JSON: lists and objects are nested too deeply"),
        ("a.json", '{"a":' * 100_000, "a.json: this is not JSON: lists and objects are nested too deeply"),
        ("a.json", '{"id": 1, "id": 2}', "a.json: this is not JSON: an object gives `id` twice"),
        ("a.json", "9" * 5000, "a.json: this is not JSON: a number in it has too many digits"),
        ("a.json", '{"records": 5}', "a.json: $.records: is not a list"),
        ("a.json", '{"records": [], "id": "S"}', "a.json: $.records: `records` stands alone, without `id`"),
        ("a.json", "5", "a.json: $: 5 is not an object"),
        ("a.json", '{"id": "S", "joined": NaN}', "a.json: $.joined: nan is not a date"),
        ("a.json", b'[\n"\xff"]', "a.json:2: is not UTF-8 text: save the file as UTF-8"),
        ("a.jsonl", b"\x00\x01\x02", "a.jsonl:1: this is not JSON: expecting value"),
        ("a.jsonl", '{"id": "S"}\n'.encode("utf-16"), "a.jsonl:1: is not UTF-8 text"),
        ("a.jsonl", "[" * 100_000, "a.jsonl:1: this is not JSON: lists and objects are nested too deeply"),
        ("a.jsonl", "a" * 10_000_000, "a.jsonl:1: is longer than 5,000,000 characters"),
        ("a.jsonl", '[{"id": "S"}]', "a.jsonl:1: $: a list is not an object"),
        ("a.json", '[{"id": "S"}, {"id": "S"}]', "a.json: $[1].id: `S` comes twice"),
        (
            "a.jsonl",
            '{"id": "S"}\n{"id": "S"}',
            "a.jsonl:2: $.id: `S` comes twice: it is the id of an earlier record",
        ),
    ],
    ids=range(21),
)
def test_a_file_that_cannot_be_read_is_named_with_its_line(
    tmp_path: Path, name: str, text: str | bytes, words: str
) -> None:
    assert said(write(tmp_path, name, text)).startswith(words)


def test_a_long_stream_is_remembered_in_little_memory() -> None:
    def peak(records: int) -> int:
        lines = (f'{{"id": "S-{number}"}}\n' for number in range(records))
        tracemalloc.start()
        read = sum(1 for _ in read_lines(enumerate(lines, 1), "many"))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert read == records
        return most

    peak(100)
    assert peak(30_000) - peak(1_000) < 3_000_000


def test_an_id_that_comes_twice_is_found_among_many() -> None:
    lines = [f'{{"id": "S-{number % 4_999}"}}\n' for number in range(5_000)]
    with pytest.raises(RecordError, match=r"many:5000: .*`S-0` comes twice"):
        list(read_lines(enumerate(lines, 1), "many"))


@given(st.lists(st.integers(0, 2**64 - 1) | st.integers(1, 40), max_size=80))
def test_fingerprints_are_a_set_of_numbers(numbers: list[int]) -> None:
    seen, marks = set[int](), Fingerprints()
    for number in (*numbers, *range(1, 2_000)):
        assert marks.add(number) == ((number or 1) not in seen)
        seen.add(number or 1)
        assert len(marks) == len(seen)


def test_two_kinds_of_record_may_share_an_id() -> None:
    text = '{"id": "R", "kind": "body"}\n{"id": "R"}'
    assert [each.kind for each in read_records(io.StringIO(text))] == ["body", "staff"]


def test_an_empty_file_of_lines_has_no_records(tmp_path: Path) -> None:
    assert list(read_records(write(tmp_path, "a.jsonl", "\n \n"))) == []
    assert list(read_records(write(tmp_path, "a.json", "[]"))) == []


def test_a_missing_file_and_a_folder_are_said_to_be_so(tmp_path: Path) -> None:
    assert said(tmp_path / "none.json") == "none.json: cannot be read: no such file or directory"
    assert "cannot be read: is a directory" in said(tmp_path)
    with pytest.raises(RecordError, match="embedded null byte"):
        tuple(read_records("a\x00b.json"))


def test_reading_stops_when_a_file_is_something_else_altogether(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", "x\n" * 5000)
    with pytest.raises(RecordError) as wrong:
        tuple(read_records(path))
    assert len(wrong.value.problems) == 101
    assert str(wrong.value).count("\n") == SHOWN
    assert str(wrong.value).endswith(f"… and {101 - SHOWN} more")


def test_a_format_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="xml is not json, jsonl or csv"):
        tuple(read_records(io.StringIO(""), format="xml"))


@given(st.lists(anything, max_size=3), st.sampled_from(("json", "jsonl", None)))
def test_any_json_in_a_file_gives_records_or_a_record_error(values: list[object], format: str | None) -> None:
    text = "\n".join(json.dumps(value, default=str) for value in values)
    tries(io.StringIO(text), format)


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_at_all_give_records_or_a_record_error(found: bytes) -> None:
    for format in ("json", "jsonl", "csv", None):
        tries(io.BytesIO(found), format)


def tries(file: io.StringIO | io.BytesIO, format: str | None) -> None:
    """Read *file*, which gives records or a `RecordError` that can be printed."""
    try:
        assert all(isinstance(each, Record) for each in read_records(file, format=format))
    except RecordError as wrong:
        assert wrong.problems
        str(wrong).encode()

"""Records from `.json`, `.jsonl` and `.csv` files, by path, from an open file or from standard input."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path

from trainrules.records.classes import Record
from trainrules.records.csv_file import read_csv
from trainrules.records.json_file import NotJson, parse, read_json, read_lines
from trainrules.records.stream import Line, Where, lines_of, name_of, opened

FORMATS = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}
LONGEST_LINE = 5_000_000
"""No record is longer than this many characters; a line of JSON Lines that is, is refused unread."""


def read_records(
    where: Where,
    *,
    format: str | None = None,
    training: Where | None = None,
    dates: str = "iso",
    mapping: Mapping[str, str] | None = None,
) -> Iterator[Record]:
    """Yield the records of *where*: a path, `-` for standard input, or an open file (text or bytes).

    *format* is json, jsonl or csv; left out, it goes by the path's ending, else by how the text begins. JSON
    Lines are read line by line, in constant memory but for the ids, and what is good is given until the
    first bad line; the other formats give nothing unless all of it is good. *training*, *dates* and
    *mapping* are for CSV, see `read_csv`; `training.csv` beside `staff.csv` is found by itself.
    Raises `RecordError` with every problem, each with its file and line, also where one kind and id come
    twice; never anything else for what a file can hold.
    """
    format = format or _format_of_name(where)
    if format not in (None, *FORMATS.values()):
        raise ValueError(f"{format} is not json, jsonl or csv")
    name = name_of(where)
    if format == "csv":
        beside = training if training is not None else _beside(where)
        yield from read_csv(where, beside, dates=dates, mapping=mapping)
        return
    with opened(where, name) as file:
        lines = lines_of(file, name, LONGEST_LINE if format == "jsonl" else None)
        if format is None:
            format, lines = _format_of_text(lines)
        if format == "csv":
            text = _Named("".join(line for _, line in lines), name)
            yield from read_csv(text, training, dates=dates, mapping=mapping)
        else:
            yield from (read_lines if format == "jsonl" else read_json)(lines, name)


class _Named(io.StringIO):
    """A text in memory that is called what the stream it was read from is called."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.name = name


def _format_of_name(where: Where) -> str | None:
    """Return the format that the ending of a path says; None for other endings and open files."""
    return FORMATS.get(Path(name_of(where)).suffix.lower())


def _format_of_text(lines: Iterator[Line]) -> tuple[str, Iterator[Line]]:
    """Return the format of a text by how it begins, and all its lines.

    What begins with neither `{` nor `[` is CSV; where the first line is an object by itself, each line is.
    """
    skipped: list[Line] = []
    for number, line in lines:
        if line.strip():
            return _format_of_line(line), chain(skipped, [(number, line)], lines)
        skipped.append((number, line))
    return "jsonl", iter(skipped)


def _format_of_line(line: str) -> str:
    """Return the format of a text whose first line is *line*."""
    if line.lstrip()[0] not in "{[":
        return "csv"
    try:
        value = parse(line)
    except NotJson:
        return "json"
    return "jsonl" if isinstance(value, dict) and "records" not in value else "json"


def _beside(where: Where) -> Path | None:
    """Return the file of completions beside a file of staff: `training.csv` for `staff.csv`."""
    if not isinstance(where, (str, Path)):
        return None
    path = Path(where)
    beside = path.with_name(re.sub("staff", _as_written, path.name, flags=re.IGNORECASE))
    return beside if beside.name != path.name and beside.is_file() else None


def _as_written(word: re.Match[str]) -> str:
    return "Training" if word[0][0].isupper() else "training"

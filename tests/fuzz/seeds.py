"""The rule files, records and sheets of the repository, cut into pieces of a size that is quickly tried."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from trainrules.language.sentences import split
from trainrules.language.wrong.words import rule_words

ROOT = Path(__file__).parents[2]
_RULES = re.compile(r"^```rules\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_RECORDS_OF_A_FOLDER = 40


@lru_cache(maxsize=1)
def policies() -> tuple[str, ...]:
    """Return the bundled policies, whole."""
    return tuple(_text(path) for path in sorted((ROOT / "policies").glob("*.rules")))


@lru_cache(maxsize=1)
def rule_texts() -> tuple[str, ...]:
    """Return rule files: those of the language tests, good and bad, and the examples of the pages."""
    written = sorted((ROOT / "tests" / "language").glob("*/*.rules"))
    pages = sorted((ROOT / "docs").rglob("*.md"))
    shown = (block for page in pages for block in _RULES.findall(_text(page)))
    return tuple(dict.fromkeys((*map(_text, written), *shown)))


@lru_cache(maxsize=1)
def sentences() -> tuple[str, ...]:
    """Return every sentence of all rule files, with its items or facts, each once."""
    found: dict[str, None] = {}
    for text in (*policies(), *rule_texts()):
        for block in split(text):
            end = block.parts[-1].end if block.parts else block.span.end
            found[text[block.span.start : end]] = None
    return tuple(found)


@lru_cache(maxsize=1)
def records() -> tuple[dict[str, Any], ...]:
    """Return records of the five examples, of every kind."""
    found: list[dict[str, Any]] = []
    for path in sorted((ROOT / "examples").glob("*/records.jsonl")):
        lines = _text(path).splitlines()
        found += map(json.loads, lines[:: max(1, len(lines) // _RECORDS_OF_A_FOLDER)])
    found.append(json.loads(_text(ROOT / "tests" / "records" / "record.json")))
    return tuple(found)


@lru_cache(maxsize=1)
def sheets() -> tuple[str, str]:
    """Return the beginnings of `staff.csv` and `training.csv` of the Hackney example."""
    folder = ROOT / "examples" / "hackney"
    return _head(folder / "staff.csv", 6), _head(folder / "training.csv", 8)


@lru_cache(maxsize=1)
def words() -> tuple[str, ...]:
    """Return the words and marks of the rule language, and some that are none."""
    marks = ("[6.5]", '"X"', "“Y”", "\n", "\n  ", " – ", ", ", ": ", "7.5", "80%", "#", "29 February 2024")
    return (*sorted(rule_words()), *marks, "A–C", "DSL", "1 September 2022", "\ufeff", "\x00", "²", "٣")


@lru_cache(maxsize=1)
def field_words() -> tuple[str, ...]:
    """Return the fields of records as JSON has them, and values that are apt to be trouble."""
    schema = _text(ROOT / "src" / "trainrules" / "schemas" / "record.schema.json")
    names = sorted(set(re.findall(r'"([a-z]+)": ?\{', schema)))
    odd = (
        "null",
        "true",
        "1e999",
        "-0",
        "NaN",
        "1/0",
        '"2024-02-29"',
        '"1899-12-31"',
        '"\\ud800"',
        "[{",
        "}]",
    )
    return (*(f'"{name}": ' for name in names), *odd, "[[[[", '{"a":', "\ufeff", "\\u0000", "\n")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _head(path: Path, lines: int) -> str:
    return "".join(_text(path).splitlines(keepends=True)[:lines])

"""The word list names only what is there, each word once."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs
import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "naming.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (?!word|-)([^|]+) \| ([^|]+) \| `([\w.]+)` \|$", PAGE, re.MULTILINE)


def found(place: str) -> Any:
    """Return what *place* (`model.rules.Duty.every`) names; raise when it is not there."""
    home, *rest = place.split(".")
    value: Any = import_module(f"trainrules.{home}")
    for name in rest:
        if isinstance(value, type) and attrs.has(value) and name in attrs.fields_dict(value):
            return attrs.fields_dict(value)[name]
        try:
            value = getattr(value, name)
        except AttributeError:
            value = import_module(f"{value.__name__}.{name}")
    return value


@pytest.mark.parametrize("place", [place for _, _, place in ROWS])
def test_what_the_list_names_is_there(place: str) -> None:
    assert found(place) is not None


def test_every_row_is_read_and_no_word_stands_twice() -> None:
    words = [word.strip() for row, _, _ in ROWS for word in row.split(",")]
    assert len(ROWS) == sum(line.startswith("| ") for line in PAGE.splitlines()) - 4
    assert len(words) == len({*words})

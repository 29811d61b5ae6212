"""What is kept of the last run: its figures, and why each survivor is left alone."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from attrs import frozen

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
SURVIVORS = HERE / "survivors.json"
PAGE = HERE.parents[1] / "docs" / "mutation.md"

COLUMNS = ("mutants", "killed", "timeout", "survived", "no tests", "not tried", "explained", "score")
Change = tuple[str, str, str]
"""Where a mutant is, what it takes out, and what it puts in."""


@frozen
class Reason:
    """Why some changes turn no test red: those listed one by one, and those that a pattern describes.

    A pattern is three regular expressions: where, what is taken out, what is put in.
    """

    why: str
    changes: frozenset[Change]
    patterns: tuple[Change, ...]

    def holds_of(self, change: Change) -> bool:
        """Return whether *change* is one of these."""
        if change in self.changes:
            return True
        return any(all(map(re.search, pattern, change)) for pattern in self.patterns)


def reasons() -> list[Reason]:
    """Return the reasons in `survivors.json`."""
    return [_reason(group) for group in json.loads(SURVIVORS.read_text(encoding="utf-8"))]


def _reason(group: dict[str, Any]) -> Reason:
    listed = ((where, out, in_) for where, pairs in group["changes"].items() for out, in_ in pairs)
    return Reason(group["why"], frozenset(listed), tuple(map(tuple, group["patterns"])))


def as_text(table: dict[str, dict[str, float]]) -> str:
    """Return *table* as Markdown."""
    lines = [f"| part | {' | '.join(COLUMNS)} |", f"|---|{'--:|' * len(COLUMNS)}"]
    for part, row in table.items():
        cells = [f"{row[name]:.1f}%" if name == "score" else f"{row[name]:,}" for name in COLUMNS]
        lines.append(f"| {part} | {' | '.join(cells)} |")
    return "\n".join(lines)

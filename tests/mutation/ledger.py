"""What is kept of the last run: its figures, and why each survivor is left alone."""

from __future__ import annotations

import json
from pathlib import Path

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
SURVIVORS = HERE / "survivors.json"
PAGE = HERE.parents[1] / "docs" / "mutation.md"

COLUMNS = ("mutants", "killed", "timeout", "survived", "no tests", "not tried", "explained", "score")
Change = tuple[str, str, str]
"""Where a mutant is, what it takes out, and what it puts in."""


def explained() -> dict[Change, str]:
    """Return why each change in `survivors.json` is left alone."""
    groups = json.loads(SURVIVORS.read_text(encoding="utf-8"))
    return {
        (where, out, in_): group["why"]
        for group in groups
        for where, changes in group["changes"].items()
        for out, in_ in changes
    }


def as_text(table: dict[str, dict[str, float]]) -> str:
    """Return *table* as Markdown."""
    lines = [f"| part | {' | '.join(COLUMNS)} |", f"|---|{'--:|' * len(COLUMNS)}"]
    for part, row in table.items():
        cells = [f"{row[name]:.1f}%" if name == "score" else f"{row[name]:,}" for name in COLUMNS]
        lines.append(f"| {part} | {' | '.join(cells)} |")
    return "\n".join(lines)

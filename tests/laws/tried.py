"""What a campaign has tried so far, kept in a file that anybody can read: one entry a test."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from attrs import Factory, asdict, define

COLUMNS = ("law", "tests", "examples", "failures", "CPU minutes", "seed", "commit", "date")


@define
class Tried:
    """How many examples one test of a law was run on, with which seed, at which commit, and what failed.

    *portions* is how many it was run in, *seconds* the processor's time.
    """

    law: int
    test: str
    seed: int
    commit: str
    date: str = ""
    examples: int = 0
    portions: int = 0
    seconds: float = 0.0
    failures: list[str] = Factory(list)

    def add(self, examples: int, seconds: float, failure: str | None) -> None:
        """Count one more portion of *examples*, run today."""
        self.examples += examples
        self.portions += 1
        self.seconds = round(self.seconds + seconds, 1)
        self.date = str(date.today())
        self.failures += [failure] if failure else []


def load(path: Path) -> list[Tried]:
    """Return what is kept in *path*, nothing where there is no such file."""
    if not path.exists():
        return []
    kept: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["tests"]
    return [Tried(**each) for each in kept]


def save(path: Path, tried: list[Tried]) -> None:
    """Write *tried* to *path*; a reader never finds half of it."""
    ordered = sorted(tried, key=lambda each: (each.law, each.test))
    text = json.dumps({"tests": [asdict(each) for each in ordered]}, indent=1, ensure_ascii=False) + "\n"
    beside = path.with_suffix(".part")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def table(tried: list[Tried]) -> str:
    """Return a table of *tried* for a page: a row a law."""
    rows = [" | ".join(["", *COLUMNS, ""]).strip(), "|---" * len(COLUMNS) + "|"]
    for law in sorted({each.law for each in tried}):
        of_law = [each for each in tried if each.law == law]
        cells = (
            str(law),
            str(len(of_law)),
            f"{sum(each.examples for each in of_law):,}",
            str(sum(len(each.failures) for each in of_law)),
            f"{sum(each.seconds for each in of_law) / 60:.1f}",
            ", ".join(sorted({str(each.seed) for each in of_law})),
            ", ".join(sorted({f"`{each.commit}`" for each in of_law})),
            max(each.date for each in of_law),
        )
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(rows)

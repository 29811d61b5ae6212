"""What is said of a record that cannot be read: every bad field, with its place."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve, frozen

SHOWN = 50
"""How many problems the text of a `RecordError` lists; `problems` has them all."""


@frozen
class Problem:
    """One bad field: its *path* (`$.posts[1].started`, or a column), and what is wrong with it.

    *file* and *line* say which file it stands in and on which line (a CSV file's row), where it has one.
    """

    path: str
    message: str
    file: str = ""
    line: int | None = None

    def __str__(self) -> str:
        """Return it on one line: `staff.jsonl:12: $.posts[1].started: "2022-02-30" is not a date`."""
        place = f"{self.file}:{self.line}" if self.file and self.line else self.file
        return ": ".join(part for part in (place, self.path, self.message) if part)

    def at(self, file: str, line: int | None = None) -> Problem:
        """Return this problem as one of *file*, on *line*."""
        return evolve(self, file=file, line=line)


class RecordError(ValueError):
    """A record or a file of records that cannot be read; *problems* holds every bad field, in order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        lines = [str(each) for each in self.problems[:SHOWN]]
        if len(self.problems) > SHOWN:
            lines.append(f"… and {len(self.problems) - SHOWN} more")
        super().__init__("\n".join(lines))


class Unreadable(Exception):
    """Raised inside the loader: the parts of one value that are bad, each with the rest of its path."""

    def __init__(self, *found: tuple[str, str]) -> None:
        self.found = found
        super().__init__(*found)


def unreadable(message: str) -> Unreadable:
    """Return the finding that the value itself is bad."""
    return Unreadable(("", message))

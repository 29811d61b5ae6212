"""What was found: inputs that raised something, kept once for each place that raised it."""

from __future__ import annotations

import hashlib
import traceback
from pathlib import Path

from attrs import field, frozen

OURS = "trainrules"


@frozen
class Finding:
    """An input and what it raised; *place* is the innermost line of the program that raised it."""

    data: bytes = field(repr=False)
    said: str
    place: str

    @property
    def name(self) -> str:
        """Return the name of the file that the input is kept in."""
        return hashlib.sha256(self.data).hexdigest()[:12]


def finding(data: bytes, raised: BaseException) -> Finding:
    """Return the finding that *data* raises *raised*."""
    frames = traceback.extract_tb(raised.__traceback__)
    ours = [each for each in frames if OURS in Path(each.filename).parts] or list(frames)
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return Finding(data, f"{type(raised).__name__}: {raised}"[:300], where)


class Findings:
    """The findings of a campaign, each kind once, kept in a folder as they come."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kinds: set[tuple[str, str]] = set()
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, data: bytes, raised: BaseException) -> None:
        """Keep *data* unless another input raised the same at the same place."""
        found = finding(data, raised)
        kind = (found.said.partition(":")[0], found.place)
        if kind not in self._kinds:
            self._kinds.add(kind)
            (self._folder / found.name).write_bytes(data)
            (self._folder / f"{found.name}.txt").write_text(
                f"{found.place}\n{found.said}\n", encoding="utf-8"
            )

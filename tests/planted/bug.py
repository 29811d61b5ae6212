"""A bug that somebody might well make: a few words of the source changed, each found in exactly one place."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen


class Drifted(Exception):
    """The text to change is not there, or not once: the source has moved on, and the bug has to as well."""


@frozen
class Edit:
    """In *file*, under `src/trainrules`, the text *old* becomes *new*."""

    file: str
    old: str
    new: str

    def made_in(self, text: str) -> str:
        """Return *text* after the change. Raises Drifted when it is not in exactly one place."""
        if text.count(self.old) != 1:
            raise Drifted(f"{self.file} has {text.count(self.old)} times: {self.old.strip()}")
        return text.replace(self.old, self.new)


@frozen
class Bug:
    """What is wrong, in a few words; and the *edits* that make it so."""

    name: str
    edits: tuple[Edit, ...]

    def plant(self, root: Path) -> dict[Path, str]:
        """Make the edits under *root*; return what the files were, to be put back. Nothing is half made."""
        places = [(root / "src/trainrules" / each.file, each) for each in self.edits]
        before = {path: path.read_text(encoding="utf-8") for path, _ in places}
        made = dict(before)
        for path, edit in places:
            made[path] = edit.made_in(made[path])
        for path, text in made.items():
            path.write_text(text, encoding="utf-8")
        return before

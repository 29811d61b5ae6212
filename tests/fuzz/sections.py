"""Several texts in one input: sections, set apart by a line that files do not have."""

from __future__ import annotations

from collections.abc import Iterable

_BETWEEN = b"\n=====\n"


def joined(*sections: str) -> bytes:
    """Return *sections* as one input."""
    return _BETWEEN.join(each.encode("utf-8") for each in sections)


def sections(data: bytes, count: int) -> list[bytes]:
    """Return the *count* sections of *data*; those that it does not have are empty."""
    found = data.split(_BETWEEN, count - 1)
    return found + [b""] * (count - len(found))


def lines(section: bytes) -> Iterable[str]:
    """Return the lines of *section* that are not empty, as text."""
    return [line for line in section.decode("utf-8", "replace").split("\n") if line]

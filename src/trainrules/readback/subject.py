"""Labels as they are compared."""

from __future__ import annotations

from collections.abc import Iterable

from trainrules.model.rules import fold


def names(label: str, labels: Iterable[str]) -> bool:
    """Return whether *label* is one of *labels*, as labels are compared."""
    return fold(label) in map(fold, labels)

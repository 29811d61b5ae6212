"""Small words that several commands print."""

from __future__ import annotations


def count(number: int, noun: str) -> str:
    """Return `no errors`, `1 error`, `2 errors`."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"

"""How a name is written in a rule: bare where it is one word, else in quotes."""

from __future__ import annotations

from trainrules.language.wrong.words import tokens


def is_bare(name: str) -> bool:
    """Return whether *name* can stand without quotes: one word or number that is no rule word."""
    found = tokens(name)
    if len(found) != 1 or str(found[0]) != name:
        return False
    return found[0].type in ("INT", "CAPITAL_A", "WORD")


def as_written(name: str) -> str:
    """Return *name* as it is written in a rule; in curly quotes where it has a straight one in it."""
    return name if is_bare(name) else in_quotes(name)


def in_quotes(name: str) -> str:
    """Return *name* in quotes, straight ones where it has none in it."""
    return f"“{name}”" if '"' in name else f'"{name}"'

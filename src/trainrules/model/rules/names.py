"""Names, as they are compared."""

from __future__ import annotations

from functools import lru_cache

_EVENED = str.maketrans({"’": "'", **dict.fromkeys("–‐‑", "-")})


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """Return *name* as names are compared: case folded, white space, quotes and hyphens evened out."""
    return " ".join(name.translate(_EVENED).casefold().split())

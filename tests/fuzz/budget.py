"""How much time and memory an input may take for its size, and whether it took more."""

from __future__ import annotations

import time
import tracemalloc

from tests.fuzz.target import Target, Wrong

SECONDS = 1.0
BYTES = 10_000
"""One second of processor time for each 10,000 bytes that were given, and never less than one."""

BASE_MEMORY = 16_000_000
MEMORY_OF_A_BYTE = 2_000
"""What may be held at once for each byte that was given, beside what is held for none, such as tables."""


class TooSlow(Wrong):
    """An input that took more time than its size is worth."""


class TooMuch(Wrong):
    """An input that took more memory than its size is worth."""


def timed(target: Target, data: bytes, slack: float = 1.0) -> None:
    """Run *target* on *data*; raises `TooSlow` where it took more than *slack* times what is allowed."""
    start = time.process_time()
    size = target.run(data)
    took = time.process_time() - start
    if took > slack * allowed_seconds(size):
        raise TooSlow(f"{took:.1f} s for {size:,} bytes")


def weighed(target: Target, data: bytes) -> None:
    """Run *target* on *data*; raises `TooMuch` where it held more memory than is allowed."""
    tracemalloc.start()
    try:
        size = target.run(data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    if peak > BASE_MEMORY + MEMORY_OF_A_BYTE * size:
        raise TooMuch(f"{peak / 1e6:.0f} MB for {size:,} bytes")


def allowed_seconds(size: int) -> float:
    """Return how long an input of *size* bytes may take."""
    return SECONDS * max(1.0, size / BYTES)

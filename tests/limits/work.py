"""How much work something is, as the number of calls that it makes: the same on every machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def work(done: Callable[[], object]) -> int:
    """Return how many calls, of functions written in Python or in C, *done* makes."""
    calls = 0

    def called(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        done()
    finally:
        sys.setprofile(None)
    return calls

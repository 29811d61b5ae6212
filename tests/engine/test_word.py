"""The word on an event of which it is not known whether it counts."""

from __future__ import annotations

from trainrules.engine.word import not_known


def test_everything_that_is_missing_is_named() -> None:
    assert not_known(("a", "b")) == "not known whether it counts: a, b"

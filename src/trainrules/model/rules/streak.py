"""A streak: meetings missed in a row."""

from __future__ import annotations

from attrs import frozen

from trainrules.model.rules.common import Common


@frozen(kw_only=True)
class Streak(Common):
    """Never *misses* meetings of *body* in a row."""

    body: str
    misses: int

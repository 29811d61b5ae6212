"""A standard: a checklist of items."""

from __future__ import annotations

from attrs import frozen

from trainrules.model.rules.common import Common


@frozen
class Item:
    """One line of a standard: the standard's name, the number as written, the words."""

    standard: str
    number: str
    text: str
    citation: str = ""


@frozen(kw_only=True)
class Checklist(Common):
    """Every item of *items* met."""

    items: tuple[Item, ...]

"""A quota: so much in a period."""

from __future__ import annotations

from fractions import Fraction

from attrs import frozen

from trainrules.model.rules.common import Common
from trainrules.model.rules.what import Deed
from trainrules.model.rules.when import Cycle, Period


@frozen
class OfWhich:
    """Of the needed amount: a *share* of it, or an *amount* in the same measure, of *deed*."""

    deed: Deed
    share: Fraction | None = None
    amount: Fraction | None = None


@frozen(kw_only=True)
class Quota(Common):
    """At least *need* in each fixed period of *cycle*, or over the rolling *over*.

    *measure* is count, hours, days or share (of the meetings held that were attended; *need* ≤ 1).
    *of_which* asks that *share* of the needed amount, or *amount* of it, be of another deed.
    """

    deeds: tuple[Deed, ...]
    measure: str
    need: Fraction
    cycle: Cycle | None = None
    over: Period | None = None
    of_which: OfWhich | None = None
    pro_rata: bool = False

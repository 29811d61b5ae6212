"""A duty: something by a first deadline, again and again, or both."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from trainrules.model.rules.common import Common
from trainrules.model.rules.what import Deed, Owed
from trainrules.model.rules.when import Deadline, Period


class Renewal(Enum):
    """From when the next date is counted."""

    COMPLETION = "from completion"
    DUE_DATE = "from the due date"
    KEEP_DATE = "keeping the date"


@frozen(kw_only=True)
class Lapse:
    """`if lapsed more than … then …`: *after* the due day, only *deed* covers."""

    after: Period
    deed: Deed


@frozen(kw_only=True)
class Duty(Common):
    """A first deadline, a refresh, or both. *then* is other training that renews (`then "Update" every …`).

    *refresh_only* is `refresh every P`: it binds nobody who never did it.
    """

    owed: Owed
    first: Deadline | None = None
    every: Period | None = None
    refresh_only: bool = False
    then: Owed | None = None
    renewal: Renewal = Renewal.COMPLETION
    keep_window: Period | None = None
    prior_counts: bool = True
    evidence: str = ""
    grace: Period | None = None
    lapse: Lapse | None = None
    leave_pauses: bool = False
    once: bool = False

"""A follow-up: something owed after each event of a kind, or in a month."""

from __future__ import annotations

from attrs import frozen

from trainrules.model.rules.common import Common
from trainrules.model.rules.what import Deed, Owed
from trainrules.model.rules.when import Period


@frozen
class Window:
    """The calendar month *month* of *year*, of each year when None."""

    month: int
    year: int | None = None


@frozen(kw_only=True)
class FollowUp(Common):
    """*response* between *after* and *within* of each trigger; neither period given means on the day itself.

    The trigger is each *trigger* event, or each *window* of the calendar (`in December 2011`, `in June each
    year`), whose first and last day stand for the two periods.
    """

    response: Owed
    trigger: Deed | None = None
    after: Period | None = None
    within: Period | None = None
    window: Window | None = None

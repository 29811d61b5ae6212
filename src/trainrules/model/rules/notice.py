"""A notice: so long before a session, and no later."""

from __future__ import annotations

from attrs import frozen

from trainrules.model.rules.common import Common
from trainrules.model.rules.when import Period


@frozen(kw_only=True)
class Notice(Common):
    """*notice* before a session: a booking attended or cancelled, or a course's session advertised.

    *what* is booking or session; *clear* counts whole days strictly between.
    """

    what: str
    notice: Period
    clear: bool = False
    consequence: str = ""

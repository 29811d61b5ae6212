"""A delivery rule: training only in certain modes."""

from __future__ import annotations

from attrs import frozen

from trainrules.model.rules.common import Common
from trainrules.model.rules.what import Deed


@frozen(kw_only=True)
class Delivery(Common):
    """No training of *deed* in a mode outside *modes*; what breaks it counts for no duty of the audience."""

    deed: Deed
    modes: tuple[str, ...]

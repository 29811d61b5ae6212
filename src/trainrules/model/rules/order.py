"""An order: one thing not before another."""

from __future__ import annotations

from attrs import frozen

from trainrules.model.rules.common import Common
from trainrules.model.rules.what import Deed, Owed


@frozen(kw_only=True)
class Order(Common):
    """No *then* before *first*."""

    first: Owed
    then: Deed

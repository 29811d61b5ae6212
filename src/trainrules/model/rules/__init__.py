"""The policy as meant: the few plain records that every evaluator reads, and nothing else.

One class a rule kind of `docs/semantics.md`. Names are canonical (the spelling of the declaration); an
evaluator compares them as they are, after `fold`. Equal records mean equal rules: what only says where a
rule comes from (`Origin`) does not take part in comparisons.
"""

from __future__ import annotations

from trainrules.model.rules.checklist import Checklist, Item
from trainrules.model.rules.common import Common, Origin, Strength
from trainrules.model.rules.delivery import Delivery
from trainrules.model.rules.duty import Duty, Lapse, Renewal
from trainrules.model.rules.follow_up import FollowUp, Window
from trainrules.model.rules.names import fold
from trainrules.model.rules.notice import Notice
from trainrules.model.rules.order import Order
from trainrules.model.rules.policy import CourseType, Definition, Equivalence, NoteLine, Policy, Rule
from trainrules.model.rules.quota import OfWhich, Quota
from trainrules.model.rules.streak import Streak
from trainrules.model.rules.what import Deed, Owed
from trainrules.model.rules.when import Anchor, Cycle, Days, Deadline, Period
from trainrules.model.rules.who import Audience, Term

__all__ = [
    "Anchor",
    "Audience",
    "Checklist",
    "Common",
    "CourseType",
    "Cycle",
    "Days",
    "Deadline",
    "Deed",
    "Definition",
    "Delivery",
    "Duty",
    "Equivalence",
    "FollowUp",
    "Item",
    "Lapse",
    "NoteLine",
    "Notice",
    "OfWhich",
    "Order",
    "Origin",
    "Owed",
    "Period",
    "Policy",
    "Quota",
    "Renewal",
    "Rule",
    "Streak",
    "Strength",
    "Term",
    "Window",
    "fold",
]

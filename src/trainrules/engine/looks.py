"""What the items of a record look like to a deed, in names as they are compared."""

from __future__ import annotations

from trainrules.engine.match import Look
from trainrules.model.rules import Term, fold
from trainrules.records.classes import Activity, CourseDelivery, Training


def activity_look(item: Activity) -> Look:
    """Return the look of an activity."""
    return Look("activity", fold(item.kind))


def course_look(kind: str, item: Training | CourseDelivery) -> Look:
    """Return the look of a completion or a delivery of a course (*kind* training or delivery)."""
    own = _own(item) if isinstance(item, Training) else frozenset()
    return Look(
        kind,
        fold(item.course) if item.course is not None else None,
        own,
        fold(item.delivery) if item.delivery is not None else None,
        fold(item.format) if item.format is not None else None,
    )


def _own(item: Training) -> frozenset[Term]:
    named = item.for_
    return frozenset(
        Term(kind, fold(name))
        for kind, names in (("group", named.groups), ("level", named.levels), ("role", named.roles))
        for name in names
    )

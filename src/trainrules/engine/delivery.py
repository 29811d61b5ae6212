"""Delivery: training for one's own group, level or role in a mode that is not allowed; never cured."""

from __future__ import annotations

from trainrules.engine.case import Case, is_wrong_mode
from trainrules.engine.instance import Instance
from trainrules.engine.timeline import holds
from trainrules.findings import Kind


def instances(case: Case) -> list[Instance]:
    """Return one instance for each training taken in another mode on a day that can be a breach day."""
    return [
        Instance(
            opens=entry.on,
            end=entry.on,
            owed=case.planned.owed,
            breach=((entry.on, entry.on),),
            kind=Kind.DELIVERY,
            event=entry.event.name,
            is_listed=False,
        )
        for entry in case.entries
        if is_wrong_mode(case.planned, entry.deeds) and holds(case.free, entry.on)
    ]

"""Order: nothing of one kind before another; the day of what came too early is the breach, never cured."""

from __future__ import annotations

from trainrules.engine.case import Case, Entry
from trainrules.engine.instance import Instance
from trainrules.engine.timeline import holds
from trainrules.findings import Kind


def instances(case: Case) -> list[Instance]:
    """Return what came too early, and what came on the same day (whose order is not known)."""
    found = []
    for entry in case.of(case.planned.others):
        if not holds(case.free, entry.on):
            continue
        same_day = _same_day(case, entry)
        if same_day is None:
            found.append(_too_early(case, entry))
        elif same_day:
            found.append(_unknown(case, entry, same_day))
    return found


def _same_day(case: Case, entry: Entry) -> tuple[str, ...] | None:
    """Return what must come first and came on *entry*'s own day; None when a part had not come at all.

    What is itself the thing to come first is not out of order.
    """
    together: list[str] = []
    for part in case.planned.parts:
        firsts = case.of((part,))
        if any(each.on < entry.on or each.event is entry.event for each in firsts):
            continue
        same = [each.event.name for each in firsts if each.on == entry.on]
        if not same:
            return None
        together += same
    return tuple(together)


def _too_early(case: Case, entry: Entry) -> Instance:
    return Instance(
        opens=entry.on,
        end=entry.on,
        owed=case.planned.owed,
        breach=((entry.on, entry.on),),
        kind=Kind.ORDER,
        event=entry.event.name,
        is_listed=False,
    )


def _unknown(case: Case, entry: Entry, same_day: tuple[str, ...]) -> Instance:
    names = " and ".join((*sorted(same_day), entry.event.name))
    return Instance(
        opens=entry.on, end=entry.on, owed=case.planned.owed, missing=(f"order of {names} on the day",)
    )

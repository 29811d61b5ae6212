"""What happened where a rule of one day was broken, in a clause: out of order, in a wrong mode, too late."""

from __future__ import annotations

from datetime import date

from trainrules.engine.history import Event, make_history
from trainrules.engine.prepared import plan_of
from trainrules.findings import Violation
from trainrules.model.rules import Delivery, Notice, Order, Policy
from trainrules.records.classes import Booking, CourseRecord, Record, Session, StaffRecord
from trainrules.words import date_text, deed_text, listed, owed_text, quoted

_DELIVERIES = ("single-agency", "multi-agency")


def happened(finding: Violation, policy: Policy, record: Record, as_of: date) -> str:
    """Return what broke an order, delivery or notice rule: `training on 1 May 2022 (T1) with no earlier A`.

    Empty for a violation of another kind, or one that is not of *policy* and *record*.
    """
    match finding.source:
        case Order() as rule:
            return _order(finding, rule)
        case Delivery() as rule:
            events = make_history(record, as_of.toordinal(), plan_of(policy)).events
            event = next((each for each in events if each.name == finding.event), None)
            return _delivery(finding, rule, event) if event else ""
        case Notice():
            return _notice(finding, record)
    return ""


def _order(finding: Violation, rule: Order) -> str:
    first = owed_text(rule.first)
    several = len(rule.first.parts) > 1
    lacking = f"without {first} before it" if several else f"with no earlier {_bare(first)}"
    return f"{_bare(deed_text(rule.then))} {_on(finding)} {lacking}"


def _delivery(finding: Violation, rule: Delivery, event: Event) -> str:
    modes = listed(f"{'as ' if mode == 'e-learning' else ''}{mode}" for mode in _taken(rule, event))
    taken = f" taken {modes}" if modes else ""
    has_to = f"it has to be {listed(rule.modes, 'or')}"
    return f"{_bare(deed_text(rule.deed))} {_on(finding)}{taken}; {has_to}"


def _taken(rule: Delivery, event: Event) -> list[str]:
    """Return the modes of *event* that *rule* is about: its delivery, its format or both."""
    about_delivery = any(mode in _DELIVERIES for mode in rule.modes)
    about_format = any(mode not in _DELIVERIES for mode in rule.modes)
    found = ((about_delivery, event.look.delivery), (about_format, event.look.format))
    return [mode for is_asked, mode in found if is_asked and mode]


def _notice(finding: Violation, record: Record) -> str:
    item = item_of(record, finding.event)
    if item is None:
        return ""
    last = f"; the last day in time was {date_text(finding.due)}" if finding.due else ""
    if isinstance(item, Booking):
        course = f" of {quoted(item.course)}" if item.course else ""
        return f"booking{course} for {date_text(item.session)} {outcome(item)}{last}"
    return f"session on {date_text(item.on)} {outcome(item)}{last}"


def outcome(item: Booking | Session) -> str:
    """Return what became of a booking or a session: `cancelled on 8 June 2022`, `not advertised`."""
    if isinstance(item, Booking):
        if item.cancelled is None:
            return "neither attended nor cancelled"
        late = "not attended, and " if item.cancelled > item.session else ""
        return f"{late}cancelled {'only ' if late else ''}on {date_text(item.cancelled)}"
    if isinstance(item.advertised, date):
        return f"advertised {'only ' if item.advertised > item.on else ''}on {date_text(item.advertised)}"
    return "not advertised"


def item_of(record: Record, name: str | None) -> Booking | Session | None:
    """Return the booking or session of *record* that results call *name*."""
    if isinstance(record, StaffRecord):
        named = ((each.id or f"booking {n}", each) for n, each in enumerate(record.bookings, 1))
        return next((each for own, each in named if own == name), None)
    if isinstance(record, CourseRecord):
        held = ((each.id or f"session {n}", each) for n, each in enumerate(record.sessions, 1))
        return next((each for own, each in held if own == name), None)
    return None


def _on(finding: Violation) -> str:
    return f"on {date_text(finding.since)}{f' ({finding.event})' if finding.event else ''}"


def _bare(noun: str) -> str:
    """Return *noun* without its article, to stand after `earlier`: `the diploma` as `diploma`."""
    for article in ("the ", "an ", "a ", "any "):
        if noun.startswith(article):
            return noun.removeprefix(article)
    return noun

"""What else a policy asks a record for, read off its rules: standards, documents, reports, meetings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from trainrules.model.rules import Audience, Checklist, Cycle, Deed, Duty, FollowUp, Policy, Quota, Term, fold
from workforce.chance import Chance, months

Fields = dict[str, Any]


def with_papers(policy: Policy, record: Fields, first: date, last: date) -> Fields:
    """Return *record* with what *policy* asks of it between *first* and *last*, most of it in order.

    Each rule has a chance of its own, so that changing one leaves the others alone.
    """
    made = Papers(first, last)
    for rule in policy.rules:
        if not about(rule.audience, record):
            continue
        made.chance = Chance(f"{policy.title} {record['id']} {rule.label}")
        if isinstance(rule, Checklist):
            made.standards(rule)
        elif isinstance(rule, Duty):
            made.duty(rule)
        elif isinstance(rule, Quota) and rule.cycle:
            made.quota(rule, rule.cycle)
        elif isinstance(rule, FollowUp) and rule.window:
            made.window(rule)
    found = {key: [*record.get(key, ()), *events] for key, events in made.lists.items() if events}
    mapped = {key: value for key, value in made.mappings.items() if value}
    return {**record, **found, **mapped}


def about(audience: Audience, record: Fields) -> bool:
    """Return whether *record* may be in *audience* (on which days is left aside)."""
    kind = {"trainer": "staff"}.get(record["kind"], record["kind"])
    if kind != audience.entity or (audience.name and fold(audience.name) != fold(record["name"])):
        return False
    needed = (audience.any_of, *audience.all_of)
    return all(any(_holds(term, record) for term in terms) for terms in needed)


def _holds(term: Term, record: Fields) -> bool:
    if term.kind == "everyone":
        return True
    if term.kind in ("delivery", "format"):
        return fold(record.get(term.kind) or "") == fold(term.name)
    if term.kind == "attribute":
        return fold(str(record.get("attributes", {}).get(term.name, ""))) == fold(term.value)
    if term.kind == "member":
        return any(fold(each["body"]) == fold(term.name) for each in record.get("memberships", ()))
    if term.kind == "role" and fold(term.name) == "trainer" and record["kind"] == "trainer":
        return True
    held = [name for post in record.get("posts", ()) for name in post.get(f"{term.kind}s", ())]
    return fold(term.name) in map(fold, held)


class Papers:
    """The standards, documents, reports, meetings and qualifications of one record, as they are made up."""

    def __init__(self, first: date, last: date) -> None:
        self.chance, self.first, self.last = Chance(""), first, last
        self.lists: dict[str, list[Fields]] = {}
        self.mappings: dict[str, Fields] = {"standards": {}, "attestations": {}}

    def standards(self, rule: Checklist) -> None:
        """Say of each item whether it is met: mostly, some not, some not known, some not asked."""
        for item in rule.items:
            answers = self.mappings["standards"].setdefault(item.standard, {})
            how = self.chance.below(100)
            if how < 90:
                answers[item.number] = True
            elif how < 94:
                on = self.chance.day(self.first, self.last)
                answers[item.number] = {"met": False, "on": on.isoformat()}
            elif how < 97:
                answers[item.number] = None

    def duty(self, rule: Duty) -> None:
        """Make what the duty owes, most of the time; a repeated meeting goes on to the end."""
        for part in rule.owed.parts:
            deed = self.chance.pick(part)
            if rule.every and deed.kind == "meeting":
                self._meetings(deed, rule.every.months, rule.every.days)
            elif self.chance.happens(0.85):
                self.did(deed, self.chance.day(self.first, self.last))

    def quota(self, rule: Quota, cycle: Cycle) -> None:
        """Make what each period asks for; now and then one is forgotten."""
        if rule.measure != "count" or rule.audience.entity == "staff":
            return
        for start, end in periods(cycle, self.first, self.last):
            if self.chance.happens(0.93):
                for _ in range(int(rule.need)):
                    self.did(self.chance.pick(rule.deeds), self.chance.working_day(start, end))

    def window(self, rule: FollowUp) -> None:
        """Make what is due in a month, of one year or of each."""
        assert rule.window is not None
        for year in range(self.first.year, self.last.year + 1):
            if rule.window.year in (None, year) and self.chance.happens(0.8):
                day = self.chance.after(date(year, rule.window.month, 1), 0, 34)
                if day <= self.last:
                    self.did(rule.response.parts[0][0], day)

    def did(self, deed: Deed, day: date) -> None:
        """Add what shows that *deed* was done on *day*."""
        if deed.kind == "report":
            made = {"name": deed.name, "on": day.isoformat(), "to": deed.to, "action": deed.action}
            self._add("reports", {key: value for key, value in made.items() if value})
        elif deed.kind == "document" and self.chance.happens(0.2):
            self.mappings["attestations"][deed.name] = {"met": True, "on": day.isoformat()}
        elif deed.kind == "document":
            self._add("documents", {"name": deed.name, "dated": day.isoformat()})
        elif deed.kind == "qualification":
            self._add(
                "qualifications", {"name": deed.name, "on": str(months(self.first, -self.chance.below(90)))}
            )
        elif deed.kind == "meeting":
            self._add("meetings", {"body": deed.name, "on": day.isoformat()})

    def _meetings(self, deed: Deed, in_months: int, in_days: int) -> None:
        day = self.first
        while day <= self.last:
            self.did(deed, day)
            due = months(day, in_months) + timedelta(in_days)
            day = self.chance.after(due, -6, 0) if self.chance.happens(0.9) else self.chance.after(due, 1, 20)

    def _add(self, key: str, event: Fields) -> None:
        self.lists.setdefault(key, []).append(event)


def periods(cycle: Cycle, first: date, last: date) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each period of *cycle* that is wholly between *first* and *last*."""
    start = date(first.year - 1, cycle.month, cycle.day)
    while start <= last:
        after = months(start, cycle.months)
        if start >= first and after - timedelta(1) <= last:
            yield start, after - timedelta(1)
        start = after

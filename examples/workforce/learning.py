"""What people learnt: completions, with the facts that somebody wrote down, not always all of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from workforce.career import Career
from workforce.chance import Chance, months, outcome

Fields = dict[str, Any]


class Learning:
    """The training, activities and bookings of one person, within their career."""

    def __init__(self, chance: Chance, career: Career) -> None:
        self.chance = chance
        self.last = career.last
        self.training: list[Fields] = []
        self.activities: list[Fields] = []

    def completed(self, day: date | None, course: str | None, **facts: Any) -> Fields | None:
        """Add a completion on *day*, unless there is none or they had left; return it."""
        if day is None or day > self.last:
            return None
        chance = self.chance
        event: Fields = {"course": course, "completed": day.isoformat(), **facts}
        if chance.happens(0.4):
            event["certificate"] = f"C-{1000 + chance.below(9000)}"
        if chance.happens(0.3):
            event["hours"] = chance.pick((1.5, 2, 3, 3.5, 6))
        if chance.happens(0.03):
            event.pop("delivery", None)
        if chance.happens(0.03):
            event.pop("format", None)
        self.training.append({key: value for key, value in event.items() if value is not None})
        return self.training[-1]

    def did(self, day: date | None, kind: str) -> None:
        """Add an activity on *day*, unless there is none or they had left."""
        if day is not None and day <= self.last:
            self.activities.append({"kind": kind, "on": day.isoformat()})

    def every(self, first: date, interval: int, end: date) -> list[date]:
        """Return the days of something repeated every *interval* months from *first*, mostly kept to."""
        days = [first]
        while not self.chance.happens(0.12):
            again = outcome(self.chance, months(days[-1], interval - 3), months(days[-1], interval))
            if again is None or again > end or again <= days[-1]:
                break
            days.append(again)
        return days

    def fields(self) -> Fields:
        """Return it all, in order of day, each with its id."""
        training = sorted(self.training, key=lambda event: event["completed"])
        activities = sorted(self.activities, key=lambda event: event["on"])
        return {
            "training": [{"id": f"T{place}", **event} for place, event in enumerate(training, 1)],
            "activities": [{"id": f"A{place}", **event} for place, event in enumerate(activities, 1)],
        }

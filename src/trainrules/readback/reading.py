"""A rule read back: its label and place, and what it says, point by point under a few fixed topics."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

AS_WRITTEN = "As written"
SOURCE = "Source"
IN_FULL = "In full"
WHO = "Who"
COUNTS = "What counts"
NOT_COUNTED = "What does not"
WHEN = "When"
WORKED = "Worked dates"
BREACH = "In breach"
FORCE = "In force"
BESIDE = "Beside"
CARE = "Take care"

TOPICS = (
    *(AS_WRITTEN, SOURCE, IN_FULL, WHO, COUNTS, NOT_COUNTED, WHEN, WORKED),
    *(BREACH, FORCE, BESIDE, CARE),
)


@frozen
class Point:
    """One thing that a rule says, under one of `TOPICS`."""

    topic: str
    text: str


@frozen
class Reading:
    """A rule in full words: *heading* is its label and strength, *place* its file and line (or empty)."""

    heading: str
    place: str
    points: tuple[Point, ...]

    def topics(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each topic that has points, in the order of `TOPICS`, with their texts."""
        for topic in TOPICS:
            texts = tuple(dict.fromkeys(point.text for point in self.points if point.topic == topic))
            if texts:
                yield topic, texts

"""A small strategy, people to report on, and what can be read off a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import trainrules
from trainrules.findings import Evaluation
from trainrules.model.rules import Policy
from trainrules.records.classes import StaffRecord

AS_OF = date(2022, 9, 2)
VOID = ("meta", "br", "link", "img", "input", "hr")
SVG = "{http://www.w3.org/2000/svg}"

POLICY = trainrules.loads(
    """policy "Our strategy"
strength must
in force from 1 January 2020
groups A–B
role DSL
course Induction
course Neglect
evaluation follow-up

Everyone should complete Induction within 1 month of joining   [1]
Group B within 6 months, then every 2 years                    [2]
Group B must complete Induction before any other training      [3]
A follow-up evaluation must be returned between 3 and 4 months after each Neglect course   [4]
""",
    name="our.rules",
)

# Group B from 1 March 2020: due 1 September 2020. T2 on 15 June 2020 pays until 15 June 2022, T3 on
# 10 May 2022 until 10 May 2024.
AMINA = {
    "id": "S-1",
    "name": "Amina Khan",
    "agency": "Hackney Schools",
    "joined": "2020-03-01",
    "posts": [{"title": "Nurse", "groups": ["B"], "started": "2020-03-01"}],
    "training": [
        {"id": "T1", "course": "Induction", "completed": "2020-03-20"},
        {"id": "T2", "course": "B day", "completed": "2020-06-15", "for": {"groups": ["B"]}},
        {"id": "T3", "course": "B day", "completed": "2022-05-10", "for": {"groups": ["B"]}},
    ],
}
# Group B from 1 March 2022: due 1 September 2022, so the as-of day is the first in breach.
BEN = {
    "id": "S-2",
    "name": "Ben Cole",
    "posts": [{"groups": ["B"], "started": "2022-03-01"}],
    "training": [{"id": "T9", "course": "Neglect", "completed": "2022-03-02", "evaluations": []}],
}
NOBODY = {"id": "S-3"}


def evaluated(data: dict[str, Any], policy: Policy = POLICY, as_of: date = AS_OF) -> Evaluation:
    """Return what the person that *data* describes owes."""
    return trainrules.evaluate(policy, StaffRecord.from_dict(data), as_of)


def veteran(events: int) -> dict[str, Any]:
    """Return somebody with so many completions, one every five days until the as-of day."""
    first = AS_OF - timedelta(days=5 * events)
    return {
        "id": "S-4",
        "name": "Old Hand",
        "joined": first.isoformat(),
        "posts": [
            {"title": f"Post {n}", "groups": ["B"], "started": (first + timedelta(days=90 * n)).isoformat()}
            for n in range(20)
        ],
        "training": [
            {
                "id": f"T{n}",
                "course": "B day",
                "completed": (first + timedelta(days=5 * n)).isoformat(),
                "for": {"groups": ["B" if n % 3 else "A"]},
            }
            for n in range(events)
        ],
    }


class Page(HTMLParser):
    """What a page is made of: its elements with their attributes, its text, and whether tags are in pairs."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.crossed: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def words(self) -> str:
        """Return the text of the page with its spaces evened out, styles aside."""
        return " ".join(" ".join(self.text).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of each element *tag*."""
        return [attributes for name, attributes in self.elements if name == tag]


def drawings(page: str) -> list[ElementTree.Element]:
    """Return the drawings of the timeline, the scale first."""
    found = re.findall(r'<svg class="track".*?</svg>', page, re.DOTALL)
    return [
        ElementTree.fromstring(each.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
        for each in found
    ]


def drawn(page: str, name: str) -> ElementTree.Element:
    """Return the drawing whose title is *name*."""
    return next(each for each in drawings(page) if each.findtext(f"{SVG}title") == name)


def told(drawing: ElementTree.Element) -> str:
    """Return what a screen reader says of *drawing*."""
    return drawing.findtext(f"{SVG}desc") or ""


def looks(drawing: ElementTree.Element) -> list[str]:
    """Return the bars and marks of *drawing* in the order of drawing: classes of bars, names of shapes."""
    bars = [each.get("class", "") for each in drawing.iter(f"{SVG}rect")]
    return [*bars, *((each.get("href") or "").removeprefix("#") for each in drawing.iter(f"{SVG}use"))]


def texts(elements: Iterable[ElementTree.Element]) -> list[str]:
    """Return the text of each of *elements*."""
    return [each.text or "" for each in elements]

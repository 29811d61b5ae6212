"""A policy as a handbook page: one file, with each rule beside the source's own words."""

from __future__ import annotations

from importlib.resources import files
from textwrap import shorten

from attrs import frozen

from trainrules.model.rules import Policy, Rule
from trainrules.readback.explain_policy import read_rules
from trainrules.readback.policy import head
from trainrules.readback.reading import AS_WRITTEN, IN_FULL, SOURCE, Reading
from trainrules.readback.render import IN_EVERY_RULE, said, sections

_TOPIC = 100
"""Characters of a rule in the contents."""

_BESIDE = (AS_WRITTEN, SOURCE, IN_FULL)


@frozen
class Entry:
    """One rule on the page: what it says in full, point by point, and beside it the words it comes from.

    *place* is its number on the page, so that links find it whatever its label is. *topic* is how it begins,
    for the contents.
    """

    place: int
    heading: str
    topic: str
    strength: str
    label: str
    in_full: tuple[str, ...]
    points: tuple[tuple[str, tuple[str, ...]], ...]
    written: str
    line: str
    quotes: tuple[str, ...]


def explain_policy_html(policy: Policy) -> str:
    """Return *policy* read back as one HTML page that needs nothing else: no network, no scripts."""
    from jinja2 import Environment

    environment = Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    page = (files("trainrules.readback") / "handbook.html.j2").read_text(encoding="utf-8")
    pairs = zip(policy.rules, read_rules(policy), strict=True)
    parts = [*sections(policy)]
    return environment.from_string(page).render(
        title=policy.title or "This policy",
        head=[*head(policy)],
        before=[part for part in parts if part[0] == IN_EVERY_RULE],
        after=[part for part in parts if part[0] != IN_EVERY_RULE],
        rules=[_entry(place, rule, reading) for place, (rule, reading) in enumerate(pairs, 1)],
    )


def _entry(place: int, rule: Rule, reading: Reading) -> Entry:
    topics = dict(reading.topics())
    in_full = tuple(said(IN_FULL, text) for text in topics.get(IN_FULL, ()))
    heading = reading.heading.partition("] ")[2]
    points = [(topic, tuple(said(topic, text) for text in texts)) for topic, texts in topics.items()]
    return Entry(
        place=place,
        heading=heading,
        topic=shorten(" ".join(in_full) or heading, _TOPIC, placeholder=" …"),
        strength=rule.strength.value,
        label=rule.label,
        in_full=in_full,
        points=tuple((topic, texts) for topic, texts in points if topic not in _BESIDE),
        written=rule.origin.sentence,
        line=reading.place,
        quotes=rule.origin.quotes,
    )

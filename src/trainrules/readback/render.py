"""Read-back as a page: plain text for a terminal, or Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from trainrules.model.rules import Policy
from trainrules.readback.explain_policy import read_rules
from trainrules.readback.policy import head, notes, reading_rules, vocabulary
from trainrules.readback.reading import AS_WRITTEN, SOURCE, Reading
from trainrules.words import sentence

WIDTH = 100
IN_EVERY_RULE = "In every rule"
_COLUMN = 16
_VERBATIM = (AS_WRITTEN, SOURCE)


def explain_policy(policy: Policy) -> str:
    """Return *policy* read back in full words as plain text, wrapped to `WIDTH` columns."""
    title = policy.title or "This policy"
    lines = [title, "=" * len(title), *_wrapped(" ".join(head(policy)))]
    for name, items in sections(policy):
        lines += ["", name, "-" * len(name)]
        lines += [line for item in items for line in _wrapped(item, "- ")]
    lines += ["", "Rules", "-----"]
    if not policy.rules:
        lines.append("There are no rules.")
    for reading in read_rules(policy):
        lines += ["", *_text(reading)]
    return "\n".join(lines) + "\n"


def explain_policy_markdown(policy: Policy) -> str:
    """Return *policy* read back in full words as Markdown, a heading for each rule."""
    lines = [f"# {escaped(policy.title or 'This policy')}", "", escaped(" ".join(head(policy)))]
    for name, items in sections(policy):
        lines += ["", f"## {name}", "", *(f"- {escaped(item)}" for item in items)]
    lines += ["", "## Rules"]
    if not policy.rules:
        lines += ["", "There are no rules."]
    for reading in read_rules(policy):
        lines += ["", f"### {escaped(reading.heading)}", *_markdown(reading)]
    return "\n".join(lines) + "\n"


def reading_text(reading: Reading) -> str:
    """Return one rule read back as plain text."""
    return "\n".join(_text(reading)) + "\n"


def escaped(text: str) -> str:
    """Return *text* with what Markdown would take as markup escaped."""
    for char in "\\`*_[]<>#|":
        text = text.replace(char, f"\\{char}")
    return text


def sections(policy: Policy) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what stands before the rules, part by part: its name and its items; empty parts are left out."""
    named = (
        ("Vocabulary", vocabulary(policy)),
        ("Kept but not judged", notes(policy)),
        (IN_EVERY_RULE, map(sentence, reading_rules(policy))),
    )
    for name, items in named:
        if found := tuple(items):
            yield name, found


def said(topic: str, text: str) -> str:
    """Return *text* as it is printed: the author's and the source's words as they are, ours as a sentence."""
    return text if topic in _VERBATIM else sentence(text)


def _text(reading: Reading) -> Iterable[str]:
    yield f"{reading.heading}  ({reading.place})" if reading.place else reading.heading
    for topic, texts in reading.topics():
        lead = topic
        for text in texts:
            yield from _wrapped(said(topic, text), f"  {lead:<{_COLUMN}}")
            lead = ""


def _markdown(reading: Reading) -> Iterable[str]:
    if reading.place:
        yield from ("", escaped(reading.place))
    yield ""
    for topic, texts in reading.topics():
        if len(texts) == 1:
            yield f"- **{topic}:** {escaped(said(topic, texts[0]))}"
        else:
            yield f"- **{topic}:**"
            yield from (f"  - {escaped(said(topic, text))}" for text in texts)


def _wrapped(text: str, lead: str = "") -> list[str]:
    """Return *text* as lines after *lead*, the following ones indented as far; words are never broken."""
    indent = " " * len(lead)
    return wrap(
        text,
        WIDTH,
        initial_indent=lead,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [lead.rstrip()]

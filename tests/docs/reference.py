"""The blocks of the language reference as rule files, and what is said under each: its rules read back."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen
from tests.docs.pages import Block, blocks, text_of

from trainrules import api
from trainrules.diagnostics import Diagnostic
from trainrules.model.files import RuleFile
from trainrules.readback.explain_policy import read_rules
from trainrules.readback.reading import BESIDE, FORCE, IN_FULL, WHO
from trainrules.words import sentence

NAME = "docs/language.md"
_TOLD = (IN_FULL, FORCE, BESIDE)


@frozen
class Told:
    """A rule file made of a block, and everything said about it."""

    file: RuleFile
    diagnostics: tuple[Diagnostic, ...]


def rule_blocks() -> list[Block]:
    """Return the blocks of the page that are rule files."""
    return blocks(text_of(NAME), "rules")


def refused() -> list[tuple[str, str]]:
    """Return the sentences that the page says are refused, each with the code it gives."""
    lines = [line for block in blocks(text_of(NAME), "refused") for line in block.text.splitlines()]
    return [(words.rstrip(), code) for words, _, code in (line.rpartition("# ") for line in lines)]


def read(text: str, folder: Path) -> Told:
    """Return *text* as a rule file in *folder*, beside the files that the page shows by name."""
    for block in blocks(text_of(NAME)):
        if block.name:
            (folder / block.name).write_text(block.text, encoding="utf-8")
    path = folder / "example.rules"
    path.write_text(text, encoding="utf-8")
    return Told(*api.read(path))


def said_of(file: RuleFile) -> tuple[str, ...]:
    """Return the rules of *file* itself in full words, equal ones once."""
    own = len(file.lowered.policy.rules)
    found: list[str] = []
    for reading in list(read_rules(file.policy))[:own]:
        told = {topic: texts for topic, texts in reading.topics() if topic in _TOLD}
        texts = [sentence(text) for texts in told.values() for text in texts]
        texts += [sentence(text) for text in dict(reading.topics())[WHO][1:]]
        found.append(" ".join(texts))
    return tuple(dict.fromkeys(found))

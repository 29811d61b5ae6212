"""What is said of the place under the pointer: a name's declaration, or the rule there in full words."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from trainrules.lsp.document import Document, declarations
from trainrules.lsp.mentions import RULE, Mention
from trainrules.model.files import RuleFile
from trainrules.model.rules import Rule, fold
from trainrules.model.vocabulary import ARTICLED
from trainrules.readback.explain_policy import read_rule
from trainrules.readback.reading import AS_WRITTEN, SOURCE, Reading
from trainrules.readback.render import escaped
from trainrules.source import Span
from trainrules.words import file_text, sentence

_MOST_DECLARATIONS = 3


@frozen
class Said:
    """Markdown *text* about what stands at *span*."""

    text: str
    span: Span


def hover(document: Document, offset: int) -> Said | None:
    """Return what is said at *offset*: a name's declaration, else the rule around it; None elsewhere."""
    mention = document.at(offset)
    if mention is not None and mention.word.kind == RULE:
        rules = [each for each in document.file.policy.rules if fold(each.label) == fold(mention.word.name)]
        return _read_back(document, rules, mention.span)
    if mention is not None:
        return Said("\n".join(_declaration(document, mention)), mention.span)
    for each in document.file.tree.sentences:
        if each.span.start <= offset <= each.span.end:
            return _read_back(document, _rules_at(document, each.span), each.span)
    return None


def _rules_at(document: Document, span: Span) -> list[Rule]:
    """Return the rules that the sentence at *span* lowered to."""
    own = document.file.lowered.policy.rules
    return [rule for rule in own if rule.origin.sentence and rule.origin.span.start == span.start]


def _read_back(document: Document, rules: list[Rule], span: Span) -> Said | None:
    if not rules:
        return None
    policy = document.file.policy
    return Said("\n\n---\n\n".join("\n".join(_reading(read_rule(rule, policy))) for rule in rules), span)


def _reading(reading: Reading) -> Iterator[str]:
    yield f"**{escaped(reading.heading)}**"
    yield ""
    for topic, texts in reading.topics():
        if topic in (AS_WRITTEN, SOURCE):
            continue
        if len(texts) == 1:
            yield f"- *{topic}:* {escaped(sentence(texts[0]))}"
        else:
            yield f"- *{topic}:*"
            yield from (f"  - {escaped(sentence(text))}" for text in texts)


def _declaration(document: Document, mention: Mention) -> Iterator[str]:
    """Yield what a name is, and the sentences that declare it, each with its file and line."""
    word = mention.word
    of = f" of {escaped(word.of)}" if word.of else ""
    yield f"**{escaped(word.name)}**: {ARTICLED[word.kind]}{of}"
    found = declarations(document, mention.key)
    if not found:
        yield "\nIt is a word of the rule language."
    for file, span in found[:_MOST_DECLARATIONS]:
        at, said = _sentence_at(file, span)
        where = f"line {file.source.place(at.start)[0]}"
        if file is not document.file:
            where = f"{file_text(file.source.name)}, {where}"
        yield f"\n{escaped(where)}:\n```rules\n{said}\n```"


def _sentence_at(file: RuleFile, span: Span) -> tuple[Span, str]:
    """Return where the sentence around *span* stands, and its words."""
    for each in file.tree.sentences:
        if each.span.start <= span.start <= each.span.end:
            return each.span, file.source.slice(each.span)
    return span, file.source.slice(span)

"""What may come next at a place in a rule file: rule words that the grammar takes there, declared names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen
from lark import Token
from lark.exceptions import LarkError

from trainrules.language.build.when import MONTHS
from trainrules.language.grammar import parser
from trainrules.language.sentences import split
from trainrules.language.wrong.words import spelled, tokens
from trainrules.lsp.document import Document
from trainrules.lsp.mentions import RULE
from trainrules.lsp.names import DONE, PEOPLE
from trainrules.lsp.written import as_written
from trainrules.model.vocabulary import ARTICLED
from trainrules.source import Span

WORD = "word"
"""The kind of a suggestion that is a rule word, not a name."""

_PARTIAL = re.compile(r"[^\W_][\w'’&/-]*$")
_MARKS = {'"': '"', "“": "”", "[": "]"}
_MANY = re.compile(r"(day|week|month|year|hour|time)s$")
_ONE_OF_MANY = ("day", "week", "month", "year", "hour", "time")
_NAMES_NEW = (
    "course attribute activity format formats date dates document documents qualification qualifications "
    "evaluation evaluations standard example policy"
)
_ARTICLES = "the a an all their its any every each"
_NEW, _CLOSE = frozenset(_NAMES_NEW.split()), frozenset(_ARTICLES.split())
_DOING = "complete take undertake receive attend refresh renew update deliver completed delivered booked"
_KINDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("group", "groups"), ("group",)),
    **dict.fromkeys(("level", "levels"), ("level",)),
    **dict.fromkeys(("role", "roles"), ("role",)),
    **dict.fromkeys(_DOING.split(), ("course", "activity", "format")),
    **dict.fromkeys(("meet", "body", "attended", "missed"), ("body",)),
    **dict.fromkeys(("have", "has"), ("document",)),
    **dict.fromkeys(("hold", "holds"), ("qualification",)),
    **dict.fromkeys(("standard", "including"), ("standard",)),
    "did": ("activity", "course"),
    "returned": ("evaluation",),
    "in": ("value", "level", "group", "role"),
    "except": (*PEOPLE, "value"),
    "are": (*PEOPLE, "value"),
}
_OF_BODY = ("member", "members", "meeting", "meetings")
_FIRST = (*PEOPLE, "value")
_FIRST_IN_FACT = (*_FIRST, "attribute", "date")
_SAID = frozenset(("must", "should", "may", "within", "every", "counts", "count", *_DOING.split()))
"""Words after which a sentence is no longer about whom it is for."""


@frozen
class Suggestion:
    """*text* in the place of *span*; *kind* is `word` for a rule word, else what the name is."""

    text: str
    kind: str
    span: Span
    order: int = 0

    @property
    def detail(self) -> str:
        """Return what it is, in words."""
        return {WORD: "rule word", RULE: "the label of a rule"}.get(self.kind) or ARTICLED[self.kind]


def suggestions(document: Document, offset: int) -> tuple[Suggestion, ...]:
    """Return what may stand at *offset*, names first; nothing in a comment, or where nothing is right."""
    text = document.text
    begun = _begun(text, offset)
    if begun is None:
        return ()
    words, start = _sentence(text, begun)
    accepts = _accepted(words, start)
    mark = text[begun : begun + 1] if begun < offset else ""
    end = offset + (mark in _MARKS and text[offset : offset + 1] == _MARKS[mark])
    found: list[Suggestion] = []
    if "LABEL" in accepts and mark not in ('"', "“"):
        found += (Suggestion(f"[{label}]", RULE, Span(begun, end)) for label in _labels(document, words))
    if {"WORD", "STRING"} & accepts and mark != "[":
        first = _FIRST_IN_FACT if start == "fact" else _FIRST
        found += _names(document, _kinds(tokens(words), first), words, accepts, Span(begun, end))
    if mark not in _MARKS:
        found += _rule_words(words, accepts, Span(begun, offset))
    return tuple(dict.fromkeys(found))


def _begun(text: str, offset: int) -> int | None:
    """Return where the word, quote or label at *offset* begins; None in a comment."""
    start = text.rfind("\n", 0, offset) + 1
    closing, opened = "", start
    for at in range(start, offset):
        char = text[at]
        if closing:
            closing = "" if char == closing else closing
        elif char == "#":
            return None
        elif char in _MARKS:
            closing, opened = _MARKS[char], at
    if closing:
        return opened
    partial = _PARTIAL.search(text, start, offset)
    return partial.start() if partial else offset


def _sentence(text: str, at: int) -> tuple[str, str]:
    """Return the words of the sentence, item or fact before *at*, and which of the three it is."""
    block = split(text[:at] + "x")[-1]
    span = block.parts[-1] if block.parts else block.span
    kind = "sentence"
    if block.parts:
        kind = "fact" if text[block.span.start :][:7].lower() == "example" else "item"
    return text[span.start : at], kind


def _accepted(words: str, start: str) -> set[str]:
    """Return the terminals that may follow *words*; none when the words are no beginning of a sentence."""
    try:
        reader = parser().parse_interactive(words, start=start)
        reader.exhaust_lexer()
        return set(reader.accepts())  # type: ignore[no-untyped-call]
    except LarkError:
        return set()


def _labels(document: Document, words: str) -> Iterator[str]:
    """Yield the labels that a clause or a fact can name: none where a sentence gets its own."""
    last = [str(token).lower() for token in tokens(words)[-2:]]
    if last[-1:] in (["waived"], ["expect"]) or last == ["instead", "of"]:
        yield from dict.fromkeys(rule.label for rule in document.file.policy.rules)


def _names(
    document: Document, kinds: tuple[str, ...], words: str, accepts: set[str], span: Span
) -> Iterator[Suggestion]:
    """Yield the declared names of *kinds*; a group or level that no noun stands before gets its own."""
    nouns = [found[0] for token in tokens(words) if (found := _KINDS.get(token.lower())) and len(found) == 1]
    known = [word for word in document.file.lowered.words.words if word.kind in kinds]
    for word in sorted(known, key=lambda each: kinds.index(each.kind)):
        written = as_written(word.spelled or word.name)
        if word.kind in ("group", "level") and nouns[-1:] != [word.kind]:
            if "group" not in spelled(accepts):
                continue
            written = f"{word.kind.title()} {written}"
        yield Suggestion(written, word.kind, span)


def _kinds(before: list[Token], first: tuple[str, ...]) -> tuple[str, ...]:
    """Return what kinds of name fit after the tokens *before*, likely ones first; *first* at the start."""
    last = [token.lower() for token in before if token.lower() not in _CLOSE]
    if not last:
        return first
    if len(last) == 1 and last[0] in _NEW:
        return ()
    if last[-1] == "of" and len(last) > 1:
        return ("body",) if last[-2] in _OF_BODY else ("date", *DONE)
    if last[-1] in _KINDS:
        return _KINDS[last[-1]]
    return (*DONE, *first, "document", "qualification", "date") if _SAID & set(last) else (*first, *DONE)


def _rule_words(words: str, accepts: set[str], span: Span) -> Iterator[Suggestion]:
    last = next(iter(tokens(words)[-1:]), None)
    follows_count = last is not None and last.type == "INT"
    for word in sorted({each.lower() for each in spelled(accepts) if each[0].isalpha()} - _PATTERNS):
        if "’" in word or (word == "school" and "WORD" in accepts):
            continue
        if follows_count and last is not None and not _agrees(word, str(last)):
            continue
        written = word.title() if word in MONTHS and (word != "may" or follows_count) else word
        yield Suggestion(written, WORD, span, order=2 if word in _CLOSE else 1)
    if "UNLESS" in accepts:
        yield Suggestion("unless", WORD, span, order=1)


_PATTERNS = frozenset(
    ("word", "string", "int", "decimal", "label", "numbered", "capital_a", "unless", "$end", "a")
)


def _agrees(word: str, count: str) -> bool:
    """Return whether *word* goes with *count*: `1 month`, `2 months`; any other word does."""
    return not (_MANY.fullmatch(word) if count == "1" else word in _ONE_OF_MANY)

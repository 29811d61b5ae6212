"""Every place of a rule file that names a declared word or a rule's label, and which of them declare it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from attrs import frozen

from trainrules.language import ast
from trainrules.lsp.names import Named, names_in
from trainrules.model.files import RuleFile
from trainrules.model.lowering.origin import label_of
from trainrules.model.rules import fold
from trainrules.model.vocabulary import Vocabulary, Word, ends, spread
from trainrules.source import Source, Span

RULE = "rule"
"""The kind of word that the label of a rule is."""

Key = tuple[str, str, str]


class How(Enum):
    """How a place names a word: as it is written there, as the end of a range, or within one."""

    WRITTEN = "written"
    END = "end"
    WITHIN = "within"


@frozen
class Mention:
    """The place *span*, which names *word*; *declares* tells that it makes it a word."""

    span: Span
    word: Word
    declares: bool = False
    how: How = How.WRITTEN

    @property
    def key(self) -> Key:
        """Return what two mentions of one word have in common, whichever of its names they use."""
        return key_of(self.word)


def key_of(word: Word) -> Key:
    """Return what tells *word* from every other."""
    return word.kind, fold(word.of), fold(word.name)


def mentions_of(file: RuleFile) -> tuple[Mention, ...]:
    """Return every mention in *file*, in the order of the text."""
    words = file.lowered.words
    labels = {fold(label): label for label in _labels(file)}
    found: list[Mention] = []
    for sentence in file.tree.sentences:
        for named in names_in(sentence):
            found += _of_label(named, labels) if named.kinds == (RULE,) else _of(named, words, file.source)
        if isinstance(sentence, ast.Rule):
            found.append(_of_rule(file.source, sentence))
        if isinstance(sentence, ast.CountsAs) and sentence.this.name:
            found += _implied(sentence.this.name, words)
    once = {(each.span, each.key): each for each in sorted(found, key=lambda each: each.declares)}
    return tuple(sorted(once.values(), key=lambda each: (each.span.start, each.how.value, each.key)))


def _labels(file: RuleFile) -> Iterator[str]:
    for sentence in file.tree.sentences:
        if isinstance(sentence, ast.Rule):
            yield label_of(file.source, sentence)
    for rule in file.used_rules:
        yield rule.label


def _of_rule(source: Source, sentence: ast.Rule) -> Mention:
    """Return where a rule has its label: its citation, else its first line."""
    word = Word(RULE, label_of(source, sentence))
    if sentence.citation:
        return Mention(sentence.citation.span, word, declares=True)
    first = source.slice(sentence.span).split("\n")[0].rstrip()
    return Mention(Span(sentence.span.start, sentence.span.start + len(first)), word, True, How.WITHIN)


def _of_label(named: Named, labels: dict[str, str]) -> Iterator[Mention]:
    label = labels.get(fold(named.name.text))
    if label is not None:
        yield Mention(named.name.span, Word(RULE, label))


def _implied(name: ast.Name, words: Vocabulary) -> Iterator[Mention]:
    for word in words.find(name.text, ("course",)):
        if word.implied:
            yield Mention(name.span, word, declares=True)


def _of(named: Named, words: Vocabulary, source: Source) -> Iterator[Mention]:
    """Yield what one name stands for: a word, or all the words of a range."""
    low, high = named.name, named.high
    word = _word(low.text, named, words)
    if high is not None:
        yield from _of_range(named, words, low, high)
    elif word is not None:
        yield Mention(low.span, word, named.declares)
    elif (both := ends(low.text)) and source.slice(low.span) == low.text:
        start, end = low.span.start, low.span.end
        yield from _of_range(
            named,
            words,
            ast.Name(both[0], span=Span(start, start + len(both[0]))),
            ast.Name(both[1], span=Span(end - len(both[1]), end)),
        )


def _of_range(named: Named, words: Vocabulary, low: ast.Name, high: ast.Name) -> Iterator[Mention]:
    first = _word(low.text, named, words)
    if first is None:
        return
    for name in spread(low.text, high.text):
        word = _word(name, Named(low, (first.kind,), first.of), words)
        if word is None:
            continue
        at = {fold(low.text): low.span, fold(high.text): high.span}.get(fold(name))
        how = How.END if at else How.WITHIN
        yield Mention(at or low.span.to(high.span), word, named.declares, how)


def _word(text: str, named: Named, words: Vocabulary) -> Word | None:
    """Return the word that *text* is, the first of the kinds that it may be."""
    for kind in named.kinds:
        found = words.find(text, (kind,)) if kind else ()
        if named.of:
            found = tuple(each for each in found if fold(each.of) == fold(named.of))
        if found:
            return found[0]
    return None

"""The sentences of a source beside the quotes of a rule file."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from trainrules.coverage.located import located, plain
from trainrules.coverage.sentences import Sentence, sentences
from trainrules.language import ast
from trainrules.model.files import RuleFile
from trainrules.model.lowering.origin import origin_of


@frozen
class Quoted:
    """Words of the source that a sentence of the rule file quotes: offsets, the end exclusive.

    *label* is the sentence's citation, else empty; *line* its line in the rule file; *sentence* its words;
    *kind* is rule, note, declaration or standard.
    """

    start: int
    end: int
    kind: str
    label: str
    line: int
    sentence: str


@frozen
class Covered:
    """A sentence of the source, and what quotes any of its words."""

    sentence: Sentence
    by: tuple[Quoted, ...]


@frozen
class Coverage:
    """How a rule file stands to the text of its source.

    *quotes* are all stretches that it quotes, in the order of the source; *covered* has each sentence.
    """

    source: str
    quotes: tuple[Quoted, ...]
    covered: tuple[Covered, ...]

    @property
    def normative(self) -> tuple[Covered, ...]:
        """Return the sentences that say what must, should or will be done."""
        return tuple(each for each in self.covered if each.sentence.is_normative)

    @property
    def left(self) -> tuple[Covered, ...]:
        """Return the normative sentences that nothing quotes."""
        return tuple(each for each in self.normative if not each.by)

    @property
    def share(self) -> Fraction:
        """Return the share of the normative sentences that is quoted; all of none is all."""
        every = len(self.normative)
        return Fraction(every - len(self.left), every) if every else Fraction(1)


def coverage(file: RuleFile, source: str) -> Coverage:
    """Return how *file* stands to *source*, the text of the document that it quotes."""
    plains = plain(source), plain(source, note_digits=False)
    quotes = [
        Quoted(start, end, kind, label, line, words)
        for text, kind, label, line, words in _quotes(file)
        for start, end in located(text, plains)
    ]
    quotes.sort(key=lambda each: (each.start, each.end, each.line))
    covered = []
    for sentence in sentences(source):
        by = tuple(each for each in quotes if each.start < sentence.end and each.end > sentence.start)
        covered.append(Covered(sentence, by))
    return Coverage(source, tuple(quotes), tuple(covered))


def _quotes(file: RuleFile) -> Iterator[tuple[str, str, str, int, str]]:
    """Yield the words quoted, the kind of sentence that quotes them, its label, line and words."""
    for each in file.tree.sentences:
        kind = _kind(each)
        texts = [quote.text for quote in getattr(each, "quotes", ())]
        description = getattr(each, "description", None)  # often, and not always, the source's own words
        texts += [description.text] if description else []
        label = getattr(each, "citation", None)
        line = file.source.place(each.span.start)[0]
        for text in texts:
            words = origin_of(file.source, each).sentence  # type: ignore[arg-type]  # what has quotes has a citation
            yield text, kind, label.text if label else "", line, words
        for item in each.items if isinstance(each, ast.Standard) else ():
            cited = item.citation or label
            words = f"{each.name.text if isinstance(each, ast.Standard) else ''}, {item.number}"
            yield (
                item.text.text,
                kind,
                cited.text if cited else "",
                file.source.place(item.span.start)[0],
                words,
            )


def _kind(sentence: ast.Sentence) -> str:
    kinds = ((ast.Rule, "rule"), (ast.Note, "note"), (ast.Standard, "standard"))
    return next((name for kind, name in kinds if isinstance(sentence, kind)), "declaration")

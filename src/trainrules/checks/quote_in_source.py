"""Every quote is in the source that the file names, word for word."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.checks.quoting import agreeing_start, evened, is_quoted_from
from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.source import Span

_AGREEING_WORDS = 4


def quote_in_source(subject: Subject) -> Iterator[Diagnostic]:
    """Yield an error for every quote that is not in the source, or one warning when there is no source."""
    quotes = [quote for sentence in subject.tree.sentences for quote in quotes_of(sentence)]
    if not quotes:
        return
    if subject.source_text is None:
        yield _not_checked(subject, quotes[0].span)
        return
    for quote in quotes:
        if not is_quoted_from(quote.text, subject.source_text):
            yield subject.error(
                "TR304",
                "these words are not in the source",
                quote.span,
                f"not in `{subject.policy.source_file}`",
                _difference(quote.text, subject.source_text),
            )


def quotes_of(sentence: ast.Sentence) -> Iterator[ast.Quote]:
    """Yield the quotes of a sentence; items of a standard are quotes where it, or they, have a citation."""
    yield from getattr(sentence, "quotes", ())
    if isinstance(sentence, ast.Standard):
        for item in sentence.items:
            if sentence.citation or item.citation:
                yield item.text


def _not_checked(subject: Subject, first: Span) -> Diagnostic:
    name = subject.policy.source_file
    if not name:
        return subject.warning(
            "TR305",
            "the quotes were not checked: the file does not name its source",
            first,
            "the first quote",
            'name it at the top: `source "Training Strategy" in "strategy.txt"`',
        )
    return subject.warning(
        "TR305",
        f"the quotes were not checked: there is no text file `{name}`",
        first,
        "the first quote",
        "put it beside the rule file, or in a folder `sources` there",
    )


def _difference(quote: str, source: str) -> str:
    """Return where quote and source part ways, when they begin alike."""
    alike = agreeing_start(quote, source)
    words, text = evened(quote), evened(source)
    if len(alike.split()) < min(_AGREEING_WORDS, len(words.split()) - 1) or not alike:
        return (
            "copy the words as they stand in the source; white space, emphasis and quote style do not matter"
        )
    here = " ".join(words[len(alike) :].split()[:6])
    there = " ".join(text[text.find(alike) + len(alike) :].split()[:6])
    return f"after `{' '.join(alike.split()[-6:])}` the source goes on `{there}`, not `{here}`"

"""What a file declares: its vocabulary, gathered before any sentence is read for its meaning."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from trainrules.language import ast
from trainrules.model.problems import Problems
from trainrules.model.vocabulary import RANGES, Vocabulary, Word, spread

DECLARATIONS = (ast.Declare, ast.DeclareCourse)


def vocabulary_of(tree: ast.Tree, problems: Problems) -> Vocabulary:
    """Return the words that *tree* declares; it is closed as soon as one is declared.

    A standard, and what an equivalence starts from, are words too, but close nothing.
    """
    words: list[Word] = []
    for sentence in tree.sentences:
        words += declared(sentence, problems)
    closed = any(isinstance(sentence, DECLARATIONS) for sentence in tree.sentences)
    return Vocabulary(_once_each(words + _equivalents(tree, words)), closed)


def declared(sentence: ast.Sentence, problems: Problems | None = None) -> Iterator[Word]:
    """Yield the words that one sentence declares."""
    if isinstance(sentence, ast.Standard):
        yield Word("standard", sentence.name.text)
    elif isinstance(sentence, ast.DeclareCourse):
        yield Word("course", sentence.name.text)
        for alias in sentence.aliases:
            yield Word("course", sentence.name.text, spelled=alias.text)
    elif isinstance(sentence, ast.Declare):
        yield from _declared(sentence, problems)


def _declared(sentence: ast.Declare, problems: Problems | None) -> Iterator[Word]:
    kind = sentence.kind
    for pick in sentence.picks:
        for name in pick_names(pick, problems):
            yield Word(kind, name, with_members=sentence.with_members)
            if kind == "attribute":
                yield from (Word("value", value.text, of=name) for value in sentence.values)
    if kind == "activity":
        yield from (Word("activity", value.text) for value in sentence.values)


def pick_names(pick: ast.Pick, problems: Problems | None = None) -> tuple[str, ...]:
    """Return the names that one item of a declaration declares: a range gives several."""
    if pick.low is None:
        return ()
    low = pick.low.text
    if pick.high is None:
        return (low,)
    names = spread(low, pick.high.text)
    if not names and problems:
        error_no_range(problems, pick)
    return names


def error_no_range(problems: Problems, pick: ast.Pick) -> None:
    """Say that between the two ends of *pick* there is nothing."""
    problems.error(
        "TR205",
        f"`{problems.words(pick.span)}` is not a range",
        pick.span,
        "from where to where?",
        RANGES,
    )


def _equivalents(tree: ast.Tree, words: list[Word]) -> list[Word]:
    """Return what only equivalences name (`"case conference" counts as …`): training by that name."""
    known = Vocabulary(tuple(words))
    found: list[Word] = []
    for sentence in tree.sentences:
        name = sentence.this.name if isinstance(sentence, ast.CountsAs) else None
        if name and not known.everything(name.text):
            found.append(Word("course", name.text, implied=True))
    return found


def _once_each(words: list[Word]) -> tuple[Word, ...]:
    """Return *words* as first declared; a later declaration of a body may add that it has members."""
    found: dict[tuple[str, str, str], Word] = {}
    for word in words:
        key = (word.kind, word.of, word.key)
        if key not in found or (word.with_members and not found[key].with_members):
            found[key] = evolve(word, name=found[key].name) if key in found else word
    return tuple(found.values())

"""A new name for a word or a rule, in every place; made only where the file then says the same with it."""

from __future__ import annotations

from collections import Counter

from attrs import frozen

from trainrules.api import diagnostics_of
from trainrules.diagnostics import Fix
from trainrules.fixes import applied
from trainrules.language.parse import parse
from trainrules.language.sentences import split
from trainrules.lsp.document import Document, document_of
from trainrules.lsp.mentions import RULE, How, Mention
from trainrules.lsp.written import in_quotes, is_bare
from trainrules.model.rules import fold
from trainrules.model.vocabulary import BUILT_IN, singulars
from trainrules.source import Span


class NotRenamed(Exception):
    """A name that cannot be changed; its words say why and what to do instead."""


@frozen
class Renaming:
    """The name *old* as it stands at *span*, and every other place that says it."""

    old: str
    span: Span
    places: tuple[Mention, ...]


def renaming(document: Document, offset: int) -> Renaming:
    """Return what a new name at *offset* would change.

    Raises `NotRenamed` where no name stands, and for a name that a range, another file or the language gives.
    """
    here = document.at(offset)
    if here is None:
        raise NotRenamed("there is no declared name here")
    old = here.word.spelled or here.word.name
    spelled = fold(here.word.spelled)
    places = tuple(each for each in document.of(here.key) if fold(each.word.spelled) == spelled)
    if any(fold(word.name) == fold(here.word.name) for word in BUILT_IN if word.kind == here.word.kind):
        raise NotRenamed(f"`{old}` is a word of the rule language")
    if not any(each.declares for each in places):
        raise NotRenamed(f"`{old}` is not declared in this file; rename it where it is")
    if here.word.kind == RULE and any(each.how is How.WITHIN for each in places):
        raise NotRenamed(f"`{old}` is a place, not a citation: give the rule a citation in brackets")
    for each in places:
        if each.how is not How.WRITTEN:
            line = document.places.place(each.span.start)[0] + 1
            raise NotRenamed(f"`{old}` is part of the range on line {line}: write out its names first")
    unread = _unread(document, old)
    if unread is not None:
        line = document.places.place(unread.start)[0] + 1
        raise NotRenamed(f"line {line} cannot be read and may name `{old}` too: mend it first")
    return Renaming(old, here.span, places)


def _unread(document: Document, old: str) -> Span | None:
    """Return the first sentence that does not parse and has *old* in it, None when there is none."""
    text = document.text
    wrong = [each.span.start for each in parse(document.file.source)[1] if each.is_error and each.span]
    for block in split(document.file.source.text):
        for span in (block.span, *block.parts):
            is_wrong = any(span.start <= at <= span.end for at in wrong)
            if is_wrong and fold(old) in fold(text[span.start : span.end]):
                return span
    return None


def renamed(document: Document, offset: int, name: str) -> tuple[Fix, ...]:
    """Return the changes that give what is named at *offset* the new *name*, quotes put where needed.

    Raises `NotRenamed` when it cannot have it: the text with the changes is read again, and has to have
    the same mentions, of the new name, and no more findings than before.
    """
    asked = renaming(document, offset)
    name = " ".join(name.strip().strip('"“”').split())
    is_label = asked.places[0].word.kind == RULE
    if not name or (set(name) & set("[]") if is_label else '"' in name and set(name) & set("“”")):
        raise NotRenamed(f"`{name}` cannot be a {'label' if is_label else 'name'}")
    kind = asked.places[0].word.kind
    taken = (each.word for each in document.mentions if each.word.kind == kind and each not in asked.places)
    if any(fold(word.spelled or word.name) == fold(name) for word in taken):
        raise NotRenamed(f"there is a {kind} called `{name}` already")
    for bare in (True, False):
        fixes = tuple(
            Fix(each.span, _written(document, each, asked.old, name, bare)) for each in asked.places
        )
        if _says_the_same(document, asked, fixes, name):
            return fixes
    raise NotRenamed(f"with `{name}` in the place of `{asked.old}` the file would not say the same")


def _written(document: Document, place: Mention, old: str, name: str, bare: bool) -> str:
    """Return *name* as it is written at *place*: in brackets, in quotes, or bare; plural where it was one."""
    if place.word.kind == RULE:
        return f"[{name}]"
    text = document.text[place.span.start : place.span.end]
    said = fold(text.strip('"“”'))
    if said != fold(old) and fold(old) in singulars(said):
        plural = next((each for each in _plurals(name) if fold(name) in singulars(fold(each))), name)
        name = plural
    in_curly = text.startswith("“") and not set(name) & set("“”")
    if bare and is_bare(name) and (text[:1] not in '"“' or is_bare(text[1:-1])):
        return name
    return f"“{name}”" if in_curly else in_quotes(name)


def _plurals(name: str) -> tuple[str, ...]:
    return (name[:-1] + "ies" if name.endswith("y") else name + "s", name + "s", name + "es")


def _says_the_same(document: Document, asked: Renaming, fixes: tuple[Fix, ...], name: str) -> bool:
    """Return whether the text with *fixes* has the mentions it had, those renamed being of the new name."""
    file = document.file
    path = None if file.folder is None else file.folder / "renamed.rules"
    after = document_of(applied(document.text, list(fixes)), path, document.places.encoding)
    renamed_places = set(asked.places)
    if len(after.mentions) != len(document.mentions):
        return False
    for old, new in zip(document.mentions, after.mentions, strict=True):
        word = new.word
        wanted = name if old in renamed_places else (old.word.spelled or old.word.name)
        if (old.word.kind, old.how, old.declares) != (word.kind, new.how, new.declares):
            return False
        if fold(word.spelled or word.name) != fold(wanted):
            return False
    before, now = (Counter(each.code for each in diagnostics_of(one.file)) for one in (document, after))
    return not now - before

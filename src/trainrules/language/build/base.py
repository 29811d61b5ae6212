"""What the builders share: places, names, the error that stops a sentence, and half-built phrases."""

from __future__ import annotations

import re
from typing import Any

from attrs import field, frozen
from lark import Token, Tree

from trainrules.language.ast import Label, Name, Pick, Quote
from trainrules.source import Span

Kids = list[Any]


class BuildError(Exception):
    """A sentence whose words fit the grammar and still make no sense; it becomes one diagnostic."""

    def __init__(self, code: str, message: str, span: Span, *, label: str = "", help: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.span, self.label, self.help = code, message, span, label, help


@frozen
class Mode:
    """A word such as `multi-agency`, which narrows training."""

    name: Name
    span: Span = field(eq=False)


@frozen
class Phrase:
    """The words of an object, before it is known whether they are training, a document or a session.

    *kind* is words, own (`their own training`), other (`any other training`) or standard; *noun* the word
    it ends in (`training`, `course`, `session` …) or empty; *of* what follows `of`.
    """

    kind: str
    words: tuple[Name | Pick | Mode, ...] = ()
    noun: str = ""
    article: str = ""
    span: Span = field(default=Span(0, 0), eq=False)


class BuilderBase:
    """Turns the parse tree of one sentence, which starts at *offset* of its file, into tree nodes."""

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset

    def build(self, tree: Tree[Token] | Token) -> Any:
        """Return what *tree* says; a token is returned as it is.

        Raises `BuildError` when the words make no sense together.
        """
        if isinstance(tree, Token):
            return tree
        kids = [None if kid is None else self.build(kid) for kid in tree.children]
        span = Span(self.offset + tree.meta.start_pos, self.offset + tree.meta.end_pos)
        return getattr(self, str(tree.data))(span, kids)

    def place(self, token: Token) -> Span:
        """Return where *token* stands in the file."""
        start = self.offset + (token.start_pos or 0)
        return Span(start, start + len(token))

    def sentence(self, span: Span, kids: Kids) -> Any:
        """Return the one thing a sentence is."""
        return kids[0]

    # --- words ---

    def plain_name(self, span: Span, kids: Kids) -> Name:
        """Return a name as written, without its quotes."""
        return Name(self.words_of(kids[0]), span=span)

    def capital_name(self, span: Span, kids: Kids) -> Name:
        """Return the name `A`."""
        return Name(str(kids[0]), span=span)

    def numeral(self, span: Span, kids: Kids) -> Name:
        """Return the number of a level or group, which is a name like any other."""
        return Name(str(kids[0]), span=span)

    def ident(self, span: Span, kids: Kids) -> Name:
        """Return the name or number after `group`, `level` or `role`."""
        made: Name = kids[0]
        return made

    def names(self, span: Span, kids: Kids) -> tuple[Name, ...]:
        """Return the names of a list."""
        return tuple(kid for kid in kids if isinstance(kid, Name))

    def mode(self, span: Span, kids: Kids) -> Mode:
        """Return a built-in mode in lower case."""
        return Mode(Name(str(kids[0]).lower(), span=span), span=span)

    def modes(self, span: Span, kids: Kids) -> tuple[Name, ...]:
        """Return modes that stand side by side."""
        return tuple(kid.name for kid in kids if isinstance(kid, Mode))

    only_modes = modes

    def words_of(self, token: Token) -> str:
        """Return the text of a word or of a quoted string, white space folded; empty quotes are an error."""
        if token.type != "STRING":
            return str(token)
        text = " ".join(token[1:-1].split())
        if not text:
            raise BuildError("TR117", "there is nothing between the quotes", self.place(token))
        return text

    def quote(self, token: Token | None) -> Quote | None:
        """Return quoted words as a quote."""
        return None if token is None else Quote(self.words_of(token), span=self.place(token))

    def label(self, token: Token) -> Label:
        """Return the text between the brackets, spaces folded; an empty one is an error."""
        text = " ".join(token[1:-1].split())
        if not text:
            raise BuildError("TR117", "there is nothing between the brackets", self.place(token))
        return Label(text, span=self.place(token))

    def cited(self, span: Span, kids: Kids) -> tuple[Label, tuple[Quote, ...]]:
        """Return a citation and the quotes under it."""
        quotes = tuple(Quote(self.words_of(kid), span=self.place(kid)) for kid in kids[1:])
        return self.label(kids[0]), quotes

    def quoted(self, span: Span) -> bool:
        """Return whether the words at *span* were written in quotes."""
        return self.text[span.start : span.start + 1] in ('"', "“")


def citation(cited: tuple[Label, tuple[Quote, ...]] | None) -> dict[str, Any]:
    """Return the fields *citation* and *quotes* of a sentence."""
    label, quotes = cited or (None, ())
    return {"citation": label, "quotes": quotes}


def tokens(kids: Kids, *kinds: str) -> list[Token]:
    """Return the tokens among *kids*, of the given types."""
    return [kid for kid in kids if isinstance(kid, Token) and (not kinds or kid.type in kinds)]


def lower(kids: Kids) -> str:
    """Return the tokens of *kids* in lower case, one space between."""
    return " ".join(str(kid).lower() for kid in kids if isinstance(kid, Token))


def short(words: str, most: int = 60) -> str:
    """Return *words* on one line, cut where a message would drown in them."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most]}…"


def singular(word: str) -> str:
    """Return a rule word without its plural ending: `groups` → `group`, `agencies` → `agency`."""
    return re.sub(r"s$", "", word)

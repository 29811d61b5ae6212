"""Builds subjects: who a sentence is about."""

from __future__ import annotations

import re

from attrs import evolve
from lark import Token

from trainrules.language.ast import Name, Pick, Qualifier, Subject
from trainrules.language.build.base import BuilderBase, BuildError, Kids, lower, short, singular
from trainrules.source import Span

_HYPHENATED = re.compile(r"([A-Za-z]?)(\d*)-([A-Za-z]?)(\d*)")


class WhoBuilder(BuilderBase):
    """The productions of `who`."""

    def subject(self, span: Span, kids: Kids) -> Subject:
        """Return the picks with their qualifier."""
        picks, qualifier = kids
        return Subject(picks, qualifier, span=span)

    def picks(self, span: Span, kids: Kids) -> tuple[Pick, ...]:
        """Return the flat list; `and above` belongs to the pick before it."""
        made: list[Pick] = []
        for kid in kids:
            if not isinstance(kid, Pick):
                continue
            if kid.above and kid.low is None:
                made[-1:] = [self._raised(made, kid)]
            else:
                made.append(kid)
        return tuple(made)

    inner_picks = picks
    audience = picks

    def _raised(self, made: list[Pick], above: Pick) -> Pick:
        last = made[-1] if made else above
        if (
            last.low is None
            or last.high is not None
            or last.above
            or last.noun not in ("level", "group", None)
        ):
            raise BuildError(
                "TR119",
                "`and above` follows one level or group",
                above.span,
                help="write `Levels 2 and above`",
            )
        return evolve(last, above=True, span=last.span.to(above.span))

    def connective(self, span: Span, kids: Kids) -> Token:
        """Return the word that joins (a comma when there is only that)."""
        token: Token = kids[-1]
        return token

    def kin_noun(self, span: Span, kids: Kids) -> str:
        """Return group, level or role."""
        return singular(lower(kids))

    def kin(self, span: Span, kids: Kids) -> Pick:
        """Return `Group B`; `Groups A-C`, written with a hyphen, is the range it looks like."""
        noun, name = kids
        ends = None if self.quoted(name.span) else _HYPHENATED.fullmatch(name.text)
        if ends is None or bool(ends[1]) != bool(ends[3]) or bool(ends[2]) != bool(ends[4]):
            return Pick(noun, name, span=span)
        middle = name.span.start + name.text.index("-")
        low = Name(ends[1] + ends[2], span=Span(name.span.start, middle))
        return self._range(noun, low, Name(ends[3] + ends[4], span=Span(middle + 1, name.span.end)), span)

    def kin_range(self, span: Span, kids: Kids) -> Pick:
        """Return `Groups 3–7`."""
        return self._range(kids[0], kids[1], kids[2], span)

    def lone(self, span: Span, kids: Kids) -> Pick:
        """Return a name that stands alone."""
        return Pick(None, kids[0], span=span)

    def lone_range(self, span: Span, kids: Kids) -> Pick:
        """Return `B–D` in a list of groups."""
        return self._range(None, kids[0], kids[1], span)

    def capital_pick(self, span: Span, kids: Kids) -> Pick:
        """Return the name `A` standing alone."""
        return Pick(None, Name(str(kids[0]), span=span), span=span)

    def capital_range(self, span: Span, kids: Kids) -> Pick:
        """Return `A–C` in a list of groups."""
        return self._range(None, Name(str(kids[0]), span=self.place(kids[0])), kids[1], span)

    def first_pick(self, span: Span, kids: Kids) -> Pick:
        """Return the pick after the article `A`."""
        made: Pick = kids[-1]
        return made

    def numbers(self, span: Span, kids: Kids) -> Pick:
        """Return the `5`, or the `5–7`, of `Levels 1, 2 and 5–7`."""
        low, high = (None if kid is None else Name(str(kid), span=self.place(kid)) for kid in kids)
        assert low is not None
        return Pick(None, low, span=span) if high is None else self._range(None, low, high, span)

    def _range(self, noun: str | None, low: Name, high: Name, span: Span) -> Pick:
        backwards = f"`{short(low.text)}–{short(high.text)}` holds nothing"
        first, last = _number(low.text), _number(high.text)
        if (first is None) != (last is None):
            raise BuildError("TR107", backwards, span, label="a range goes from a number to a number")
        if first is not None and last is not None and first >= last:
            raise BuildError("TR107", backwards, span, help="write the lower end first")
        letters = len(low.text) == len(high.text) == 1
        if letters and low.text.casefold() >= high.text.casefold():
            raise BuildError("TR107", backwards, span, help="write the earlier letter first")
        return Pick(noun, low, high, span=span)

    def above(self, span: Span, kids: Kids) -> Pick:
        """Return the mark that `and above` leaves in a list."""
        return Pick(above=True, span=span)

    def everyone(self, span: Span, kids: Kids) -> Pick:
        """Return everyone, also for `staff`."""
        return Pick("everyone", span=span)

    def trainers(self, span: Span, kids: Kids) -> Pick:
        """Return the trainers."""
        return Pick("trainers", span=span)

    def agencies(self, span: Span, kids: Kids) -> Pick:
        """Return the agencies."""
        return Pick("agencies", span=span)

    def partnership(self, span: Span, kids: Kids) -> Pick:
        """Return the partnership."""
        return Pick("partnership", span=span)

    def members(self, span: Span, kids: Kids) -> Pick:
        """Return the members of a body."""
        return Pick("members", kids[-1], span=span)

    def body(self, span: Span, kids: Kids) -> Pick:
        """Return a body."""
        return Pick("body", kids[0], span=span)

    def courses(self, span: Span, kids: Kids) -> Pick:
        """Return the courses of some modes, or all."""
        return Pick("courses", modes=kids[0] or (), span=span)

    # --- qualifiers ---

    def who_are(self, span: Span, kids: Kids) -> Qualifier:
        """Return `who are DSL`."""
        return Qualifier("who are", kids[0], span=span)

    def except_for(self, span: Span, kids: Kids) -> Qualifier:
        """Return `except volunteers`."""
        return Qualifier("except", kids[0], span=span)

    def in_them(self, span: Span, kids: Kids) -> Qualifier:
        """Return `in Level 1`, or `in the voluntary sector` with its attribute."""
        return Qualifier("in", kids[0], kids[1], span=span)


def _number(text: str) -> tuple[int, str] | None:
    """Return the whole number that *text* is as numbers compare, however many digits; None for a name."""
    digits = text.lstrip("0")
    return (len(digits), digits) if text.isascii() and text.isdigit() else None

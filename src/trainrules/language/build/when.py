"""Builds times: deadlines, periods, cycles, dates."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from attrs import field, frozen
from lark import Token

from trainrules.language import ast
from trainrules.language.ast import Anchor, Cycle, Duration, Month
from trainrules.language.build.base import BuildError, Kids, Phrase, lower, short, singular
from trainrules.language.build.what import WhatBuilder
from trainrules.source import Span

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_LONGEST = {"day": 36525, "working day": 36525, "week": 5200, "month": 1200, "year": 100}


@frozen
class BareYear:
    """`each year` with nothing after it: refused, except after a month."""

    span: Span = field(eq=False)


@frozen
class MonthOfNoYear:
    """`in June` with nothing after it: refused, except before `each year`."""

    month: int
    span: Span = field(eq=False)


@frozen
class BeforeSession:
    """`before the session`, the end of a notice."""

    span: Span = field(eq=False)


class WhenBuilder(WhatBuilder):
    """The productions of `when`."""

    def timings(self, span: Span, kids: Kids) -> Kids:
        """Return the times; `in June each year` is one of them."""
        made: Kids = []
        for kid in kids:
            month = made[-1] if made else None
            if isinstance(kid, BareYear) and isinstance(month, MonthOfNoYear):
                made[-1] = ast.InMonth(Month(month.month), span=month.span.to(kid.span))
            else:
                made.append(kid)
        for kid in made:
            if isinstance(kid, BareYear):
                raise bare_year("each year", kid.span)
            if isinstance(kid, MonthOfNoYear):
                advice = "write its year, such as `in June 2026`, or `in June each year`"
                raise BuildError("TR112", "a month needs its year", kid.span, help=advice)
        return made

    def within(self, span: Span, kids: Kids) -> ast.Timing:
        """Return a deadline; `within 3 months after each …` is a follow-up."""
        duration, anchor = kids
        if anchor is not None and anchor[0] == "after" and anchor[1].training is not None:
            return ast.Between(0, duration, anchor[1].training, span=span)
        return ast.Within(duration, anchor[1] if anchor else None, span=span)

    def every(self, span: Span, kids: Kids) -> ast.Every:
        """Return a rolling period."""
        return ast.Every(kids[0], span=span)

    def every_one(self, span: Span, kids: Kids) -> ast.Every:
        """Return `every year`, a period of one."""
        return ast.Every(self.one(kids[0]), span=span)

    def each(self, span: Span, kids: Kids) -> ast.Each | BareYear:
        """Return a fixed cycle."""
        return BareYear(span) if isinstance(kids[0], BareYear) else ast.Each(kids[0], span=span)

    def annually(self, span: Span, kids: Kids) -> None:
        """Refuse `annually`, which means one of two things."""
        raise bare_year(self._words(span), span)

    def by(self, span: Span, kids: Kids) -> ast.By:
        """Return a last day."""
        return ast.By(kids[0], span=span)

    def once(self, span: Span, kids: Kids) -> ast.Once:
        """Return `once`."""
        return ast.Once(span=span)

    def in_month(self, span: Span, kids: Kids) -> ast.InMonth | MonthOfNoYear:
        """Return a calendar month."""
        month, year = kids
        if year is None:
            return MonthOfNoYear(month, span)
        return ast.InMonth(Month(month, self._year(year)), span=span)

    def before(self, span: Span, kids: Kids) -> ast.Before | BeforeSession:
        """Return `before multi-agency training`, or the end of a notice."""
        phrase, but = self._but(kids)
        if phrase.kind == "words" and phrase.noun == "session" and not phrase.words:
            return BeforeSession(span)
        return ast.Before(self.training(phrase), but=but, span=span)

    def before_delivering(self, span: Span, kids: Kids) -> ast.Before:
        """Return `before delivering …`."""
        phrase, but = self._but(kids)
        return ast.Before(self.training(phrase), delivering=True, but=but, span=span)

    def _but(self, kids: Kids) -> tuple[Phrase, tuple[ast.Training, ...]]:
        """Return the phrase after `before`, and what is left out of it."""
        but = next((kid for kid in kids if isinstance(kid, tuple)), ())
        return next(kid for kid in kids if isinstance(kid, Phrase)), but

    def excepted(self, span: Span, kids: Kids) -> tuple[ast.Training, ...]:
        """Return the training that may come first all the same."""
        return tuple(self.training(kid) for kid in kids if isinstance(kid, Phrase))

    def between(self, span: Span, kids: Kids) -> ast.Between:
        """Return a window after each of something."""
        low, high, unit, phrase = kids
        end = self._duration(high, unit, span)
        start = self.number(low)
        if start >= end.count:
            raise BuildError(
                "TR107",
                f"`between {low} and {high} {unit}s` holds nothing",
                span,
                help="write the shorter time first",
            )
        return ast.Between(start, end, self.training(phrase), span=span)

    def on_the_day(self, span: Span, kids: Kids) -> ast.OnTheDay:
        """Return `on the day of each …`."""
        return ast.OnTheDay(self.training(kids[-1]), span=span)

    def over(self, span: Span, kids: Kids) -> ast.Over:
        """Return a rolling period."""
        return ast.Over(kids[0], span=span)

    # --- anchors ---

    def anchor(self, span: Span, kids: Kids) -> tuple[str, Anchor]:
        """Return the preposition and what it leads to."""
        return kids[0], kids[1]

    def preposition(self, span: Span, kids: Kids) -> str:
        """Return of, after or from."""
        return lower(kids)

    def joining(self, span: Span, kids: Kids) -> Anchor:
        """Return the day of joining the organisation."""
        return Anchor("joining", span=span)

    def starting(self, span: Span, kids: Kids) -> Anchor:
        """Return the day the subject begins."""
        return Anchor("starting", span=span)

    def anchor_date(self, span: Span, kids: Kids) -> Anchor:
        """Return a fixed day."""
        return Anchor("date", day=kids[0], span=span)

    def anchor_fact(self, span: Span, kids: Kids) -> Anchor:
        """Return a declared date."""
        return Anchor("fact", name=kids[0], span=span)

    def anchor_each(self, span: Span, kids: Kids) -> Anchor:
        """Return every completion of some training."""
        return Anchor("each", training=self.training(kids[0]), span=span)

    # --- lengths and cycles ---

    def duration(self, span: Span, kids: Kids) -> Duration:
        """Return a length of time."""
        return self._duration(kids[0], kids[1], span)

    def _duration(self, count: Token, unit: str, span: Span) -> Duration:
        if unit.startswith("clear"):
            raise BuildError("TR119", "only notice is counted in clear days", span, help="leave `clear` out")
        return Duration(self.number(count, _LONGEST[unit]), unit, span=span)

    def one(self, unit: str) -> Duration:
        """Return one *unit*."""
        return Duration(1, unit)

    def number(self, token: Token, most: int = 9999) -> int:
        """Return a count of 1 or more, at most *most*."""
        digits = token.lstrip("0")
        if not digits:
            raise BuildError(
                "TR106", "a count of 0 asks for nothing", self.place(token), help="write 1 or more"
            )
        if len(digits) > 6 or int(digits) > most:
            raise BuildError(
                "TR106", f"`{short(token)}` is more than {most}", self.place(token), label="too many"
            )
        return int(digits)

    def time_unit(self, span: Span, kids: Kids) -> str:
        """Return day, working day, week, month or year; `clear` stays in front."""
        return singular(lower(kids))

    other_unit = time_unit

    def calendar_year(self, span: Span, kids: Kids) -> Cycle:
        """Return the year from 1 January."""
        return Cycle("year", span=span)

    def school_year(self, span: Span, kids: Kids) -> Cycle:
        """Return the year from 1 September."""
        return Cycle("year", 9, 1, span=span)

    def year_from(self, span: Span, kids: Kids) -> Cycle | BareYear:
        """Return the year from a day; 29 February starts none."""
        day, month = kids
        if day is None:
            return BareYear(span)
        count = self._day(day, month, 2001, span)
        return Cycle("year", month, count, span=span)

    def quarter(self, span: Span, kids: Kids) -> Cycle:
        """Return the quarters of the calendar year."""
        return Cycle("quarter", span=span)

    def each_month(self, span: Span, kids: Kids) -> Cycle:
        """Return the calendar months."""
        return Cycle("month", span=span)

    # --- dates ---

    def date(self, span: Span, kids: Kids) -> date:
        """Return a day that exists."""
        day, month, year = kids
        number = self._year(year)
        return date(number, month, self._day(day, month, number, span))

    def month_year(self, span: Span, kids: Kids) -> Month:
        """Return a month of a year."""
        return Month(kids[0], self._year(kids[1]), span=span)

    def month(self, span: Span, kids: Kids) -> int:
        """Return the month's number."""
        return MONTHS.index(lower(kids)) + 1

    def _year(self, token: Token) -> int:
        if len(token) != 4 or not 1900 <= int(token) <= 2999:
            raise BuildError(
                "TR108",
                f"`{short(token)}` is not a year from 1900 to 2999",
                self.place(token),
                help="write the year with four digits",
            )
        return int(token)

    def _day(self, day: Token, month: int, year: int, span: Span) -> int:
        last = monthrange(year, month)[1]
        if len(day) > 2 or not 1 <= int(day) <= last:
            words = f"{MONTHS[month - 1].title()} {year}" if year != 2001 else MONTHS[month - 1].title()
            raise BuildError(
                "TR108", f"`{self._words(span)}` is not a date", span, help=f"{words} has {last} days"
            )
        return int(day)


def bare_year(words: str, span: Span) -> BuildError:
    """Return the refusal of a year that could roll or be fixed, with both offered."""
    return BuildError(
        "TR112",
        f"`{words}` can mean two things",
        span,
        help="write `every year` for 12 months from the last time,\n"
        "or `each calendar year` for once between 1 January and 31 December",
    )

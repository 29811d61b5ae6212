"""Wordings of strategies that the language has other words for: what to write instead of each."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from attrs import evolve
from lark import Token

from trainrules.diagnostics import Diagnostic, Fix
from trainrules.language.build.base import short
from trainrules.language.build.when import MONTHS
from trainrules.language.wrong.known import (
    NO_WHO,
    NOT_A_RULE_WORD,
    OTHERWISE,
    UNIT,
    UNITS,
    VERB,
    Wording,
    worded,
)
from trainrules.language.wrong.whom import WHOM
from trainrules.source import Source, Span

_MONTH = "|".join(MONTHS)
_AGAIN = {"day": "1 day", "week": "1 week", "month": "1 month", "quarter": "3 months", "year": "1 year"}
_FIXED = {"month": "each month", "quarter": "each quarter", "year": "each calendar year"}
_TWO_THINGS = "`{0}` can mean two things"
_ONE_WAY = re.compile(r"(?:write|the day goes first:) `([^`…]*)`")
_PEOPLE = "how many people there are cannot be asked yet"
_WHO_FIRST = "say first who has to do it: `Group B must complete Group B training within 6 months`"


def _rolling(unit: str) -> str:
    return _AGAIN[unit].removeprefix("1 ")


def _so_often(found: re.Match[str]) -> str:
    """Return both readings of `once a year`, `twice per month` and their like."""
    count, unit = found["count"] or "once", found["unit"]
    fixed = _FIXED.get(unit)
    if count == "once":
        both = f" from the last time, or `{fixed}` in fixed periods" if fixed else ""
        return f"write `every {_rolling(unit)}`, counted{both}" if both else f"write `every {_rolling(unit)}`"
    over = f"`at least {count} over {_AGAIN[unit]}` in any such time"
    return f"write `at least {count} {fixed}` in fixed periods, or {over}" if fixed else f"write {over}"


def _the_day_before(found: re.Match[str]) -> str:
    day = _day(int(found["day"] or 1), found["month"], int(found["year"]))
    return (
        f"write `by {_written(day - timedelta(1))}`"
        if day
        else "write a last day, such as `by 31 August 2024`"
    )


def _end_of_month(found: re.Match[str]) -> str:
    month, year = MONTHS.index(found["month"]) + 1, int(found["year"])
    first = date(year, month, 1)
    last = first.replace(day=monthrange(year, month)[1])
    if found["part"] and not found["part"].startswith("end"):
        return f"write `by {_written(first)}`"
    return f"write `by {_written(last)}`"


def _day(day: int, month: str, year: int) -> date | None:
    try:
        return date(year, MONTHS.index(month) + 1, day)
    except ValueError:
        return None


def _written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1].title()} {day.year}"


def _number_in_words(found: re.Match[str]) -> str:
    return f"write `within {_AGAIN[found['unit']]}`"


def _one_length(found: re.Match[str]) -> str:
    long, short_one = (f"{found['how']} {found[end]} {found['unit']}" for end in ("high", "low"))
    both = f"or two rules: `should … {short_one}` and `must … {long}`"
    return f"write the longest, after which it is late: `{long}`\n{both}"


def _first_time(found: re.Match[str]) -> str:
    count = (found["count"] or "1").strip()
    return f"write `within {count} {found['unit']} of starting`, or `of joining`"


def _then_every(found: re.Match[str]) -> str:
    return f"write `, then every {found['count'] or ''}{found['unit']}`"


_WHEN: tuple[Wording, ...] = (
    worded(
        "TR104",
        r"shall|will|is to|are to|(?:has|have|needs?|is required|obliged) to",
        NOT_A_RULE_WORD,
        "write `must`, or `should` where it is only expected",
    ),
    worded(
        "TR121",
        rf"to(?= (?:{VERB})(?: |$))",
        "`to` does not say how strongly",
        "write `must`, or `should` where it is only expected, and leave `to` out",
    ),
    worded("TR104", "ought(?: to)?|would", NOT_A_RULE_WORD, "write `should`"),
    worded("TR104", "can|could|might", NOT_A_RULE_WORD, "write `may`"),
    worded(
        "TR112",
        rf"(?:(?P<count>once|twice|\d+ times?) (?:a|an|per|in a|in every|in each)|per) (?P<unit>{UNIT})",
        _TWO_THINGS,
        _so_often,
    ),
    worded(
        "TR112",
        "per annum",
        _TWO_THINGS,
        "write `every year`, counted from the last time, or `each calendar year` in fixed periods",
    ),
    worded(
        "TR122",
        rf"every (?:other|second) (?P<unit>{UNIT})",
        OTHERWISE,
        lambda found: (
            "write `every 6 months`" if found["unit"] == "quarter" else f"write `every 2 {found['unit']}s`"
        ),
    ),
    worded(
        "TR122",
        rf"(?P<how>every|within) (?P<low>\d+) (?:–|—|-|to|or) (?P<high>\d+) (?P<unit>{UNITS})",
        "`{0}` is a range, and a deadline is one day",
        _one_length,
    ),
    worded("TR122", "every third year", OTHERWISE, "write `every 3 years`"),
    worded("TR105", rf"within (?:a|an) (?P<unit>{UNIT})", "`{0}` has no number", _number_in_words),
    worded(
        "TR122",
        rf"(?:with)?in (?:the|their|his|her) first (?P<count>\d+ )?(?P<unit>{UNITS})",
        OTHERWISE,
        _first_time,
    ),
    worded(
        "TR122", "(?:each|every) (?:financial|tax|fiscal) year", OTHERWISE, "write `each year from 1 April`"
    ),
    worded("TR122", "(?:each|every) academic year|every school year", OTHERWISE, "write `each school year`"),
    worded("TR122", "every calendar year", OTHERWISE, "write `each calendar year`"),
    worded("TR122", "every (?:calendar )?quarter", OTHERWISE, "write `each quarter`, or `every 3 months`"),
    worded(
        "TR122",
        "(?:each|every|per|once a) (?:school )?term",
        "`{0}`: school terms are no fixed times",
        "write `at least 3 times each school year`, or `every 4 months`",
    ),
    worded(
        "TR122",
        rf"before (?:the )?(?:(?P<day>\d\d?) )?(?P<month>{_MONTH}) (?P<year>[1-9]\d{{3}})",
        OTHERWISE,
        _the_day_before,
    ),
    worded(
        "TR122",
        rf"by (?:the )?(?:(?P<part>end|start|beginning) (?:of )?)?(?P<month>{_MONTH}) (?P<year>[1-9]\d{{3}})",
        "`{0}` is no day",
        _end_of_month,
    ),
    worded(
        "TR122",
        "(?:no|not) later than|on or before",
        OTHERWISE,
        "write `by` and a date, or `within 6 months`",
    ),
    worded(
        "TR122",
        rf",? ?and (?:then )?every (?P<count>(?:\d+|two|three|four|five) )?(?P<unit>{UNITS})",
        OTHERWISE,
        _then_every,
    ),
    worded(
        "TR122",
        ",? ?and (?:then )?(?:refresh|renew|update|repeat) (?:it|them|this)"
        rf" every (?P<count>\d+ )?(?P<unit>{UNITS})",
        OTHERWISE,
        _then_every,
    ),
    worded(
        "TR122",
        "be (?:completed|taken|undertaken|attended|refreshed|renewed|updated|done|received)"
        "|(?:completed|taken|undertaken|attended|refreshed|renewed|updated) by",
        NO_WHO,
        _WHO_FIRST,
    ),
    worded(
        "TR122",
        r"^(?:(?:group|level|role|groups|levels) )?\S+ training"
        r" (?:within|every|each|by|once|must|should|may|is)",
        NO_WHO,
        _WHO_FIRST,
    ),
    worded(
        "TR122",
        "be (?:evaluated|reviewed|quality assured|monitored)",
        "`{0}` does not say who, or by what",
        'write `An impact evaluation must be returned …`, `must meet standard "…"`, or say who does it',
    ),
    worded(
        "TR122",
        "(?:(?P<strength>must|should) )?be (?:trained|inducted|made aware)",
        "`{0}` does not say in what, or by when",
        lambda found: f'write `{found["strength"] or "must"} complete "…" within 6 months`',
    ),
    worded(
        "TR108",
        rf"(?P<month>{_MONTH}) (?P<day>\d\d?) ?,? (?P<year>[1-9]\d{{3}})",
        "`{0}` is no way to write a date",
        lambda found: f"the day goes first: `{found['day']} {found['month'].title()} {found['year']}`",
    ),
    worded("TR122", "be qualified", OTHERWISE, 'write `must hold a "teaching qualification"`'),
    worded(
        "TR123",
        r"(?:have|has|be|employ|appoint) (?:at least|a minimum of) \d+|^at least \d+(?: %)?|there must be",
        _PEOPLE,
        "a rule is about one person, course, agency or body at a time: say what each of them must do",
    ),
)


KNOWN = (*_WHEN, *WHOM)


def wording(source: Source, span: Span, found: list[Token], first: int, last: int) -> Diagnostic | None:
    """Return what to tell of a known wording that has any of the tokens *first* to *last* of *found*."""
    starts, line = [], ""
    for token in found:
        starts.append(len(line))
        line += ('"' if token.type == "STRING" else token.lower()) + " "
    line = line.rstrip()
    for known in KNOWN:
        for match, begin, end in known.places(line):
            inside = [i for i, start in enumerate(starts) if begin <= start < end]
            if inside and inside[0] <= last and first <= inside[-1] + 1:
                told = _told(source, span, found[inside[0]], found[inside[-1]], known, match)
                before = span.start + (found[inside[0] - 1].end_pos or 0) if inside[0] else 0
                return evolve(told, fix=_without_space(source, told.fix, before)) if told.fix else told
    return None


def _told(
    source: Source, span: Span, start: Token, end: Token, known: Wording, match: re.Match[str]
) -> Diagnostic:
    at = Span(span.start + (start.start_pos or 0), span.start + (end.start_pos or 0) + len(end))
    advice = known.advice if isinstance(known.advice, str) else known.advice(match)
    words = short(source.slice(at).strip(", "))
    told = known.message.replace("{0}", words)
    only = _ONE_WAY.fullmatch(advice)
    fix = Fix(at, only[1], is_safe=True) if only else None
    return Diagnostic(known.code, told, source, at, help=advice, fix=fix)


def _without_space(source: Source, fix: Fix, before: int) -> Fix:
    """Return *fix* with the space since the word that ends at *before*, where a comma is put there."""
    takes = fix.new.startswith(",") and source.text[before : fix.span.start].isspace()
    return evolve(fix, span=Span(before, fix.span.end)) if takes else fix

"""One diagnostic for a sentence that does not parse: the cause if it can be told, else what was expected."""

from __future__ import annotations

from collections.abc import Callable

from lark import Token
from lark.exceptions import UnexpectedInput, UnexpectedToken

from trainrules.diagnostics import Diagnostic, Fix
from trainrules.language.build.base import short
from trainrules.language.build.when import MONTHS
from trainrules.language.wrong.expected import expected
from trainrules.language.wrong.lexical import swallowed
from trainrules.language.wrong.misplaced import misplaced
from trainrules.language.wrong.repair import NUMBERS, Repair, first_repair, likely_name
from trainrules.language.wrong.wordings import wording
from trainrules.language.wrong.words import is_word, tokens
from trainrules.source import Source, Span

_OFTEN = {
    "monthly": "write `every month`, or `each month` for calendar months",
    "quarterly": "write `every 3 months`, or `each quarter` for calendar quarters",
    "annually": "write `every year`, or `each calendar year` for 1 January to 31 December",
    "yearly": "write `every year`, or `each calendar year` for 1 January to 31 December",
    "bimonthly": "write `every 2 months`, or `at least twice each month`",
    "biannually": "write `every 6 months`, or `at least twice each calendar year`",
    "biennially": "write `every 2 years`, or `at least once over 2 years`",
    "triennially": "write `every 3 years`, or `at least once over 3 years`",
    "halfyearly": "write `every 6 months`, or `at least twice each calendar year`",
    "sixmonthly": "write `every 6 months`, or `at least twice each calendar year`",
    "fortnightly": "write `every 2 weeks`, or `at least twice each month`",
    "weekly": "write `every week`, or `at least once over 1 week`",
    "daily": "write `every day`, or `at least once over 1 day`",
    "termly": "write `every 4 months`, or `at least 3 times each school year`",
}
_BEFORE_DATES = ["from", "until", "by", "on", "due", "since", "joined", "left", "dated"]
_LONGEST_REPAIRED = 2000
_NO_GUESS = ("TR105", "TR109")


def diagnose(
    source: Source, span: Span, wrong: UnexpectedInput, parses: Callable[[str], bool], repairs: bool
) -> Diagnostic:
    """Return what to tell the author of the words at *span*.

    Without *repairs* none is tried, nor is it worked out what was expected: that takes milliseconds.
    """
    words = source.slice(span)
    found = tokens(words)
    bad = _position(found, wrong)
    repairs = repairs and len(words) <= _LONGEST_REPAIRED
    told = (
        _wrapped_quote(source, span, found[: bad + 1])
        or often(source, span, found[bad : bad + 1])
        or (misplaced(source, span, found, bad, parses) if repairs else None)
        or wording(source, span, found, bad, bad)
    )
    if told is None and repairs:
        repair = first_repair(words, found, bad, parses)
        told = None if repair is None else _repaired(source, span, repair)
    accepts = set(getattr(wrong, "accepts", None) or ()) if repairs else set[str]()
    return told or _unexpected(source, span, found, bad, accepts)


def _position(found: list[Token], wrong: UnexpectedInput) -> int:
    """Return which token first does not fit; the number of tokens when the end comes too early."""
    if isinstance(wrong, UnexpectedToken) and wrong.token.type == "$END":
        return len(found)
    at = wrong.pos_in_stream
    return next((i for i, token in enumerate(found) if token.start_pos == at), len(found))


def _wrapped_quote(source: Source, span: Span, found: list[Token]) -> Diagnostic | None:
    for token in found:
        if token.type == "STRING" and "\n" in token:
            return swallowed(source, span.start + (token.start_pos or 0))
    return None


def often(source: Source, span: Span, found: list[Token]) -> Diagnostic | None:
    """Return what to tell of `monthly` and its like among the tokens *found*, None when there is none."""
    for token in found:
        advice = _OFTEN.get(token.lower().replace("-", "")) if token.type != "STRING" else None
        if advice is not None:
            message = f"`{token}` can mean two things"
            return Diagnostic("TR112", message, source, _span(span, token), help=advice)
    return None


def _repaired(source: Source, span: Span, repair: Repair) -> Diagnostic:
    old, new = short(repair.old), short(repair.new.strip())
    message, label, advice = {
        "TR103": (f"`{old}` is a rule word", "used as a name here", f"put the name in quotes: `{new}`"),
        "TR104": (f"`{old}` is not a rule word", "", f"did you mean `{new}`?"),
        "TR105": (f"`{old}` is a number in words", "", f"write `{new}`"),
        "TR109": (f"`{old}` runs words together", "", f"put a space between: `{new}`"),
        "TR117": (f"`{old}` is two words", "", f"put a name of several words in quotes: `{new}`"),
        "TR121": ("a word is missing", "before this", f"did you leave out `{new}`?"),
    }[repair.code]
    if new == ",":
        message, advice = "a comma is missing", "put a comma before a clause"
    at = Span(span.start + repair.start, span.start + max(repair.end, repair.start + 1))
    place, written = Span(at.start, span.start + repair.end), repair.new
    if new == ",":  # it stands at the end of the word before
        end = len(source.text[: at.start].rstrip())
        place, written = Span(end, end), ","
    fix = Fix(place, written, is_safe=repair.code in _NO_GUESS or new == ",")
    return Diagnostic(repair.code, message, source, at, label, advice, fix=fix)


def _unexpected(source: Source, span: Span, found: list[Token], bad: int, accepts: set[str]) -> Diagnostic:
    what = _date(found[bad - 1] if bad else None, accepts) or expected(accepts)
    label = f"expected {what}" if what else ""
    if bad >= len(found):
        at = _span(span, found[-1]) if found else Span(span.end, span.end)
        after = f"after this, {label}" if label else ""
        return Diagnostic("TR102", "the sentence ends too early", source, at, after)
    token = found[bad]
    written, at = short(token), _span(span, token)
    if "NUMBERED" in accepts:
        return Diagnostic("TR101", "an item begins with its number and a full stop: `1.`", source, at)
    if bad == 0:
        return Diagnostic("TR101", f"a sentence cannot begin with `{written}`", source, at, label)
    advice = ""
    if token.lower() in NUMBERS and "INT" in accepts:
        return _repaired(
            source, span, Repair("TR105", token.start_pos or 0, str(token), NUMBERS[token.lower()])
        )
    if name := likely_name(source.slice(span), found, bad):
        advice = f'if `{short(name)}` is one name, put it in quotes: `"{short(name)}"`'
    elif is_word(token) and "WORD" in accepts:
        advice = f'`{written}` is a rule word; where it is a name, put it in quotes: `"{written}"`'
    return Diagnostic("TR101", f"`{written}` does not fit here", source, at, label, advice)


def _date(before: Token | None, accepts: set[str]) -> str:
    """Return that a date, or the rest of one, is expected after the word *before*; empty otherwise."""
    if before is None or "INT" not in accepts:
        return ""
    if before.lower() in MONTHS:
        return "a year, such as `2026`"
    return "a date, such as `1 September 2022`" if before.lower() in _BEFORE_DATES else ""


def _span(span: Span, token: Token) -> Span:
    start = span.start + (token.start_pos or 0)
    return Span(start, start + len(token.split("\n")[0].rstrip()))

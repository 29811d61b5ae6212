"""Rule records in plain words: the one place that puts dates, people, deeds and deadlines into English.

These strings stand in results (`"owed": "Group B training"`), in reasons and in the read-back, so two
different records never get the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction

from trainrules.dates import add
from trainrules.model.rules import (
    Anchor,
    Audience,
    Cycle,
    Days,
    Deadline,
    Deed,
    Owed,
    Period,
    Strength,
    Term,
    Window,
)

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

_ENTITIES = {"staff": "staff", "course": "courses", "agency": "agencies", "partnership": "the partnership"}
_FORMATS_THAT_STAND_ALONE = ("e-learning",)


# --- small things ----------------------------------------------------------------------------------


def date_text(day: date) -> str:
    """Return `1 March 2022`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def number_text(number: Fraction) -> str:
    """Return `3`, `7.5`, or `1/3` where no decimal is exact."""
    if number.denominator == 1:
        return str(number.numerator)
    places = next((k for k in range(1, 13) if 10**k % number.denominator == 0), 0)
    if not places:
        return f"{number.numerator}/{number.denominator}"
    whole, rest = divmod(abs(number.numerator) * 10**places // number.denominator, 10**places)
    return f"{'-' if number < 0 else ''}{whole}.{rest:0{places}d}"


def share_text(share: Fraction) -> str:
    """Return `half`, `80%`, or `1/3 of it` told as a percentage where one is exact."""
    if share == Fraction(1, 2):
        return "half"
    percent = number_text(share * 100)
    return f"{number_text(share)} of them" if "/" in percent else f"{percent}%"


def count_text(number: int, unit: str) -> str:
    """Return `1 day`, `3 days`."""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def listed(items: Iterable[str], word: str = "and") -> str:
    """Return `A`, `A and B`, or `A, B and C`; empty for no items."""
    *most, last = [*items] or [""]
    return f"{', '.join(most)} {word} {last}" if most else last


def sentence(text: str) -> str:
    """Return *text* with a capital at its start and a full stop at its end; other letters are left alone."""
    capital = text[:1].upper() + text[1:]
    return capital if capital.endswith((".", "?", "!", ".”")) else f"{capital}."


def quoted(name: str) -> str:
    """Return *name* in curly double quotes."""
    return f"“{name}”"


def name_text(name: str) -> str:
    """Return a name of one word as it is, a longer one in quotes, as an author writes it."""
    return quoted(name) if " " in name else name


def a(noun: str) -> str:
    """Return *noun* with `a` or `an` before it, by its first letter, quotes aside."""
    return f"{'an' if noun.lstrip('“')[:1].lower() in 'aeiou' else 'a'} {noun}"


# --- who -------------------------------------------------------------------------------------------


def term_text(term: Term) -> str:
    """Return a term as a name: `Group B`, `Level 3`, `DSL`, `sector voluntary`, `members of “Board”`."""
    if term.kind in ("group", "level"):
        return f"{term.kind.capitalize()} {name_text(term.name)}"
    if term.kind == "attribute":
        return f"{name_text(term.name)} {name_text(term.value)}"
    if term.kind == "member":
        return f"members of {quoted(term.name)}"
    return "everyone" if term.kind == "everyone" else name_text(term.name)


def _phrase(term: Term, entity: str) -> str:
    """Return what *term* says after a noun: `in Group B`, `with the role DSL`, `that are multi-agency`."""
    if term.kind in ("group", "level"):
        return f"in {term_text(term)}"
    if term.kind == "role":
        return f"with the role {name_text(term.name)}"
    if term.kind == "attribute":
        return f"whose {name_text(term.name)} is {name_text(term.value)}"
    if term.kind == "member":
        return f"who are {term_text(term)}"
    if term.kind in ("delivery", "format"):
        return f"that are {term.name}"
    return "of any kind" if entity != "staff" else "in any post or none"


def _any(terms: Sequence[Term], entity: str, alone: bool) -> str:
    phrases, kind = [], ""
    for term in terms:
        again = term.kind == kind and kind in ("group", "level", "role")
        phrases.append(term_text(term) if again else _phrase(term, entity))
        kind = term.kind
    text = listed(phrases, "or")
    return text if alone or len(terms) == 1 else f"({text})"


def audience_text(audience: Audience) -> str:
    """Return whom a rule is about: `staff in Group C and with the role DSL, except those in Group A`.

    Nobody in particular is `everyone` for staff, else the noun alone (`courses`, `the body “Board”`).
    """
    if audience.entity == "body":
        noun = f"the body {quoted(audience.name)}" if audience.name else "bodies"
    else:
        noun = _ENTITIES.get(audience.entity, audience.entity)
    needed = [terms for terms in (audience.any_of, *audience.all_of) if terms != (Term("everyone"),)]
    phrases = [_any(terms, audience.entity, len(needed) == 1) for terms in needed]
    if not phrases:
        noun = "everyone" if audience.entity == "staff" else noun
    text = f"{noun} {' and '.join(phrases)}".rstrip()
    if not audience.none_of:
        return text
    return f"{text}, except those {_any(audience.none_of, audience.entity, True)}"


def must_text(strength: Strength, audience: Audience) -> str:
    """Return the strength as its verb after *audience*: `must`, `should`, `may`, `are recommended to`."""
    if strength is not Strength.RECOMMENDED:
        return strength.value
    alone = audience_text(audience).startswith(("everyone", "the "))
    return "is recommended to" if alone else "are recommended to"


# --- what ------------------------------------------------------------------------------------------


def deed_text(deed: Deed) -> str:
    """Return a deed as a noun: `Group B training`, `“Module 1”`, `a “training plan”`, `an impact evaluation`.

    Reports have no noun of their own and keep their verb: `submit “Training Return” to MASA`.
    """
    if deed.kind in ("training", "activity"):
        return _training_text(deed)
    if deed.kind in ("qualification", "document"):
        return a(quoted(deed.name)) if deed.name else a(deed.kind)
    if deed.kind == "evaluation":
        return a(f"{name_text(deed.name)} evaluation".strip())
    if deed.kind == "meeting":
        return f"a meeting of {quoted(deed.name)}" if deed.name else "a meeting"
    if deed.kind == "delivery":
        return f"delivery of {_training_text(deed)}"
    receiver = f" to {name_text(deed.to)}" if deed.to else ""
    return f"{deed.action or 'report'} {quoted(deed.name)}{receiver}"


def _training_text(deed: Deed) -> str:
    if deed.name:
        words = [*deed.modes, quoted(deed.name)]
        if deed.own:
            words.append(f"for {term_text(deed.own)}")
    elif deed.own:
        words = [*deed.modes, own_text(deed.own), "training"]
    elif deed.modes and deed.modes[-1] in _FORMATS_THAT_STAND_ALONE:
        words = [*deed.modes]
    else:
        words = [*deed.modes, "training"] if deed.modes else ["any training"]
    if deed.other_than:
        words.append(f"other than {listed(map(deed_text, deed.other_than), 'or')}")
    return " ".join(words)


def own_text(term: Term) -> str:
    """Return a group, level or role as it stands before `training`: `Group B`, `level 3`, `DSL`."""
    return f"level {name_text(term.name)}" if term.kind == "level" else term_text(term)


def course_text(deed: Deed) -> str:
    """Return training as one course of it, to stand after `each`: `multi-agency course`, `“A” course`."""
    text = deed_text(deed)
    if deed.kind != "training" or deed.other_than:
        return text.removeprefix("an ").removeprefix("a ")
    stem = text.removeprefix("any training").removesuffix("training").strip()
    return f"{stem} course".strip()


def owed_text(owed: Owed) -> str:
    """Return what is owed: `Group B training`, `“A” or “B”`, `“Foundation”, “Module 1” and “Module 2”`."""
    return _parts(owed, deed_text)


def to_do_text(owed: Owed) -> str:
    """Return what is owed as something to do: `complete Group B training`, `hold a “teaching qualification”`.

    The verb is said once where it is the same throughout: `complete “A”, “B” and “C”`.
    """
    verbs = {_verb(deed) for deed in owed.deeds}
    if len(verbs) == 1 and verbs != {"deliver"}:
        return f"{verbs.pop()} {owed_text(owed)}".strip()
    return _parts(owed, deed_to_do)


def deed_to_do(deed: Deed) -> str:
    """Return a deed with its verb: `complete Group B training`, `deliver “Neglect”`, `hold a meeting`."""
    if deed.kind == "delivery":
        return f"deliver {_training_text(deed)}"
    return f"{_verb(deed)} {deed_text(deed)}".strip()


def _verb(deed: Deed) -> str:
    verbs = {"activity": "do", "qualification": "hold", "document": "have", "evaluation": "return"}
    more = {"report": "", "meeting": "hold", "delivery": "deliver"}
    return {**verbs, **more}.get(deed.kind, "complete")


def _parts(owed: Owed, say: Callable[[Deed], str]) -> str:
    several = len(owed.parts) > 1
    texts = []
    for part in owed.parts:
        either = "either " if several and len(part) > 1 else ""
        texts.append(either + listed((say(deed) for deed in part), "or"))
    return listed(texts)


# --- when ------------------------------------------------------------------------------------------


def anchor_text(anchor: Anchor) -> str:
    """Return what a deadline is counted from: `starting`, `joining`, `approval`, `1 April 2014`."""
    if anchor.kind == "date" and anchor.day:
        return date_text(anchor.day)
    return name_text(anchor.name) if anchor.kind == "fact" else anchor.kind


def deadline_text(deadline: Deadline) -> str:
    """Return `within 6 months of starting`, `by 1 April 2016`, with `, not beyond …` where it has one."""
    if deadline.within is not None:
        text = f"within {deadline.within} of {anchor_text(deadline.anchor)}"
    elif deadline.anchor.kind == "date":
        text = f"by {anchor_text(deadline.anchor)}"
    else:
        text = f"on the day of {anchor_text(deadline.anchor)}"
    if deadline.not_beyond is None:
        return text
    limit = deadline_text(deadline.not_beyond).removeprefix("within ")
    return f"{text}, not beyond {limit.removeprefix('by ')}"


def every_text(period: Period) -> str:
    """Return `every 2 years`, `every year`."""
    return f"every {str(period).removeprefix('1 ')}"


def times_text(number: Fraction) -> str:
    """Return `once`, `twice`, `3 times`."""
    return {Fraction(1): "once", Fraction(2): "twice"}.get(number, f"{number_text(number)} times")


def cycle_text(cycle: Cycle) -> str:
    """Return `each calendar year`, `each year from 1 April`, `each quarter`, `each month`."""
    start = f"{cycle.day} {MONTHS[cycle.month - 1]}"
    at_new_year = (cycle.month, cycle.day) == (1, 1)
    if cycle.months == 12:
        return "each calendar year" if at_new_year else f"each year from {start}"
    names = {3: "each quarter", 1: "each month"}
    if cycle.months in names and at_new_year:
        return names[cycle.months]
    return f"each {cycle.months} months, one of them from {start}"


def window_text(window: Window) -> str:
    """Return `in December 2011`, or `in June each year`."""
    month = MONTHS[window.month - 1]
    return f"in {month} {window.year}" if window.year else f"in {month} each year"


def started_text(days: Days) -> str:
    """Return `on or after 1 April 2014`, `on or before …`, `between … and …`; empty when both are open."""
    if days.first and days.last:
        return f"between {date_text(days.first)} and {date_text(days.last)}"
    if days.first:
        return f"on or after {date_text(days.first)}"
    return f"on or before {date_text(days.last)}" if days.last else ""


def days_text(days: Days) -> str:
    """Return `from 1 May 2022 to 31 May 2023`, `until …`, `on …`; empty when both ends are open."""
    if days.first and days.first == days.last:
        return f"on {date_text(days.first)}"
    first = f"from {date_text(days.first)}" if days.first else ""
    last = f"{'to' if first else 'until'} {date_text(days.last)}" if days.last else ""
    return f"{first} {last}".strip()


def sum_text(start: date, period: Period, calendar: str = "") -> str:
    """Return the addition, worked: `31 January 2022 + 1 month = 28 February 2022, the month's last day`.

    The last words stand only where the clamp decided the date. A date past the year 9999 is said to be so.
    """
    left = f"{date_text(start)} + {period}"
    try:
        end = add(start, period, calendar)
    except OverflowError:
        return f"{left} is past the last date there is"
    clamped = ", the month's last day" if period.months and end.day != start.day else ""
    return f"{left} = {date_text(end)}{clamped}"

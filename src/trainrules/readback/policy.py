"""A policy's head and vocabulary read back: when it holds, its words, its equivalences and its notes."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.model.rules import CourseType, Definition, NoteLine, Policy
from trainrules.readback.counts import course_names, equivalence_text
from trainrules.words import date_text, days_text, listed, name_text, quoted, sentence, term_text

_READING_RULES = (
    "“must”: a day in breach is a breach; “should” or “is recommended to”: a shortfall; “may”: a permission",
    "a person is in an audience from the first day to the last; two posts in it with no day between are one "
    "time in it, and leaving and coming back starts again",
    "everyone is everyone from joining to leaving; with no joining day on record, first post to last",
    "a deadline is counted from a day that is itself not counted, and the last day is in time",
    "months are counted to the same day of the month, or to the month's last day where it has no such day",
    "days with a waiver for the rule are never in breach, and move no date; leave moves no date either",
    "where a fact is missing that could decide a result, the result is undetermined, never guessed",
)


def head(policy: Policy) -> Iterator[str]:
    """Yield what the head of the file says, a sentence each."""
    if policy.source_title:
        where = f", in the file {policy.source_file}" if policy.source_file else ""
        yield sentence(f"The source is {quoted(policy.source_title)}{where}")
    if days_text(policy.force):
        yield sentence(f"In force {days_text(policy.force)}; no other day is ever in breach")
    else:
        yield "No first or last day in force is given, so the rules hold on every day."
    if policy.next_review:
        review = date_text(policy.next_review)
        yield sentence(
            f"Due for review by {review}; after that the rules still hold, and every result says so"
        )


def reading_rules(policy: Policy) -> Iterator[str]:
    """Yield what holds for every rule, said once: strengths, audiences, days, leave, what is not known."""
    if policy.rules:
        yield from _READING_RULES


def vocabulary(policy: Policy) -> Iterator[str]:
    """Yield each declared word with what the source says of it."""
    yield from map(_definition, policy.definitions)
    for name, values in policy.attributes:
        yield f"attribute {name_text(name)}: one of {listed(map(name_text, values), 'or')}"
    for name, members in policy.activities:
        any_of = f"any of {listed(map(name_text, members), 'or')}" if members else "under its own name"
        yield f"activity {name_text(name)}: {any_of}"
    yield from map(_course, policy.courses)
    yield from map(equivalence_text, policy.equivalences)


def notes(policy: Policy) -> Iterator[str]:
    """Yield each note: sentences that are kept and not judged."""
    yield from map(_note, policy.notes)


def _definition(one: Definition) -> str:
    text = f": {quoted(one.text)}" if one.text else ""
    return f"{one.kind} {name_text(one.name)}{text}{_cited(one.citation)}"


def _course(course: CourseType) -> str:
    own = f", for {listed(map(term_text, course.own))}" if course.own else ""
    modes = "".join(f", {mode}" for mode in (course.delivery, *course.formats) if mode)
    return f"course {course_names(course)}{own}{modes}"


def _note(note: NoteLine) -> str:
    return f"{quoted(note.text)}{_cited(note.citation)}"


def _cited(citation: str) -> str:
    return f" [{citation}]" if citation else ""

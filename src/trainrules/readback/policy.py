"""A policy's head and vocabulary read back: when it holds, its words, its equivalences and its notes."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.model.rules import CourseType, NoteLine, Policy, fold
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
    """Yield each declared word once, with what it stands for and what the source says; then equivalences."""
    meant = {("attribute", fold(name)): (name_text(name), _values(v)) for name, v in policy.attributes}
    meant |= {("activity", fold(name)): (name_text(name), _members(m)) for name, m in policy.activities}
    meant |= {("course", fold(each.name)): (course_names(each), _course(each)) for each in policy.courses}
    for one in policy.definitions:
        name, stands_for = meant.pop((one.kind, fold(one.name)), (name_text(one.name), ""))
        text = f": {quoted(one.text)}" if one.text else ""
        yield f"{one.kind} {name}{stands_for}{text}{_cited(one.citation)}"
    for (kind, _), (name, stands_for) in meant.items():
        yield f"{kind} {name}{stands_for}"
    # What is no declared course stands twice, as a course and as an activity, and reads the same.
    yield from dict.fromkeys(map(equivalence_text, policy.equivalences))


def notes(policy: Policy) -> Iterator[str]:
    """Yield each note: sentences that are kept and not judged."""
    yield from map(_note, policy.notes)


def _values(values: tuple[str, ...]) -> str:
    return f", one of {listed(map(name_text, values), 'or')}" if values else ""


def _members(members: tuple[str, ...]) -> str:
    return f", any of {listed(map(name_text, members), 'or')}" if members else ""


def _course(course: CourseType) -> str:
    own = f", for {listed(map(term_text, course.own))}" if course.own else ""
    return own + "".join(f", {mode}" for mode in (course.delivery, *course.formats) if mode)


def _note(note: NoteLine) -> str:
    return f"{quoted(note.text)}{_cited(note.citation)}"


def _cited(citation: str) -> str:
    return f" [{citation}]" if citation else ""

"""A policy's head and vocabulary read back: when it holds, its words, its equivalences and its notes."""

from __future__ import annotations

from collections.abc import Iterator

from trainrules.model.rules import CourseType, Definition, NoteLine, Policy
from trainrules.readback.counts import course_names, equivalence_text
from trainrules.words import date_text, days_text, listed, name_text, quoted, sentence, term_text


def head(policy: Policy) -> Iterator[str]:
    """Yield what the head of the file says, a sentence each."""
    if policy.source_title:
        where = f", in the file {policy.source_file}" if policy.source_file else ""
        yield sentence(f"The source is {quoted(policy.source_title)}{where}")
    if days_text(policy.force):
        yield sentence(f"In force {days_text(policy.force)}: no day outside that is ever in breach")
    else:
        yield "No day in force is given, so the rules hold on every day."
    if policy.next_review:
        review = date_text(policy.next_review)
        yield sentence(
            f"Due for review by {review}: after that the rules still hold, and every result says so"
        )
    yield (
        "A deadline is counted from a day that is itself not counted, and the last day is in time. A month after "
        "the 31st is the last day of a shorter month. Days covered by a waiver for a rule's label are never in "
        "breach, and move no date."
    )


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

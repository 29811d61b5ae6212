"""What counts as the training a rule asks for, and what does not: courses, equivalences, excluded modes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trainrules.model.rules import CourseType, Deed, Delivery, Duty, Equivalence, Policy, Strength, Term, fold
from trainrules.words import audience_text, deed_text, listed, name_text, quoted, term_text, written


def what_counts(deeds: Iterable[Deed], policy: Policy) -> Iterator[str]:
    """Yield, for each deed once, what a record has to show for it, and what else counts as it."""
    for deed in dict.fromkeys(deeds):
        yield f"{deed_text(deed)}: {_evidence(deed, policy)}"
        for one in equivalences(deed, policy):
            yield equivalence_text(one)


def equivalence_text(one: Equivalence) -> str:
    """Return an equivalence with its citation: `“Conference” counts as DSL training as well [6.2c fn2]`."""
    whom = f", for {audience_text(one.audience)} on the day it is done" if one.audience else ""
    cited = f" [{one.origin.citation}]" if one.origin.citation else ""
    return f"{deed_text(one.this)} counts as {deed_text(one.that)} as well{whom}{cited}"


def equivalences(deed: Deed, policy: Policy) -> tuple[Equivalence, ...]:
    """Return the equivalences that can make something else count as *deed*, however many steps it takes."""
    helping: dict[object, list[int]] = {}
    for at, one in enumerate(policy.equivalences):
        for key in _keys(one.that):
            helping.setdefault(key, []).append(at)
    wanted, found = [deed], dict[Equivalence, None]()
    for target in wanted:
        for at in sorted({at for key in _keys(target) for at in helping.pop(key, ())}):
            one = policy.equivalences[at]
            if one not in found:
                found[one] = None
                wanted.append(one.this)
    return tuple(found)


def excluded(rule: Duty, policy: Policy) -> Iterator[str]:
    """Yield what a delivery rule keeps from counting for *rule*: one about the training of its audience."""
    for other in policy.rules:
        if not isinstance(other, Delivery) or other.strength is Strength.MAY:
            continue
        terms = {other.deed.own} if other.deed.own else {*other.audience.any_of}
        if terms & {*rule.audience.any_of}:
            modes = listed(other.modes, "or")
            yield (
                f"{deed_text(other.deed)} taken in another mode than {modes}, by "
                f"{audience_text(other.audience)} on a day when [{other.label}] applies"
            )


def _keys(deed: Deed) -> Iterator[object]:
    """Yield what *deed* is known by: one thing can help another that has any of these in common with it."""
    if deed.name:
        yield fold(deed.name)
    if deed.own is not None:
        yield deed.own
    yield from (("mode", fold(mode)) for mode in deed.modes)


def _evidence(deed: Deed, policy: Policy) -> str:
    if deed.kind == "training":
        return _training(deed, policy)
    plain = {
        "activity": _activity(deed, policy),
        "qualification": "a qualification of this name, from the day it was gained until it ends",
        "document": "a document on record under this name, on its date, or an attestation of it",
        "evaluation": "an evaluation returned, on the day of its return",
        "meeting": "a meeting on record, on its day",
        "delivery": "a delivery on record, on its day",
    }
    return plain.get(deed.kind, _report(deed))


def _report(deed: Deed) -> str:
    receiver = f", to {name_text(deed.to)}" if deed.to else ""
    unknown = "" if deed.action == "submit" else "; one that does not say what was done is not known to count"
    return f"a report on record under the name {quoted(deed.name)}{receiver}, on its day{unknown}"


def _activity(deed: Deed, policy: Policy) -> str:
    for name, members in policy.activities:
        if fold(name) == fold(deed.name) and members:
            return f"any of {listed(map(quoted, members), 'or')}, or an activity recorded under its own name"
    return "an activity recorded under this name"


def _training(deed: Deed, policy: Policy) -> str:
    if deed.name:
        text = _named(deed.name, policy)
    elif deed.own:
        text = _own_training(deed.own, policy)
    else:
        text = "any completed course"
    if deed.own and deed.name:
        text += f" that is for {term_text(deed.own)}"
    if deed.modes:
        text += f"; it has to be {listed(deed.modes)} by its record, else by the course's declaration"
    return text


def _own_training(own: Term, policy: Policy) -> str:
    courses = [course for course in policy.courses if own in course.own]
    text = f"a completion recorded against {term_text(own)}"
    if courses:
        text += f", or of a course declared for it: {listed((quoted(c.name) for c in courses), 'or')}"
    return text


def _named(name: str, policy: Policy) -> str:
    for course in policy.courses:
        names = (course.name, *course.aliases)
        if fold(name) in map(fold, names):
            others = [other for other in names if fold(other) != fold(name)]
            also = f", or under {listed(map(quoted, others), 'or')}" if others else ""
            return f"a completion under this name{also}"
    return "a completion under this name"


def course_names(course: CourseType) -> str:
    """Return a course's name with its other names: `Thresholds (also called “the thresholds course”)`."""
    also = f" (also called {listed(map(written, course.aliases))})" if course.aliases else ""
    return f"{written(course.name)}{also}"

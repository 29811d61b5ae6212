"""What every rule has: who it is about, how strong it is, when it is in force, what it stands beside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainrules.model.about import about
from trainrules.model.rules import Audience, Policy, Rule, Strength
from trainrules.readback.reading import AS_WRITTEN, BESIDE, BREACH, CARE, FORCE, SOURCE, WHO, Point
from trainrules.readback.subject import names
from trainrules.words import audience_text, days_text, listed, quoted, started_text, term_text

_STRENGTH_WORDS = re.compile(r"\b(must|should|may|recommended|required|expected)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|\[[^\]]*\]")


def before(rule: Rule) -> Iterator[Point]:
    """Yield the points that come before what *rule* says: its sentence as written and the source's words."""
    if rule.origin.sentence:
        yield Point(AS_WRITTEN, rule.origin.sentence)
    for quote in rule.origin.quotes:
        yield Point(SOURCE, f"“{quote}”")


def after(rule: Rule, policy: Policy) -> Iterator[Point]:
    """Yield the points that hold for every kind of rule."""
    yield Point(WHO, who(rule))
    if began := started_text(rule.started):
        yield Point(WHO, f"only those whose first day in the audience is {began}; others are not bound by it")
    if rule.strength is Strength.MAY:
        yield Point(BREACH, "never: this is a permission, it asks for nothing")
    if rule.force != policy.force and days_text(rule.force):
        yield Point(FORCE, f"{days_text(rule.force)}; no other day is ever in breach")
    yield from (Point(BESIDE, text) for text in beside(rule, policy))
    yield from (Point(CARE, text) for text in care(rule, policy))


def who(rule: Rule) -> str:
    """Return whom *rule* is about and on which days."""
    text = audience_text(rule.audience)
    if rule.audience == Audience():
        text += ", from joining to leaving"
    if rule.breaks and rule.audience.entity == "staff":
        text += f"; a gap of up to {rule.breaks} starts nothing again, though nobody is in breach during it"
    return text


def beside(rule: Rule, policy: Policy) -> Iterator[str]:
    """Yield what *rule* overrides, and what overrides it."""
    if rule.instead_of:
        labels = listed(f"[{label}]" for label in rule.instead_of)
        yield f"instead of {labels}: whoever this applies to is taken out of {labels} for the same training"
    for other in policy.rules:
        instead, replaced = (names(rule.label, each) for each in (other.instead_of, other.replaced_by))
        if other is rule or other.strength is Strength.MAY or not (instead or replaced):
            continue
        if about(rule) != about(other):
            continue
        if instead:
            yield f"not for {audience_text(other.audience)} when [{other.label}] applies, instead of this"
        if replaced:
            yield f"replaces the default [{other.label}] for the people and days that both apply to"
    if rule.default and rule.replaced_by:
        labels = listed((f"[{label}]" for label in rule.replaced_by), "or")
        yield f"a default: for the people and days that {labels} applies to, that is the rule instead"
    elif rule.default:
        yield "a default, but no rule of a file used here is about the same training, so nothing replaces it"


def care(rule: Rule, policy: Policy) -> Iterator[str]:
    """Yield what an author may misread in any rule."""
    sentence = _QUOTED.sub("", rule.origin.sentence)
    if sentence and not _STRENGTH_WORDS.search(sentence):
        yield (
            f"the sentence has no must, should or may of its own, so it takes the file's “strength” line, or "
            f"“must” where there is none: here it is “{rule.strength.value}”"
        )
    terms = rule.audience.any_of
    if len(terms) > 1:
        yield f"it is about each of {listed(map(term_text, terms))}: being in any one of them is enough"
    if re.search(r",\s*(from|until)\s+\d", sentence):
        life = days_text(rule.force)
        yield f"“{life}” is the rule's own life: no date is counted from it, and it is no deadline"
    names = {course.name.casefold() for course in policy.courses}
    for term in terms:
        if term.kind == "level" and f"level {term.name}".casefold() in names:
            yield (
                f"{term_text(term)} here is a level that staff are in; the course {quoted(term_text(term))} "
                f"and level {term.name} training are other things"
            )

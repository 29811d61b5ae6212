"""Whose record it is and when they were in an audience, in words."""

from __future__ import annotations

from trainrules.dates import DAWN, FAR
from trainrules.engine.scope import Run, last_joining
from trainrules.explain.events import day_text
from trainrules.explain.found import Found
from trainrules.model.rules import Audience, Rule, fold
from trainrules.records.classes import CourseRecord, Post, Record, StaffRecord
from trainrules.words import audience_text, listed, quoted


def who(record: Record) -> str:
    """Return `Ann Lee (S-0193)`, a course's title, or the id alone."""
    name = record.title if isinstance(record, CourseRecord) and record.title else record.name
    return f"{name} ({record.id})" if name else record.id


def scope_text(found: Found) -> str:
    """Return since when the record has been in the audience: `in Group B from 1 March 2022, as “Nurse”`."""
    run, rule = found.run, found.rule
    if run is None:
        return ""
    first, last, is_known = run
    if rule.audience.entity != "staff":
        return f"on record from {day_text(first)}" if is_known else ""
    being = _being(rule)
    since = f"from {day_text(first)}" if is_known else _unknown_start(first)
    until = f" to {day_text(last)}" if last < FAR and last <= found.case.as_of else ""
    return f"{being} {since}{until}{_posts(rule, found.record, run)}"


def joined_text(found: Found) -> str:
    """Return `joined on 3 March 2022`, as far as a deadline from joining needs it; empty when not known."""
    day = last_joining(found.record, found.run[0]) if found.run else None
    return f"joined on {day_text(day)}" if day else ""


def _unknown_start(first: int) -> str:
    return "from a day not known" if first == DAWN else f"at least from {day_text(first)}"


def _being(rule: Rule) -> str:
    if rule.audience == Audience():
        return "with the organisation"
    text = audience_text(rule.audience).removeprefix("staff ")
    return text.replace("who are members of", "a member of")


def _posts(rule: Rule, record: Record, run: Run) -> str:
    """Return the titles of the posts that put a person in the audience during *run*, where they have any."""
    if not isinstance(record, StaffRecord):
        return ""
    titles = dict.fromkeys(
        post.title for post in record.posts if post.title and _counts(post, rule) and _overlaps(post, run)
    )
    return f", as {listed(quoted(title) for title in titles)}" if titles else ""


def _counts(post: Post, rule: Rule) -> bool:
    held = {("group", fold(n)) for n in post.groups} | {("level", fold(n)) for n in post.levels}
    held |= {("role", fold(name)) for name in post.roles}
    return any((term.kind, fold(term.name)) in held for term in rule.audience.any_of)


def _overlaps(post: Post, run: Run) -> bool:
    first = post.started.toordinal() if post.started else DAWN
    last = post.ended.toordinal() if post.ended else FAR
    return first <= run[1] and run[0] <= last

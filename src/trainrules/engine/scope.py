"""When a record is in an audience: the days, and the unbroken runs that deadlines start from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from trainrules.dates import DAWN, FAR, day_after
from trainrules.engine.timeline import Spans, union
from trainrules.model.rules import Audience, Days, Period, Rule, Term, fold
from trainrules.records.classes import CourseRecord, Record, StaffRecord

Run = tuple[int, int, bool]
"""First and last day, and whether the first is known (else it gives scope, but no anchor)."""

ALWAYS: list[Run] = [(DAWN, FAR, False)]

Filled = Mapping[str, str]
"""Values taken for attributes that the record does not give (see `unknown_attributes`), and `STARTED`."""

STARTED, YES, NO = "Starting day", "yes", "no"  # the name of no attribute: those are folded
"""Whether a run of unknown beginning is taken to have begun when a rule asks (`for those starting …`)."""

TRAINER = fold("Trainer")


def audience_runs(audience: Audience, record: Record, breaks: Period | None, filled: Filled) -> list[Run]:
    """Return the runs of *record* in *audience*, a gap of up to *breaks* ending none of them."""
    return _bridged(in_audience(audience, record, filled), breaks)


def audience_days(runs: Iterable[Run]) -> Spans:
    """Return the days of *runs*."""
    return union((first, last) for first, last, _ in runs)


def in_audience(audience: Audience, record: Record, filled: Filled) -> list[Run]:
    """Return the stretches of days on which *record* is in *audience*, touching ones joined."""
    if not _right_entity(audience, record):
        return []
    there = employment(record)
    runs = _any(audience.any_of, record, filled, there)
    for terms in audience.all_of:
        runs = _both(runs, _any(terms, record, filled, there))
    around = there if any(known for *_, known in there) else ALWAYS  # with no joining known
    for first, last, _ in _any(audience.none_of, record, filled, around):
        runs = _without(runs, first, last)
    return runs


def rule_runs(rule: Rule, record: Record, filled: Filled) -> list[Run]:
    """Return the runs of *record* that *rule* is for."""
    every_run = audience_runs(rule.audience, record, rule.breaks, filled)
    return started_within(every_run, rule.started, filled)


def started_within(runs: list[Run], started: Days, filled: Filled) -> list[Run]:
    """Return the runs whose first day is one of *started*.

    One whose first day is not known is kept where all are, and where it is taken to be one of them.
    """
    if started == Days():
        return runs
    first = started.first.toordinal() if started.first else DAWN
    last = started.last.toordinal() if started.last else FAR
    return [run for run in runs if (first <= run[0] <= last if run[2] else filled.get(STARTED) == YES)]


def unknown_attributes(audience: Audience, record: Record) -> frozenset[str]:
    """Return the attributes that *audience* asks for and *record* does not give."""
    if not _right_entity(audience, record):
        return frozenset()
    terms = (*audience.any_of, *(term for terms in audience.all_of for term in terms), *audience.none_of)
    return frozenset(name for term in terms if (name := _asked(term)) and not _given(record, name))


def employment(record: Record) -> list[Run]:
    """Return the times that *record* is there: joining to leaving, else first post to last, else always."""
    if isinstance(record, StaffRecord) and record.employment:
        return _joined((e.joined.toordinal(), _end(e.left), True) for e in record.employment)
    last = _end(record.left)
    if record.joined:
        return [(record.joined.toordinal(), last, True)]
    if isinstance(record, StaffRecord) and record.posts:
        starts = [post.started for post in record.posts]
        first = DAWN if None in starts else min(day.toordinal() for day in starts if day)
        return [(first, min(last, max(_end(post.ended) for post in record.posts)), False)]
    return [(DAWN, last, False)]


def last_joining(record: Record, day: int) -> int | None:
    """Return the last joining on or before *day*, None when none is known.

    Whoever leaves one day and joins the next has joined again, though nothing lies between.
    """
    known = [each.joined for each in getattr(record, "employment", ())] or [record.joined]
    return max((n for joined in known if joined and (n := joined.toordinal()) <= day), default=None)


def fact_name(name: str) -> str:
    """Return what is not known, where *name* is filled in: `attribute sector`, `starting day`."""
    return "starting day" if name == STARTED else f"attribute {name}"


def _right_entity(audience: Audience, record: Record) -> bool:
    kind = "staff" if record.kind == "trainer" else record.kind
    if kind != audience.entity:
        return False
    names = (record.id, record.name) if record.name else (record.id,)
    return not audience.name or fold(audience.name) in map(fold, names)


def _any(terms: Iterable[Term], record: Record, filled: Filled, there: list[Run]) -> list[Run]:
    return _joined(run for term in terms for run in _term_runs(term, record, filled, there))


def _term_runs(term: Term, record: Record, filled: Filled, there: list[Run]) -> list[Run]:
    """Return the runs of one term; what asks for a value holds on no day but those that one is *there*."""
    if term.kind == "everyone":
        return employment(record)
    if term.kind in ("group", "level", "role"):
        return _post_runs(term, record)
    if name := _asked(term):
        value = fold(term.value if term.kind == "attribute" else term.name)
        if not _given(record, name):
            return there if filled.get(name) == value else []
        return _both(there, _attribute_runs(record, name, value))
    if not isinstance(record, StaffRecord):
        return []
    body = fold(term.name)
    spells = (_spell(m.from_, m.to) for m in record.memberships if fold(m.body) == body)
    return _both(there, _joined(spells))


def _post_runs(term: Term, record: Record) -> list[Run]:
    if not isinstance(record, StaffRecord):
        return []
    wanted = fold(term.name)
    runs = []
    if record.kind == "trainer" and term.kind == "role" and wanted == TRAINER:
        runs = employment(record)
    for post in record.posts:
        held = {"group": post.groups, "level": post.levels, "role": post.roles}[term.kind]
        if any(fold(name) == wanted for name in held):
            start, known = (post.started.toordinal(), True) if post.started else _earliest(record)
            last = min(_end(post.ended), _leaving(record, start))
            if start <= last:
                runs.append((start, last, known))
    return runs


def _earliest(record: Record) -> tuple[int, bool]:
    joined = [first for first, _, known in employment(record) if known]
    return (min(joined), False) if joined else (DAWN, False)


def _leaving(record: StaffRecord, start: int) -> int:
    """Return the leaving that ends a post begun on *start*: of the employment it falls in or precedes."""
    ends = [_end(e.left) for e in record.employment] or [_end(record.left)]
    later = [end for end in ends if end >= start]
    return min(later) if later else min(ends)


def _asked(term: Term) -> str:
    """Return the attribute whose value *term* asks for, empty when it asks for none."""
    if term.kind == "attribute":
        return fold(term.name)
    return term.kind if term.kind in ("delivery", "format") else ""


def _given(record: Record, name: str) -> bool:
    if isinstance(record, CourseRecord) and name in ("delivery", "format"):
        return (record.delivery if name == "delivery" else record.format) is not None
    return any(fold(attribute.name) == name for attribute in record.attributes)


def _attribute_runs(record: Record, name: str, value: str) -> list[Run]:
    if isinstance(record, CourseRecord) and name in ("delivery", "format"):
        has = record.delivery if name == "delivery" else record.format
        return [(DAWN, FAR, False)] if has and fold(has) == value else []
    held = (a for a in record.attributes if fold(a.name) == name and fold(a.value) == value)
    return _joined(_spell(a.from_, a.to) for a in held)


def _spell(first: date | None, last: date | None) -> Run:
    return (first.toordinal() if first else DAWN, _end(last), first is not None)


def _end(day: date | None) -> int:
    return day.toordinal() if day else FAR


# --- runs as sets ------------------------------------------------------------------------------------


def _joined(runs: Iterable[Run]) -> list[Run]:
    merged: list[Run] = []
    for first, last, known in sorted(runs, key=lambda run: (run[0], run[2])):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]), merged[-1][2])
        elif first <= last:
            merged.append((first, last, known))
    return merged


def _both(left: list[Run], right: list[Run]) -> list[Run]:
    found = []
    for a, b, known in left:
        for c, d, also in right:
            if max(a, c) <= min(b, d):
                start_known = known if a > c else also if c > a else known or also
                found.append((max(a, c), min(b, d), start_known))
    return _joined(found)


def _without(runs: list[Run], first: int, last: int) -> list[Run]:
    found = []
    for a, b, known in runs:
        if a < first:
            found.append((a, min(b, first - 1), known))
        if b > last:
            found.append((max(a, last + 1), b, known if a > last + 1 else True))
    return found


def _bridged(runs: list[Run], breaks: Period | None) -> list[Run]:
    if breaks is None:
        return runs
    merged: list[Run] = []
    for first, last, known in runs:
        if merged and first - 1 <= day_after(merged[-1][1], breaks):
            merged[-1] = (merged[-1][0], last, merged[-1][2])
        else:
            merged.append((first, last, known))
    return merged

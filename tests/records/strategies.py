"""Made-up records of every kind, and made-up JSON that is hardly ever one."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from trainrules.model.rules import fold
from trainrules.records import classes as c

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
texts = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=8).filter(
    lambda text: bool(text.strip())
)
maybe_day = st.none() | days
maybe_text = st.none() | texts
maybe = st.none() | st.booleans()
names = st.lists(texts, max_size=2).map(tuple)
numbers = st.none() | st.integers(0, 100_000).map(Fraction) | st.fractions(0, 1000, max_denominator=10**6)


def spans(start: st.SearchStrategy[Any] = maybe_day) -> st.SearchStrategy[tuple[Any, Any]]:
    """Return the first and last day of spans that do not end before they start."""
    pairs = st.tuples(start, maybe_day)
    return pairs.filter(lambda pair: pair[0] is None or pair[1] is None or pair[0] <= pair[1])


def spanned(
    made: Any, first: str, last: str, start: Any = maybe_day, **fields: Any
) -> st.SearchStrategy[Any]:
    """Return values of the class *made* whose span is in the fields *first* and *last*."""

    def build(pair: tuple[Any, Any], given: dict[str, Any]) -> Any:
        return made(**{first: pair[0], last: pair[1]}, **given)

    return st.builds(build, spans(start), st.fixed_dictionaries(fields))


def some(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return up to two values of *of*, no two events among them with one id."""
    return st.lists(of, max_size=2).map(tuple)


def by_name(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return up to two values of *of* by different names, as the pairs of a mapping."""
    pairs = st.lists(st.tuples(texts, of), max_size=2)
    return pairs.map(lambda found: tuple({fold(name): (name, value) for name, value in found}.values()))


def attributes(pairs: Any) -> tuple[c.Attribute, ...]:
    return tuple(
        c.Attribute(name=name, value=value, from_=span[0], to=span[1])
        for name, spells in pairs
        for value, span in spells
    )


fors = st.builds(c.For, groups=names, levels=names, roles=names)
evaluations = st.builds(c.Evaluation, kind=maybe_text, returned=maybe_day)
trainings = st.builds(
    c.Training,
    course=maybe_text,
    completed=days,
    delivery=st.sampled_from((None, "single-agency", "multi-agency")),
    format=maybe_text,
    for_=fors,
    hours=numbers,
    days=numbers,
    provider=maybe_text,
    certificate=maybe_text | st.booleans(),
    evaluations=st.none() | some(evaluations),
)
meetings = st.builds(c.Meeting, body=maybe_text, on=days, attended=maybe)
reports = st.builds(c.Report, name=texts, on=days, to=maybe_text, action=maybe_text)
documents = st.builds(c.Document, name=texts, dated=maybe_day)
answers = st.tuples(maybe, maybe_day)
common: dict[str, Any] = {
    "id": texts,
    "name": maybe_text,
    "attributes": by_name(st.lists(st.tuples(texts, spans()), min_size=1, max_size=2)).map(attributes),
    "facts": by_name(days),
    "meetings": some(meetings),
    "reports": some(reports),
    "documents": some(documents),
    "attestations": by_name(answers).map(
        lambda pairs: tuple(c.Attestation(name=name, met=met, on=on) for name, (met, on) in pairs)
    ),
    "standards": by_name(by_name(answers).filter(bool)).map(
        lambda pairs: tuple(
            c.StandardItem(standard=standard, item=item, met=met, on=on)
            for standard, items in pairs
            for item, (met, on) in items
        )
    ),
    "waivers": some(
        spanned(c.Waiver, "from_", "to", rule=texts, reason=maybe_text, approved_by=maybe_text),
    ),
}
posts = spanned(c.Post, "started", "ended", title=maybe_text, groups=names, levels=names, roles=names)
staff = spanned(
    c.StaffRecord,
    "joined",
    "left",
    **common,
    kind=st.sampled_from(("staff", "trainer")),
    agency=maybe_text,
    posts=some(posts),
    training=some(trainings),
    activities=some(st.builds(c.Activity, kind=texts, on=days)),
    memberships=some(spanned(c.Membership, "from_", "to", body=texts)),
    qualifications=some(spanned(c.Qualification, "on", "until", name=texts)),
    bookings=some(st.builds(c.Booking, course=maybe_text, session=days, cancelled=maybe_day, attended=maybe)),
    deliveries=some(
        st.builds(
            c.CourseDelivery, course=maybe_text, on=days, days=numbers, hours=numbers, format=maybe_text
        )
    ),
    leave=some(spanned(c.Leave, "from_", "to", days, kind=maybe_text)),
)
rejoined = st.builds(
    lambda record, times: evolve(record, joined=None, left=None, employment=times),
    staff,
    some(spanned(c.Employment, "joined", "left", days)),
)
courses = spanned(
    c.CourseRecord,
    "joined",
    "left",
    **common,
    title=maybe_text,
    delivery=st.sampled_from((None, "single-agency", "multi-agency")),
    format=maybe_text,
    sessions=some(st.builds(c.Session, on=days, advertised=maybe_day | st.just(False))),
)
organisations = spanned(
    c.OrganisationRecord, "joined", "left", **common, kind=st.sampled_from(("agency", "body", "partnership"))
)
records: st.SearchStrategy[c.Record] = staff | rejoined | courses | organisations


# --- JSON that is hardly ever a record ----------------------------------------------------------------

KEYS = (
    *(
        "id",
        "kind",
        "joined",
        "left",
        "posts",
        "training",
        "attributes",
        "standards",
        "for",
        "on",
        "from",
        "to",
    ),
    *(
        "groups",
        "completed",
        "evaluations",
        "hours",
        "meetings",
        "session",
        "met",
        "name",
        "facts",
        "started",
    ),
)
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.decimals()
    | st.sampled_from(("2022-01-31", "2022-02-30", "staff", "course", "body", "1/0", "1e9", "7.5", "\ud800"))
    | days.map(date.isoformat)
)
anything: st.SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=6)
    ),
    max_leaves=30,
)

"""Generated files: head lines, vocabulary, standards, examples and rules in any order."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from trainrules.language import ast
from trainrules.language.ast import Name, Pick, Training
from trainrules.language.build.facts import DONE
from trainrules.testing.strategies.syntax.parts import (
    amounts,
    audiences,
    dates,
    durations,
    labels,
    maybe_dates,
    modes,
    names,
    numbers,
    quotes,
    some_modes,
    texts,
    trainings,
)
from trainrules.testing.strategies.syntax.rules import rules, some_months

heads: st.SearchStrategy[Any] = st.one_of(
    st.builds(ast.Head, st.sampled_from(("policy", "calendar", "uses")), texts),
    st.builds(ast.Head, st.just("strength"), st.sampled_from(("must", "should", "is recommended to", "may"))),
    st.builds(ast.Head, st.just("breaks"), durations),
    st.builds(ast.Head, st.just("next review"), dates | some_months.filter(lambda it: it.year is not None)),
    st.builds(ast.SourceLine, texts, st.none() | texts),
    st.builds(
        lambda start, until: ast.InForce(min(start, until or start), until and max(start, until)),
        dates,
        maybe_dates,
    ),
)
cited = st.none() | labels
under = st.lists(quotes, max_size=2).map(tuple)


def with_citation(made: Any, label: ast.Label | None, said: tuple[ast.Quote, ...]) -> Any:
    """Return *made* with a citation, and quotes where there is one."""
    return evolve(made, citation=label, quotes=said if label else ())


named = st.lists(names.map(lambda it: Pick(None, it)), min_size=1, max_size=3).map(tuple)
ranges = st.just((Pick(None, Name("1"), Name("8")),)) | st.just((Pick(None, Name("A"), Name("C")),))
kinds = st.sampled_from(("format", "date", "document", "qualification", "evaluation"))
declared: st.SearchStrategy[Any] = st.one_of(
    st.builds(ast.Declare, st.sampled_from(("group", "level", "role")), named | ranges, st.none() | quotes),
    st.builds(lambda them, members: ast.Declare("body", them, with_members=members), named, st.booleans()),
    st.builds(ast.Declare, kinds, named, st.none() | quotes),
    st.builds(
        lambda kind, name, values: ast.Declare(kind, (Pick(None, name),), values=tuple(values)),
        st.sampled_from(("attribute", "activity")),
        names,
        st.lists(names | modes | numbers, max_size=3),
    ),
    st.builds(
        ast.DeclareCourse,
        names,
        audiences | st.just(()),
        st.lists(modes | names, max_size=2).map(tuple),
        st.lists(names, max_size=2).map(tuple),
    ),
)
countable = st.one_of(
    st.builds(Training, name=names, modes=some_modes),
    st.builds(Training, own=st.builds(Pick, st.just("level"), numbers), modes=some_modes),
    st.builds(Training, own=names.map(lambda it: Pick(None, it)), modes=some_modes),
    st.builds(Training, modes=st.lists(modes, min_size=1, max_size=2).map(tuple)),
)
equivalences = st.builds(ast.CountsAs, countable, trainings(), audiences | st.just(()))
notes = st.builds(ast.Note, quotes)
items = st.builds(ast.StandardItem, st.sampled_from(("1", "2", "2a", "10")), quotes, cited)
standards = st.builds(
    ast.Standard,
    names,
    audiences.map(ast.Subject),
    st.lists(names, max_size=2).map(tuple),
    st.lists(items, max_size=3).map(tuple),
)


def span_of(draw: st.DrawFn) -> dict[str, Any]:
    """Return a first and a last day, in order, either or both left out."""
    first, last = draw(maybe_dates), draw(maybe_dates)
    if first is not None and last is not None and last < first:
        first, last = last, first
    return {"day": first, "until": last}


@st.composite
def spells(draw: st.DrawFn) -> ast.Fact:
    """Return something true over a span of days."""
    kind = draw(st.sampled_from(("post", "attribute", "member", "leave", "waived", "holds")))
    span = span_of(draw)
    if kind == "post":
        return ast.Fact(kind, picks=draw(audiences.filter(_no_member)), **span)
    if kind == "attribute":
        return ast.Fact(kind, draw(names), draw(names | modes | numbers), **span)
    if kind == "leave":
        span["day"] = span["day"] or span["until"] or date(2022, 1, 1)
        return ast.Fact(kind, draw(st.none() | names), **span)
    if kind == "waived":
        return ast.Fact(kind, Name(draw(labels).text), **span)
    return ast.Fact(kind, draw(names), **span)


def _no_member(them: tuple[Pick, ...]) -> bool:
    return all(pick.noun != "members" for pick in them)


@st.composite
def taken(draw: st.DrawFn) -> ast.Fact:
    """Return a completion or delivery."""
    amount = draw(st.none() | amounts.filter(lambda it: not it.percent and it.text != "half"))
    return ast.Fact(
        draw(st.sampled_from(("completed", "delivered"))),
        draw(st.none() | names),
        day=draw(dates),
        picks=draw(audiences | st.just(())),
        modes=draw(st.lists(modes | names, max_size=2).map(tuple)),
        amount=amount,
        unit=draw(st.sampled_from(("hours", "days"))) if amount else None,
        certificate=draw(st.none() | st.booleans()),
        yes=draw(st.none() | st.booleans()),
    )


ACTIONS = sorted(DONE.values())
yes_no = st.none() | st.booleans()


@st.composite
def happenings(draw: st.DrawFn) -> ast.Fact:
    """Return something that happened on a day."""
    day, name, other = draw(dates), draw(names), draw(st.none() | names)
    item = draw(st.none() | names | numbers)
    made = {
        "joined": ast.Fact("joined", day=day),
        "left": ast.Fact("left", day=day),
        "as of": ast.Fact("as of", day=day),
        "fact": ast.Fact("fact", name, day=day),
        "did": ast.Fact("did", name, day=day),
        "evaluation": ast.Fact("evaluation", name, other, day=day),
        "attended": ast.Fact("attended", other, day=day, yes=True),
        "missed": ast.Fact("missed", other, day=day, yes=False),
        "meeting": ast.Fact("meeting", other, day=day),
        "cancelled": ast.Fact("cancelled", name, day=day, until=draw(maybe_dates)),
        "reported": ast.Fact("reported", name, other, action=draw(st.sampled_from(ACTIONS)), day=day),
        "has": ast.Fact("has", name, day=draw(maybe_dates), yes=draw(st.booleans())),
        "standard": ast.Fact("standard", name, item, day=draw(maybe_dates), yes=draw(yes_no)),
    }  # fmt: skip
    return made[draw(st.sampled_from(sorted(made)))]


@st.composite
def ended(draw: st.DrawFn) -> ast.Fact:
    """Return a booking or a session and what became of it, or the kind of a record."""
    day, then = draw(dates), draw(maybe_dates)
    yes = draw(yes_no) if then is None else None
    kind = draw(st.sampled_from(("booked", "session", "record")))
    if kind == "booked":
        return ast.Fact(kind, draw(names), day=day, until=then, yes=yes)
    if kind == "session":
        return ast.Fact(kind, day=day, until=then, yes=True if then else draw(st.sampled_from((None, False))))
    what = draw(st.sampled_from(("agency", "body", "course", "partnership", "trainer", "staff")))
    own = draw(st.none() | names) if what in ("agency", "body", "course") else None
    return ast.Fact(kind, Name(what), own, modes=draw(some_modes) if what == "course" else ())


@st.composite
def expects(draw: st.DrawFn) -> ast.Expect:
    """Return an expectation."""
    if draw(st.booleans()):
        return ast.Expect(others=draw(st.booleans()))
    status = draw(st.sampled_from((
        None, "met", "met late", "overdue", "pending", "not open yet", "released", "unmet", "waived",
        "undetermined", "in breach", "not in breach",
    )))  # fmt: skip
    due, until = draw(maybe_dates), draw(maybe_dates)
    if status is None and due is None and until is None:
        due = date(2022, 9, 1)
    return ast.Expect(
        draw(labels),
        status,
        due,
        draw(maybe_dates) if status in ("overdue", "in breach") else None,
        until,
        draw(maybe_dates) if status in ("met", "met late") else None,
        draw(st.none() | trainings()),
    )


facts = spells() | taken() | happenings() | ended()
examples = st.builds(
    ast.Example, names, st.lists(facts, max_size=4).map(tuple), st.lists(expects(), max_size=2).map(tuple)
)
sentences: st.SearchStrategy[Any] = st.one_of(
    rules(),
    rules(),
    rules(),
    heads,
    st.builds(with_citation, declared | equivalences | notes | standards, cited, under),
    examples,
)
trees = st.lists(sentences, max_size=4).map(lambda it: ast.Tree(tuple(it)))

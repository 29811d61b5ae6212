"""A head and a vocabulary for a made-up rule file, in names that are awkward to write."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import strategies as st

from trainrules.language import ast
from trainrules.language.ast import Declare, Name, Pick
from trainrules.testing.strategies.syntax.parts import MODES
from trainrules.testing.strategies.words import TURNS

# Rule words, names with marks, quotes and numbers in them, and ordinary ones: none of them built in, none
# the plural of another.
NAMES = (
    *(
        "DSL",
        "Deputy DSL",
        "month",
        "must",
        "2a",
        "within30",
        'the "big" one',
        "it’s",
        "O'Neil",
        "x/y",
        "R&D",
    ),
    *("unless", "Working Together", "naïve", "1 March 2022", "a, b", "May", "Neglect", "Induction", "Update"),
    *("First Steps", "Safer Recruitment", "# no comment", "x-", "-x", "volunteer", "CSE", "early years"),
)


@attrs.frozen
class Declared:
    """The names that a file declares, by kind; the groups are A–C and the levels 1–3."""

    role: str
    attribute: str
    values: tuple[str, str]
    courses: tuple[str, str]
    activity: str
    document: str
    qualification: str
    evaluation: str
    date: str
    body: str
    format: str
    standard: str


@st.composite
def declarations(draw: st.DrawFn) -> tuple[Declared, tuple[ast.Sentence, ...]]:
    """Draw the names of a file, and the sentences that declare them."""
    drawn = iter(draw(st.permutations(NAMES)))
    names = Declared(
        role=next(drawn),
        attribute=next(drawn),
        values=(next(drawn), next(drawn)),
        courses=(next(drawn), next(drawn)),
        **{name: next(drawn) for name in ("activity", "document", "qualification", "evaluation")},
        **{name: next(drawn) for name in ("date", "body", "format", "standard")},
    )
    members, alias = (Name(next(drawn)), Name(next(drawn))), Name(next(drawn))
    one, other = (Name(name) for name in names.courses)
    modes = tuple(map(Name, draw(st.sampled_from([(), ("multi-agency",), ("single-agency", "e-learning")]))))
    owners = draw(st.sampled_from([(), (Pick("group", Name("B")),), (Pick("level", Name("1")),)]))
    words: list[Any] = [
        Declare("group", (Pick(None, Name("A"), Name("C")),)),
        Declare("level", (Pick(None, Name("1"), Name("3")),)),
        *(
            Declare(kind, (Pick(None, Name(getattr(names, kind))),))
            for kind in ("role", "document", "qualification", "evaluation", "date", "format")
        ),
        Declare("body", (Pick(None, Name(names.body)),), with_members=True),
        Declare("attribute", (Pick(None, Name(names.attribute)),), values=tuple(map(Name, names.values))),
        Declare("activity", (Pick(None, Name(names.activity)),), values=members),
        ast.DeclareCourse(one, owners, modes, (alias,) if draw(st.booleans()) else ()),
        ast.DeclareCourse(other),
        *draw(standards(names)),
        *draw(equivalences(names)),
    ]
    return names, (*draw(heads()), *words)


@st.composite
def heads(draw: st.DrawFn) -> tuple[ast.Sentence, ...]:
    """Draw the lines at the top of a file; it always has a calendar, for what is counted in working days."""
    first, last = sorted(draw(st.tuples(st.sampled_from(TURNS), st.sampled_from(TURNS))))
    optional: list[ast.Sentence] = [
        ast.Head("policy", "Made up"),
        ast.Head("strength", draw(st.sampled_from(("must", "should", "is recommended to")))),
        ast.Head("breaks", ast.Duration(draw(st.integers(1, 3)), draw(st.sampled_from(("week", "month"))))),
        ast.Head("next review", ast.Month(9, 2022)),
        ast.InForce(first, draw(st.sampled_from((None, last)))),
    ]
    kept = [line for line in optional if draw(st.sampled_from((False, False, True)))]
    return (*kept, ast.Head("calendar", "England and Wales"))


@st.composite
def standards(draw: st.DrawFn, names: Declared) -> tuple[ast.Sentence, ...]:
    """Draw a standard for courses, of one to three items."""
    count = draw(st.integers(1, 3))
    items = tuple(ast.StandardItem(str(n), ast.Quote(f"item {n}")) for n in range(1, count + 1))
    return (ast.Standard(Name(names.standard), ast.Subject((Pick("courses"),)), (), items),)


@st.composite
def equivalences(draw: st.DrawFn, names: Declared) -> tuple[ast.Sentence, ...]:
    """Draw, sometimes, what counts as what."""
    if draw(st.booleans()):
        return ()
    this = draw(
        st.sampled_from(
            (
                ast.Training(Name(names.courses[0])),
                ast.Training(own=Pick("level", Name("3"))),
                ast.Training(modes=(Name(draw(st.sampled_from(MODES))),)),
            )
        )
    )
    that = ast.Training(Name(names.courses[1]))
    for_ = draw(st.sampled_from(((), (Pick("group", Name("A")),))))
    return (ast.CountsAs(this, that, for_),)

"""Generated trees: everything that a rule file can say, and nothing that it cannot."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from trainrules.language import ast
from trainrules.language.ast import Name, Pick, Training

MODES = ("single-agency", "multi-agency", "e-learning", "face-to-face", "virtual")
TRAINING_VERBS = ("complete", "attend", "refresh", "renew", "update", "deliver")
DEEDS = ("submit", "report", "evaluate", "review", "publish", "have", "hold", "set", "share", "audit")

# names that are rule words, look like ranges, hold quotes or marks, or are read as something else when bare
_ODD = (
    "A", "B", "a", "DSL", "Deputy DSL", "month", "must", "A-C", "B1-B3", "2a", "7", "within30", "school",
    'the "big" one', "it’s", "O'Neil", "x/y", "R&D", "unless", "unless-x", "Working Together", "e-learning",
    "Virtual", "ſet", "naïve", "1 March 2022", "# no comment", "a, b", "[6.5]", "May", "x-", "-x", "Group B",
)  # fmt: skip
# no U+2010 and U+2011, which are read as the hyphen that is typed
_CHARS = st.characters(
    blacklist_categories=("Cc", "Cs", "Zl", "Zp", "Zs"),
    blacklist_characters='"“”\ufeff\ufffe\uffff\u2010\u2011',
)
words = st.text(_CHARS, min_size=1, max_size=8)
texts = st.one_of(st.sampled_from(_ODD), words, st.lists(words, min_size=2, max_size=4).map(" ".join))
names = texts.map(Name)
quotes = texts.map(ast.Quote)
labels = st.text(st.sampled_from("abcXYZ0159.()/–"), min_size=1, max_size=8).map(ast.Label)
numbers = st.integers(1, 30).map(str).map(Name)
modes = st.sampled_from(MODES).map(Name)
some_modes = st.lists(modes, max_size=2).map(tuple)
dates = st.dates(date(1990, 1, 1), date(2040, 12, 31))
units = st.sampled_from(("day", "working day", "week", "month", "year"))
durations = st.builds(ast.Duration, st.integers(1, 36), units)
maybe_dates = st.none() | dates


def kin() -> st.SearchStrategy[Pick]:
    """Return one group, level or role, a range of groups or levels, or `Levels 2 and above`."""
    nouns = st.sampled_from(("group", "level", "role"))
    ranges = st.sampled_from((("A", "C"), ("1", "8"), ("B1", "B3")))
    return st.one_of(
        st.builds(Pick, nouns, names | numbers),
        st.builds(lambda noun, ends: Pick(noun, Name(ends[0]), Name(ends[1])), nouns, ranges),
        st.builds(
            lambda noun, low: Pick(noun, low, above=True),
            st.sampled_from(("group", "level")),
            names | numbers,
        ),
    )


def picks() -> st.SearchStrategy[Pick]:
    """Return anything that a subject can list."""
    return st.one_of(
        kin(),
        names.map(lambda it: Pick(None, it)),
        st.just(Pick(None, Name("2"), Name("5"))),
        st.sampled_from(("everyone", "trainers", "agencies", "partnership")).map(Pick),
        st.builds(Pick, st.sampled_from(("members", "body")), names),
        st.builds(lambda kinds: Pick("courses", modes=kinds), some_modes),
    )


def first_picks() -> st.SearchStrategy[Pick]:
    """Return what can come first in a subject: no bare range of numbers."""
    return picks().filter(lambda it: not (it.noun is None and it.high is not None))


def pick_lists(most: int = 4) -> st.SearchStrategy[tuple[Pick, ...]]:
    """Return a list of picks as a subject has it."""
    return st.builds(lambda first, rest: (first, *rest), first_picks(), st.lists(picks(), max_size=most - 1))


audiences = st.lists(picks(), min_size=1, max_size=3).map(tuple)
qualifiers = st.one_of(
    st.builds(ast.Qualifier, st.sampled_from(("who are", "except", "in")), pick_lists(3)),
    st.builds(lambda them, attribute: ast.Qualifier("in", them, attribute), pick_lists(3), names),
)
subjects = st.builds(ast.Subject, pick_lists(), st.none() | qualifiers)


def trainings() -> st.SearchStrategy[Training]:
    """Return training in every form that a phrase can have."""
    own = st.one_of(
        names.map(lambda it: Pick(None, it)),
        st.builds(Pick, st.sampled_from(("group", "level", "role")), names | numbers),
    )
    before_own = st.lists(modes | names, max_size=2).map(tuple)
    return st.one_of(
        st.just(Training()),
        st.just(Training(other=True)),
        st.builds(Training, name=names, modes=some_modes),
        st.builds(Training, own=own, modes=before_own),
        st.builds(Training, modes=st.lists(modes, min_size=1, max_size=2).map(tuple)),
    )


@st.composite
def acts(draw: st.DrawFn, least: int = 1, most: int = 3) -> tuple[ast.Act, ...]:
    """Return acts, each with the kind of thing that its verb takes."""
    made = []
    for _ in range(draw(st.integers(least, most))):
        if draw(st.booleans()):
            made.append(ast.Act(draw(st.sampled_from(TRAINING_VERBS)), draw(trainings())))
        else:
            made.append(ast.Act(draw(st.sampled_from(DEEDS)), draw(names), draw(st.none() | names)))
    return tuple(made)


def joined(many: tuple[ast.Act, ...], word: str) -> str | None:
    """Return the connective of a list, None for a list of one."""
    return word if len(many) > 1 else None


connectives = st.sampled_from(("and", "or"))
cycles = st.one_of(
    st.builds(ast.Cycle, st.just("year"), st.integers(1, 12), st.integers(1, 28)),
    st.sampled_from((ast.Cycle("quarter"), ast.Cycle("month"))),
)


@st.composite
def dos(draw: st.DrawFn) -> ast.Do:
    """Return something to do."""
    if draw(st.booleans()):
        return ast.Do(draw(st.sampled_from(("complete", "attend", "refresh", "hold", "meet", "submit"))))
    many = draw(acts())
    renewed = draw(st.none() | cycles)
    return ast.Do(many[0].verb, many, joined(many, draw(connectives)), renewed)


amounts = st.one_of(
    st.integers(1, 99).map(str).map(ast.Amount),
    st.sampled_from(("7.5", "0.5", "half")).map(ast.Amount),
    st.integers(1, 100).map(lambda it: ast.Amount(str(it), percent=True)),
)


@st.composite
def quotas(draw: st.DrawFn) -> ast.AtLeast:
    """Return an `at least`."""
    verb = draw(st.none() | st.sampled_from((*TRAINING_VERBS, "hold", "submit", "meet")))
    counts_training = verb is None or verb in TRAINING_VERBS
    thing: Any = draw(trainings() if counts_training else names)
    unit = draw(st.sampled_from(("hours", "days", "times", "meetings", "courses", "sessions", None)))
    if unit in ("meetings", "sessions"):
        thing = draw(st.none() | names) if unit == "meetings" else None
    elif unit == "courses":
        own = draw(st.none() | numbers.map(lambda it: Pick("level", it)))
        ok = counts_training and (own or draw(st.booleans()))
        thing = (
            Training(own=own, modes=draw(st.lists(modes, min_size=1, max_size=2).map(tuple))) if ok else None
        )
    elif unit == "times":
        thing = None if verb in (None, "meet") else thing
    elif draw(st.booleans()):
        thing = None
    return ast.AtLeast(verb, draw(amounts), unit, thing)

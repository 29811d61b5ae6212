"""Any sentence at all, put together from parts that need not fit, gives rules or errors, never neither."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.model.test_every_clause_counts import CLAUSES, TIMES

from trainrules.language.parse import parse
from trainrules.model.lower import lower
from trainrules.source import Source

SUBJECTS = (
    "Everyone",
    "Group B",
    "Groups A–C",
    "Levels 2 and above",
    "Level 1 who are DSL",
    "Everyone except volunteers",
    "Staff in the voluntary sector",
    "DSL and Group A",
    "Everyone and Group A",
    "Trainers",
    'Members of "L&D"',
    "Agencies and Group B",
    "Agencies in the voluntary sector",
    "The partnership",
    'body "L&D"',
    "Every single-agency multi-agency course",
    "Courses",
)
ACTIONS = (
    "",
    "must complete Induction",
    "should complete Induction or Neglect",
    "may attend A1, B1 and C1",
    "must refresh",
    "must refresh level 2 training",
    "must complete any other training",
    "must complete Groups A–C training",
    "must complete multi-agency single-agency training",
    "must hold a Diploma",
    'must have a "plan", and a new one each quarter',
    'must submit "return" to MASA',
    "must deliver training",
    "must deliver at least 2 courses",
    "must meet",
    "must meet standard S",
    "single-agency only",
    "at least 8 hours",
    "at least 0.5 days",
    "must attend at least 80% of meetings",
    "must attend at least 120% of meetings",
    "must complete at least 2.5 times",
    "must not miss 2 consecutive meetings",
    "must return an impact evaluation",
    "must be advertised at least 6 months before each session",
    "must attend or cancel bookings at least 7 working days before the session",
)
HEADS = ("", "groups A–C\nlevels 1–3\nrole DSL\n", 'body "L&D" with members\nattribute sector: voluntary\n')
MORE_TIMES = (
    *TIMES,
    "",
    "within 3 months of each course",
    "within 200 years",
    "every 20 working days",
    "each year from 29 February",
    "before any other training",
    "between 6 and 3 months after each course",
)

sentences = st.builds(
    lambda head, who, what, time, clauses: head + ", ".join([f"{who} {what} {time}".strip(), *clauses]),
    st.sampled_from(HEADS),
    st.sampled_from(SUBJECTS),
    st.sampled_from(ACTIONS),
    st.sampled_from(MORE_TIMES),
    st.lists(st.sampled_from(CLAUSES), max_size=3),
)


@given(sentences)
def test_a_sentence_gives_rules_or_errors(text: str) -> None:
    source = Source("<text>", text)
    tree, told = parse(source)
    if any(each.is_error for each in told):
        return
    policy, found = lower(tree, source)
    assert bool(policy.rules) != any(each.is_error for each in found)
    assert lower(tree, source) == (policy, found)


@given(sentences)
def test_every_finding_has_words_a_place_and_advice(text: str) -> None:
    source = Source("<text>", text)
    tree, _ = parse(source)
    for each in lower(tree, source)[1]:
        assert each.message and each.help and each.label
        assert "``" not in each.message + each.help
        assert each.message[0] == each.message[0].lower() and not each.message.endswith(".")
        assert each.span is not None and source.slice(each.span).strip()

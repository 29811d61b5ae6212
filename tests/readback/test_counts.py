"""What a rule file's other sentences change in what counts: equivalences and delivery rules, both ways."""

from __future__ import annotations

from tests.build import group

from trainrules.api import loads
from trainrules.model.rules import Deed, Equivalence, Policy, Term
from trainrules.readback import explain_policy, read_rule
from trainrules.readback.counts import equivalence_text, equivalences
from trainrules.readback.reading import BESIDE, CARE, COUNTS, IN_FULL, NOT_COUNTED

LEVELS = tuple(Deed("training", own=Term("level", name)) for name in ("1", "2", "3"))


def texts(policy: Policy, label: str, topic: str) -> list[str]:
    rule = next(each for each in policy.rules if each.label == label)
    return [point.text for point in read_rule(rule, policy).points if point.topic == topic]


def test_equivalences_are_followed_through_any_number_of_steps() -> None:
    two = Equivalence(LEVELS[1], LEVELS[0])
    three = Equivalence(LEVELS[2], LEVELS[1], group("A"))
    other = Equivalence(Deed("training", "Neglect"), Deed("training", modes=("multi-agency",)))
    policy = Policy(equivalences=(other, three, two))
    assert equivalences(LEVELS[0], policy) == (two, three)
    assert equivalences(LEVELS[1], policy) == (three,)
    assert equivalences(LEVELS[2], policy) == ()


def test_a_delivery_rule_keeps_training_from_counting_for_its_own_group_only() -> None:
    policy = loads("""
groups A–B
Group A must complete Group A training within 6 months   [A]
Group B must complete Group B training within 6 months   [B]
Group B single-agency only                               [mode]
""")
    assert not any("[mode]" in text for text in texts(policy, "A", NOT_COUNTED))
    assert texts(policy, "B", NOT_COUNTED)[-1] == (
        "Group B training taken in another mode than single-agency, by staff in Group B on a day when "
        "[mode] applies"
    )


def test_overrides_are_told_on_both_sides() -> None:
    policy = loads("""
groups A–B
role DSL
Group B must complete Group B training every 3 years                    [old]
DSL must complete Group B training every 2 years, instead of [old]      [new]
""")
    assert texts(policy, "new", BESIDE) == [
        "instead of [old]: whoever this applies to is taken out of [old] for the same training"
    ]
    assert texts(policy, "old", BESIDE) == [
        "not for staff with the role DSL when [new] applies, instead of this"
    ]


def test_a_sentence_without_a_strength_is_pointed_out() -> None:
    policy = loads("""
groups A–B
Group A within 6 months          [bare]
Group B should complete Group B training within 6 months   [said]
""")
    (care,) = texts(policy, "bare", CARE)
    assert care.startswith("the sentence has no must, should or may of its own")
    assert care.endswith("here it is “must”")
    assert texts(policy, "said", CARE) == []


def test_a_rule_with_a_life_of_its_own_is_not_taken_for_a_deadline() -> None:
    policy = loads("""
groups A–B
Group A must complete Group A training within 6 months, from 1 September 2025   [A]
""")
    assert "“from 1 September 2025” is the rule's own life" in texts(policy, "A", CARE)[-1]


def test_an_activity_stands_for_its_members() -> None:
    policy = loads("""
role DSL
activity "knowledge update": e-bulletin, "DSL meeting"
DSL must complete "knowledge update" every year   [6.14]
""")
    assert texts(policy, "6.14", COUNTS) == [
        "“knowledge update”: any of “e-bulletin” or “DSL meeting”, or an activity recorded under its own name"
    ]


def test_an_equivalence_keeps_its_citation() -> None:
    policy = loads("""
groups A–C
"case conference" counts as Group B training for Group B   [6.2c fn2]
Group B must complete Group B training within 6 months     [B]
""")
    told = "“case conference” counts as Group B training as well, for staff in Group B on the day it is done"
    assert texts(policy, "B", COUNTS)[-1] == f"{told} [6.2c fn2]"
    assert explain_policy(policy).replace("\n  ", " ").count(f"- {told} [6.2c fn2]") == 1


def test_an_equivalence_without_a_citation_has_no_brackets() -> None:
    assert equivalence_text(Equivalence(LEVELS[1], LEVELS[0])) == (
        "level 2 training counts as level 1 training as well"
    )


def test_what_is_no_declared_course_is_listed_once_in_the_vocabulary() -> None:
    policy = loads("""
course Induction
"case conference" counts as Induction
Everyone must complete Induction within 6 months   [A]
""")
    assert explain_policy(policy).split("Rules\n")[0].count("case conference") == 1


def test_one_day_and_one_hour_are_singular() -> None:
    policy = loads("""
role Mentor
Mentor must deliver at least 3 days of any training each calendar year, of which at least 1 day virtual   [1]
Mentor must complete at least 6 hours of any training over 3 years, of which at least 1 hour virtual      [2]
""")
    assert "of which at least 1 day virtual training" in texts(policy, "1", IN_FULL)[0]
    assert "of which at least 1 hour virtual training" in texts(policy, "2", IN_FULL)[0]


def test_every_bundled_policy_reads_back_in_full() -> None:
    from trainrules.api import builtin
    from trainrules.resources import policy_names

    for name in policy_names():
        policy = builtin(name)
        text = " ".join(explain_policy(policy).split())
        for rule in policy.rules:
            assert f"[{rule.label}] {rule.strength.value}" in text
            assert all(" ".join(quote.split()) in text for quote in rule.origin.quotes)
        assert all(" ".join(note.text.split()) in text for note in policy.notes)

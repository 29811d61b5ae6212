"""What holds for the read-back of any rule: nothing of it is hidden, and no two rules read the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st
from tests.readback.strategies import periods, rules

from trainrules.model.rules import (
    Deed,
    Duty,
    FollowUp,
    Notice,
    Owed,
    Period,
    Policy,
    Quota,
    Renewal,
    Rule,
    Term,
)
from trainrules.readback import explain_policy, in_full, read_rule, reading_text
from trainrules.words import every_text, to_do_text


def words(rule: Rule) -> str:
    """Return the read-back of *rule* on one line."""
    return " ".join(reading_text(read_rule(rule, Policy(rules=(rule,)))).split())


def parts(value: Any) -> Iterator[Any]:
    """Yield every record inside *value*, itself included."""
    if isinstance(value, tuple):
        for each in value:
            yield from parts(each)
    elif attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            if field.name != "origin":
                yield from parts(getattr(value, field.name))


@given(rules)
def test_a_rule_reads_back_with_its_label_and_strength(rule: Rule) -> None:
    assert words(rule).startswith(f"[{rule.label}] {rule.strength.value} ")


@given(rules)
def test_a_rule_reads_back_with_every_period_in_it(rule: Rule) -> None:
    said = words(rule)
    for period in parts(attrs.evolve(rule, breaks=None)):
        if isinstance(period, Period):
            count, unit = str(period).split(" ", 1)
            forms = (str(period), every_text(period), f"{count} clear {unit}")
            assert any(form in said for form in forms)


@given(rules)
def test_a_rule_reads_back_with_every_name_in_it(rule: Rule) -> None:
    said = words(rule)
    for part in parts(rule):
        if isinstance(part, Deed):
            assert part.name in said
            assert all(mode in said for mode in part.modes)
        if isinstance(part, Term) and part.kind != "everyone":
            assert part.name in said
            assert part.value in said


@given(rules, rules)
def test_two_different_rules_never_read_back_the_same(one: Rule, other: Rule) -> None:
    if one.audience.entity == "staff":
        assert (one == other) == (words(one) == words(other))


@st.composite
def with_one_thing_changed(draw: st.DrawFn) -> tuple[Rule, Rule]:
    """Return two rules that differ in one field only, its value taken from another rule of the kind."""
    one = draw(rules)
    other = draw(rules.filter(lambda rule: type(rule) is type(one)))
    name = draw(st.sampled_from([field.name for field in attrs.fields(type(one)) if field.init]))
    return one, attrs.evolve(one, **{name: getattr(other, name)})


@given(with_one_thing_changed())
def test_two_rules_that_differ_in_one_thing_read_back_differently(pair: tuple[Rule, Rule]) -> None:
    one, other = pair
    if sensible(one) and sensible(other):
        assert (one == other) == (words(one) == words(other))


def sensible(rule: Rule) -> bool:
    """Return whether a sentence can lower to *rule*: no clause stands without what it needs."""
    if isinstance(rule, FollowUp):
        timed = rule.after is not None or rule.within is not None
        if rule.window:
            return rule.trigger is None and not timed
        return rule.trigger is not None and (rule.within is not None or rule.after is None)
    if isinstance(rule, Quota):
        return (rule.cycle is None) != (rule.over is None) and _measured(rule)
    if isinstance(rule, Notice):
        return bool(rule.notice.working_days) or not rule.clear
    if not isinstance(rule, Duty):
        return True
    keeps = rule.renewal is Renewal.KEEP_DATE
    return keeps == (rule.keep_window is not None) and _times_fit(rule)


def _measured(rule: Quota) -> bool:
    share = rule.measure == "share"
    meetings = all(deed.kind == "meeting" for deed in rule.deeds)
    return (
        share == meetings
        and (rule.of_which is None or rule.measure == "hours")
        and (not share or rule.need < 1)
    )


def _times_fit(rule: Duty) -> bool:
    if rule.every is None:
        return not rule.refresh_only and rule.lapse is None and rule.renewal is Renewal.COMPLETION
    return not rule.once and not (rule.refresh_only and rule.first)


@given(periods, periods)
def test_two_different_periods_never_read_back_the_same(one: Period, other: Period) -> None:
    assert (one == other) == (str(one) == str(other))
    assert (one == other) == (every_text(one) == every_text(other))


@given(st.lists(rules, max_size=5))
def test_a_policy_reads_back_every_rule_in_full(many: list[Rule]) -> None:
    policy = Policy(title="Sample", rules=tuple(many))
    text = " ".join(explain_policy(policy).split())
    for rule in many:
        assert " ".join(in_full(rule, policy).split())[1:] in text


@given(rules, rules)
def test_two_things_to_do_never_read_back_the_same(one: Rule, other: Rule) -> None:
    owed = [part for part in (*parts(one), *parts(other)) if isinstance(part, Owed)]
    assert len({to_do_text(each) for each in owed}) == len({*owed})

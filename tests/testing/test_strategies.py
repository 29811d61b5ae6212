"""Made-up policies load, made-up records are valid, and they are judged on the days that matter."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import trainrules
from trainrules.findings import Evaluation, Status
from trainrules.model.rules import Rule
from trainrules.readback import explain_policy
from trainrules.records.classes import Record
from trainrules.testing import (
    Case,
    Situation,
    breach,
    breach_days,
    cases,
    course_records,
    interesting_days,
    organisation_records,
    policies,
    policy_texts,
    records,
    rules,
    staff_records,
    trees,
    worlds,
)

FROM_TEXT = policy_texts().map(trainrules.loads)
QUIET = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def seen(strategy: st.SearchStrategy[Any], count: int) -> list[Any]:
    """Return *count* values of *strategy*, the same in every run."""
    found: list[Any] = []

    @settings(QUIET, max_examples=count)
    @given(strategy)
    def collect(value: Any) -> None:
        found.append(value)

    collect()
    return found


def is_valid(record: Record) -> None:
    assert type(record).from_dict(record.to_dict()) == record
    assert Record.from_dict(record.to_dict()) == record


def agrees(result: Evaluation, made: Situation) -> None:
    """Assert that violations are on the oracle's breach days, for every rule that is determined."""
    unsure = {each.rule for each in result.obligations if each.status is Status.UNDETERMINED}
    for label in {rule.label for rule in made.policy.rules} - unsure:
        expected: set[date] = set()
        for rule in made.policy.rules:
            if rule.label == label:
                expected |= breach_days(rule, Case(*made))
        told = [each for each in result.violations if each.rule == label]
        days = {
            date.fromordinal(n)
            for each in told
            for n in range(each.since.toordinal(), (each.until or made.as_of).toordinal() + 1)
        }
        assert days == expected, label


@given(policy_texts())
def test_a_made_up_rule_file_loads_without_a_word(text: str) -> None:
    wrong = (trainrules.Severity.ERROR, trainrules.Severity.WARNING)
    assert [each for each in trainrules.check(text) if each.severity in wrong] == []
    policy = trainrules.loads(text)
    assert policy.rules
    assert explain_policy(policy)


@pytest.mark.parametrize("kind", get_args(Rule))
def test_there_are_rules_of_every_kind_and_sentences_for_them(kind: type) -> None:
    def has_it(text: str) -> bool:
        return any(isinstance(rule, kind) for rule in trainrules.loads(text).rules)

    assert find(rules(), lambda rule: isinstance(rule, kind), settings=settings(QUIET, max_examples=1000))
    assert find(policy_texts(), has_it, settings=settings(QUIET, max_examples=1000))


@given(policies())
def test_a_made_up_policy_can_be_read_back_and_has_a_label_for_each_rule(policy: trainrules.Policy) -> None:
    labels = [rule.label for rule in policy.rules]
    assert len(labels) == len({*labels}) >= 1
    assert explain_policy(policy)


@pytest.mark.parametrize("about", ["staff", "course", "organisation"])
def test_rules_are_about_what_is_asked_for(about: str) -> None:
    entities = {rule.audience.entity for rule in seen(rules(about), 40)}
    wanted = {"agency", "body", "partnership"} if about == "organisation" else {about}
    assert entities == wanted
    assert {rule.audience.entity for policy in seen(policies(about), 20) for rule in policy.rules} <= wanted


def test_rules_about_nothing_known_are_refused() -> None:
    with pytest.raises(ValueError, match="'pets' is none of staff, course, organisation"):
        rules("pets")


@given(st.one_of(staff_records(), course_records(), organisation_records()))
def test_a_made_up_record_is_valid(record: Record) -> None:
    is_valid(record)


@given(cases())
def test_a_made_up_case_is_evaluated_explained_and_written(made: Situation) -> None:
    policy, record, as_of = made
    is_valid(record)
    result = trainrules.evaluate(policy, record, as_of)
    assert result.to_dict()
    assert all(each.explain() for each in (*result.obligations, *result.violations))


@given(cases(FROM_TEXT, known=True))
@settings(max_examples=25)
def test_the_oracle_agrees_on_rule_files_made_up_as_text(made: Situation) -> None:
    agrees(trainrules.evaluate(*made), made)


@given(cases(known=True))
@settings(max_examples=25)
def test_the_oracle_agrees_on_made_up_policies(made: Situation) -> None:
    agrees(trainrules.evaluate(*made), made)
    for rule in made.policy.rules:
        assert breach(rule, Case(*made), made.as_of) == (made.as_of in breach_days(rule, Case(*made)))


def test_many_cases_are_in_breach_and_many_are_not() -> None:
    results = [trainrules.evaluate(*made) for made in seen(cases(known=True), 100)]
    broken = sum(any(not each.until for each in result.violations) for result in results)
    assert 10 <= broken <= 80


@pytest.mark.parametrize("status", trainrules.Status)
def test_every_status_comes_out(status: trainrules.Status) -> None:
    def has_it(made: Situation) -> bool:
        return any(each.status is status for each in trainrules.evaluate(*made).obligations)

    policy = "Group B within 1 month, then every 1 year, with certificate"
    assert find(cases(policy), has_it, settings=settings(QUIET, max_examples=1000))


@pytest.mark.parametrize("kind", trainrules.Kind)
def test_every_kind_of_violation_comes_out(kind: trainrules.Kind) -> None:
    def has_it(made: Situation) -> bool:
        return any(each.kind is kind for each in trainrules.evaluate(*made).violations)

    assert find(cases(known=True), has_it, settings=settings(QUIET, max_examples=3000))


def test_cases_of_a_bundled_policy_use_its_own_words() -> None:
    made = seen(cases("hackney"), 40)
    policy = trainrules.builtin("hackney")
    courses = {name.casefold() for each in policy.courses for name in (each.name, *each.aliases)}
    taken = {t.course.casefold() for each in made for t in getattr(each.record, "training", ()) if t.course}
    assert taken and taken <= courses
    for each in made:
        is_valid(each.record)
    results = [trainrules.evaluate(*each) for each in made]
    assert any(not each.until for result in results for each in result.violations)


def test_records_are_of_the_kinds_that_a_policy_is_about() -> None:
    kinds = {type(each).__name__ for each in seen(records("sandwell"), 30)}
    assert "StaffRecord" in kinds
    only_courses = trainrules.loads('standard "S" for courses\n  1. "x"\nEvery course must meet standard "S"')
    assert {type(each).__name__ for each in seen(records(only_courses), 10)} == {"CourseRecord"}


def test_interesting_days_are_those_on_and_beside_which_the_picture_turns() -> None:
    record = {"id": "S-1", "posts": [{"groups": ["B"], "started": "2022-03-01"}]}
    days = [each.isoformat() for each in interesting_days("Group B within 6 months", record)]
    assert days[:9] == [
        *("2022-02-28", "2022-03-01", "2022-03-02"),
        *("2022-08-31", "2022-09-01", "2022-09-02", "2022-09-03"),
        *("2023-04-04", "2023-04-05"),
    ]


@given(st.data())
def test_worlds_fill_in_what_is_not_known_and_nothing_else(data: st.DataObject) -> None:
    policy = "groups A–B\nStaff must complete single-agency training before multi-agency training"
    record = {"id": "S-1", "training": [{"completed": "2022-03-01", "delivery": None, "hours": 2}]}
    filled = data.draw(worlds(policy, record, "2022-04-01"))
    (training,) = filled.training
    assert training.delivery in ("single-agency", "multi-agency")
    assert (training.completed, training.hours) == (date(2022, 3, 1), 2)


def test_records_of_a_run_have_ids_and_names_of_their_own() -> None:
    many = seen(staff_records(), 60)
    assert len({each.id for each in many}) > 10
    assert len({each.name for each in many}) > 3


def test_a_case_says_what_it_is_in_a_few_lines() -> None:
    (made,) = seen(cases("Group B within 6 months"), 1)
    lines = repr(made).splitlines()
    assert lines[0] == "Situation"
    assert lines[1].startswith("  Duty(label='line 1'") and lines[-1].strip() == made.as_of.isoformat()


@given(trees)
@settings(max_examples=5)
def test_syntax_trees_are_there_too(tree: Any) -> None:
    assert isinstance(tree.sentences, tuple)

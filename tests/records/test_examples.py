"""The sample workforces: made the same every time, readable, and in the words of their policies."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import trainrules
from trainrules.engine.match import DELIVERIES, FORMATS
from trainrules.model.rules import Policy, fold
from trainrules.records.classes import Record, StaffRecord
from trainrules.records.load import read_records

EXAMPLES = Path(__file__).parents[2] / "examples"
PARTNERSHIPS = ("leicestershire", "hackney", "sandwell", "cheshire-west", "northamptonshire")
FROM_THE_POLICY = ("standards", "attestations", "documents", "reports", "qualifications", "meetings")


@pytest.fixture(scope="module")
def made() -> Iterator[dict[str, str]]:
    """Give the text of every file that the generator writes."""
    sys.path.insert(0, str(EXAMPLES))
    try:
        yield importlib.import_module("make_workforce").files()
    finally:
        sys.path.remove(str(EXAMPLES))


@cache
def people(folder: str) -> tuple[Record, ...]:
    """Return the records of the sample in *folder*."""
    return tuple(read_records(EXAMPLES / folder / "records.jsonl"))


@cache
def policy(folder: str) -> Policy:
    return trainrules.builtin(folder)


def names(folder: str, kind: str) -> set[str]:
    """Return the names that the policy declares of *kind*, as names are compared."""
    return {fold(each.name) for each in policy(folder).definitions if each.kind == kind}


def test_the_files_are_those_that_the_generator_writes(made: dict[str, str]) -> None:
    for name, text in made.items():
        written = (EXAMPLES / name).read_text(encoding="utf-8")
        if name.endswith(".jsonl"):
            assert [lived(line) for line in written.splitlines()] == [
                lived(line) for line in text.splitlines()
            ]
        else:
            assert written == text


def lived(line: str) -> dict[str, Any]:
    """Return a record without what the generator reads off the policy, which may have been reworded since."""
    return {key: value for key, value in json.loads(line).items() if key not in FROM_THE_POLICY}


@pytest.mark.parametrize("folder", PARTNERSHIPS)
def test_a_sample_has_two_hundred_staff_and_every_kind_of_record(folder: str) -> None:
    kinds = [each.kind for each in people(folder)]
    assert kinds.count("staff") == 200
    assert set(kinds) == {"staff", "trainer", "course", "agency", "body", "partnership"}


@pytest.mark.parametrize("folder", PARTNERSHIPS)
def test_posts_have_groups_levels_and_roles_that_the_policy_has(folder: str) -> None:
    posts = [post for each in people(folder) if isinstance(each, StaffRecord) for post in each.posts]
    for kind, held in (("group", "groups"), ("level", "levels"), ("role", "roles")):
        used = {fold(name) for post in posts for name in getattr(post, held)}
        assert used == names(folder, kind)


@pytest.mark.parametrize("folder", PARTNERSHIPS)
def test_bodies_and_what_was_recorded_of_them_are_the_policys(folder: str) -> None:
    bodies = {fold(each.name or "") for each in people(folder) if each.kind == "body"}
    assert bodies == names(folder, "body")
    staff = [each for each in people(folder) if isinstance(each, StaffRecord)]
    assert {fold(m.body) for each in staff for m in each.memberships} <= bodies
    assert {fold(m.body or "") for each in people(folder) for m in each.meetings} <= bodies


@pytest.mark.parametrize("folder", PARTNERSHIPS)
def test_modes_activities_evaluations_and_attributes_are_the_policys(folder: str) -> None:
    staff = [each for each in people(folder) if isinstance(each, StaffRecord)]
    done = [training for each in staff for training in each.training]
    formats = {*FORMATS, *map(fold, policy(folder).formats)}
    assert {training.delivery for training in done} - {None} <= {*DELIVERIES}
    assert {fold(training.format) for training in done if training.format} <= formats
    members = {fold(name) for _, each in policy(folder).activities for name in each}
    assert {fold(a.kind) for each in staff for a in each.activities} <= members | names(folder, "activity")
    forms = {fold(form.kind) for training in done for form in training.evaluations or () if form.kind}
    assert forms <= names(folder, "evaluation")
    given = {fold(attribute.name) for each in people(folder) for attribute in each.attributes}
    assert given == names(folder, "attribute")


@pytest.mark.parametrize("folder", PARTNERSHIPS)
def test_waivers_name_rules_of_the_policy(folder: str) -> None:
    labels = {rule.label for rule in policy(folder).rules}
    assert {waiver.rule for each in people(folder) for waiver in each.waivers} <= labels


@pytest.mark.parametrize(
    ("folder", "courses"),
    [
        ("leicestershire", {"CAF training"}),
        ("hackney", {"Induction"}),
        ("sandwell", {"Induction", "Train the Trainer"}),
        ("cheshire-west", {"training for trainers"}),
        ("northamptonshire", {"introductory course", "Neglect", "Working Together"}),
    ],
)
def test_courses_that_the_policy_declares_were_taken(folder: str, courses: set[str]) -> None:
    staff = [each for each in people(folder) if isinstance(each, StaffRecord)]
    taken = {training.course for each in staff for training in each.training}
    assert courses <= taken
    assert {fold(name) for name in courses} <= names(folder, "course")


def test_the_spreadsheets_are_the_same_people_as_the_records() -> None:
    sheets = {each.id: each for each in read_records(EXAMPLES / "hackney" / "staff.csv")}
    staff = [each for each in people("hackney") if isinstance(each, StaffRecord)]
    assert set(sheets) == {each.id for each in staff}
    for each in staff:
        sheet = sheets[each.id]
        assert isinstance(sheet, StaffRecord)
        assert (sheet.posts, sheet.training) == (each.posts, each.training)
        assert (sheet.kind, sheet.name, sheet.agency, sheet.attributes) == (
            *(each.kind, each.name, each.agency, each.attributes),
        )


def test_the_samples_have_what_real_records_have() -> None:
    staff = [each for folder in PARTNERSHIPS for each in people(folder) if isinstance(each, StaffRecord)]
    done = [training for each in staff for training in each.training]
    assert any(each.joined is None for each in staff)
    assert any(each.left for each in staff)
    assert any(each.employment for each in staff)
    assert any(each.leave for each in staff)
    assert any(each.waivers for each in staff)
    assert any(post.started is None for each in staff for post in each.posts)
    assert any(len(each.posts) > 1 for each in staff)
    assert any(training.delivery is None for training in done)
    assert any(training.evaluations == () for training in done)
    assert any(booking.attended is None for each in staff for booking in each.bookings)

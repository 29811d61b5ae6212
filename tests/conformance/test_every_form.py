"""Every form of sentence is tried in every status that it can have, and what it cannot have says why."""

from __future__ import annotations

import json

import pytest
from tests.conformance.answer import policy_of
from tests.conformance.page import CANNOT_BE, TRIED, counted
from tests.conformance.run import HERE, SCHEMA, batches, cases

FORMS: list[str] = json.loads((HERE / SCHEMA).read_text(encoding="utf-8"))["$defs"]["form"]["enum"]
COUNTS = counted(list(batches([HERE])))


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_tried_in_every_status_that_it_can_have(form: str) -> None:
    said = {*COUNTS.get(form, ()), *CANNOT_BE.get(form, ())}
    assert [status for status in TRIED if status not in said] == []


@pytest.mark.parametrize("form", CANNOT_BE)
def test_no_case_of_one_rule_has_what_its_form_cannot_be(form: str) -> None:
    assert form in FORMS
    alone = [case for _, case in cases([HERE]) if case["form"] == form and len(policy_of(case).rules) == 1]
    said = {row["status"] for case in alone for row in case["expect"]["obligations"]}
    assert said.isdisjoint(CANNOT_BE[form]) and alone


def test_a_hole_in_the_table_is_found() -> None:
    case = {"form": "new", "expect": {"obligations": [{"rule": "1", "status": "met", "due": None}]}}
    found = counted([{"cases": [case]}])["new"]
    assert [status for status in TRIED if not found[status]] == list(TRIED[1:])

"""Reasons as data: the words, the place, the source, and what was tried."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import people as people
from tests.cli.conftest import policy as policy
from tests.cli.conftest import run as run
from tests.cli.world import LATE_B, People, Run


def test_the_command_gives_reasons_as_json(run: Run, policy: Path, people: People) -> None:
    ran = run("explain", policy, people(LATE_B), "--id", "S-2", "--as-of", "2022-09-02", "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    (told,) = json.loads(ran.out)
    (found,) = told["findings"]
    assert (found["rule"], found["is"], found["due"]) == ("1.2", "overdue", "2022-07-01")
    assert found["sentence"] == "Group B within 6 months"
    assert (found["line"], found["citation"], found["quotes"]) == (6, "1.2", [])
    assert "Due 1 January 2022 + 6 months = 1 July 2022" in found["why"]
    assert found["put_right"] == {
        "do": "complete Group B training",
        "times": 1,
        "tried": {"on": "2022-09-02", "delivery": "single-agency", "format": "e-learning"},
    }
    assert told["events"] == []


def test_what_nothing_can_undo_has_no_way_to_put_it_right(run: Run, tmp_path: Path, people: People) -> None:
    rules = tmp_path / "order.rules"
    rules.write_text("Everyone must complete X before Y\n", encoding="utf-8")
    record = {"id": "S", "joined": "2022-01-01", "training": [{"course": "Y", "completed": "2022-09-02"}]}
    ran = run("explain", rules, people(record), "--id", "S", "--as-of", "2022-09-02", "--format", "json")
    findings = json.loads(ran.out)[0]["findings"]
    assert [(found["is"], found["put_right"]) for found in findings] == [("order", None)]

"""The runner for other programs, from end to end: it passes what is right, and says what is not."""

from __future__ import annotations

import json
import subprocess
import sys
from copy import deepcopy
from pathlib import Path

import pytest
from tests.conformance.run import HERE, Json, cases, differences

RUNNER, ANSWER = HERE / "run.py", HERE / "answer.py"

CASE: Json = {
    "id": "one-day-late",
    "says": "The first of August was the last day in time.",
    "form": "deadline",
    "policy": ["Group B within 6 months [1]"],
    "record": {"id": "S1", "posts": [{"groups": ["B"], "started": "2022-02-01"}]},
    "as_of": "2022-08-02",
    "expect": {
        "obligations": [{"rule": "1", "status": "overdue", "due": "2022-08-01"}],
        "violations": [{"rule": "1", "kind": "overdue", "since": "2022-08-02", "until": None, "days": 1}],
        "events": [],
        "changes_on": None,
    },
}


def batch(folder: Path, case: Json) -> str:
    """Return the path of a batch of one case."""
    path = folder / "batch.json"
    path.write_text(json.dumps({"batch": "tried", "cases": [case]}), encoding="utf-8")
    return str(path)


def run(*words: str) -> tuple[int, str]:
    """Return the exit status of the runner, and all that it printed."""
    done = subprocess.run([sys.executable, str(RUNNER), *words], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_what_is_expected_passes(tmp_path: Path) -> None:
    answered = run("--cases", batch(tmp_path, CASE), sys.executable, str(ANSWER))
    assert answered == (0, "1 of 1 cases are as expected\n")


def test_what_is_not_expected_fails_and_is_told_in_words(tmp_path: Path) -> None:
    case = deepcopy(CASE)
    case["expect"]["obligations"][0]["due"] = "2022-07-31"
    answered = run("--cases", batch(tmp_path, case), sys.executable, str(ANSWER))
    assert answered == (
        1,
        "tried/one-day-late: The first of August was the last day in time.\n"
        "    obligations: expected, not given: rule 1, status overdue, due 2022-07-31\n"
        "    obligations: given, not expected: due 2022-08-01, rule 1, status overdue\n"
        "0 of 1 cases are as expected\n",
    )


def test_a_key_that_is_ignored_is_not_compared(tmp_path: Path) -> None:
    case = deepcopy(CASE)
    case["expect"]["obligations"][0]["owed"] = "in words of its own"
    asked = ("--cases", batch(tmp_path, case), "--ignore", "owed", sys.executable, str(ANSWER))
    assert run(*asked)[0] == 0
    assert run(*asked[:2], *asked[4:])[0] == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["no-such-command-at-all"], "cannot start `no-such-command-at-all`: No such file or directory\n"),
        ([sys.executable, "-c", "pass"], "the command ended before it answered case 1\n"),
        ([sys.executable, "-c", "print('yes')"], "the answer to case 1 is not JSON: yes\n"),
        ([sys.executable, "-c", "print('{}')"], "the answer to case 1 is not a result: {}\n"),
    ],
)
def test_a_command_that_does_not_answer_cannot_be_run(words: list[str], said: str, tmp_path: Path) -> None:
    assert run("--cases", batch(tmp_path, CASE), *words) == (2, said)


def test_a_case_that_is_not_there_cannot_be_run(tmp_path: Path) -> None:
    assert run("--cases", batch(tmp_path, CASE), "--only", "neither", "true") == (
        2,
        "there is no such case\n",
    )


def test_an_answer_may_say_why_there_is_no_result(tmp_path: Path) -> None:
    case = {**CASE, "policy": ["Group B within six months [1]"]}
    status, said = run("--cases", batch(tmp_path, case), sys.executable, str(ANSWER))
    assert status == 1 and "no result: error[TR105]" in said


def test_a_batch_of_the_corpus_passes_from_end_to_end() -> None:
    total = sum(name.startswith("scope-rules/") for name, _ in cases([HERE]))
    status, said = run("--only", "scope-rules/", sys.executable, str(ANSWER))
    assert (status, said) == (0, f"{total} of {total} cases are as expected\n") and total


RESULT: Json = {
    "obligations": [
        {"rule": "1", "status": "met", "due": "2022-01-01"},
        {"rule": "1", "status": "met", "due": "2022-02-01"},
    ],
    "violations": [],
    "events": [{"event": "T1", "counted_for": ["1"], "not_counted_for": [{"rule": "", "why": "…"}]}],
    "changes_on": None,
}


def test_rows_come_in_any_order_and_keys_not_given_may_be_anything() -> None:
    rows = [{"status": "met"}, {"due": "2022-01-01"}]
    assert differences({"obligations": rows, "violations": []}, RESULT) == []
    assert differences({"obligations": rows[::-1], "violations": []}, RESULT) == []


def test_one_row_is_not_two() -> None:
    rows = [{"due": "2022-01-01"}, {"due": "2022-01-01"}]
    assert len(differences({"obligations": rows, "violations": []}, RESULT)) == 2


def test_a_row_too_many_or_too_few_is_told() -> None:
    extra, missing = [{"status": "met"}], [{"status": "met"}] * 3
    assert differences({"obligations": extra, "violations": []}, RESULT) == [
        "obligations: given, not expected: status met"
    ]
    assert differences({"obligations": missing, "violations": []}, RESULT) == [
        "obligations: expected, not given: status met"
    ]


def test_verdicts_are_compared_by_labels_alone() -> None:
    met = [{"status": "met"}, {"status": "met"}]
    good = [{"event": "T1", "counted_for": ["1"], "not_counted_for": []}]
    assert differences({"obligations": met, "violations": [], "events": good}, RESULT) == []
    bad = [{"event": "T1", "counted_for": [], "not_counted_for": ["1"]}]
    assert len(differences({"obligations": met, "violations": [], "events": bad}, RESULT)) == 2


def test_the_next_change_is_compared_where_it_is_given() -> None:
    met = [{"status": "met"}, {"status": "met"}]
    assert differences({"obligations": met, "violations": [], "changes_on": "2022-03-01"}, RESULT) == [
        "changes_on: expected 2022-03-01, given none"
    ]

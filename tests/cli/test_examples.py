"""`trainrules test` runs the examples, says what they show and what is lacking, and proposes what is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.world import Run

RULES = """\
groups A–B
course Quiz

Group A within 6 months                        [1]
Group B must complete single-agency training   [2]
Group A May complete Quiz every year           [3]

example "late"
  Group A from 1 March 2022
  as of 2 September 2022
  expect [1] due 1 September 2022, overdue since 2 September 2022
"""
WRONG = RULES.replace("since 2 September", "since 3 September")


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file that lacks examples; the run is in its folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "our.rules"
    path.write_text(RULES, encoding="utf-8")
    return path


def test_the_summary_is_one_line(run: Run, rules: Path) -> None:
    ran = run("test", rules.name)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "our.rules: 1 example, none failed; none of 2 rules shown on every side\n"


def test_coverage_lists_what_is_lacking_and_its_status_says_so(run: Run, rules: Path) -> None:
    ran = run("test", "--coverage", rules.name)
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.splitlines()[1:] == [
        "  [1], line 4, lacks: met, the last day in time",
        "  [2], line 5, was never seen; lacks: met, left undone",
    ]


def test_json_has_each_example_and_each_side_of_each_rule(run: Run, rules: Path) -> None:
    rules.write_text(WRONG, encoding="utf-8")
    ran = run("test", "--format", "json", rules.name)
    assert (ran.status, ran.err) == (1, "")
    (told,) = json.loads(ran.out)
    assert told["policy"] == "our.rules"
    (example,) = told["examples"]
    assert (example["name"], example["line"], example["passed"]) == ("late", 8, False)
    (difference,) = example["differences"]
    assert difference["expected"] == "expect [1] due 1 September 2022, overdue since 3 September 2022"
    assert difference["got"] == "it came out `due 1 September 2022, overdue since 2 September 2022`"
    assert told["rules"][1] == {
        "rule": "2",
        "line": 5,
        "shown": {"met": [], "left undone": []},
        "lacking": ["met", "left undone"],
    }


def test_proposals_go_to_standard_output_and_the_file_stays(run: Run, rules: Path) -> None:
    ran = run("test", "--generate", rules.name)
    assert ran.status == 0
    assert ran.err == "our.rules: 1 example, none failed; none of 2 rules shown on every side\n"
    assert ran.out.count("# proposed: check against the strategy") == ran.out.count("example ") == 3
    assert rules.read_text(encoding="utf-8") == RULES
    rules.write_text(f"{RULES}\n{ran.out}", encoding="utf-8")
    ran = run("test", "--coverage", rules.name)
    assert (ran.status, ran.out) == (
        0,
        "our.rules: 4 examples, none failed; all 2 rules shown on every side\n",
    )


def test_append_puts_them_at_the_end_and_then_nothing_is_lacking(run: Run, rules: Path) -> None:
    ran = run("test", "--generate", "--append", rules.name)
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.splitlines()[-1] == "our.rules: 3 examples proposed, at its end"
    assert rules.read_text(encoding="utf-8").startswith(RULES)
    assert run("test", "--coverage", rules.name).status == 0
    assert run("format", "--check", rules.name).status == run("check", rules.name).status == 0
    before = rules.read_text(encoding="utf-8")
    assert run("test", "--generate", "--append", rules.name).status == 0
    assert rules.read_text(encoding="utf-8") == before


def test_a_rule_that_no_facts_show_is_named(run: Run, rules: Path) -> None:
    rules.write_text("groups A–B\nGroup A within 6 months, from 1 March 2022, until 1 April 2022   [1]\n")
    ran = run("test", "--generate", rules.name)
    assert ran.err.splitlines()[1] == (
        "  [1], line 2: no example was found that shows: in breach, the last day in time, the first day late"
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--append"], "goes with --generate"),
        (["--generate", "--format", "json"], "do not go together"),
        (["--generate", "--append", "hackney"], "hackney comes with the program and stays as it is"),
        (["--generate", "--append", "hackny"], "did you mean hackney?"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    run: Run, rules: Path, options: list[str], said: str
) -> None:
    ran = run("test", *options, rules.name)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert rules.read_text(encoding="utf-8") == RULES


def test_a_file_without_rules_has_no_sides_to_show(run: Run, rules: Path) -> None:
    rules.write_text("groups A–B\n", encoding="utf-8")
    assert run("test", "--coverage", rules.name).out == "our.rules: no examples, none failed\n"

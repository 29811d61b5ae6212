"""The plugin for pytest: examples of rule files are tests, and nothing else that is called `.rules` is."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytest_plugins = ["pytester"]

RULES = """\
group B
Group B within 6 months   [6.12 B]

example "due today is not late"
  Group B from 1 March 2022
  as of 1 September 2022
  expect [6.12 B] due 1 September 2022, pending

example "the day after is"
  Group B from 1 March 2022
  as of 2 September 2022
  expect [6.12 B] due 1 September 2022, {after}
"""
GOOD = RULES.format(after="overdue since 2 September 2022")
WRONG = RULES.format(after="pending")


def write(pytester: pytest.Pytester, name: str, text: str) -> None:
    path = pytester.path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_every_example_is_a_test_with_its_own_name(pytester: pytest.Pytester) -> None:
    write(pytester, "ours.rules", GOOD)
    result = pytester.runpytest("-v")
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(
        ["ours.rules::due today is not late PASSED*", "ours.rules::the day after is PASSED*"]
    )


def test_a_failure_shows_what_is_expected_and_what_came_out(pytester: pytest.Pytester) -> None:
    write(pytester, "ours.rules", WRONG)
    result = pytester.runpytest()
    result.assert_outcomes(passed=1, failed=1)
    shown = result.stdout.str()
    assert (
        "error[TR502]: `the day after is` does not come out as expected\n"
        "  --> ours.rules:12:3\n"
        "   |\n"
        "12 |   expect [6.12 B] due 1 September 2022, pending\n"
        "   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expected\n"
        "     = help: it came out `due 1 September 2022, overdue since 2 September 2022`"
    ) in shown
    assert "Traceback" not in shown and ".py:" not in shown


def test_one_example_can_be_run_alone(pytester: pytest.Pytester) -> None:
    write(pytester, "ours.rules", WRONG)
    pytester.runpytest("ours.rules::due today is not late").assert_outcomes(passed=1)
    pytester.runpytest("-k", "day and after").assert_outcomes(failed=1, deselected=1)


def test_a_test_knows_the_line_of_its_example(pytester: pytest.Pytester) -> None:
    write(pytester, "ours.rules", GOOD)
    items, _ = pytester.inline_genitems("ours.rules")
    assert [item.location for item in items] == [
        ("ours.rules", 3, "example: due today is not late"),
        ("ours.rules", 8, "example: the day after is"),
    ]


def test_two_examples_of_one_name_are_told_apart_by_their_lines(pytester: pytest.Pytester) -> None:
    write(pytester, "ours.rules", GOOD.replace("the day after is", "due today is not late"))
    items, _ = pytester.inline_genitems("ours.rules")
    assert [item.name for item in items] == [
        "due today is not late (line 4)",
        "due today is not late (line 9)",
    ]


def test_a_file_with_errors_is_one_failure_with_all_of_them(pytester: pytest.Pytester) -> None:
    write(pytester, "ours.rules", GOOD.replace("6 months", "six months").replace("group B", "group A"))
    result = pytester.runpytest("-v")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        [
            "ours.rules::can be used FAILED*",
            "error?TR105?: `six` is a number in words*",
            "*TR201*no group*`B`",
        ]
    )


def test_rule_files_without_examples_and_files_of_other_programs_are_left_alone(
    pytester: pytest.Pytester,
) -> None:
    write(pytester, "plain.rules", "Group B within six months\n")
    write(pytester, "70-disk.rules", 'SUBSYSTEM=="block", ACTION=="add"\n# example "of something else"\n')
    write(pytester, "latin.rules", "")
    (pytester.path / "latin.rules").write_bytes(b"caf\xe9\n")
    assert pytester.runpytest().ret is pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_file_that_is_named_is_looked_at_whatever_it_holds(pytester: pytest.Pytester) -> None:
    write(pytester, "plain.rules", "Group B within six months\n")
    pytester.runpytest("plain.rules").assert_outcomes(failed=1)
    write(pytester, "plain.rules", "Group B within 6 months\n")
    pytester.runpytest("plain.rules").assert_outcomes()


def test_the_examples_can_be_switched_off(pytester: pytest.Pytester) -> None:
    write(pytester, "ours.rules", WRONG)
    pytester.makeini("[pytest]\ntrainrules_examples = false\n")
    pytester.runpytest().assert_outcomes()
    pytester.runpytest("ours.rules").assert_outcomes()
    pytester.runpytest("-o", "trainrules_examples=true").assert_outcomes(passed=1, failed=1)


def test_a_setting_says_which_files_are_looked_in(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\ntrainrules_files = policies/*.rules draft-*.rules\n")
    write(pytester, "policies/ours.rules", GOOD)
    write(pytester, "tests/draft-1.rules", GOOD)
    write(pytester, "tests/data.rules", WRONG)
    pytester.runpytest().assert_outcomes(passed=4)
    pytester.runpytest("tests/data.rules").assert_outcomes(passed=1, failed=1)


def test_a_used_file_is_found_beside_the_one_that_uses_it(pytester: pytest.Pytester) -> None:
    write(pytester, "policies/national.rules", "group B\nGroup B within 6 months   [6.12 B]\n")
    used = GOOD.replace("group B\nGroup B within 6 months   [6.12 B]", 'uses "national.rules"')
    write(pytester, "policies/ours.rules", used.replace("[6.12 B]", "[national: 6.12 B]"))
    pytester.runpytest().assert_outcomes(passed=2)


def test_a_run_without_rule_files_loads_nothing_of_weight(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        "import sys\n\ndef test_loaded():\n"
        "    assert not {'lark', 'hypothesis', 'attr', 'dateutil'} & {*sys.modules}\n"
        "    assert 'trainrules.testing.pytest_plugin' in sys.modules\n"
    )
    command = (sys.executable, "-m", "pytest", "-q", "-p", "no:xdist")
    done = subprocess.run(command, cwd=pytester.path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout

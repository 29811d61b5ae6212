"""`trainrules explain` gives the reasons for one record, and asks back for what it cannot find."""

from __future__ import annotations

from pathlib import Path

from tests.cli.world import DONE_B, LATE_A, LATE_B, People, Run

DAY = "--as-of=2022-09-02"


def test_the_reasons_name_the_sentence_the_facts_and_the_dates(
    run: Run, policy: Path, people: People
) -> None:
    ran = run("explain", policy, people(LATE_B, DONE_B), "--id=S-2", "--rule=1.2", DAY)
    assert (ran.status, ran.err) == (0, "")
    for words in ("Group B within 6 months", "1.2", "1 January 2022", "1 July 2022", "strategy.rules"):
        assert words in ran.out


def test_without_a_rule_every_finding_is_explained(run: Run, policy: Path, people: People) -> None:
    both = {"id": "S-5", "posts": [{"groups": ["A", "B"], "started": "2022-01-01"}]}
    ran = run("explain", policy, people(both), "--id=S-5", DAY)
    assert ran.status == 0
    assert "Group A must complete Group A training" in ran.out
    assert "Group B within 6 months" in ran.out


def test_a_rule_that_asks_nothing_of_somebody_says_so(run: Run, policy: Path, people: People) -> None:
    ran = run("explain", policy, people(LATE_B), "--id=S-2", "--rule=[1.1]", DAY)
    assert ran.out == "[1.1] asks nothing of S-2 as of 2 September 2022.\n"


def test_an_unknown_person_is_told_the_near_one(run: Run, policy: Path, people: People) -> None:
    ran = run("explain", policy, people(LATE_A, {"id": "T-77"}), "--id=S-11", DAY)
    assert (ran.status, ran.out) == (2, "")
    assert "there is no record S-11" in ran.err
    assert "did you mean S-1?" in ran.err


def test_an_id_in_other_capitals_is_offered_and_where_none_is_near_what_there_is(
    run: Run, policy: Path, people: People
) -> None:
    ran = run("explain", policy, people(LATE_A, {"id": "T-77"}), "--id=t-77", DAY)
    assert ran.err.endswith("there is no record t-77\n  = help: did you mean T-77?\n")
    ran = run("explain", policy, people(LATE_A, {"id": "T-77"}), "--id=Amina", DAY)
    assert ran.err.endswith("there is no record Amina\n  = help: there are S-1, T-77\n")
    ran = run("explain", policy, people(LATE_A), "--id=Amina", DAY)
    assert ran.err.endswith("= help: there is S-1\n")
    ran = run("explain", policy, people(*({"id": f"T-{n}"} for n in range(11))), "--id=Amina", DAY)
    assert ran.err.endswith("= help: there are T-0, T-1, T-2, T-3, T-4, T-5, T-6, T-7, T-8, T-9 …\n")


def test_a_policy_of_nearly_that_name_in_the_same_folder_is_offered(
    run: Run, policy: Path, people: People
) -> None:
    ran = run("explain", policy.with_suffix(".rule"), people(LATE_A), "--id=S-1", DAY)
    assert f"did you mean {policy}?" in ran.err


def test_an_unknown_rule_is_told_the_near_one(run: Run, policy: Path, people: People) -> None:
    ran = run("explain", policy, people(LATE_A), "--id=S-1", "--rule=1.12", DAY)
    assert (ran.status, ran.out) == (2, "")
    assert "there is no rule 1.12" in ran.err
    assert "did you mean 1." in ran.err


def test_an_example_that_holds_passes_and_one_that_does_not_fails(run: Run, policy: Path) -> None:
    example = (
        '\nexample "a Group B post, never trained"\n'
        "  joined 1 January 2022, Group B from 1 January 2022\n"
        "  as of 2 September 2022\n"
        "  expect [1.2] due 1 July 2022, overdue since 2 July 2022\n"
    )
    text = policy.read_text(encoding="utf-8")
    policy.write_text(text + example, encoding="utf-8")
    good = run("test", policy)
    assert (good.status, good.err) == (0, "")
    assert good.out == f"{policy}: 1 example, none failed; none of 2 rules shown on every side\n"
    policy.write_text(text + example.replace("since 2 July", "since 3 July"), encoding="utf-8")
    bad = run("test", policy)
    assert bad.status == 1
    assert bad.out == f"{policy}: 1 example, 1 failed; none of 2 rules shown on every side\n"
    assert "`a Group B post, never trained` does not come out as expected" in bad.err
    assert "due 1 July 2022, overdue since 2 July 2022" in bad.err


def test_a_policy_without_examples_says_so(run: Run, policy: Path) -> None:
    ran = run("test", policy)
    assert (ran.status, ran.out) == (
        0,
        f"{policy}: no examples, none failed; none of 2 rules shown on every side\n",
    )


def test_a_policy_with_errors_has_no_examples_run(run: Run, policy: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.rules"
    bad.write_text("Group B within\n", encoding="utf-8")
    ran = run("test", policy, bad, "nowhere")
    assert (ran.status, ran.out) == (2, "")
    assert "bad.rules:1" in ran.err
    assert "nowhere" in ran.err


def test_records_that_are_not_asked_for_must_still_be_readable(
    run: Run, policy: Path, people: People
) -> None:
    where = people(LATE_B, {"id": "S-9", "joined": "yesterday"})
    ran = run("explain", policy, where, "--id=S-2", DAY)
    assert (ran.status, ran.out) == (2, "")
    assert "people.jsonl:2: $.joined" in ran.err

"""Every target holds: on all that ever broke one, on its seeds' changes, and on any bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz.budget import weighed
from tests.fuzz.by_hypothesis import inputs, tried
from tests.fuzz.choices import Choices
from tests.fuzz.finding import Findings
from tests.fuzz.target import Target, Wrong, require
from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
FOUND = sorted(CORPUS.glob("*/*"))
EXAMPLES = 25


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_once_is_not_found_again(path: Path) -> None:
    weighed(TARGETS[path.parent.name], path.read_bytes())


def test_the_kept_inputs_are_of_targets_that_there_are() -> None:
    assert {path.parent.name for path in FOUND} <= set(TARGETS)
    assert len(FOUND) >= 10


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_breaks_a_promise(name: str) -> None:
    target = TARGETS[name]

    @given(inputs(target))
    @settings(max_examples=EXAMPLES)
    def holds(data: bytes) -> None:
        target.run(data)

    holds()


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_mean_something(name: str) -> None:
    seeds = list(TARGETS[name].seeds())
    assert len(seeds) >= 6
    assert any(len(each) <= TARGETS[name].longest for each in seeds)
    TARGETS[name].run(seeds[0])


def test_what_is_raised_is_kept_once_for_each_place(tmp_path: Path) -> None:
    def run(data: bytes) -> int:
        require(len(data) < 3, "no input is long")
        return len(data)

    some = Target("some", run, lambda: [b"abc", b"abcdef"], lambda: ["abc"])
    done, spent = tried(some, 0.01, tmp_path)
    assert done > 0
    assert spent > 0
    (kept,) = (path for path in tmp_path.iterdir() if not path.suffix)
    assert len(kept.read_bytes()) >= 3
    assert "Wrong: no input is long" in kept.with_suffix(".txt").read_text(encoding="utf-8")


def test_another_fault_at_another_place_is_another_finding(tmp_path: Path) -> None:
    findings = Findings(tmp_path)
    for data, raised in ((b"1", Wrong("one")), (b"2", Wrong("two")), (b"3", KeyError("one"))):
        findings.add(data, raised)
    assert len(list(tmp_path.glob("*.txt"))) == 2


def test_an_input_that_takes_memory_out_of_proportion_is_seen() -> None:
    greedy = Target("greedy", lambda data: len(bytearray(50_000_000)) * 0 + len(data), list, list)
    with pytest.raises(Wrong, match="50 MB for 1 bytes"):
        weighed(greedy, b"x")


@given(st.binary(max_size=20))
def test_choices_go_on_when_the_bytes_are_used_up(data: bytes) -> None:
    choices = Choices(data)
    assert all(0 <= choices.number(below) < below for below in (1, 2, 7, 300, 70_000))
    while choices.left:
        choices.number(3)
    assert choices.pick("ab") == "a"
    assert not choices.chance(1)

"""Every bug can still be planted, and makes Python; `python -m tests.planted` sees that tests notice it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.planted.bug import Bug, Drifted, Edit
from tests.planted.bugs import BUGS

ROOT = Path(__file__).parents[2]

each_bug = pytest.mark.parametrize("bug", BUGS, ids=[each.name for each in BUGS])


@each_bug
def test_the_bug_can_be_planted_and_compiles(bug: Bug, tmp_path: Path) -> None:
    for edit in {each.file: each for each in bug.edits}.values():
        target = tmp_path / "src/trainrules" / edit.file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text((ROOT / "src/trainrules" / edit.file).read_text(encoding="utf-8"), encoding="utf-8")
    before = bug.plant(tmp_path)
    assert before
    for path, text in before.items():
        assert path.read_text(encoding="utf-8") != text
        compile(path.read_text(encoding="utf-8"), path, "exec")


def test_no_two_bugs_have_one_name() -> None:
    assert len({each.name for each in BUGS}) == len(BUGS) >= 10


def test_a_bug_whose_place_is_gone_says_so_and_changes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "src/trainrules/dates.py"
    target.parent.mkdir(parents=True)
    target.write_text("one\ntwo\n", encoding="utf-8")
    gone = Bug("gone", (Edit("dates.py", "one", "1"), Edit("dates.py", "three", "3")))
    with pytest.raises(Drifted, match=r"dates.py has 0 times: three"):
        gone.plant(tmp_path)
    assert target.read_text(encoding="utf-8") == "one\ntwo\n"

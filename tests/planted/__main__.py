"""Plants one bug after another in a copy of the project, and sees whether the tests notice.

    python -m tests.planted [--only WORDS] [--to FILE]

Each bug is one line: how many tests went red (counting stops at five) and the first of them. The conformance
corpus is run first, then the tests of the engine, and all tests where those stay green. Exit status: 0 when
every bug was caught, 1 when one was not, 2 when the tests are red with no bug planted.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from attrs import asdict, frozen
from tests.laws.campaign import commit
from tests.planted.bug import Bug
from tests.planted.bugs import BUGS

ROOT = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "mutants")
STAGES = (
    ("tests/conformance",),
    ("tests/engine", "tests/dates", "tests/small_scope", "tests/laws"),
    (),
)
ENOUGH = 5


@frozen
class Caught:
    """A bug, how many tests it turned red (at most five are counted), and the first of them."""

    bug: str
    red: int
    first: str = ""


def red_tests(root: Path, *where: str) -> list[str]:
    """Return the tests under *root* that fail, the first five of them."""
    command = [sys.executable, "-m", "pytest", "-q", "-rfE", "--no-header", "-p", "no:cacheprovider"]
    asked = [*command, f"--maxfail={ENOUGH}", "-m", "not packaging", *where]
    paths = {"PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        asked, cwd=root, env={**os.environ, **paths}, capture_output=True, text=True, check=False
    )
    found = re.findall(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE)
    if done.returncode not in (0, 1, 2) or (done.returncode and not found):
        raise RuntimeError(f"the tests could not be run:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return list(dict.fromkeys(found))


def try_bug(root: Path, bug: Bug) -> Caught:
    """Plant *bug* under *root*, run the tests, and put everything back."""
    before = bug.plant(root)
    try:
        found = next((red for where in STAGES if (red := red_tests(root, *where))), [])
    finally:
        for path, text in before.items():
            path.write_text(text, encoding="utf-8")
    return Caught(bug.name, len(found), found[0] if found else "")


def told(caught: Caught) -> str:
    """Return *caught* as a line."""
    if not caught.red:
        return f"NOT CAUGHT  {caught.bug}"
    count = f"{ENOUGH} or more" if caught.red >= ENOUGH else str(caught.red)
    return f"caught      {caught.bug}: {count} red, {caught.first}"


def main(words: list[str], out: TextIO) -> int:
    """Return the exit status of the trial that *words* ask for."""
    parser = argparse.ArgumentParser(description="Plant bugs and see whether the tests notice.")
    parser.add_argument("--only", default="", help="only bugs with these words in their name")
    parser.add_argument("--to", type=Path, help="a file to keep the result in")
    asked = parser.parse_args(words)
    found: list[Caught] = []
    with TemporaryDirectory() as folder:
        root = Path(folder) / "trainrules"
        shutil.copytree(ROOT, root, ignore=LEFT_OUT)
        if red := red_tests(root, *STAGES[0], *STAGES[1]):
            out.write(f"red with no bug planted: {', '.join(red)}\n")
            return 2
        for bug in (each for each in BUGS if asked.only in each.name):
            found.append(try_bug(root, bug))
            out.write(told(found[-1]) + "\n")
            out.flush()
    missed = sum(not each.red for each in found)
    out.write(f"{len(found) - missed} of {len(found)} bugs caught\n")
    if asked.to:
        kept = {"commit": commit(), "date": str(date.today()), "bugs": [asdict(each) for each in found]}
        asked.to.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdout))

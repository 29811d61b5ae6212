"""A campaign: a target tried for some minutes, what it raises confirmed without instruments, and counted."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from attrs import frozen
from tests.fuzz.budget import timed, weighed
from tests.fuzz.by_hypothesis import tried
from tests.fuzz.finding import OURS, Finding, finding
from tests.fuzz.target import Target

_REACHED = re.compile(r"cov: (\d+)")
_LEFT_OVER = 5.0


@frozen
class Outcome:
    """What a campaign came to: *executions* in *seconds*, with *engine*; *branches* of code reached."""

    target: str
    engine: str
    executions: int
    seconds: float
    branches: int | None
    findings: tuple[Finding, ...]

    @property
    def row(self) -> str:
        """Return it as a row of the table in docs/fuzzing.md."""
        reached = f"{self.branches:,}" if self.branches else "–"
        found = len(self.findings) or "none"
        cells = (
            self.target,
            self.engine,
            f"{self.executions:,}",
            f"{self.seconds:,.0f}",
            reached,
            str(found),
        )
        return f"| {' | '.join(cells)} |"


def campaign(target: Target, seconds: float, folder: Path) -> Outcome:
    """Try *target* for *seconds*; corpus and suspects are left in *folder*, for the next to begin with."""
    folder.mkdir(parents=True, exist_ok=True)
    if find_spec("atheris"):
        engine, executions, spent, branches = "atheris", *_by_atheris(target, seconds, folder)
    else:
        engine, branches = "Hypothesis", None
        executions, spent = tried(target, seconds, folder / "findings")
    return Outcome(target.name, engine, executions, spent, branches, tuple(confirmed(target, folder)))


def confirmed(target: Target, folder: Path) -> list[Finding]:
    """Return what the suspects in *folder* still raise without instruments, held to the full promise."""
    found = []
    kept = [path for path in sorted((folder / "findings").glob("*")) if not path.suffix]
    for path in (*kept, *sorted(folder.glob("timeout-*")), *sorted(folder.glob("oom-*"))):
        data = path.read_bytes()
        try:
            timed(target, data)
            weighed(target, data)
        except Exception as raised:
            found.append(finding(data, raised))
    return found


def _by_atheris(target: Target, seconds: float, folder: Path) -> tuple[int, float, int | None]:
    """Return the executions, seconds and branches of runs under atheris until *seconds* are spent.

    A run that libFuzzer ends early, for a hang or for memory, is followed by another.
    """
    executions, spent, branches = 0, 0.0, None
    started = time.monotonic()
    while (left := seconds - (time.monotonic() - started)) > _LEFT_OVER:
        (folder / "count.json").unlink(missing_ok=True)
        command = [sys.executable, "-m", "tests.fuzz.by_atheris", target.name, str(left), str(folder)]
        with (folder / "log").open("w+", encoding="utf-8", errors="replace") as log:
            subprocess.run(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=False)
            log.seek(0)
            reached = _REACHED.findall(log.read())
        if not (folder / "count.json").exists():
            raise RuntimeError(f"atheris did not start: see {folder / 'log'}")
        count = json.loads((folder / "count.json").read_text(encoding="ascii"))
        executions, spent = executions + count["executions"], spent + count["seconds"]
        branches = int(reached[-1]) if reached else branches
    return executions, spent, branches


def commit() -> str:
    """Return the commit that is tried, with a `+` where its files were changed."""
    said = ["git", "describe", "--always", "--abbrev=7", "--dirty=+"]
    ran = subprocess.run(said, capture_output=True, text=True, check=False, cwd=Path(__file__).parent)
    return ran.stdout.strip() or f"{OURS} outside a checkout"

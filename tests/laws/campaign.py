"""Runs every law on many made-up cases, and keeps what was run.

    python -m tests.laws.campaign [--examples N] [--law L]… [--test NAME]… [--seed S] [--minutes M]
        [--to FILE]

N examples a law (100,000 when not said), shared out over its tests. They are run in portions, each with a
seed of its own that follows from S, and every portion that is done is written down: stopped and started again
at the same commit, it goes on where it was. What a test turns down is not counted. A failure is made small
and printed, and that test is run no further. Exit status: 0 when all that was asked for was run and held,
else 1.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from functools import wraps
from hashlib import sha256
from pathlib import Path
from typing import Any, TextIO

from hypothesis import HealthCheck, Phase, is_hypothesis_test, seed, settings
from tests.laws.tried import Tried, load, save, table

HERE = Path(__file__).parent
PORTION = 500


def law_tests() -> Iterator[tuple[int, Callable[[], None]]]:
    """Yield every property test of a law, with the law's number.

    They take over the settings that hold while their modules are read, so those are set first.
    """
    settings.register_profile(
        "campaign",
        max_examples=PORTION,
        phases=(Phase.generate, Phase.shrink),
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("campaign")
    for path in sorted(HERE.glob("test_law_*.py")):
        law = int(path.stem.split("_")[2])
        module = importlib.import_module(f"tests.laws.{path.stem}")
        tests = (each for name, each in vars(module).items() if name.startswith("test_law"))
        yield from ((law, each) for each in tests if is_hypothesis_test(each))


def commit() -> str:
    """Return the commit that is checked out, with a `+` where source files differ from it."""

    def git(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=HERE, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    changed = git("status", "--porcelain", "--untracked-files=no", "--", "*.py", "*.lark")
    return (git("rev-parse", "--short=9", "HEAD") or "unknown") + ("+" if changed else "")


def run_portion(test: Any, number: int, from_seed: int) -> tuple[int, str | None]:
    """Run portion *number* of *test*; return how many examples it took, and what failed if anything did."""
    name = test.__name__
    taken, inner = 0, test.hypothesis.inner_test

    @wraps(inner)
    def counted(*args: Any, **kwargs: Any) -> None:
        nonlocal taken
        inner(*args, **kwargs)
        taken += 1

    gc.collect()
    gc.disable()  # it would cost a sixth of the time, and little is kept
    digest = sha256(f"{from_seed} {name} {number}".encode()).digest()
    test.hypothesis.inner_test = counted
    try:
        seed(int.from_bytes(digest[:8], "big"))(test)()
    except Exception:
        return taken, f"portion {number}: {traceback.format_exc(limit=-3)}"
    finally:
        gc.enable()
        test.hypothesis.inner_test = inner
    return taken, None


def run(test: Any, tried: Tried, examples: int, until: float) -> Iterator[Tried]:
    """Run *test* until it has had so many examples, has failed or time is up; yield after each portion."""
    while tried.examples < examples and not tried.failures and time.monotonic() < until:
        began = time.process_time()
        taken, failure = run_portion(test, tried.portions, tried.seed)
        if not taken and not failure:
            failure = f"portion {tried.portions}: every example was turned down"
        tried.add(taken, time.process_time() - began, failure)
        yield tried


def campaign(asked: argparse.Namespace, out: TextIO) -> bool:
    """Run what is *asked*, and return whether all of it was run and held."""
    at, until = commit(), time.monotonic() + 60 * asked.minutes
    every = list(law_tests())
    names = {test.__name__ for _, test in every}
    kept = {each.test: each for each in load(asked.to) if each.test in names}
    is_complete = True
    for law, test in every:
        is_named = any(part in test.__name__ for part in asked.test or [""])
        if (asked.law and law not in asked.law) or not is_named:
            continue
        share = -(-asked.examples // sum(other == law for other, _ in every))
        tried = kept.get(test.__name__)
        if tried is None or (tried.seed, tried.commit) != (asked.seed, at):
            tried = kept[test.__name__] = Tried(law, test.__name__, asked.seed, at)
        for each in run(test, tried, share, until):
            save(asked.to, list(kept.values()))
            tell(each, share, out)
        is_complete = is_complete and tried.examples >= share and not tried.failures
    out.write(table(list(kept.values())) + "\n")
    return is_complete


def tell(tried: Tried, share: int, out: TextIO) -> None:
    """Print how far a test is, and what failed."""
    out.write(f"law {tried.law}  {tried.examples:>7,} of {share:,}  {tried.seconds:>7.1f} s  {tried.test}\n")
    out.writelines(f"FAILED {failure}\n" for failure in tried.failures)
    out.flush()


def main(words: list[str], out: TextIO) -> int:
    """Return the exit status of the campaign that *words* ask for."""
    parser = argparse.ArgumentParser(description="Run every law on many made-up cases.")
    parser.add_argument("--examples", type=int, default=100_000, help="examples a law (100,000)")
    parser.add_argument("--law", type=int, action="append", default=[], help="only this law")
    parser.add_argument("--test", action="append", default=[], help="only tests with this in their names")
    parser.add_argument("--seed", type=int, default=1, help="what the made-up cases follow from (1)")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after so long")
    parser.add_argument("--to", type=Path, default=HERE / "campaign.json", help="where results are kept")
    return 0 if campaign(parser.parse_args(words), out) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdout))

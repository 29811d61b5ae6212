"""`python -m tests.fuzz [TARGET…] --minutes N`: campaigns, one after another, and what they came to."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.fuzz.campaign import campaign, commit
from tests.fuzz.targets import TARGETS


def main() -> int:
    """Run a campaign for each target that is asked for; 1 when any found something."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", nargs="*", metavar="TARGET", help=f"{', '.join(TARGETS)} (default: all)")
    parser.add_argument("--minutes", type=float, default=1.0, help="for each target (default: 1)")
    parser.add_argument("--keep", type=Path, default=Path(".fuzz"), help="where corpora are kept")
    asked = parser.parse_args()
    unknown = [name for name in asked.target if name not in TARGETS]
    if unknown:
        parser.error(f"there is no target {unknown[0]}: {', '.join(TARGETS)}")
    found = 0
    sys.stdout.write(f"{datetime.now(UTC):%Y-%m-%d}, commit {commit()}\n\n")
    sys.stdout.write(
        "| target | engine | executions | seconds | branches | findings |\n|---|---|---|---|---|---|\n"
    )
    for name in asked.target or TARGETS:
        outcome = campaign(TARGETS[name], asked.minutes * 60, asked.keep / name)
        found += len(outcome.findings)
        sys.stdout.write(f"{outcome.row}\n")
        for each in outcome.findings:
            sys.stdout.write(f"  {each.name}: {each.place}: {each.said}\n")
        sys.stdout.flush()
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())

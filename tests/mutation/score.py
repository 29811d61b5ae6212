"""The score of the last run: figures for each part, and the survivors that nobody has explained."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path

from attrs import field, frozen
from tests.mutation.mutants import Mutant, change, mutants

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
SURVIVORS = HERE / "survivors.json"

COLUMNS = ("mutants", "killed", "timeout", "survived", "no tests", "not tried", "explained", "score")


@frozen
class Score:
    """How the mutants of each part fared, and the survivors: a change and where it is, with the mutant."""

    counts: dict[str, Counter[str]]
    left: dict[tuple[str, str, str], list[Mutant]] = field(factory=dict)


def scored(found: Iterable[Mutant]) -> Score:
    """Return the score of *found*; what no test reaches counts as a survivor to be explained."""
    score = Score({"dates": Counter(), "model": Counter(), "engine": Counter()})
    for each in found:
        score.counts[each.part][each.status or "not tried"] += 1
        if each.status in ("survived", "no tests", "suspicious", "segfault"):
            score.left.setdefault((each.where, *change(each)), []).append(each)
    return score


def explained() -> dict[tuple[str, str, str], str]:
    """Return why each change in `survivors.json` is left alone."""
    groups = json.loads(SURVIVORS.read_text(encoding="utf-8"))
    return {
        (where, out, in_): group["why"]
        for group in groups
        for where, changes in group["changes"].items()
        for out, in_ in changes
    }


def rows(score: Score, known: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, float]]:
    """Return the figures of each part and of all; the score is of what was tried, with what timed out."""
    reasons = set(known)
    table: dict[str, dict[str, float]] = {}
    for part, count in (*score.counts.items(), ("all", sum(score.counts.values(), Counter[str]()))):
        row = {name: float(count[name]) for name in COLUMNS}
        row["mutants"] = count.total()
        row["explained"] = sum(
            len(found)
            for key, found in score.left.items()
            if key in reasons and part in ("all", found[0].part)
        )
        tried = count.total() - count["not tried"]
        row["score"] = round(100 * (count["killed"] + count["timeout"]) / tried, 1) if tried else 0.0
        table[part] = {name: int(value) if name != "score" else value for name, value in row.items()}
    return table


def as_text(table: dict[str, dict[str, float]]) -> str:
    """Return *table* as Markdown."""
    lines = [f"| part | {' | '.join(COLUMNS)} |", f"|---|{'--:|' * len(COLUMNS)}"]
    for part, row in table.items():
        cells = [f"{row[name]:.1f}%" if name == "score" else f"{row[name]:,}" for name in COLUMNS]
        lines.append(f"| {part} | {' | '.join(cells)} |")
    return "\n".join(lines)


def tell(files: Iterable[str], keep: bool) -> int:
    """Print the figures and every survivor without a reason; 1 when there is one, or a reason too many."""
    wanted = tuple(f"*{each}*" for each in files)
    found = [each for each in mutants() if not wanted or any(fnmatch(each.where, one) for one in wanted)]
    score, known = scored(found), explained()
    table = rows(score, known)
    told = [as_text(table), ""]
    for key, alike in score.left.items():
        if key not in known:
            where, out, in_ = key
            number = alike[0].name.rpartition("_")[2]
            told += [f"not explained, {alike[0].status}: {where} ({number})", f"    - {out}", f"    + {in_}"]
    stale = [] if wanted else [key for key in known if key not in score.left]
    told += [f"explained, but no longer survives: {where}\n    + {in_}" for where, _, in_ in stale]
    print("\n".join(told))  # noqa: T201
    if keep:
        commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=True)
        kept = {"date": f"{datetime.now(UTC):%Y-%m-%d}", "commit": commit.stdout.strip(), "parts": table}
        RESULTS.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    return int(bool(stale) or any(key not in known for key in score.left))

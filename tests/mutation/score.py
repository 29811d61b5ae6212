"""The score of the last run: figures for each part, and the survivors that nobody has explained."""

from __future__ import annotations

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from fnmatch import fnmatch

from attrs import field, frozen
from tests.mutation.ledger import COLUMNS, PAGE, RESULTS, Change, as_text, reasons
from tests.mutation.mutants import Mutant, change, mutants


@frozen
class Score:
    """How the mutants of each part fared, and the survivors: a change and where it is, with the mutant."""

    counts: dict[str, Counter[str]]
    left: dict[Change, list[Mutant]] = field(factory=dict)


def scored(found: Iterable[Mutant]) -> Score:
    """Return the score of *found*; what no test reaches counts as a survivor to be explained."""
    score = Score({"dates": Counter(), "model": Counter(), "engine": Counter()})
    for each in found:
        score.counts[each.part][each.status or "not tried"] += 1
        if each.status in ("survived", "no tests", "suspicious", "segfault"):
            score.left.setdefault((each.where, *change(each)), []).append(each)
    return score


def rows(score: Score, known: set[Change]) -> dict[str, dict[str, float]]:
    """Return the figures of each part and of all; the score is of what was tried, with what timed out."""
    table: dict[str, dict[str, float]] = {}
    for part, count in (*score.counts.items(), ("all", sum(score.counts.values(), Counter[str]()))):
        row = {name: float(count[name]) for name in COLUMNS}
        row["mutants"] = count.total()
        row["explained"] = sum(
            len(found) for key, found in score.left.items() if key in known and part in ("all", found[0].part)
        )
        tried = count.total() - count["not tried"]
        row["score"] = round(100 * (count["killed"] + count["timeout"]) / tried, 1) if tried else 0.0
        table[part] = {name: int(value) if name != "score" else value for name, value in row.items()}
    return table


def tell(files: Iterable[str], keep: bool) -> int:
    """Print the figures and every survivor without a reason; 1 when there is one, or a reason too many."""
    wanted = tuple(f"*{each}*" for each in files)
    found = [each for each in mutants() if not wanted or any(fnmatch(each.where, one) for one in wanted)]
    score, why = scored(found), reasons()
    known = {key for key in score.left if any(each.holds_of(key) for each in why)}
    table = rows(score, known)
    told = [as_text(table), ""]
    for key, alike in score.left.items():
        if key not in known:
            where, out, in_ = key
            number = alike[0].name.rpartition("_")[2]
            told += [f"not explained, {alike[0].status}: {where} ({number})", f"    - {out}", f"    + {in_}"]
    listed = {change for each in why for change in each.changes} if not wanted else set()
    stale = sorted(listed - score.left.keys())
    told += [f"explained, but no longer survives: {where}\n    + {in_}" for where, _, in_ in stale]
    print("\n".join(told))  # noqa: T201
    if keep:
        commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=True)
        kept = {"date": f"{datetime.now(UTC):%Y-%m-%d}", "commit": commit.stdout.strip(), "parts": table}
        RESULTS.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
        page = PAGE.read_text(encoding="utf-8")
        head = f"{kept['date']}, commit `{kept['commit'][:10]}`:\n\n"
        page = re.sub(
            r"(.*, commit `.*`:\n\n)\| part \|(.|\n)*?\n\n", lambda _: head + as_text(table) + "\n\n", page
        )
        PAGE.write_text(page, encoding="utf-8")
    return int(bool(stale) or any(key not in known for key in score.left))

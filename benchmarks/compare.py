"""How fast the library is against the plain program, in ratios of one run: `python benchmarks/compare.py`.

Every figure is CPU time of this process, the best of several rounds taken in turn, so that a busy machine
slows both sides alike. Before anything is timed the two programs' answers are compared, row by row.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import by_hand
import people

import trainrules
from trainrules.records.classes import StaffRecord

AS_OF = date(2024, 6, 30)
ROUNDS = 7
COUNTS = (100, 1000, 10_000, 30_000)


def main() -> None:
    """Print each ratio on a line."""
    policy = trainrules.builtin("hackney")
    records, persons = people.people(2000)
    rows = agree(policy, records, persons)
    print(f"the same {rows} obligations and breaches from both programs, {len(records)} people")
    ours, theirs = in_turn(
        lambda: [read(trainrules.evaluate(policy, record, as_of=AS_OF)) for record in records],
        lambda: [read_by_hand(by_hand.evaluate(person, AS_OF)) for person in persons],
    )
    print(
        f"one record, library / by hand: {ours / theirs:.2f} ({ours / len(records) * 1e6:.0f} µs / "
        f"{theirs / len(records) * 1e6:.0f} µs)"
    )
    linear(policy)
    streamed(policy)
    print(f"import trainrules: {imported('import trainrules') * 1000:.0f} ms of CPU more than Python itself")
    checked()


def read(result: trainrules.Evaluation) -> int:
    """Use a result as a caller would, so that nothing is left undone."""
    return len(result.obligations) + len(result.violations)


def read_by_hand(answer: by_hand.Answer) -> int:
    """Use the other program's result likewise."""
    return len(answer.owed) + len(answer.breaches)


def agree(policy: trainrules.Policy, records: list[StaffRecord], persons: list[by_hand.Person]) -> int:
    """Return how many rows both programs give, having checked that they are the same."""
    count = 0
    for record, person in zip(records, persons, strict=True):
        result, answer = trainrules.evaluate(policy, record, as_of=AS_OF), by_hand.evaluate(person, AS_OF)
        owed = sorted(
            (o.rule, o.status.value, str(o.opens), str(o.due), str(o.satisfied_on), str(o.late_by))
            for o in result.obligations
        )
        same = sorted(
            (o.rule, o.status, str(o.opens), str(o.due), str(o.satisfied_on), str(o.late_by))
            for o in answer.owed
        )
        breaches = sorted((v.rule, str(v.since), str(v.until), v.days) for v in result.violations)
        also = sorted((b.rule, str(b.since), str(b.until), b.days) for b in answer.breaches)
        if owed != same or breaches != also:
            sys.exit(
                f"the two programs disagree on {record.id}:\n{set(owed) ^ set(same)}\n"
                f"{set(breaches) ^ set(also)}"
            )
        count += len(owed) + len(breaches)
    return count


def in_turn(*jobs: Callable[[], object]) -> list[float]:
    """Return the best CPU time of each job, the jobs taken in turn."""
    best = [float("inf")] * len(jobs)
    for _ in range(ROUNDS):
        for place, job in enumerate(jobs):
            gc.collect()
            start = time.process_time()
            job()
            best[place] = min(best[place], time.process_time() - start)
    return best


def linear(policy: trainrules.Policy) -> None:
    """Compare the time a record takes among 10,000 with that among 1,000."""
    many, _ = people.people(10_000, seed=11)
    few = many[:1000]

    def run(records: list[StaffRecord]) -> int:
        return sum(read(trainrules.evaluate(policy, record, as_of=AS_OF)) for record in records)

    short, long = in_turn(lambda: run(few), lambda: run(many))
    print(f"a record among 10,000 / among 1,000: {long / 10 / short:.2f}")


def streamed(policy: trainrules.Policy) -> None:
    """Print the most memory used while records are read and evaluated; the first time loads what is kept."""
    peaks = []
    for count in COUNTS:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "records.jsonl"
            with path.open("w", encoding="utf-8") as file:
                for record in people.people(count, seed=3)[0]:
                    file.write(json.dumps(record.to_dict()) + "\n")
            tracemalloc.start()
            for record in trainrules.read_records(path):
                read(trainrules.evaluate(policy, record, as_of=AS_OF))
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    print(
        "most memory beyond the program itself, streaming: "
        + ", ".join(
            f"{count:,} records {peak / 1e6:.1f} MB" for count, peak in zip(COUNTS, peaks, strict=True)
        )
    )


def imported(statement: str) -> float:
    """Return the CPU seconds that *statement* adds to starting Python, best of five."""
    return min(_cpu(statement) for _ in range(5)) - min(_cpu("pass") for _ in range(5))


def _cpu(statement: str) -> float:
    code = f"{statement}\nimport time; print(time.process_time())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def checked() -> None:
    """Print the CPU time of checking 200 lines of policy, with the grammar already cached."""
    text = Path(__file__).parent.with_name("policies").joinpath("hackney.rules").read_text(encoding="utf-8")
    lines = "\n".join(text.splitlines()[:200])
    trainrules.check(lines)
    best = in_turn(lambda: trainrules.check(lines))[0]
    print(f"checking 200 lines of policy: {best * 1000:.0f} ms of CPU, the grammar loaded")
    first = imported(f"import trainrules; trainrules.check({lines!r})")
    print(
        f"the same from a fresh start, imports and the cached grammar included: {first * 1000:.0f} ms of CPU"
    )


if __name__ == "__main__":
    main()

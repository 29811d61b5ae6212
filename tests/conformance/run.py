"""Runs the conformance corpus against any program that answers a case a line. Needs nothing but Python.

    python run.py [--cases FILE_OR_FOLDER]… [--only WORDS] [--ignore KEY]… COMMAND…

The command is started once. It is sent one JSON line a case, `{"policy", "files", "record", "as_of"}`, and
answers each with one JSON line: a result (`result.schema.json`), or `{"error": "why not"}`. Exit status: 0
when every answer is as expected, 1 when one is not, 2 when the corpus or the command cannot be run.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

Json = dict[str, Any]

HERE = Path(__file__).parent
SCHEMA = "case.schema.json"
SENT = ("policy", "files", "record", "as_of")


class CannotRun(Exception):
    """The corpus or the command is not what it has to be; nothing can be said of the other cases."""


# --- the corpus -----------------------------------------------------------------------------------------


def batches(places: list[Path]) -> Iterator[Json]:
    """Yield the batches in *places*, files or folders of them, in order of their names."""
    for place in places:
        found = sorted(place.glob("*.json")) if place.is_dir() else [place]
        for path in found:
            if path.name != SCHEMA:
                yield json.loads(path.read_text(encoding="utf-8"))


def cases(places: list[Path]) -> list[tuple[str, Json]]:
    """Return every case in *places* with its full name, `batch/id`."""
    return [(f"{batch['batch']}/{case['id']}", case) for batch in batches(places) for case in batch["cases"]]


# --- comparing ------------------------------------------------------------------------------------------


def differences(expected: Json, given: Json) -> list[str]:
    """Return in plain words all that differs between what a case expects and the result that was given."""
    if "error" in given:
        return [f"no result: {given['error']}"]
    found = [each for rows in ("obligations", "violations") for each in rows_differ(rows, expected, given)]
    if "events" in expected:
        verdicts = {"events": [verdict(each) for each in given["events"]]}
        found += rows_differ("events", {"events": [verdict(each) for each in expected["events"]]}, verdicts)
    if "changes_on" in expected and expected["changes_on"] != given["changes_on"]:
        found.append(
            f"changes_on: expected {shown(expected['changes_on'])}, given {shown(given['changes_on'])}"
        )
    return found


def without(expected: Json, ignored: list[str]) -> Json:
    """Return what a case expects without the keys of its rows that are to be ignored."""
    return {
        name: [{key: said for key, said in row.items() if key not in ignored} for row in rows]
        if isinstance(rows, list)
        else rows
        for name, rows in expected.items()
    }


def rows_differ(name: str, expected: Json, given: Json) -> list[str]:
    """Return which rows of a list are missing or too many; their order does not matter."""
    wanted, rows = expected[name], given[name]
    taken = paired(wanted, rows)
    missing = [row for place, row in enumerate(wanted) if place not in taken.values()]
    extra = [row for place, row in enumerate(rows) if place not in taken]
    keys = sorted(
        {key for row in wanted for key in row} or {"rule", "status", "kind", "due", "since", "until"}
    )
    return [f"{name}: expected, not given: {told(row, list(row))}" for row in missing] + [
        f"{name}: given, not expected: {told(row, keys)}" for row in extra
    ]


def paired(wanted: list[Json], rows: list[Json]) -> dict[int, int]:
    """Return for as many *rows* as possible the one of *wanted* that each is, as places in the lists."""
    taken: dict[int, int] = {}

    def place(want: int, tried: set[int]) -> bool:
        for row in range(len(rows)):
            if row not in tried and fits(wanted[want], rows[row]):
                tried.add(row)
                if row not in taken or place(taken[row], tried):
                    taken[row] = want
                    return True
        return False

    for want in range(len(wanted)):
        place(want, set())
    return taken


def fits(want: Json, row: Json) -> bool:
    """Return whether *row* has what *want* says; a key that it does not give may be anything."""
    return all(key in row and settled(row[key]) == settled(value) for key, value in want.items())


def settled(value: Any) -> Any:
    """Return *value* with lists in one order: none of those compared has a meaningful one."""
    return sorted(value) if isinstance(value, list) else value


def verdict(row: Json) -> Json:
    """Return a verdict on an event as labels alone: the words of a reason are not part of conformance."""
    refused = [each if isinstance(each, str) else each["rule"] for each in row["not_counted_for"]]
    return {**row, "not_counted_for": [label for label in refused if label]}


def told(row: Json, keys: list[str]) -> str:
    """Return *row* on one line, by *keys*."""
    return ", ".join(f"{key} {shown(row[key])}" for key in keys if key in row)


def shown(value: Any) -> str:
    """Return *value* as it is printed."""
    if isinstance(value, list):
        return "[" + ", ".join(shown(each) for each in value) + "]"
    return "none" if value is None else str(value)


# --- asking ---------------------------------------------------------------------------------------------


def ask(command: list[str], asked: list[Json]) -> Iterator[Json]:
    """Start *command*, send it each of *asked* as one line, and yield its answer before the next is sent."""
    try:
        program = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    except OSError as problem:
        raise CannotRun(f"cannot start `{' '.join(command)}`: {problem.strerror}") from None
    assert program.stdin is not None and program.stdout is not None
    try:
        for number, each in enumerate(asked, start=1):
            yield answer_to(each, number, program.stdin, program.stdout)
    finally:
        with suppress(BrokenPipeError):
            program.stdin.close()
        program.wait()
        program.stdout.close()


def answer_to(asked: Json, number: int, questions: IO[str], answers: IO[str]) -> Json:
    """Return the program's answer to *asked*, the *number*-th case that it is sent."""
    try:
        questions.write(json.dumps({key: asked[key] for key in SENT if key in asked}) + "\n")
        questions.flush()
        line = answers.readline()
    except BrokenPipeError:
        line = ""
    if not line:
        raise CannotRun(f"the command ended before it answered case {number}")
    try:
        given = json.loads(line)
    except ValueError:
        raise CannotRun(f"the answer to case {number} is not JSON: {line.strip()[:200]}") from None
    needed = {"obligations", "violations", "events", "changes_on"}
    if not isinstance(given, dict) or not ("error" in given or needed <= set(given)):
        raise CannotRun(f"the answer to case {number} is not a result: {line.strip()[:200]}")
    return given


def run(places: list[Path], only: str, ignored: list[str], command: list[str], out: IO[str]) -> int:
    """Run the cases whose name has *only* in it, print what differs and a total; return the exit status."""
    chosen = [(name, case) for name, case in cases(places) if only in name]
    if not chosen:
        raise CannotRun("there is no such case")
    failed = 0
    answers = ask(command, [case for _, case in chosen])
    for (name, case), given in zip(chosen, answers, strict=True):
        found = differences(without(case["expect"], ignored), given)
        failed += bool(found)
        if found:
            out.write("\n    ".join((f"{name}: {case['says']}", *found)) + "\n")
    out.write(f"{len(chosen) - failed} of {len(chosen)} cases are as expected\n")
    return 1 if failed else 0


def main(words: list[str], out: IO[str]) -> int:
    """Return the exit status of the runner for the command line *words*."""
    parser = argparse.ArgumentParser(description="Run the conformance corpus against a program.")
    parser.add_argument("--cases", type=Path, action="append", help="a batch, or a folder of them")
    parser.add_argument("--only", default="", help="run only the cases whose name has this in it")
    parser.add_argument("--ignore", action="append", default=[], help="a key of rows not to compare")
    parser.add_argument(
        "command", nargs=argparse.REMAINDER, help="the program that answers, with its options"
    )
    given = parser.parse_args(words)
    if not given.command:
        parser.error("say which command answers the cases")
    try:
        return run(given.cases or [HERE], given.only, given.ignore, given.command, out)
    except (CannotRun, OSError, ValueError) as problem:
        sys.stderr.write(f"{problem}\n")
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdout))

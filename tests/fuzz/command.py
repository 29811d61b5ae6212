"""The command line: any arguments, with any files in the folder and on standard input."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from itertools import chain, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from attrs import frozen
from tests.fuzz import seeds
from tests.fuzz.records import schema
from tests.fuzz.sections import joined, lines, sections
from tests.fuzz.target import Target, Wrong, require

from trainrules.cli import main
from trainrules.cli.app import app
from trainrules.report import FORMATS
from trainrules.report.csv import COLUMNS
from trainrules.resources import policy_names

FILES = ("p.rules", "people.json", "people.jsonl", "staff.csv", "training.csv")
_FAULT = re.compile(r"^error: .*this should not happen: .*", re.MULTILINE)


@frozen
class Ran:
    """What a run came to."""

    status: int
    out: str
    err: str


def run(data: bytes) -> int:
    """Run the command line with the arguments and files in *data*, in a folder of their own."""
    asked, *files, given = sections(data, len(FILES) + 2)
    arguments = [each.replace("/", "_") for each in lines(asked)]  # what is written stays in the folder
    with TemporaryDirectory() as folder:
        for name, content in zip(FILES, files, strict=True):
            if content:
                (Path(folder) / name).write_bytes(content)
        with chdir(folder):
            ran = called(arguments, given)
            for output in _outputs(arguments):
                _read_back(output.read_text(encoding="utf-8-sig"), arguments, ran)
    _judged(arguments, ran, data)
    bundled = sum(each in policy_names() for each in arguments)
    return len(data) + bundled * max(len(text) for text in seeds.policies())


def called(arguments: list[str], given: bytes) -> Ran:
    """Return what `trainrules` with *arguments* came to, *given* on its standard input."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with _standard_input(given), redirect_stdout(out), redirect_stderr(err):
        status = main(arguments)
    out.flush()
    err.flush()
    return Ran(status, *(each.buffer.getvalue().decode("utf-8") for each in (out, err)))  # type: ignore[attr-defined]


@contextmanager
def _standard_input(given: bytes) -> Iterator[None]:
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
    try:
        yield
    finally:
        sys.stdin = before


def _judged(arguments: list[str], ran: Ran, data: bytes) -> None:
    """Check that the run ended as one of those that are documented."""
    fault = _FAULT.search(ran.err)
    if fault and b"should not happen" not in data:
        raise Wrong(fault[0])
    require("Traceback (most recent" not in ran.err or b"Traceback" in data, "there is no traceback")
    require(ran.status in (0, 1, 2), f"{ran.status} is an exit status")
    if ran.status == 2:
        require(bool(ran.err.strip()), "what cannot be used is told why")
        require(
            not ran.out or arguments[0] in ("check", "format"), "nothing is written of what cannot be used"
        )
    elif not any(each.startswith(("-o", "--ou")) for each in arguments):
        _read_back(ran.out, arguments, ran)


def _outputs(arguments: list[str]) -> Iterator[Path]:
    """Yield the file that *arguments* name as the output, where it is plain to see and was written."""
    for option, name in pairwise(arguments):
        if option in ("-o", "--output") and name not in (*FILES, "-") and Path(name).is_file():
            yield Path(name)


def _read_back(text: str, arguments: list[str], ran: Ran) -> None:
    """Check that what was written in a format for programs is in that format."""
    form = next((b for a, b in pairwise(arguments) if a == "--format"), "")
    if arguments[:1] != ["evaluate"] or ran.status == 2 or arguments.count("--format") != 1:
        return
    results = {"json": json.loads, "jsonl": lambda all: [json.loads(each) for each in all.splitlines()]}
    if form in results and text.startswith(("[", "{")):
        valid = all(schema("result").is_valid(each) for each in results[form](text))
        require(valid, "results are as their schema says")
    if form == "csv" and text.startswith(",".join(COLUMNS)):
        rows = list(csv.reader(io.StringIO(text)))
        require(len({len(row) for row in rows}) == 1, "every row of a CSV has as many cells")


def _seeds() -> Iterator[bytes]:
    text = next(each for each in seeds.rule_texts() if each.startswith("policy"))
    people = [json.dumps(each) for each in seeds.records()[:2]]
    files = (text, f"[{people[0]}]", "\n".join(people), *seeds.sheets())
    for asked in _calls():
        given = people[0] if "-" in asked else ""
        yield joined("\n".join(asked), *files, given)
    yield joined("check\np.rules", 'uses "p.rules"\nGroup B within 6 months\n')
    yield joined("explain-policy\np.rules\n--format\nmarkdown\n-o\nout.md", text)


def _calls() -> Iterator[list[str]]:
    """Yield arguments that mean something: each command, each format, each kind of file."""
    day = ["--as-of", "2022-09-02"]
    for form in FORMATS:
        yield ["evaluate", "p.rules", "people.jsonl", *day, "--format", form]
        yield [
            "evaluate",
            "p.rules",
            "staff.csv",
            *day,
            "--format",
            form,
            "--only",
            "violations",
            "-o",
            "out",
        ]
    for name in (*FILES, "-", "none"):
        yield ["evaluate", "p.rules", name, "--fail-on", "must"]
        yield ["explain", "p.rules", name, "--id", "S-0193", *day]
        yield from ([command, name] for command in app.commands)
    for name in policy_names():
        yield ["evaluate", name, "people.json", *day]
        yield ["explain", name, "people.json", "--id", "S-1", "--rule", "1.1", *day]
    yield [
        "evaluate",
        "p.rules",
        "staff.csv",
        "--map",
        "post=",
        "--dates",
        "dmy",
        "--training",
        "training.csv",
    ]
    yield from (["format", "--check", "p.rules"], ["format", "--diff", "p.rules", "people.json"])
    yield from (["--help"], ["--version"], [], ["evaluate", "--help"], ["check", "p.rules", "p.rules"])


def _words() -> Iterator[str]:
    parameters = chain.from_iterable(command.params for command in app.commands.values())
    for each in parameters:
        yield from each.opts
        if isinstance(each.type, click.Choice):
            yield from map(str, each.type.choices)
    yield from (*app.commands, *FILES, *policy_names(), "-", "--", "=", "\n", "\n=====\n", "2022-09-02")


TARGET = Target("command", run, _seeds, lambda: dict.fromkeys(_words()), longest=6_000)

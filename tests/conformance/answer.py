"""Answers the conformance corpus with trainrules: a case a line comes in, a result a line goes out."""

from __future__ import annotations

import json
import sys
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TextIO

import trainrules
from trainrules.model.rules import Policy


def policy_of(asked: dict[str, Any]) -> Policy:
    """Return the policy of a case; raises PolicyError when it has errors."""
    used = tuple((name, "\n".join(lines)) for name, lines in asked.get("files", {}).items())
    return read("\n".join(asked["policy"]), used)


@cache
def read(text: str, used: tuple[tuple[str, str], ...]) -> Policy:
    """Return the policy that *text* is; the files that it uses stand beside it for as long as it is read."""
    with TemporaryDirectory() as folder:
        for name, lines in used:
            (Path(folder) / name).write_text(lines, encoding="utf-8")
        return trainrules.loads(text, folder=folder)


def answer(asked: dict[str, Any]) -> dict[str, Any]:
    """Return the result of a case, in the shape of `result.schema.json`."""
    record = trainrules.Record.from_dict(asked["record"])
    result: dict[str, Any] = trainrules.evaluate(
        policy_of(asked), record, date.fromisoformat(asked["as_of"])
    ).to_dict()
    return result


def serve(questions: TextIO, answers: TextIO) -> None:
    """Answer every line of *questions* before the next is read; what cannot be answered says why."""
    for line in questions:
        try:
            said = answer(json.loads(line))
        except (trainrules.PolicyError, trainrules.RecordError) as problem:
            said = {"error": str(problem)}
        answers.write(json.dumps(said) + "\n")
        answers.flush()


if __name__ == "__main__":
    serve(sys.stdin, sys.stdout)

"""A small strategy and a small workforce in a folder, and a way to run the command line on them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.world import POLICY, People, Ran, Run

from trainrules.cli import main


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs `trainrules` with its arguments, in this process."""

    def run(*arguments: str | Path) -> Ran:
        status = main([str(each) for each in arguments])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Ran(status, said.out, said.err)

    return run


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """Return the file of a strategy with a must for Group A and a should for Group B."""
    path = tmp_path / "strategy.rules"
    path.write_text(POLICY, encoding="utf-8")
    return path


@pytest.fixture
def people(tmp_path: Path) -> People:
    """Return a function that writes records to a JSON Lines file and returns its path."""

    def write(*records: object) -> Path:
        path = tmp_path / "people.jsonl"
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        return path

    return write

"""A way to run the command line as a page does."""

from __future__ import annotations

import pytest
from tests.docs.script import Run

from trainrules.cli import main


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs `trainrules` in this process and returns all that it said."""

    def run(words: list[str]) -> str:
        status = main(words)
        said = capsys.readouterr()
        return said.err + said.out + (f"(exit status {status})\n" if status else "")

    return run

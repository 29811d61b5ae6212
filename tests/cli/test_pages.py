"""What the README and the page about the command line show is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.cli.transcript import commands, files, written
from tests.cli.world import Run

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/command-line.md", "docs/reports.md")


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_shows_is_what_happens(
    run: Run, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (ROOT / name).read_text(encoding="utf-8")
    written(page, tmp_path)
    monkeypatch.chdir(tmp_path)
    assert files(page)
    assert commands(page)
    for command in commands(page):
        assert command.words[0] == "trainrules"
        ran = run(*command.words[1:])
        assert (ran.err + ran.out, ran.status) == (command.said, command.status), command.words


def test_the_python_of_the_readme_runs() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    exec(compile(code, "README.md", "exec"), {})


def test_the_main_job_of_the_readme_runs_in_the_checkout(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    main_job, _ = readme_lines()
    _, arguments = main_job.split("trainrules ")
    ran = run(*arguments.split())
    assert (ran.status, ran.err) == (0, "")
    assert re.search(r"^2\d\d records: [1-9]\d* in breach, ", ran.out, re.MULTILINE)


def test_the_two_lines_of_the_readme_set_up_what_they_run() -> None:
    main_job, tests = readme_lines()
    assert main_job.startswith("python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/trainrules ")
    assert (
        tests == "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/pytest -n auto"
    )


def test_continuous_integration_runs_the_tests_as_the_readme_does() -> None:
    _, tests = readme_lines()
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    install, test = tests.split(" && ")[1:]
    last_but_exit = script.splitlines()[-2]
    assert last_but_exit == f"{test.replace('.venv', '.ci/venv')} || status=1"
    assert install.removeprefix(".venv/bin/pip install -q ") in script


def readme_lines() -> list[str]:
    """Return the two lines of the README's shell block."""
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```sh\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    return str(block).splitlines()

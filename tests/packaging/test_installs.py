"""Every way of installing the project brings the grammar, the bundled policies and their sources along."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.packaging

ROOT = Path(__file__).parents[2]

# Run by the fresh environment, in an empty folder: nothing of the checkout is in reach by accident.
PROBE = """
import trainrules
from trainrules.resources import folder, policy_names, read_text
print("grammar", len(read_text("grammars", "rules.lark")) > 1000)
print("schemas", "violations" in read_text("schemas", "result.schema.json"))
print("codes", read_text("codes", "TR201.md").startswith("# TR201"))
print("packaged", "site-packages" in str(folder("policies")))
for name in policy_names():
    policy = trainrules.builtin(name)
    print(name, len(policy.rules) > 5, bool(read_text("policies", f"sources/{policy.source_file}")))
"""

EXPECTED = (
    *("cheshire-west True True", "hackney True True", "leicestershire True True"),
    *("northamptonshire True True", "sandwell True True"),
)


def run(*command: str | Path, cwd: Path) -> str:
    """Return what *command* prints; fail with everything it said when it does not succeed."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def built(kind: str, folder: Path) -> list[str]:
    """Return what pip is asked to install for *kind*, after building it where it has to be built."""
    if kind == "editable":
        return ["--editable", str(ROOT)]
    run(sys.executable, "-m", "build", f"--{kind}", "--outdir", folder, ROOT, cwd=folder)
    (archive,) = folder.iterdir()
    return [str(archive)]


@pytest.mark.parametrize("kind", ["editable", "wheel", "sdist"])
def test_a_fresh_install_loads_the_grammar_and_every_bundled_policy(kind: str, tmp_path: Path) -> None:
    made, empty, environment = tmp_path / "made", tmp_path / "empty", tmp_path / "environment"
    made.mkdir()
    empty.mkdir()
    wanted = built(kind, made)
    run(sys.executable, "-m", "venv", "--without-pip", environment, cwd=tmp_path)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    run(sys.executable, "-m", "pip", "--python", scripts / "python", "install", "--quiet", *wanted, cwd=empty)
    said = run(scripts / "python", "-I", "-c", PROBE, cwd=empty).splitlines()
    assert said == ["grammar True", "schemas True", "codes True", f"packaged {kind != 'editable'}", *EXPECTED]
    assert "hackney" in run(scripts / "trainrules", "check", "hackney", cwd=empty)


RULES = """\
group B
Group B within 6 months   [B]

example "due today is not late"
  Group B from 1 March 2022
  as of 1 September 2022
  expect [B] due 1 September 2022, pending
"""

# A test-suite that knows nothing of the package but its records.
SUITE = """\
import trainrules
from hypothesis import given, settings, strategies as st

@settings(deadline=None)
@given(st.from_type(trainrules.StaffRecord), st.from_type(trainrules.Policy))
def test_records_and_policies_are_made_from_their_types(record, policy):
    assert trainrules.StaffRecord.from_dict(record.to_dict()) == record
    assert policy.rules
"""


def environment_with(folder: Path, *wanted: str) -> Path:
    """Return the Python of a fresh environment with *wanted* installed."""
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", *wanted, cwd=folder.parent)
    return python


def test_a_wheel_brings_the_plugin_and_the_strategies_and_breaks_nothing_without_its_extra(
    tmp_path: Path,
) -> None:
    made, suite = tmp_path / "made", tmp_path / "suite"
    made.mkdir()
    suite.mkdir()
    (wheel,) = built("wheel", made)
    (suite / "ours.rules").write_text(RULES, encoding="utf-8")
    (suite / "test_types.py").write_text(SUITE, encoding="utf-8")
    ask = ("-m", "pytest", "-q", "-W", "error", "-p", "no:cacheprovider")

    with_extra = environment_with(tmp_path / "with", f"{wheel}[testing]")
    assert "2 passed" in run(with_extra, *ask, cwd=suite)

    without = environment_with(tmp_path / "without", wheel, "pytest")
    (suite / "test_types.py").write_text("def test_nothing():\n    pass\n", encoding="utf-8")
    assert "2 passed" in run(without, *ask, cwd=suite)
    run(without, "-c", "from trainrules.testing import assert_compliant", cwd=suite)

    run(sys.executable, "-m", "pip", "--python", without, "install", "--quiet", "hypothesis", cwd=suite)
    run(without, "-W", "error", "-c", "import hypothesis; hypothesis.strategies.integers()", cwd=suite)

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
    assert said == ["grammar True", "schemas True", f"packaged {kind != 'editable'}", *EXPECTED]
    assert "hackney" in run(scripts / "trainrules", "check", "hackney", cwd=empty)

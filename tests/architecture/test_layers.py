"""The folders are a pipeline: imports run one way, parts stay small, and the root stays quick to import."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "trainrules"
FILES = sorted(PACKAGE.rglob("*.py"))

PIPELINE = (
    *("source", "diagnostics", "resources", "language", "model", "checks", "dates", "words", "records"),
    *("findings", "engine", "explain", "readback", "planning", "report", "examples", "lints", "fixes"),
    *("coverage", "api", "lsp", "highlighting", "testing", "cli", "__main__"),
)


def part(module: str) -> str:
    """Return the part of the pipeline that *module* belongs to: `language` for `trainrules.language.ast`."""
    return [*module.split("."), ""][1]


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[str]:
    """Yield every module of ours that *path* imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} has a relative import"
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_a_part_imports_only_parts_above_it(path: Path) -> None:
    here = part(module_name(path))
    allowed = PIPELINE if here == "" else PIPELINE[: PIPELINE.index(here) + 1]
    ours = {part(name) for name in imports(path) if name.split(".")[0] == "trainrules"} - {""}
    assert ours <= set(allowed)


def test_every_part_is_in_the_pipeline() -> None:
    assert {part(module_name(path)) for path in FILES} - {""} <= set(PIPELINE)


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_files_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, f"{node.name} is long"


def test_files_of_tests_are_short() -> None:
    tests = Path(__file__).parents[1].rglob("*.py")
    assert [path.name for path in tests if path.read_text(encoding="utf-8").count("\n") > 300] == []


# What only an extra brings: where it is imported, and nowhere else.
EXTRAS = {
    "testing": "trainrules.testing",
    "calendar": "trainrules.report.person.calendar",
    "lsp": "trainrules.lsp",
    "pygments": "trainrules.highlighting",
}


def test_every_dependency_is_imported_and_nothing_else_is() -> None:
    project = tomllib.loads((PACKAGE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    core = names_of(project["dependencies"])
    outside = (path for path in FILES if not any(is_within(path, home) for home in EXTRAS.values()))
    assert foreign(outside) == core
    for name, home in EXTRAS.items():
        extra = names_of(project["optional-dependencies"][name])
        assert foreign(path for path in FILES if is_within(path, home)) - core == extra


def is_within(path: Path, module: str) -> bool:
    """Return whether the file at *path* is *module* or a part of it."""
    return f"{module_name(path)}.".startswith(f"{module}.")


def names_of(requirements: list[str]) -> set[str]:
    """Return what is imported of each of *requirements*."""
    names = {re.split(r"[^\w-]", each)[0] for each in requirements}
    return {"dateutil" if name == "python-dateutil" else name for name in names}


def foreign(paths: Iterable[Path]) -> set[str]:
    """Return what the modules at *paths* import that is neither ours nor Python's."""
    used = {name.split(".")[0] for path in paths for name in imports(path)}
    return used - sys.stdlib_module_names - {"trainrules"}


def test_importing_the_root_loads_nothing_heavy() -> None:
    heavy = {"click", "rich", "jinja2", "icalendar", "holidays", "lark", "cattrs", "dateutil", "attr"}
    heavy |= {"pygls", "pygments"}
    code = "import sys, trainrules; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not heavy & {name.split(".")[0] for name in loaded.split()}


def test_the_root_has_few_names_and_each_can_be_had() -> None:
    import trainrules

    assert len(trainrules.__all__) <= 25
    assert sorted(trainrules.__all__, key=str.casefold) == list(trainrules.__all__)
    for name in trainrules.__all__:
        assert getattr(trainrules, name) is not None
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = trainrules.no_such_name

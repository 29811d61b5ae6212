"""The mutants as mutmut makes and keeps them: generated into `mutants/`, one result each."""

from __future__ import annotations

import contextlib
import io
import shutil
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from attrs import frozen
from mutmut.__main__ import copy_also_copy_files, copy_src_dir, create_mutants, setup_source_paths
from mutmut.mutation.data import SourceFileMutationData
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.trampoline import set_mutant_under_test
from mutmut.stats import status_by_exit_code
from mutmut.utils.file_utils import walk_mutatable_files
from tests.mutation import decorated

HERE = Path.cwd()
COPY = Path("mutants")
TIMED_OUT = 36
NO_TESTS = 33


@frozen
class Mutant:
    """One change to one function: its name, the file it is in, and how it fared (None: not tried)."""

    name: str
    path: str
    status: str | None

    @property
    def function(self) -> str:
        """Return the mangled name of its function, module first, as mutmut records calls of it."""
        return self.name.partition("__mutmut_")[0]

    @property
    def part(self) -> str:
        """Return `dates`, `model` or `engine`."""
        return Path(self.path).relative_to("src/trainrules").parts[0].removesuffix(".py")

    @property
    def where(self) -> str:
        """Return its file and function as an author writes them: `engine/case.py Case.until`."""
        mangled = self.function.rpartition(".")[2]
        name = ".".join(mangled[2:].split("ǁ")) if mangled.startswith("xǁ") else mangled[2:]
        return f"{Path(self.path).relative_to('src/trainrules').as_posix()} {name}"


def generate() -> None:
    """Copy the project to `mutants/` with every mutant in it; results of functions not changed are kept."""
    decorated.teach()
    set_mutant_under_test("mutant_generation")
    COPY.mkdir(exist_ok=True)
    shutil.rmtree(COPY / "tests", ignore_errors=True)
    with contextlib.redirect_stdout(io.StringIO()):
        copy_src_dir()
        copy_also_copy_files()
        create_mutants(1)
    setup_source_paths()


def mutants() -> Iterator[Mutant]:
    """Yield every mutant there is."""
    for path in sorted(walk_mutatable_files()):
        for name, code in _data(path).exit_code_by_key.items():
            yield Mutant(name, path.as_posix(), None if code is None else status_by_exit_code[code])


def chosen(patterns: Iterable[str], statuses: Iterable[str]) -> list[Mutant]:
    """Return the mutants of the files that match *patterns* (all: none given), not tried or of *statuses*."""
    wanted, again = tuple(patterns), {None, *statuses}
    return [
        each
        for each in mutants()
        if each.status in again and (not wanted or any(fnmatch(each.where, f"*{one}*") for one in wanted))
    ]


def keep(path: str, codes: dict[str, int], seconds: dict[str, float]) -> None:
    """Keep the exit *codes* of mutants of the file *path*, and the *seconds* each took."""
    with contextlib.chdir(HERE):
        data = _data(Path(path))
        data.exit_code_by_key.update(codes)
        data.durations_by_key.update(seconds)
        data.save()


def change(mutant: Mutant) -> tuple[str, str]:
    """Return the lines that *mutant* takes out and those that it puts in, spaces trimmed."""
    out, in_ = [], []
    for line in get_diff_for_mutant(mutant.name, path=mutant.path).splitlines()[2:]:
        if line.startswith("-"):
            out.append(line[1:].strip())
        elif line.startswith("+"):
            in_.append(line[1:].strip())
    return " ".join(out), " ".join(in_)


def _data(path: Path) -> SourceFileMutationData:
    data = SourceFileMutationData(path=path)
    data.load()
    return data

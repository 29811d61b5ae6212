"""One target under atheris, in a process of its own: `python -m tests.fuzz.by_atheris NAME SECONDS FOLDER`.

libFuzzer leaves without letting Python finish, so what was counted is written down as it goes.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import atheris

with atheris.instrument_imports(include=["trainrules"], enable_loader_override=False):
    import trainrules

    for _each in walk_packages(
        trainrules.__path__, "trainrules."
    ):  # also what is else imported when first used
        if not _each.name.startswith(("trainrules.testing", "trainrules.__main__")):
            import_module(_each.name)

from tests.fuzz.budget import timed, weighed
from tests.fuzz.finding import Findings
from tests.fuzz.target import Target
from tests.fuzz.targets import TARGETS

SLACK = 4.0
"""Instrumented code is slower; what is suspected here is timed again without."""
_WEIGHED = 100
_NOTED = 50


def fuzz(target: Target, seconds: float, folder: Path) -> None:
    """Try *target* for *seconds*; findings, the corpus and a count are left in *folder*."""
    corpus = folder / "corpus"
    if not corpus.is_dir():
        corpus.mkdir(parents=True)
        for number, data in enumerate(target.seeds()):
            (corpus / f"seed-{number}").write_bytes(data)
    words = folder / "words.dict"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in target.words()), encoding="ascii")
    arguments = [
        *("fuzz", str(corpus), f"-max_total_time={seconds:.0f}", f"-max_len={target.longest}"),
        *("-timeout=60", "-rss_limit_mb=4000", f"-artifact_prefix={folder}/", "-print_final_stats=1"),
        *([f"-dict={words}"] if words.stat().st_size else []),
    ]
    atheris.Setup(arguments, _Tried(target, folder), enable_python_coverage=True)
    atheris.Fuzz()


class _Tried:
    """What is called with every input: runs it, counts it, keeps what it raises and goes on."""

    def __init__(self, target: Target, folder: Path) -> None:
        self._target = target
        self._findings = Findings(folder / "findings")
        self._count = folder / "count.json"
        self._started = time.monotonic()
        self._done = 0

    def __call__(self, data: bytes) -> None:
        """Run the target on *data*."""
        self._done += 1
        try:
            if self._done % _WEIGHED:
                timed(self._target, data, SLACK)
            else:
                weighed(self._target, data)
        except Exception as raised:
            self._findings.add(data, raised)
        if self._done % _NOTED == 0:
            spent = time.monotonic() - self._started
            self._count.write_text(json.dumps({"executions": self._done, "seconds": spent}), encoding="ascii")


def _escaped(word: str) -> str:
    """Return *word* as a dictionary of libFuzzer has it."""
    plain = (
        chr(byte) if 32 <= byte < 127 and chr(byte) not in '"\\' else f"\\x{byte:02X}"
        for byte in word.encode()
    )
    return "".join(plain)


if __name__ == "__main__":
    fuzz(TARGETS[sys.argv[1]], float(sys.argv[2]), Path(sys.argv[3]))

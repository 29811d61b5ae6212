"""Rule files from disk, with the files that they use: each read once, none in a circle."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISDIR, S_ISREG

from attrs import frozen

from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.language.parse import parse
from trainrules.model.limits import declaring_enough
from trainrules.model.lower import Lowered, lower_file
from trainrules.model.rules import Policy, Rule
from trainrules.model.uses import joined
from trainrules.model.vocabulary import Vocabulary
from trainrules.source import Source

MOST_BYTES = 5_000_000
"""No rule file is longer; the longest strategy known makes one of 100,000."""

MOST_DEEP = 30
"""No file is used through more files than this."""
_SHOWN = 6


@frozen
class RuleFile:
    """One rule file: as written, as meant by itself, and all the files that it uses, in order."""

    source: Source
    tree: ast.Tree
    lowered: Lowered
    used: tuple[RuleFile, ...] = ()
    folder: Path | None = None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def policy(self) -> Policy:
        """Return the file's rules with those of the files that it uses."""
        return joined(self.lowered.policy, [(each.lowered.stem, each.lowered.policy) for each in self.used])

    @property
    def used_rules(self) -> tuple[Rule, ...]:
        """Return the rules of the files that it uses, under the labels that they have here."""
        return self.policy.rules[len(self.lowered.policy.rules) :]


def read_text(path: Path) -> tuple[str, str]:
    """Return the text of a file and what is wrong with it: one of the two is empty."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            return "", f"is longer than {MOST_BYTES // 1_000_000} MB"
        return raw.decode("utf-8-sig"), ""
    except FileNotFoundError:
        return "", "is not there"
    except IsADirectoryError:
        return "", "is a folder"
    except UnicodeDecodeError:
        return "", "is not text in UTF-8"
    except (OSError, ValueError) as problem:
        return "", f"cannot be read ({getattr(problem, 'strerror', None) or 'a bad name'})"


def read_named(path: Path) -> tuple[str, str]:
    """Return what `read_text` does of a file that another names; a pipe or terminal is not waited for."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return read_text(path)
    return read_text(path) if S_ISREG(mode) or S_ISDIR(mode) else ("", "is no plain file")


def read_rules(path: Path) -> RuleFile:
    """Return the rule file at *path*; one that cannot be read gives an empty one, and TR306 says why."""
    return _Reader().file(path, ())


def rules_of_text(source: Source, folder: Path | None) -> RuleFile:
    """Return the rule file that *source* is the text of; what it uses is looked for in *folder*."""
    return _Reader().text(source, folder, "", ())


class _Reader:
    """Reads files that use files, each once; *above* are the files that led to one, the first first."""

    def __init__(self) -> None:
        self._read: dict[Path, RuleFile] = {}

    def file(self, path: Path, above: tuple[Path, ...]) -> RuleFile:
        """Return the rule file at *path*, as it was read before where it was."""
        place = resolved(path)
        if place not in self._read:
            text, wrong = read_text(path)
            source = Source(str(path), text)
            self._read[place] = (
                _unread(path, source, wrong)
                if wrong
                else self.text(source, path.parent, path.stem, (*above, place))
            )
        return self._read[place]

    def text(self, source: Source, folder: Path | None, stem: str, above: tuple[Path, ...]) -> RuleFile:
        """Return the rule file that *source* is the text of, whose labels elsewhere start with *stem*."""
        parsed, said = parse(source)
        tree, more = declaring_enough(parsed, source)
        used: list[tuple[ast.Head, RuleFile]] = []
        found = [*said, *more]
        for line in tree.sentences:
            if not isinstance(line, ast.Head) or line.key != "uses":
                continue
            told = self._wrong(source, line, folder, above)
            if told is not None:
                found.append(told)
                continue
            other = self.file((folder or Path()) / str(line.value), above)
            used += [(line, each) for each in (other, *other.used)]
        files, clashes = _distinct(source, used)
        lowered = lower_file(tree, source, tuple(each.lowered for each in files), stem)
        return RuleFile(source, tree, lowered, files, folder, (*found, *clashes, *lowered.diagnostics))

    def _wrong(
        self, source: Source, line: ast.Head, folder: Path | None, above: tuple[Path, ...]
    ) -> Diagnostic | None:
        """Return what is wrong with a `uses` line, None when its file can be read."""

        def told(code: str, message: str, label: str, advice: str) -> Diagnostic:
            return Diagnostic(code, message, source, line.span, label, advice)

        if folder is None:
            message = f"nothing says where `{line.value}` is: this text is in no folder"
            return told("TR307", message, "used here", "give the folder that file names start from")
        place = resolved(folder / str(line.value))
        if place in above:
            chain = " → ".join(each.name for each in (*above[above.index(place) :], place))
            return told("TR309", f"these files use each other: {chain}", "leads back", "leave one `uses` out")
        wrong = "" if place in self._read else read_named(folder / str(line.value))[1]
        if len(above) >= MOST_DEEP:
            wrong = f"is used through more than {MOST_DEEP} files"
        if not wrong:
            return None
        advice = "file names start from the folder of this file"
        if len(above) > 1:
            advice += f"; it was reached by {_chain(above, str(line.value))}"
        return told("TR308", f"`{line.value}` {wrong}", "used here", advice)


def _chain(above: tuple[Path, ...], name: str) -> str:
    names = [each.name for each in above]
    if len(names) > _SHOWN:
        names = [*names[:1], "…", *names[2 - _SHOWN :]]
    return " → ".join([*names, name])


def resolved(path: Path) -> Path:
    """Return *path* without links and dots; as it is where it leads nowhere."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path


def _unread(path: Path, source: Source, wrong: str) -> RuleFile:
    said = Diagnostic("TR306", f"`{path}` {wrong}", source, help="a rule file is plain text in UTF-8")
    return RuleFile(source, ast.Tree(), Lowered(path.stem, Policy(), Vocabulary()), diagnostics=(said,))


def _distinct(
    source: Source, used: list[tuple[ast.Head, RuleFile]]
) -> tuple[tuple[RuleFile, ...], list[Diagnostic]]:
    """Return each used file once, and an error for two different ones whose labels would be the same.

    Each file comes with the `uses` line that led to it.
    """
    files: dict[Path, tuple[ast.Head, RuleFile]] = {}
    for line, each in used:
        files.setdefault(resolved(Path(each.source.name)), (line, each))
    stems: dict[str, Path] = {}
    found: list[Diagnostic] = []
    for path, (line, _) in files.items():
        earlier = stems.setdefault(path.stem.casefold(), path)
        if earlier != path:
            found.append(
                Diagnostic(
                    "TR310",
                    f"two files called `{path.stem}` are used",
                    source,
                    line.span,
                    "their labels would be the same",
                    f"rename one of them: {earlier} and {path}",
                )
            )
    return tuple(each for _, each in files.values()), found

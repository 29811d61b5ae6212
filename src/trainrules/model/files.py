"""Rule files from disk, with the files that they use: each read once, none in a circle."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve, frozen

from trainrules.diagnostics import Diagnostic
from trainrules.language import ast
from trainrules.language.parse import parse
from trainrules.model.lower import Lowered, lower_file
from trainrules.model.rules import Policy, Rule
from trainrules.model.uses import joined
from trainrules.model.vocabulary import Vocabulary
from trainrules.source import Source

MOST_BYTES = 5_000_000
"""No rule file is longer; the longest strategy known makes one of 100,000."""


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


def read_rules(path: Path, above: tuple[Path, ...] = ()) -> RuleFile:
    """Return the rule file at *path*; *above* are the files that led to it.

    A file that cannot be read gives an empty one, and TR306 says why.
    """
    text, wrong = read_text(path)
    source = Source(str(path), text)
    if wrong:
        said = Diagnostic("TR306", f"`{path}` {wrong}", source, help="a rule file is plain text in UTF-8")
        return RuleFile(source, ast.Tree(), Lowered(path.stem, Policy(), Vocabulary()), diagnostics=(said,))
    return rules_of_text(source, path.parent, path.stem, (*above, path.resolve()))


def rules_of_text(
    source: Source, folder: Path | None, stem: str = "", above: tuple[Path, ...] = ()
) -> RuleFile:
    """Return the rule file that *source* is the text of; what it uses is looked for in *folder*."""
    tree, said = parse(source)
    used: list[RuleFile] = []
    found = list(said)
    for line in tree.sentences:
        if isinstance(line, ast.Head) and line.key == "uses":
            other, wrong = _used(source, line, folder, above)
            found += wrong
            if other is not None:
                used += [other, *other.used]
    files, clashes = _distinct(source, tree, stem, used)
    lowered = evolve(lower_file(tree, source, tuple(each.lowered for each in files)), stem=stem)
    return RuleFile(source, tree, lowered, files, folder, (*found, *clashes, *lowered.diagnostics))


def _used(
    source: Source, line: ast.Head, folder: Path | None, above: tuple[Path, ...]
) -> tuple[RuleFile | None, list[Diagnostic]]:
    """Return the file that a `uses` line names, or what is wrong with the line."""
    if folder is None:
        return None, [
            Diagnostic(
                "TR307",
                f"nothing says where `{line.value}` is: this text is in no folder",
                source,
                line.span,
                "used here",
                "give the folder that file names start from",
            )
        ]
    path = folder / str(line.value)
    if path.resolve() in above:
        chain = [*above[above.index(path.resolve()) :], path.resolve()]
        told = " → ".join(each.name for each in chain)
        return None, [
            Diagnostic(
                "TR309",
                f"these files use each other: {told}",
                source,
                line.span,
                "leads back",
                "leave one `uses` out",
            )
        ]
    _, wrong = read_text(path)
    if wrong:
        chain_told = " → ".join([*(each.name for each in above), str(line.value)])
        advice = "file names start from the folder of this file"
        if len(above) > 1:
            advice += f"; it was reached by {chain_told}"
        return None, [Diagnostic("TR308", f"`{line.value}` {wrong}", source, line.span, "used here", advice)]
    return read_rules(path, above), []


def _distinct(
    source: Source, tree: ast.Tree, stem: str, used: list[RuleFile]
) -> tuple[tuple[RuleFile, ...], list[Diagnostic]]:
    """Return each used file once, and an error for two different ones whose labels would be the same."""
    files: dict[Path, RuleFile] = {}
    for each in used:
        files.setdefault(Path(each.source.name).resolve(), each)
    stems: dict[str, Path] = {}
    found: list[Diagnostic] = []
    for path in files:
        earlier = stems.setdefault(path.stem.casefold(), path)
        if earlier != path:
            lines = [each for each in tree.sentences if isinstance(each, ast.Head) and each.key == "uses"]
            found.append(
                Diagnostic(
                    "TR310",
                    f"two files called `{path.stem}` are used",
                    source,
                    lines[-1].span if lines else None,
                    "their labels would be the same",
                    f"rename one of them: {earlier} and {path}",
                )
            )
    return tuple(files.values()), found

"""The way in: load a policy, or hear everything that is wrong with it, and evaluate records by it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from attrs import evolve

from trainrules import resources
from trainrules.checks import run_checks
from trainrules.checks.subject import Subject
from trainrules.diagnostics import Diagnostic, PolicyError, has_errors, in_order
from trainrules.engine import evaluate as engine
from trainrules.examples import example_problems
from trainrules.explain import explain
from trainrules.findings import Evaluation
from trainrules.lints import run_lints
from trainrules.model.files import RuleFile, read_named, read_rules, rules_of_text
from trainrules.model.rules import Policy
from trainrules.records.classes import Record
from trainrules.source import Source

TEXT = "<text>"
_SUFFIX = ".rules"
_SOURCES = "sources"
_LEVELS_UP = 3


def load(path: str | Path, *, sources: str | Path | None = None) -> Policy:
    """Return the policy in the rule file at *path*, with the rules of the files that it uses.

    Raises PolicyError, which carries every finding, when the file cannot be read or has errors. The document
    that it quotes is looked for beside it, in folders called `sources`, and in the folder *sources*.
    """
    return _policy(read_rules(Path(path)), sources)


def loads(
    text: str, name: str = TEXT, folder: str | Path | None = None, *, sources: str | Path | None = None
) -> Policy:
    """Return the policy that *text* is; messages call it *name*, and file names in it start from *folder*.

    Raises PolicyError, which carries every finding, when the text has errors.
    """
    return _policy(_file_of(text, name, folder), sources)


def builtin(name: str) -> Policy:
    """Return the bundled policy *name*, such as `hackney`.

    Raises FileNotFoundError, naming the policies there are, when it is none of them.
    """
    return load(Path(str(resources.policy_path(name))))


def check(
    text_or_path: str | Path,
    name: str = TEXT,
    folder: str | Path | None = None,
    *,
    sources: str | Path | None = None,
) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong with a rule file, or with its text; nothing is raised.

    A Path, or one line that ends in `.rules`, is a file; any other string is the text itself.
    """
    if isinstance(text_or_path, Path) or _is_file_name(text_or_path):
        return diagnostics_of(read_rules(Path(text_or_path)), sources)
    return diagnostics_of(_file_of(text_or_path, name, folder), sources)


def lint(file: RuleFile, as_of: date | None = None) -> tuple[Diagnostic, ...]:
    """Return what is legal in *file* and probably not meant; nothing for a file with errors.

    With *as_of*, also whether its review has passed by that day. What a comment explains is left out.
    """
    if has_errors(file.diagnostics):
        return ()
    return in_order(run_lints(evolve(_subject(file, None), as_of=as_of)))


def evaluate(policy: Policy, record: Record, as_of: date) -> Evaluation:
    """Return what *record* owes under *policy* and where it is in breach, as of the end of the day *as_of*.

    What is dated later does not exist yet. Each finding gives its reasons with `explain()`, which are built
    when asked for.
    """
    return engine.evaluate(policy, record, as_of, explain)


def read(path: str | Path, *, sources: str | Path | None = None) -> tuple[RuleFile, tuple[Diagnostic, ...]]:
    """Return the rule file at *path*, as written and as meant, with everything that is wrong with it."""
    file = read_rules(Path(path))
    return file, diagnostics_of(file, sources)


def diagnostics_of(file: RuleFile, sources: str | Path | None = None) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong with *file* and the files that it uses, each thing once, by place."""
    found: list[Diagnostic] = []
    for each in (file, *file.used):
        found += each.diagnostics
        found += run_checks(_subject(each, sources))
        found += example_problems(each)
    return in_order(tuple(found))


def _is_file_name(text: str) -> bool:
    return "\n" not in text and text.strip().endswith(_SUFFIX)


def _file_of(text: str, name: str, folder: str | Path | None) -> RuleFile:
    return rules_of_text(Source(name, text), None if folder is None else Path(folder))


def _policy(file: RuleFile, sources: str | Path | None) -> Policy:
    found = diagnostics_of(file, sources)
    if has_errors(found):
        raise PolicyError(found)
    return file.policy


def _subject(file: RuleFile, sources: str | Path | None) -> Subject:
    return Subject(
        source=file.source,
        tree=file.tree,
        policy=file.lowered.policy,
        words=file.lowered.words,
        used=file.used_rules,
        source_text=source_text(file, sources),
    )


def source_text(file: RuleFile, sources: str | Path | None = None) -> str | None:
    """Return the text of the document that *file* quotes, None when it names none or none is found."""
    name = file.lowered.policy.source_file
    if not name:
        return None
    for folder in _folders(file.folder, sources):
        text, wrong = read_named(folder / name)
        if not wrong:
            return text
    return None


def _folders(folder: Path | None, sources: str | Path | None) -> list[Path]:
    """Return where a source may be: beside the rule file, in `sources` there or above it, in the bundle."""
    found = [Path(sources)] if sources is not None else []
    if folder is not None:
        above = [folder, *folder.resolve().parents][: _LEVELS_UP + 1]
        found += [folder, *(each / _SOURCES for each in above)]
    return [*found, Path(str(resources.folder(resources.POLICIES))) / _SOURCES]

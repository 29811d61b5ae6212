"""`trainrules format`: rule files in canonical form, in place; nothing else about them changes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import click

from trainrules.cli.inputs import Unusable, policy_file
from trainrules.cli.output import write
from trainrules.cli.wording import count
from trainrules.diagnostics import has_errors, render
from trainrules.language.parse import parse
from trainrules.language.reformat import reformat
from trainrules.model.files import read_text
from trainrules.source import Source


@click.command("format")
@click.argument("policy", nargs=-1, required=True)
@click.option("--check", "is_check", is_flag=True, help="Change nothing; exit 1 when a file is not in order.")
@click.option("--diff", is_flag=True, help="Change nothing; show what would change.")
def format_(policy: tuple[str, ...], is_check: bool, diff: bool) -> int:
    """Put each POLICY in order: spelling of rule words, spaces, line breaks, citations under each other.

    Names, quotes and comments stay as they are, and so does the meaning. `-` reads standard input and writes
    standard output. A file with an error is left as it is, and then none is changed.
    """
    files = _ordered(policy)
    changed = [(name, old, new) for name, old, new in files if old != new]
    if not (is_check or diff):
        _write(files if policy == ("-",) else changed)
    for each in changed if diff else ():
        write(_difference(*each))
    if policy == ("-",):
        return int(bool(changed)) if is_check else 0
    verb = "would change" if is_check or diff else "changed"
    for name, _, _ in changed if is_check or not diff else ():
        click.echo(f"{name}: {verb}", err=is_check)
    left = len(files) - len(changed)
    click.echo(f"{count(len(changed), 'file')} {verb}, {count(left, 'file')} in order", err=True)
    return int(bool(changed)) if is_check else 0


def _ordered(policy: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Return each policy's name, its text and what it is in order.

    Raises `Unusable` with everything that is wrong with any of them.
    """
    files, problems = [], []
    for name in policy:
        try:
            text = _text(name)
        except Unusable as problem:
            problems.append(str(problem))
            continue
        source = Source(name, text)
        made, told = reformat(source)
        if has_errors(told):
            problems += [render(each) for each in told if each.is_error]
        elif parse(Source(name, made))[0] != parse(source)[0]:
            problems.append(f"error: {name}: this should not happen: its meaning would change; left as it is")
        else:
            files.append((name, text, made))
    if problems:
        raise Unusable("\n\n".join(problems))
    return files


def _write(files: list[tuple[str, str, str]]) -> None:
    """Write what each file is in order to its place, with the line ends that it has.

    Raises `Unusable` for a policy of the program's own: those are changed by nobody.
    """
    ours = [name for name, _, _ in files if name != "-" and not Path(name).is_file()]
    if ours:
        raise Unusable(f"error: {ours[0]} comes with the program and stays as it is")
    for name, _, new in files:
        is_windows = name != "-" and b"\r\n" in Path(name).read_bytes()
        write((new.replace("\n", "\r\n") if is_windows else new,), name)


def _text(name: str) -> str:
    if name == "-":
        try:
            text, wrong = sys.stdin.buffer.read().decode("utf-8-sig"), ""
        except UnicodeDecodeError:
            text, wrong = "", "is not text in UTF-8"
    else:
        text, wrong = read_text(policy_file(name))
    if wrong:
        raise Unusable(f"error: {name} {wrong}")
    return text.replace("\r\n", "\n")


def _difference(name: str, old: str, new: str) -> Iterator[str]:
    lines = unified_diff(old.splitlines(), new.splitlines(), name, f"{name} (in order)", lineterm="")
    return (f"{line}\n" for line in lines)

"""`trainrules coverage`: the normative sentences of a strategy that no rule or note quotes."""

from __future__ import annotations

from pathlib import Path

import click

from trainrules import api
from trainrules.cli.inputs import Unusable, policy_file
from trainrules.cli.output import write
from trainrules.coverage import Coverage, coverage
from trainrules.coverage.told import as_html, as_json, as_text
from trainrules.diagnostics import has_errors, render
from trainrules.model.files import read_text

_FORMATS = {"text": as_text, "json": as_json, "html": as_html}


@click.command("coverage")
@click.argument("policy", nargs=-1, required=True)
@click.option(
    "--source", metavar="FILE", help="The strategy's text (default: the file that the policy names)."
)
@click.option("--format", "format_", type=click.Choice(list(_FORMATS)), default="text", show_default=True)
@click.option("--output", "-o", metavar="FILE", help="Write there instead of standard output.")
def coverage_(policy: tuple[str, ...], source: str | None, format_: str, output: str | None) -> int:
    """Say which sentences of the strategy behind each POLICY ask for something and are quoted nowhere.

    A sentence asks for something when it has a word such as must, should, will, required or recommended. Exit
    status 1 when any is left.
    """
    if format_ != "text" and len(policy) > 1:
        raise Unusable(f"error: {format_} is about one policy at a time")
    found = _covered(policy, source)
    write((_FORMATS[format_](name, each) for name, each in found), output)
    return int(any(each.left for _, each in found))


def _covered(policy: tuple[str, ...], source: str | None) -> list[tuple[str, Coverage]]:
    """Return each policy's name and its coverage.

    Raises `Unusable` with everything that is wrong with any of them.
    """
    found, problems = [], []
    for name in policy:
        try:
            file, told = api.read(policy_file(name))
            text = _source(source) if source else api.source_text(file)
        except Unusable as problem:
            problems.append(str(problem))
            continue
        problems += [render(each) for each in told if each.is_error] if has_errors(told) else []
        if text is None:
            problems.append(
                f"error: {name}: its source is not found\n  = help: `--source FILE` says where it is"
            )
        else:
            found.append((name, coverage(file, text)))
    if problems:
        raise Unusable("\n\n".join(problems))
    return found


def _source(where: str) -> str:
    text, wrong = read_text(Path(where))
    if wrong:
        raise Unusable(f"error: {where} {wrong}")
    return text

"""`trainrules test`: the examples that an author put beside the rules, run, and what they show."""

from __future__ import annotations

import json
from pathlib import Path

import click

from trainrules import api
from trainrules.cli.inputs import Unusable, policy_file
from trainrules.cli.output import write
from trainrules.cli.wording import count
from trainrules.diagnostics import has_errors, render
from trainrules.examples import example_cover, run_examples
from trainrules.examples.told import Tested, as_json, lacking_lines, summary


@click.command()
@click.argument("policy", nargs=-1, required=True)
@click.option("--coverage", is_flag=True, help="List the rules that no example shows on one of their sides.")
@click.option("--generate", is_flag=True, help="Propose examples that are lacking, for you to confirm.")
@click.option("--append", is_flag=True, help="With --generate: put the proposals at the end of the file.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
def test(policy: tuple[str, ...], coverage: bool, generate: bool, append: bool, format_: str) -> int:
    """Run the examples in each POLICY and say which do not come out as their author expects.

    A rule is shown on every side when examples show it met and in breach, on the last day in time and on the
    first day late. Exit status 1 when an example fails or, with --coverage, when a side is not shown; 2 when
    a POLICY cannot be used, and then none is run.
    """
    _refuse_what_does_not_go_together(policy, generate, append, format_)
    found = _tested(policy)
    if format_ == "json":
        write([json.dumps([as_json(each) for each in found], ensure_ascii=False, indent=2), "\n"])
    else:
        for tested in found:
            _tell(tested, coverage, to_stderr=generate)
    if generate:
        for tested in found:
            _propose(tested, append)
    return int(any(each.failed or (coverage and each.lacking) for each in found))


def _refuse_what_does_not_go_together(
    policy: tuple[str, ...], generate: bool, append: bool, format_: str
) -> None:
    if append and not generate:
        raise Unusable("error: --append puts proposals into the file, so it goes with --generate")
    if generate and format_ == "json":
        raise Unusable(
            "error: proposals are in the rule language: --generate and --format json do not go together"
        )
    bundled = [name for name in policy if append and not Path(name).is_file()]
    for name in bundled:
        policy_file(name)
        raise Unusable(f"error: {name} comes with the program and stays as it is")


def _tested(policy: tuple[str, ...]) -> list[Tested]:
    """Return each policy with its examples run.

    Raises `Unusable` with everything that is wrong with any of them.
    """
    files, problems = [], []
    for name in policy:
        try:
            file, found = api.read(policy_file(name))
        except Unusable as problem:
            problems.append(str(problem))
            continue
        files.append((name, file))
        problems += [render(each) for each in found] if has_errors(found) else []
    if problems:
        raise Unusable("\n\n".join(problems))
    ran = ((name, file, run_examples(file)) for name, file in files)
    return [Tested(name, file, results, example_cover(file, results)) for name, file, results in ran]


def _tell(tested: Tested, coverage: bool, to_stderr: bool) -> None:
    for diagnostic in (found for each in tested.failed for found in each.diagnostics):
        click.echo(f"{render(diagnostic)}\n", err=True)
    click.echo(summary(tested), err=to_stderr)
    for line in lacking_lines(tested.cover) if coverage else ():
        click.echo(f"  {line}", err=to_stderr)


def _propose(tested: Tested, append: bool) -> None:
    """Write the examples that *tested* lacks, and say of which rules none was found."""
    from trainrules.examples.propose import Proposal, Unproposed, proposals, proposals_text

    found = proposals(tested.file, tested.cover)
    for each in found:
        if isinstance(each, Unproposed):
            sides = ", ".join(side.value for side in each.sides)
            click.echo(
                f"  [{each.label}], line {each.line}: no example was found that shows: {sides}", err=True
            )
    text = proposals_text(found)
    if text and append:
        path = policy_file(tested.name)
        write((f"{tested.file.source.text.rstrip()}\n\n{text}",), str(path))
        number = sum(isinstance(each, Proposal) for each in found)
        click.echo(f"{tested.name}: {count(number, 'example')} proposed, at its end", err=True)
    elif text:
        write((text,))

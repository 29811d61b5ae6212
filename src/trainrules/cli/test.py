"""`trainrules test`: the examples that an author put beside the rules, run."""

from __future__ import annotations

import click

from trainrules import api
from trainrules.cli.inputs import Unusable, policy_file
from trainrules.cli.wording import count
from trainrules.diagnostics import has_errors, render
from trainrules.examples import ExampleResult, run_examples


@click.command()
@click.argument("policy", nargs=-1, required=True)
def test(policy: tuple[str, ...]) -> int:
    """Run the examples in each POLICY and say which do not come out as their author expects.

    Exit status 1 when any does not; 2 when a POLICY cannot be used, and then none is run.
    """
    status = 0
    for name, results in _run(policy):
        failed = [each for each in results if not each.passed]
        for diagnostic in (found for each in failed for found in each.diagnostics):
            click.echo(f"{render(diagnostic)}\n", err=True)
        click.echo(f"{name}: {count(len(results), 'example')}, {len(failed) or 'none'} failed")
        status = 1 if failed else status
    return status


def _run(policy: tuple[str, ...]) -> list[tuple[str, tuple[ExampleResult, ...]]]:
    """Return each policy's name and how its examples came out.

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
    return [(name, run_examples(file)) for name, file in files]

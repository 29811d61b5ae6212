"""`trainrules test`: the examples that an author put beside the rules, run."""

from __future__ import annotations

import click

from trainrules.cli.inputs import policy_file


@click.command()
@click.argument("policy", nargs=-1, required=True)
def test(policy: tuple[str, ...]) -> int:
    """Run the examples in each POLICY and say which do not come out as their author expects.

    Exit status 1 when any does not.
    """
    from trainrules.examples import run_examples

    raise SystemExit(str((policy_file, run_examples)))

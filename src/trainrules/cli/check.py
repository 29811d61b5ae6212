"""`trainrules check`: everything that is wrong with a rule file, at once."""

from __future__ import annotations

import click

from trainrules import api
from trainrules.cli.inputs import Unusable, policy_file
from trainrules.cli.wording import count
from trainrules.diagnostics import has_errors, in_order, render


@click.command()
@click.argument("policy", nargs=-1, required=True)
def check(policy: tuple[str, ...]) -> int:
    """Say everything that is wrong with each POLICY.

    Exit status 1 when any of them has an error; a warning alone is none.
    """
    failed, missing = False, False
    for name in policy:
        try:
            file, unordered = api.read(policy_file(name))
        except Unusable as problem:
            missing = True
            click.echo(f"{problem}\n", err=True)
            continue
        found = in_order(unordered)
        for each in found:
            click.echo(f"{render(each)}\n", err=True)
        failed = failed or has_errors(found)
        errors = sum(each.is_error for each in found)
        empty = "" if found or file.policy.rules else ", and no rules"
        click.echo(f"{name}: {count(errors, 'error')}, {count(len(found) - errors, 'warning')}{empty}")
    return 2 if missing else int(failed)

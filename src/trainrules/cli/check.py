"""`trainrules check`: everything that is wrong with a rule file, at once, and what is probably not meant."""

from __future__ import annotations

from pathlib import Path

import click

from trainrules import api
from trainrules.cli.inputs import Unusable, policy_file, today
from trainrules.cli.output import write
from trainrules.cli.wording import count
from trainrules.diagnostics import Diagnostic, Severity, has_errors, in_order, render
from trainrules.fixes import fixed
from trainrules.model.files import read_text


@click.command()
@click.argument("policy", nargs=-1, required=True)
@click.option("--fix", is_flag=True, help="Mend in place what leaves no doubt, and say what is left.")
@click.option("--no-advice", is_flag=True, help="Leave out what is legal but probably not meant.")
def check(policy: tuple[str, ...], fix: bool, no_advice: bool) -> int:
    """Say everything that is wrong with each POLICY, and what in it is probably not meant.

    Exit status 1 when any of them has an error; a warning or advice alone is none. A comment that names the
    code of a piece of advice, on its sentence or right above it, explains it, and then it is not given.
    """
    failed, missing = False, False
    for name in policy:
        try:
            if fix:
                _fix(name)
            file, unordered = api.read(policy_file(name))
        except Unusable as problem:
            missing = True
            click.echo(f"{problem}\n", err=True)
            continue
        wrong = has_errors(unordered)
        advice = () if wrong or no_advice else api.lint(file, today())
        found = in_order((*unordered, *advice))
        for each in found:
            click.echo(f"{render(each)}\n", err=True)
        failed = failed or wrong
        empty = "" if found or file.policy.rules else ", and no rules"
        click.echo(f"{name}: {_counted(found)}{empty}")
    return 2 if missing else int(failed)


def _fix(name: str) -> None:
    """Mend the file *name* in place, and say what was done.

    Raises `Unusable` when it is not there, or comes with the program.
    """
    path = policy_file(name)
    if not Path(name).is_file():
        raise Unusable(f"error: {name} comes with the program and stays as it is")
    raw, wrong = read_text(path)
    if wrong:
        return
    text, made = fixed(raw, lambda tried: api.check(tried, name, path.parent))
    for each in made:
        was = f"`{each.old}` is now `{each.new}`" if each.new else f"`{each.old}` is left out"
        click.echo(f"{name}:{each.line}: {was}")
    if made:
        write((text,), str(path))


def _counted(found: tuple[Diagnostic, ...]) -> str:
    number = {each: sum(one.severity is each for one in found) for each in Severity}
    said = f"{count(number[Severity.ERROR], 'error')}, {count(number[Severity.WARNING], 'warning')}"
    advice = number[Severity.ADVICE]
    return f"{said}, {count(advice, 'piece')} of advice" if advice else said

"""The one way in and out of the command line: every ending has an exit status and no traceback.

0: done and nothing in breach; 1: done, and something in breach or a check failed; 2: the input could not be
used, and nothing was written; 130: stopped by the user.
"""

from __future__ import annotations

import traceback
from collections.abc import Sequence

import click

from trainrules.cli import STOPPED
from trainrules.cli.app import app
from trainrules.cli.inputs import Unusable

UNUSABLE = 2


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command that *arguments* (None: the program's own) name, and return the exit status."""
    try:
        status = app.main(args=arguments, prog_name="trainrules", standalone_mode=False)
    except Unusable as problem:
        return _said(str(problem))
    except click.ClickException as problem:
        problem.show()
        return UNUSABLE
    except (KeyboardInterrupt, click.Abort):
        click.echo("stopped", err=True)
        return STOPPED
    except OSError as problem:
        place = f"{problem.filename}: " if problem.filename else ""
        return _said(f"error: {place}{problem.strerror or problem}")
    except Exception as problem:  # A fault of the program: say so and where, which is what a report needs.
        last = traceback.extract_tb(problem.__traceback__)[-1]
        where = f"{last.filename}:{last.lineno}"
        return _said(f"error: this should not happen: {type(problem).__name__}: {problem} ({where})")
    return int(status or 0)


def _said(words: str) -> int:
    click.echo(words, err=True)
    return UNUSABLE

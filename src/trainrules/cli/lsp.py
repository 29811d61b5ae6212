"""`trainrules lsp`: the language server, which an editor starts and speaks to."""

from __future__ import annotations

import click

from trainrules.cli.inputs import Unusable, today


@click.command()
@click.option("--stdio", is_flag=True, help="Speak over standard input and output, which it always does.")
def lsp(stdio: bool) -> int:
    """Serve an editor: findings, completion, hover, rename, formatting, quick fixes.

    An editor starts this; it needs `pip install "trainrules[lsp]"`.
    """
    try:
        from trainrules.lsp.server import serve
    except ModuleNotFoundError as missing:
        raise Unusable(
            f"error: the language server needs {missing.name}, which is not installed"
            '\n  = help: `pip install "trainrules[lsp]"`'
        ) from None
    serve(today)
    return 0

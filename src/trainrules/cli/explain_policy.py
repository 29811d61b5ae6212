"""`trainrules explain-policy`: a policy read back in full words, with worked dates."""

from __future__ import annotations

import click

from trainrules.cli.inputs import policies
from trainrules.cli.output import write
from trainrules.readback import explain_policy as as_text
from trainrules.readback import explain_policy_html as as_html
from trainrules.readback import explain_policy_markdown as as_markdown

_FORMATS = {"text": as_text, "markdown": as_markdown, "html": as_html}


@click.command("explain-policy")
@click.argument("policy")
@click.option("--format", "format_", type=click.Choice(list(_FORMATS)), default="text", show_default=True)
@click.option("--output", "-o", metavar="FILE", help="Write there instead of standard output.")
def explain_policy(policy: str, format_: str, output: str | None) -> int:
    """Read every rule of POLICY back in full words, with worked dates, so that nothing is hidden."""
    (loaded,) = policies([policy])
    write([_FORMATS[format_](loaded)], output)
    return 0

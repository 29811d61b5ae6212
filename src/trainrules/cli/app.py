"""The commands and what they have in common."""

from __future__ import annotations

import click

from trainrules.cli.check import check
from trainrules.cli.coverage import coverage_
from trainrules.cli.evaluate import evaluate
from trainrules.cli.explain import explain
from trainrules.cli.explain_policy import explain_policy
from trainrules.cli.format import format_
from trainrules.cli.lsp import lsp
from trainrules.cli.plan import plan
from trainrules.cli.report import report_
from trainrules.cli.test import test


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="trainrules")
def app() -> None:
    """Who must be trained in what, by when, and who is in breach.

    POLICY is a rule file, or the name of a bundled policy: cheshire-west, hackney, leicestershire,
    northamptonshire or sandwell. RECORDS is a .json, .jsonl or .csv file, or - for standard input.

    Exit status: 0 done and nothing in breach; 1 done, and something is in breach or a check failed;
    2 the input could not be used, and nothing was written.
    """


for command in (evaluate, explain, check, test, format_, coverage_, plan, report_, explain_policy, lsp):
    app.add_command(command)

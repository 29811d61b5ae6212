"""The examples that authors put beside their rules: built into records, run, compared."""

from __future__ import annotations

from trainrules.examples.prepare import example_problems
from trainrules.examples.run import ExampleResult, run_examples

__all__ = ["ExampleResult", "example_problems", "run_examples"]

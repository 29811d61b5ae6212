"""The examples that authors put beside their rules: built into records, run, compared."""

from __future__ import annotations

from trainrules.examples.prepare import Prepared, example_problems, prepared
from trainrules.examples.run import ExampleResult, run_example, run_examples

__all__ = ["ExampleResult", "Prepared", "example_problems", "prepared", "run_example", "run_examples"]

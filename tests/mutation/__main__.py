"""`python -m tests.mutation`: try every mutant of the dates, the model and the engine, and tell the score."""

from __future__ import annotations

import argparse
import os

from mutmut.configuration import config
from mutmut.mutation.trampoline import set_mutant_under_test
from tests.mutation import mutants, score, session


def main() -> int:
    """Try what has no result yet, then tell the score; 1 when a survivor is not explained."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("files", nargs="*", help="only mutants of these files or functions: engine/case.py")
    parser.add_argument("--again", action="append", default=[], metavar="STATUS", help="try these again, too")
    parser.add_argument("--score", action="store_true", help="try nothing; tell the score of the last run")
    parser.add_argument("--keep", action="store_true", help="write the figures to results.json and the page")
    parser.add_argument("--seconds", type=float, default=4.0, help="of tests for a mutant (4)")
    parser.add_argument("--same-tests", action="store_true", help="what they reach is known from before")
    parser.add_argument("--tests", action="append", default=[], metavar="PATH", help="instead of the usual")
    chosen = parser.parse_args()
    set_mutant_under_test("")
    if not chosen.score:
        mutants.generate()
        todo = mutants.chosen(chosen.files, chosen.again)
        if todo:
            here = os.getcwd()
            os.chdir(mutants.COPY)
            tests = chosen.tests or config().pytest_add_cli_args_test_selection
            args = [*config().pytest_add_cli_args, *tests]
            code = session.run(todo, chosen.seconds, chosen.same_tests, args)
            os.chdir(here)
            if code not in (0, 1, 5):
                return code
    return score.tell(chosen.files, chosen.keep)


if __name__ == "__main__":
    raise SystemExit(main())

"""The score of the last run: figures for each part, and the survivors that nobody has explained."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatch

from tests.mutation.mutants import change, mutants


def tell(files: Iterable[str], keep: bool) -> int:
    wanted = tuple(files)
    for each in mutants():
        if wanted and not any(fnmatch(each.where, f"*{one}*") for one in wanted):
            continue
        if each.status != "killed":
            out, in_ = change(each)
            print(f"{each.status}: {each.where} ({each.name.rpartition('_')[2]})\n    - {out}\n    + {in_}")
    return 0

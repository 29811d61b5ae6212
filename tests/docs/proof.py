"""Writes on the page about proof what the last runs have shown: `python -m tests.docs.proof`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.docs.pages import DOCS, ROOT
from tests.laws.tried import load, table
from tests.planted.__main__ import ENOUGH

PAGE = DOCS / "proof.md"


def kept(name: str) -> dict[str, Any]:
    """Return what a run has left in the file *name*, under `tests`."""
    found: dict[str, Any] = json.loads((ROOT / "tests" / name).read_text(encoding="utf-8"))
    return found


def small_scope() -> str:
    """Return the counts of the last enumeration, in a sentence."""
    it = kept("small_scope/result.json")
    scope = "" if it["every"] == 1 else f" (every {it['every']}th of them)"
    return (
        f"{it['policies']:,} policies on {it['records']:,} records{scope} are {it['cases']:,} cases, "
        f"{it['in_breach']:,} of them with breach days: {it['disagreements']} disagreements "
        f"({it['seconds'] / 60:.0f} CPU minutes, {it['date']}, commit `{it['commit']}`)."
    )


def planted() -> str:
    """Return the bugs of the last trial, a row each."""
    it = kept("planted/result.json")
    rows = ["| bug | tests red | the first |", "|---|--:|---|"]
    for each in it["bugs"]:
        count = f"{ENOUGH} or more" if each["red"] >= ENOUGH else str(each["red"])
        name = each["first"].split("::")[-1].split("[")[0]
        rows.append(f"| {each['bug']} | {count} | `{name}` |")
    caught = sum(bool(each["red"]) for each in it["bugs"])
    rows += ["", f"{caught} of {len(it['bugs'])} were caught ({it['date']}, commit `{it['commit']}`)."]
    return "\n".join(rows)


def laws() -> str:
    """Return the table of the last campaign."""
    return table(load(ROOT / "tests/laws/campaign.json"))


SECTIONS = {"laws": laws, "small scope": small_scope, "planted": planted}


def filled(page: str) -> str:
    """Return *page* with every section as the last runs have it."""
    for name, told in SECTIONS.items():
        begin, rest = page.split(f"<!-- {name} -->\n", 1)
        _, after = rest.split("<!-- end -->", 1)
        page = f"{begin}<!-- {name} -->\n\n{told()}\n\n<!-- end -->{after}"
    return page


if __name__ == "__main__":
    Path(PAGE).write_text(filled(PAGE.read_text(encoding="utf-8")), encoding="utf-8")

"""Tells the part of docs/conformance.md that comes from the corpus: its batches, and how each was obtained.

`python -m tests.conformance.page` writes it anew; a test holds the page to it.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.conformance.run import HERE, Json, batches

PAGE = Path(__file__).parents[2] / "docs" / "conformance.md"
BEGIN, END = "<!-- told from the corpus -->\n", "<!-- to here -->\n"
STATUSES = (
    *("met", "met late", "pending", "overdue", "released", "unmet", "waived", "not open yet"),
    "undetermined",
)
NO_ROW = "no row"


def told(found: list[Json]) -> str:
    """Return the generated part for the batches *found*."""
    return "\n".join(
        (
            *("### Batches", "", *batch_table(found), ""),
            *("### How they were obtained", "", *provenance(found), ""),
            *("### Forms and statuses", "", FORMS, "", *form_table(found), ""),
        )
    )


FORMS = (
    "How many cases of a sentence form expect an obligation of a status. `no row` is for cases that expect\n"
    "no obligation: nobody is meant, or the rule gives violations only."
)


def batch_table(found: list[Json]) -> list[str]:
    """Return a row a batch: its file, how many cases it has, and what it is about."""
    total = sum(len(batch["cases"]) for batch in found)
    rows = [f"| `{batch['batch']}` | {len(batch['cases'])} | {batch['about']} |" for batch in found]
    return ["| batch | cases | about |", "|---|---|---|", *rows, f"| all | {total} | |"]


def provenance(found: list[Json]) -> list[str]:
    """Return an item for each way in which batches were obtained, with their names."""
    ways: dict[str, list[str]] = {}
    for batch in found:
        ways.setdefault(batch["obtained"], []).append(f"`{batch['batch']}`")
    return [f"- {', '.join(names)}: {how}" for how, names in ways.items()]


def form_table(found: list[Json]) -> list[str]:
    """Return a row a form: how many of its cases expect each status."""
    counts: dict[str, Counter[str]] = {}
    for batch in found:
        for case in batch["cases"]:
            expected = {row["status"] for row in case["expect"]["obligations"]} or {NO_ROW}
            counts.setdefault(case["form"], Counter()).update(expected)
    columns = (*STATUSES, NO_ROW)
    rows = [
        f"| {form} | " + " | ".join(str(counts[form][column] or "") for column in columns) + " |"
        for form in sorted(counts)
    ]
    return [f"| form | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|", *rows]


def rewritten(page: str) -> str:
    """Return *page* with its generated part told from the corpus as it is."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{told(list(batches([HERE])))}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8")), encoding="utf-8")

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
SINGLE = dict.fromkeys(
    ("met", "met late", "pending", "overdue", "released"),
    "an event is in breach on its own day or not at all: there is a row only where that is not known",
)
ASKS_NOTHING = "`may` asks for nothing"
NO_DUE_DAY = "it has no due day, and asks for nothing before it is in breach"
# Of every form the corpus has the other statuses of these: `test_every_form.py` says so.
TRIED = ("met", "met late", "pending", "overdue", "released", "undetermined")
CANNOT_BE: dict[str, dict[str, str]] = {
    "delivery": SINGLE,
    "notice": SINGLE,
    "order": SINGLE,
    "session-notice": SINGLE,
    "permission": dict.fromkeys(TRIED, ASKS_NOTHING),
    "quota-fixed": {"met late": "nothing undoes a fixed period with too little"},
    "standard": {"met late": NO_DUE_DAY, "pending": NO_DUE_DAY},
    "streak": {
        "met late": NO_DUE_DAY,
        "pending": NO_DUE_DAY,
        "released": "one with no day in breach is no obligation",
    },
}


def told(found: list[Json]) -> str:
    """Return the generated part for the batches *found*."""
    return "\n".join(
        (
            *("### Batches", "", *batch_table(found), ""),
            *("### How they were obtained", "", *provenance(found), ""),
            *("### Forms and statuses", "", FORMS, "", *form_table(found), ""),
            *(CANNOT, "", *reasons(), ""),
        )
    )


FORMS = (
    "How many cases of a sentence form expect an obligation of a status. `no row` is for cases that expect\n"
    "no obligation: nobody is meant, or the rule gives violations only. `–` is what a form cannot be; what\n"
    "its cases expect of other rules is not counted there. Every other cell of the first five columns and\n"
    "of `undetermined` has a case."
)
CANNOT = "Why a form cannot be so:"


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


def counted(found: list[Json]) -> dict[str, Counter[str]]:
    """Return for each form how many of its cases expect each status that it can have."""
    counts: dict[str, Counter[str]] = {}
    for batch in found:
        for case in batch["cases"]:
            form = case["form"]
            expected = {row["status"] for row in case["expect"]["obligations"]} or {NO_ROW}
            counts.setdefault(form, Counter()).update(expected - set(CANNOT_BE.get(form, {})))
    return counts


def form_table(found: list[Json]) -> list[str]:
    """Return a row a form: how many of its cases expect each status."""
    columns = (*STATUSES, NO_ROW)
    rows = [
        f"| {form} | " + " | ".join(cell(form, column, count[column]) for column in columns) + " |"
        for form, count in sorted(counted(found).items())
    ]
    return [f"| form | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|", *rows]


def cell(form: str, status: str, count: int) -> str:
    """Return what the table says of a form and a status."""
    return "–" if status in CANNOT_BE.get(form, {}) else str(count or "")


def reasons() -> list[str]:
    """Return an item for each reason why forms cannot have statuses, with what it is the reason for."""
    forms: dict[tuple[str, str], list[str]] = {}
    for form, cannot in CANNOT_BE.items():
        for why in dict.fromkeys(cannot.values()):
            statuses = ", ".join(status for status in cannot if cannot[status] == why)
            forms.setdefault((statuses, why), []).append(f"`{form}`")
    return [f"- {', '.join(names)} ({statuses}): {why}." for (statuses, why), names in forms.items()]


def rewritten(page: str) -> str:
    """Return *page* with its generated part told from the corpus as it is."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{told(list(batches([HERE])))}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8")), encoding="utf-8")

"""Write the sample workforces: some 250 invented records a partnership, the same ones every time.

    python examples/make_workforce.py [FOLDER]

writes `FOLDER/<partnership>/records.jsonl` (records of every kind) for the five bundled policies and, for
Hackney, the staff once more as `staff.csv` and `training.csv`. Left out, FOLDER is the one this file is in.
Nobody in them exists; the names of agencies are made up too. Whatever a record shows is drawn from a chance
seeded by the partnership and the record's own number, so that a change to one leaves the others alone.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from workforce.cheshire_west import CHESHIRE_WEST
from workforce.hackney import HACKNEY
from workforce.leicestershire import LEICESTERSHIRE
from workforce.northamptonshire import NORTHAMPTONSHIRE
from workforce.partnership import records
from workforce.sandwell import SANDWELL

Fields = dict[str, Any]

PARTNERSHIPS = (LEICESTERSHIRE, HACKNEY, SANDWELL, CHESHIRE_WEST, NORTHAMPTONSHIRE)
PERSON = ("id", "name", "agency", "joined", "left")
POST = ("title", "groups", "levels", "roles", "started", "ended")
ATTRIBUTES = ("engagement", "sector")
DONE = ("course", "completed", "delivery", "format", "hours", "certificate")


def files() -> dict[str, str]:
    """Return the text of every file, by its path under the folder."""
    texts: dict[str, str] = {}
    for made in PARTNERSHIPS:
        found = list(records(made))
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in found)
        texts[f"{made.folder}/records.jsonl"] = "".join(lines)
        if made is HACKNEY:
            staff = [record for record in found if record["kind"] in ("staff", "trainer")]
            texts[f"{made.folder}/staff.csv"] = _staff(staff)
            texts[f"{made.folder}/training.csv"] = _training(staff)
    return texts


def _staff(people: Iterable[Fields]) -> str:
    """Return the staff as a spreadsheet: one row a post; who joined twice has no joining day in it."""
    heading = ("id", "kind", *PERSON[1:], *(f"attribute {name}" for name in ATTRIBUTES), "post", *POST[1:])
    rows: list[Iterable[str]] = [heading]
    for each in people:
        person = [each["id"], each["kind"], *(each.get(key, "") for key in PERSON[1:])]
        person += [each.get("attributes", {}).get(name, "") for name in ATTRIBUTES]
        rows += [[*person, *(_cell(post.get(key, "")) for key in POST)] for post in each["posts"]]
    return _csv(rows)


def _training(people: Iterable[Fields]) -> str:
    """Return the completions as a spreadsheet: one row each."""
    rows: list[Iterable[str]] = [("id", "event", *DONE, "groups", "levels", "roles")]
    for each in people:
        for event in each.get("training", ()):
            own = event.get("for", {})
            facts = [_cell(event.get(key, "")) for key in DONE]
            rows.append([each["id"], event["id"], *facts, *(_cell(own.get(key, "")) for key in POST[1:4])])
    return _csv(rows)


def _cell(value: object) -> str:
    """Return *value* as a cell: the names of a list apart by semicolons."""
    return "; ".join(value) if isinstance(value, list) else str(value)


def _csv(rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def main() -> None:
    """Write every file and say where."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name, text in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        print(path)


if __name__ == "__main__":
    main()

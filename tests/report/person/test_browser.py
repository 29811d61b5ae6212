"""The page about one person in a real browser: it fits, it fetches nothing, nothing runs into anything."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from tests.report.person.browser import CHROMIUM, measured, printed
from tests.report.person.people import AMINA, AS_OF, BEN, NOBODY, evaluated, veteran

import trainrules
from trainrules.report.person import person_html

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium to open the page in")

EXAMPLES = Path(__file__).parents[3] / "examples"
PHONE, PAPER, DESK = 500, 680, 1100  # 680: an A4 page less its margins, at 96 dots an inch.
BAD = (
    '<!doctype html><title>Bad</title><body><svg class="track" width="900" height="9"></svg>'
    '<img src="http://nowhere.invalid/no.png">'
)


def sample(policy: str, name: str) -> str:
    """Return the page of one of the sample people."""
    records = trainrules.read_records(EXAMPLES / policy / "records.jsonl")
    record = next(each for each in records if each.id == name)
    return person_html(trainrules.evaluate(trainrules.builtin(policy), record, AS_OF))


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Return the pages that are opened, by name."""
    return {
        "amina": person_html(evaluated(AMINA)),
        "ben": person_html(evaluated(BEN)),
        "nobody": person_html(evaluated(NOBODY)),
        "veteran": person_html(evaluated(veteran(400))),
        "hackney": sample("hackney", "S-0059"),
        "northamptonshire": sample("northamptonshire", "S-0079"),
        "partnership": sample("northamptonshire", "P-01"),
    }


@pytest.fixture(scope="module")
def found(pages: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what each page measures at each width, all in one run of the browser."""
    asked = {
        f"{name}-{width}": (text, width) for name, text in pages.items() for width in (PHONE, PAPER, DESK)
    }
    return measured(tmp_path_factory.mktemp("browser"), {**asked, "bad": (BAD, PHONE)})


def good(found: dict[str, Any]) -> dict[str, Any]:
    return {name: each for name, each in found.items() if name != "bad"}


def test_no_page_is_wider_than_its_window(found: dict[str, Any]) -> None:
    assert {name: each["wide"] for name, each in good(found).items() if each["wide"] > 0} == {}
    assert found["bad"]["wide"] > 0


def test_no_page_asks_for_anything_or_runs_anything(found: dict[str, Any]) -> None:
    assert {(each["requests"], each["scripts"]) for each in good(found).values()} == {(0, 0)}
    assert found["bad"]["requests"] == 1


def test_the_words_are_there_to_be_read(found: dict[str, Any]) -> None:
    said = found["ben-500"]["text"]
    assert "Ben Cole (S-2)" in said
    assert "In breach: complete Group B training" in said
    assert "Due 1 March 2022 + 6 months = 1 September 2022" in said
    assert found["ben-500"]["title"] == "Ben Cole (S-2), as of 2 September 2022"


def test_every_row_is_drawn_wide_enough_to_be_read(found: dict[str, Any]) -> None:
    drawn = {name: each for name, each in good(found).items() if each["tracks"]}
    assert len(drawn) >= 18
    assert min(each["narrowest"] for each in drawn.values()) >= 420
    assert {name: each["flat"] for name, each in drawn.items() if each["flat"]} == {}


def test_no_label_runs_into_the_next(found: dict[str, Any]) -> None:
    assert {name: each["crossing"] for name, each in good(found).items() if each["crossing"]} == {}


def test_a_page_is_printed_on_a4(pages: dict[str, str], tmp_path: Path) -> None:
    paper = printed(tmp_path, pages["hackney"])
    sizes = {
        tuple(round(float(n)) for n in each.split()) for each in re.findall(rb"/MediaBox \[([^\]]+)\]", paper)
    }
    assert sizes == {(0, 0, 595, 842)}


def test_a_breach_is_told_by_its_stripes_and_not_by_colour_alone(found: dict[str, Any]) -> None:
    fills = {fill for each in good(found).values() for fill in each["breaches"]}
    assert fills == {'url("#hatch")'}

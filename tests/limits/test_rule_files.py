"""What a rule file may hold: at each bound it is read, and one beyond it is told so."""

from __future__ import annotations

from string import ascii_lowercase

import pytest

from trainrules import api
from trainrules.language.build.what import MOST_DECIMALS, MOST_DIGITS
from trainrules.model.limits import MOST_RULES, MOST_WORDS
from trainrules.model.lowering.picks import MOST_NAMED
from trainrules.model.vocabulary import MOST_IN_A_RANGE

RANGES = [f"{letter}1–{letter}{MOST_IN_A_RANGE}" for letter in ascii_lowercase]


def told(*lines: str) -> list[tuple[str, int | None]]:
    """Return the codes of what is wrong with *lines*, each with its line."""
    return [(each.code, each.line) for each in api.check("\n".join((*lines, ""))) if each.is_error]


def test_a_range_of_a_thousand_names_is_one_and_a_longer_one_is_none() -> None:
    assert told(f"groups a1–a{MOST_IN_A_RANGE}") == []
    assert told(f"groups a0–a{MOST_IN_A_RANGE}") == [("TR205", 1)]


def test_a_sentence_is_about_up_to_a_thousand_groups() -> None:
    assert len(api.loads(f"Groups {RANGES[0]} within 6 months\n").rules) == MOST_NAMED
    assert told(f"Groups {RANGES[0]}, b within 6 months") == [("TR114", 1)]
    names = ", ".join(f"g{number}" for number in range(MOST_NAMED - 1))
    assert told(f"Groups {names} and h within 6 months") == []
    assert told(f"Groups {names}, h and i within 6 months", "Group B within 6 months") == [("TR114", 1)]


def test_and_above_names_up_to_a_thousand_as_well() -> None:
    levels = [f"levels {first}–{first + 999}" for first in (1, 1_001)]
    assert told(*levels, "Levels 1001 and above within 6 months") == []
    assert told(*levels, "Levels 1000 and above within 6 months") == [("TR114", 3)]


def test_a_file_declares_up_to_twenty_thousand_names() -> None:
    enough = [f"groups {each}" for each in RANGES[: MOST_WORDS // MOST_IN_A_RANGE]]
    assert told(*enough) == []
    assert told(*enough, "group zz", "Group zz within 6 months") == [("TR114", len(enough) + 1)]


def test_a_sentence_of_ranges_without_end_is_read_no_further_than_that() -> None:
    assert told("groups " + " and ".join(f"{each}" for each in RANGES * 40)) == [("TR114", 1)]


def test_a_file_has_up_to_ten_thousand_rules() -> None:
    enough = [f"Groups {each} within 6 months" for each in RANGES[: MOST_RULES // MOST_NAMED]]
    assert len(api.loads("\n".join((*enough, ""))).rules) == MOST_RULES
    assert told(*enough, "Group A within 6 months") == [("TR114", len(enough) + 1)]


@pytest.mark.parametrize(
    ("most", "beyond"),
    [
        ("9" * MOST_DIGITS, "1" + "0" * MOST_DIGITS),
        ("0" * (MOST_DIGITS - 1) + "7", "0" * 5_000 + "7"),
        ("7", "9" * 5_000),
        (f"7.{'1' * MOST_DECIMALS}", f"7.{'1' * MOST_DECIMALS}1"),
        ("80%", f"{'9' * 5_000}%"),
    ],
    ids=["digits", "noughts", "very many digits", "decimals", "percent"],
)
def test_an_amount_is_one_that_a_record_can_come_to(most: str, beyond: str) -> None:
    sentence = "Trainers must deliver at least {} days of training each calendar year"
    if "%" in most:
        sentence = 'Members of MASA must attend at least {} of "MASA" meetings each calendar year'
    assert "TR106" not in [code for code, _ in told(sentence.format(most))]
    assert told(sentence.format(beyond)) == [("TR106", 1)]


@pytest.mark.parametrize("unit", ["days", "weeks", "months", "years"])
def test_a_period_is_up_to_a_hundred_years(unit: str) -> None:
    most = {"days": 36_500, "weeks": 5_200, "months": 1_200, "years": 100}[unit]
    assert told(f"Group B within {most} {unit}") == []
    ((code, line),) = told(f"Group B within {most + 1} {unit}")
    assert (code in ("TR106", "TR407"), line) == (True, 1)

"""Words and ranges by themselves: what a plural is of, what a range holds, which words are near."""

from __future__ import annotations

import pytest

from trainrules.model.vocabulary import Vocabulary, Word, ends, runs_up, singulars, spread


@pytest.mark.parametrize(
    ("plural", "of"),
    [
        ("trainers", ("trainer",)),
        ("deputies", ("deputy", "deputie")),
        ("coaches", ("coach", "coache")),
        ("boxes", ("box", "boxe")),
        ("classes", ("class", "classe")),
        ("brushes", ("brush", "brushe")),
        ("waltzes", ("waltz", "waltze")),
        ("dies", ("die",)),
        ("bus", ("bu",)),
        ("as", ()),
        ("class", ()),
        ("group", ()),
        ("level 3s", ()),
        ("level 33s", ("level 33",)),
    ],
)
def test_what_a_name_may_be_the_plural_of(plural: str, of: tuple[str, ...]) -> None:
    assert singulars(plural) == of


@pytest.mark.parametrize(
    ("low", "high", "names"),
    [
        ("A", "C", ("A", "B", "C")),
        ("a", "b", ("a", "b")),
        ("3", "5", ("3", "4", "5")),
        ("9", "11", ("9", "10", "11")),
        ("B1", "B3", ("B1", "B2", "B3")),
        ("b1", "B2", ("b1", "b2")),
        ("A", "A", ()),
        ("C", "A", ()),
        ("A", "c", ()),
        ("a", "C", ()),
        ("A", "3", ()),
        ("5", "3", ()),
        ("3", "3", ()),
        ("B1", "C3", ()),
        ("AB", "AD", ()),
        ("é", "î", ()),
        ("1", "1000", tuple(str(number) for number in range(1, 1001))),
        ("1", "1001", ()),
        ("0", "1000", ()),
    ],
)
def test_what_a_range_holds(low: str, high: str, names: tuple[str, ...]) -> None:
    assert spread(low, high) == names


def test_a_range_may_run_up_further_than_it_is_spread() -> None:
    assert runs_up("1", "9999")
    assert not runs_up("1", "10000")
    assert not runs_up("B2", "B2")
    assert not runs_up("B2", "B1")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A-C", ("A", "C")),
        ("A – C", ("A", "C")),
        ("3-7", ("3", "7")),
        ("C-A", None),
        ("A", None),
        ("A-B-C", None),
        ("e-learning", None),
    ],
)
def test_a_range_written_as_one_word(text: str, found: tuple[str, str] | None) -> None:
    assert ends(text) == found


WORDS = Vocabulary(
    (
        Word("course", "Safer Recruitment"),
        Word("course", "Safer Recruitment", spelled="SR"),
        Word("role", "Deputy"),
        Word("role", "Deputies"),
        Word("group", "B"),
        Word("level", "B"),
        Word("value", "Health", of="sector"),
    ),
    closed=True,
)


def test_a_word_is_found_by_any_spelling_and_once() -> None:
    assert [word.name for word in WORDS.find("safer  recruitment", ("course",))] == ["Safer Recruitment"]
    assert [word.name for word in WORDS.find("sr", ("course", "role"))] == ["Safer Recruitment"]
    assert WORDS.find("sr", ("role",)) == ()


def test_an_exact_name_hides_the_plural_of_another() -> None:
    assert [word.name for word in WORDS.find("deputies", ("role",))] == ["Deputies"]
    assert [word.name for word in WORDS.find("deputy", ("role",))] == ["Deputy"]
    assert [word.name for word in WORDS.find("deputie", ("role",))] == ["Deputies"]


def test_words_of_several_kinds_are_found_in_the_order_declared() -> None:
    assert [word.kind for word in WORDS.find("B", ("level", "group"))] == ["group", "level"]
    assert [word.kind for word in WORDS.everything("b")] == ["group", "level"]


def test_words_that_nobody_declares_are_there_until_a_file_declares_its_own() -> None:
    assert [word.name for word in WORDS.find("trainers", ("role",))] == ["Trainer"]
    assert [word.kind for word in WORDS.everything("e-learning")] == ["format"]
    own = Vocabulary((Word("role", "TRAINER"),))
    assert [word.name for word in own.find("Trainer", ("role",))] == ["TRAINER"]
    plural = Vocabulary((Word("role", "Trainers"),))
    assert [word.name for word in plural.find("trainer", ("role",))] == ["Trainers"]
    other = Vocabulary((Word("course", "Virtual"),))
    assert [word.kind for word in other.find("virtual", ("course", "format"))] == ["course", "format"]


def test_names_of_a_kind_are_told_once_in_the_order_declared() -> None:
    assert WORDS.names("course") == ("Safer Recruitment",)
    assert WORDS.names("role") == ("Deputy", "Deputies")
    assert WORDS.names("format") == ()


def test_the_nearest_word_is_close_and_of_a_kind_that_is_asked_for() -> None:
    assert WORDS.near("Safer Recruitmant", ("course",)) == "Safer Recruitment"
    assert WORDS.near("Safer Recruitmant", ("role",)) == ""
    assert WORDS.near("Safe", ("course",)) == ""
    assert WORDS.near("Depart", ("role",)) == ""  # as much alike as different: 8 of 12 letters
    assert WORDS.near("virtaul", ("format",)) == "virtual"
    assert WORDS.near("srr", ("course",)) == "SR"


def test_words_of_another_file_come_after_and_close_the_vocabulary() -> None:
    open_ = Vocabulary((Word("role", "DSL"),))
    assert open_.with_words_of(WORDS).names("role") == ("DSL", "Deputy", "Deputies")
    assert open_.with_words_of(WORDS).closed
    assert WORDS.with_words_of(open_).closed
    assert not open_.with_words_of(open_).closed

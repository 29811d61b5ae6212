"""Files that use others: labels, words, defaults, and what is wrong with a chain."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainrules import api
from trainrules.diagnostics import PolicyError
from trainrules.model.files import MOST_DEEP
from trainrules.model.rules import Days, Policy, Strength


def written(folder: Path, files: dict[str, str]) -> Path:
    """Write *files* in *folder* and return the first."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / next(iter(files))


def policy(folder: Path, files: dict[str, str]) -> Policy:
    return api.load(written(folder, files))


def codes(folder: Path, files: dict[str, str]) -> list[str]:
    return [each.code for each in api.check(written(folder, files))]


def labels(found: Policy) -> list[str]:
    return [rule.label for rule in found.rules]


def test_rules_of_a_used_file_come_after_and_are_labelled_by_its_name(tmp_path: Path) -> None:
    found = policy(
        tmp_path,
        {
            "local.rules": 'uses "national/kcsie.rules"\nGroup B within 6 months [6.12 B]',
            "national/kcsie.rules": "\nDSL refresh every 2 years [93]\nGroup B every 3 years",
        },
    )
    assert labels(found) == ["6.12 B", "kcsie: 93", "kcsie: line 3"]


def test_each_file_keeps_its_own_head(tmp_path: Path) -> None:
    local, national = policy(
        tmp_path,
        {
            "local.rules": 'strength should\nin force from 1 September 2021\nuses "n.rules"\nGroup B once',
            "n.rules": "DSL refresh every 2 years [93]",
        },
    ).rules
    assert (local.strength, national.strength) == (Strength.SHOULD, Strength.MUST)
    assert national.force == Days()


def test_words_of_a_used_file_are_known_and_close_the_vocabulary(tmp_path: Path) -> None:
    national = "course Induction\ngroups A–C\n"
    start = 'uses "n.rules"\n'
    good = {"l.rules": start + "Group B must complete induction", "n.rules": national}
    assert codes(tmp_path, good) == []
    assert codes(tmp_path, {**good, "l.rules": start + "Group D once"}) == ["TR201"]


def test_a_word_declared_in_both_is_no_error(tmp_path: Path) -> None:
    files = {"l.rules": 'uses "n.rules"\nrole DSL\nDSL once', "n.rules": "role DSL\n"}
    assert codes(tmp_path, files) == []


def test_a_default_gives_way_to_the_same_training_of_a_used_file(tmp_path: Path) -> None:
    found = policy(
        tmp_path,
        {
            "l.rules": 'uses "n.rules"\nGroups 1–7 every 3 years, unless national policy differs [6.2g]',
            "n.rules": (
                "Group 3 every 2 years [93]\n"
                "Group 5 must complete Group 5 training each calendar year [94]\n"
                "Group 6 may complete every year [95]\n"
                "Group 7 single-agency only [96]\n"
            ),
        },
    )
    replaced = {rule.audience.any_of[0].name: rule.replaced_by for rule in found.rules[:7]}
    assert replaced == {
        "1": (),
        "2": (),
        "3": ("n: 93",),
        "4": (),
        "5": ("n: 94",),
        "6": (),
        "7": (),
    }


def test_a_rule_that_is_no_default_is_not_replaced(tmp_path: Path) -> None:
    found = policy(
        tmp_path,
        {"l.rules": 'uses "n.rules"\nGroup 3 every 3 years', "n.rules": "Group 3 every 2 years [93]"},
    )
    assert all(not rule.replaced_by for rule in found.rules)


def test_instead_of_may_name_a_rule_of_a_used_file(tmp_path: Path) -> None:
    files = {
        "l.rules": 'uses "n.rules"\nGroup 3 every 3 years, instead of [n: 93]',
        "n.rules": "Group 3 every 2 years [93]",
    }
    assert policy(tmp_path, files).rules[0].instead_of == ("n: 93",)
    files["l.rules"] = files["l.rules"].replace("n: 93", "93")
    assert codes(tmp_path, files) == ["TR302"]


def test_instead_of_inside_a_used_file_keeps_meaning_its_own_rule(tmp_path: Path) -> None:
    found = policy(
        tmp_path,
        {
            "l.rules": 'uses "n.rules"\nGroup 3 every 3 years [1]',
            "n.rules": "Group 4 every 2 years [1]\nGroup 4 every year, instead of [1] [2]",
        },
    )
    assert found.rules[2].instead_of == ("n: 1",)


def test_a_file_used_twice_over_is_there_once(tmp_path: Path) -> None:
    found = policy(
        tmp_path,
        {
            "a.rules": 'uses "b.rules"\nuses "sub/c.rules"\nGroup 1 once',
            "b.rules": 'uses "d.rules"\nGroup 2 once',
            "sub/c.rules": 'uses "../d.rules"\nGroup 3 once',
            "d.rules": "Group 4 once",
        },
    )
    assert labels(found) == ["line 3", "b: line 2", "d: line 1", "c: line 2"]


def test_a_standard_of_a_used_file_can_be_met_and_included(tmp_path: Path) -> None:
    found = policy(
        tmp_path,
        {
            "l.rules": (
                'uses "n.rules"\nstandard "Local" for courses, including "National"\n  2. "b"\n'
                'Courses must meet standard "Local"\nCourses must meet standard "National"'
            ),
            "n.rules": 'standard "National" for courses\n  1. "a"',
        },
    )
    assert [len(rule.items) for rule in found.rules] == [2, 1]  # type: ignore[union-attr]


def test_errors_of_a_used_file_are_told_with_its_own_lines(tmp_path: Path) -> None:
    files = {"l.rules": 'uses "n.rules"\nGroup 3 once', "n.rules": "role DSL\n\nDSL by 1 May 2822"}
    found = api.check(written(tmp_path, files))
    told = [(Path(each.source.name).name, each.line, each.code) for each in found if each.source]
    assert ("n.rules", 3, "TR407") in told
    with pytest.raises(PolicyError) as raised:
        api.load(tmp_path / "l.rules")
    assert raised.value.diagnostics == found


@pytest.mark.parametrize(
    ("files", "expected", "words"),
    [
        ({"a.rules": 'uses "b.rules"'}, "TR308", "`b.rules` is not there"),
        ({"a.rules": 'uses "a.rules"'}, "TR309", "a.rules → a.rules"),
        (
            {"a.rules": 'uses "b.rules"', "b.rules": 'uses "c.rules"', "c.rules": 'uses "b.rules"'},
            "TR309",
            "b.rules → c.rules → b.rules",
        ),
        ({"a.rules": 'uses "."'}, "TR308", "is a folder"),
        ({"a.rules": 'uses "b\0.rules"'}, "TR1", ""),
    ],
)
def test_what_is_wrong_with_a_chain(tmp_path: Path, files: dict[str, str], expected: str, words: str) -> None:
    found = api.check(written(tmp_path, files))
    assert any(each.code.startswith(expected) and words in each.message for each in found), found


def test_a_missing_file_far_down_tells_how_it_was_reached(tmp_path: Path) -> None:
    files = {"a.rules": 'uses "b.rules"', "b.rules": 'uses "c.rules"'}
    (found,) = api.check(written(tmp_path, files))
    assert "a.rules → b.rules → c.rules" in found.help


def test_a_text_in_no_folder_cannot_use_a_file(tmp_path: Path) -> None:
    text = 'uses "b.rules"'
    assert [each.code for each in api.check(text)] == ["TR307"]
    (tmp_path / "b.rules").write_text("Group B once", encoding="utf-8")
    assert api.check(text, folder=tmp_path) == ()
    assert labels(api.loads(text, folder=tmp_path)) == ["b: line 1"]


def test_a_ladder_of_files_that_share_files_is_read_once_a_file(tmp_path: Path) -> None:
    files = {
        f"{side}{step}.rules": f'uses "a{step + 1}.rules"\nuses "b{step + 1}.rules"\nGroup {step + 1} once'
        for step in range(20)
        for side in "ab"
    }
    files |= {"a20.rules": "Group 21 once", "b20.rules": "Group 22 once"}
    assert len(policy(tmp_path, files).rules) == 41


def test_a_chain_that_is_too_long_is_an_error(tmp_path: Path) -> None:
    files = {f"f{step}.rules": f'uses "f{step + 1}.rules"' for step in range(MOST_DEEP + 5)}
    files[f"f{MOST_DEEP + 5}.rules"] = "Group B once"
    (found,) = api.check(written(tmp_path, files))
    assert found.code == "TR308"
    assert f"more than {MOST_DEEP} files" in found.message
    assert "f0.rules → … → f26.rules → f27" in found.help


def test_a_link_that_leads_to_itself_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "loop.rules").symlink_to("loop.rules")
    assert codes(tmp_path, {"a.rules": 'uses "loop.rules"'}) == ["TR308"]


def test_a_standard_included_on_two_ways_gives_its_items_once() -> None:
    text = 'standard "S0" for courses\n  1. "a"\n' + "".join(
        f'standard "S{n}" for courses, including "S{n - 1}"\n'
        f'standard "T{n}" for courses, including "S{n - 1}" and "S{n}"\n'
        for n in range(1, 30)
    )
    (found,) = api.loads(text + 'Courses must meet standard "T29"').rules
    assert len(found.items) == 1  # type: ignore[union-attr]


def test_standards_that_include_others_too_deep_are_an_error() -> None:
    text = "".join(f'standard "S{n}" for courses, including "S{n + 1}"\n  1. "a"\n' for n in range(2000))
    text += 'standard "S2000" for courses\n  1. "a"\n'
    assert {each.code for each in api.check(text)} == {"TR410"}


def test_the_head_goes_on_after_a_used_file(tmp_path: Path) -> None:
    files = {"l.rules": 'uses "n.rules"\nstrength should\nGroup B once', "n.rules": "Group C once"}
    assert [each.strength for each in policy(tmp_path, files).rules] == [Strength.SHOULD, Strength.MUST]


def test_only_the_default_is_replaced_of_two_rules_on_the_same_training(tmp_path: Path) -> None:
    own = 'uses "n.rules"\nGroup 3 every 3 years [1]\nGroup 3 every 4 years, unless otherwise agreed [2]'
    found = policy(tmp_path, {"l.rules": own, "n.rules": "Group 3 every 2 years [93]"})
    assert {rule.label: rule.replaced_by for rule in found.rules} == {"1": (), "2": ("n: 93",), "n: 93": ()}


def test_a_label_of_a_file_further_down_is_named_the_same_from_above(tmp_path: Path) -> None:
    files = {
        "a.rules": 'uses "b.rules"\nGroup 1 once',
        "b.rules": 'uses "c.rules"\nGroup 3 every 3 years, instead of [c: 93] [7]',
        "c.rules": "Group 3 every 2 years [93]",
    }
    found = {rule.label: rule.instead_of for rule in policy(tmp_path, files).rules}
    assert found == {"line 2": (), "b: 7": ("c: 93",), "c: 93": ()}


def test_everything_that_a_used_file_declares_is_there(tmp_path: Path) -> None:
    declared = (
        "group B\ncourse Induction\nactivity Bulletin: reading\nattribute sector: health\nformat webinar\n"
        'Induction counts as e-learning training\nnote "Kept"\n'
    )
    found = policy(tmp_path, {"l.rules": 'uses "n.rules"\ngroup C: "ours"', "n.rules": declared})
    assert [each.name for each in found.courses] == ["Induction"]
    assert found.activities == (("Bulletin", ("reading",)),)
    assert found.attributes == (("sector", ("health",)),)
    assert found.formats == ("webinar",)
    assert [each.this.name for each in found.equivalences] == ["Induction"]
    assert [each.text for each in found.notes] == ["Kept"]
    names = [each.name for each in found.definitions]
    assert names == ["C", "B", "Induction", "Bulletin", "sector", "webinar"]


def test_two_files_of_one_name_are_told_at_the_line_that_brings_the_second(tmp_path: Path) -> None:
    files = {
        "a.rules": 'uses "x/n.rules"\nuses "y/n.rules"\nuses "m.rules"\nGroup 1 once',
        "x/n.rules": "Group 2 once",
        "y/n.rules": "Group 3 once",
        "m.rules": "Group 4 once",
    }
    (found,) = api.check(written(tmp_path, files))
    assert (found.code, found.line, found.label) == ("TR310", 2, "their labels would be the same")
    assert found.message == "two files called `n` are used"
    assert found.help == f"rename one of them: {tmp_path / 'x/n.rules'} and {tmp_path / 'y/n.rules'}"

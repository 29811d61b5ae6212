"""Reading rule files: what is told of one that cannot be read, and how a chain of them goes on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.model.test_uses import codes, labels, policy, written

from trainrules import api
from trainrules.language.parse import parse
from trainrules.model import files, limits, lower
from trainrules.model.files import MOST_BYTES, read_rules, read_text, rules_of_text
from trainrules.source import Source


def test_a_text_that_can_be_read_is_given_without_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "p.rules"
    path.write_bytes(b"\xef\xbb\xbfGroup B once")
    assert read_text(path) == ("Group B once", "")


def test_the_longest_file_is_read_and_one_byte_more_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 2_000_000)
    path = tmp_path / "p.rules"
    path.write_bytes(b"#" * 2_000_000)
    assert read_text(path) == ("#" * 2_000_000, "")
    path.write_bytes(b"#" * 2_000_001)
    assert read_text(path) == ("", "is longer than 2 MB")
    assert MOST_BYTES == 5_000_000


def test_no_more_is_read_of_a_file_than_shows_that_it_is_too_long() -> None:
    asked: list[int] = []

    class Endless:
        def __enter__(self) -> Endless:
            return self

        def __exit__(self, *_: object) -> None:
            return None

        def read(self, count: int) -> bytes:
            asked.append(count)
            return b"#" * count

    class Somewhere:
        def open(self, mode: str) -> Endless:
            assert mode == "rb"
            return Endless()

    assert read_text(Somewhere()) == ("", "is longer than 5 MB")  # type: ignore[arg-type]
    assert asked == [MOST_BYTES + 1]


def test_what_cannot_be_read_has_no_text_and_a_reason(tmp_path: Path) -> None:
    assert read_text(tmp_path / "none.rules") == ("", "is not there")
    assert read_text(tmp_path) == ("", "is a folder")
    (tmp_path / "old.rules").write_bytes(b"caf\xe9")
    assert read_text(tmp_path / "old.rules") == ("", "is not text in UTF-8")
    (tmp_path / "loop.rules").symlink_to("loop.rules")
    reason = os.strerror(40)
    assert read_text(tmp_path / "loop.rules") == ("", f"cannot be read ({reason})")
    assert read_text(tmp_path / "a\0.rules") == ("", "cannot be read (a bad name)")


def test_a_file_that_cannot_be_read_is_an_empty_file_with_its_name(tmp_path: Path) -> None:
    found = read_rules(tmp_path / "none.rules")
    assert found.source == Source(str(tmp_path / "none.rules"), "")
    assert found.lowered.stem == "none"
    assert found.lowered.words.find("Induction", ("course",)) == ()
    assert found.policy.rules == ()
    (said,) = found.diagnostics
    assert (said.code, said.help) == ("TR306", "a rule file is plain text in UTF-8")
    assert said.message == f"`{tmp_path / 'none.rules'}` {read_text(tmp_path / 'none.rules')[1]}"


def test_a_text_has_no_stem() -> None:
    assert rules_of_text(Source("<text>", "Group B once"), None).lowered.stem == ""


def test_every_uses_line_is_followed_whatever_is_wrong_with_one_before_it(tmp_path: Path) -> None:
    text = 'uses "none.rules"\nuses "missing.rules"\nuses "b.rules"\nGroup 1 once\nGroup'
    found = api.check(written(tmp_path, {"a.rules": text, "b.rules": "Group 2 once"}))
    assert [each.code for each in found].count("TR308") == 2
    assert len(found) == 3
    fine = text.removesuffix("\nGroup")
    (tmp_path / "none.rules").write_text("Group 3 once", encoding="utf-8")
    (tmp_path / "missing.rules").write_text("", encoding="utf-8")
    assert labels(policy(tmp_path, {"a.rules": fine})) == ["line 4", "none: line 1", "b: line 1"]


def test_a_text_in_no_folder_says_so_for_each_file_it_uses() -> None:
    found = rules_of_text(Source("<text>", 'uses "b.rules"\nuses "c.rules"'), None).diagnostics
    assert [each.message for each in found] == [
        "nothing says where `b.rules` is: this text is in no folder",
        "nothing says where `c.rules` is: this text is in no folder",
    ]


def test_a_file_read_before_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(path: Path) -> tuple[str, str]:
        read.append(path.name)
        return read_text(path)

    monkeypatch.setattr(files, "read_text", counted)
    both = {"a.rules": 'uses "b.rules"\nuses "c.rules"', "b.rules": 'uses "c.rules"', "c.rules": ""}
    assert codes(tmp_path, both) == []
    assert read.count("c.rules") == 2  # once to see that it is there, once to read it


def test_a_missing_file_further_down_says_where_names_start_and_how_it_was_reached(tmp_path: Path) -> None:
    (found,) = api.check(written(tmp_path, {"a.rules": 'uses "b.rules"', "b.rules": 'uses "c.rules"'}))
    reached = "it was reached by a.rules → b.rules → c.rules"
    assert found.help == f"file names start from the folder of this file; {reached}"


def test_a_chain_of_six_files_is_told_in_full_and_of_seven_with_a_gap(tmp_path: Path) -> None:
    chain = {f"f{step}.rules": f'uses "f{step + 1}.rules"' for step in range(6)}
    (found,) = api.check(written(tmp_path, chain))
    assert found.help.endswith("f0.rules → f1.rules → f2.rules → f3.rules → f4.rules → f5.rules → f6.rules")
    (found,) = api.check(written(tmp_path, {**chain, "f6.rules": 'uses "f7.rules"'}))
    assert found.help.endswith("f0.rules → … → f3.rules → f4.rules → f5.rules → f6.rules → f7.rules")


def test_a_pipe_that_another_file_names_is_not_waited_for(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes with names")
    os.mkfifo(tmp_path / "pipe.rules")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "main.rules").write_text('uses "pipe.rules"\nGroup B once\n', encoding="utf-8")
    (found,) = api.check(tmp_path / "main.rules")
    assert (found.code, found.message) == ("TR308", "`pipe.rules` is no plain file")
    (tmp_path / "main.rules").write_text(
        'source "T" in "pipe.txt"\nGroup B once [1]\n  "words"\n', encoding="utf-8"
    )
    assert [each.code for each in api.check(tmp_path / "main.rules")] == ["TR305"]


def test_only_a_plain_file_or_a_folder_that_is_named_is_looked_into(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.rules")
    assert files.read_named(tmp_path / "pipe.rules") == ("", "is no plain file")
    assert files.read_named(tmp_path) == ("", "is a folder")
    assert files.read_named(tmp_path / "none.rules") == ("", "is not there")
    (tmp_path / "p.rules").write_text("Group B once", encoding="utf-8")
    assert files.read_named(tmp_path / "p.rules") == ("Group B once", "")


def one_too_many(text: str) -> tuple[int, str]:
    """Return the line from which on nothing of *text* is read, and why."""
    (told,) = api.check(text)
    assert (told.code, told.label) == ("TR114", "from here on nothing is read")
    assert told.help == "split the file, and join the parts with `uses`"
    return told.line, told.message


def test_one_name_too_many_is_told_where_it_is_and_what_came_before_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "MOST_WORDS", 3)
    fine = "role R1\nroles R2 and R3\nstrength should\n"
    assert api.check(fine) == ()
    told = one_too_many(f"{fine}group B\nR1 refresh every 2 years")
    assert told == (4, "more than 3 names are declared")
    source = Source("<text>", f"{fine}group B\nrole R4")
    tree, _ = limits.declaring_enough(parse(source)[0], source)
    assert len(tree.sentences) == 3


def test_one_rule_too_many_is_told_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lower, "MOST_RULES", 2)
    two = "Group A once\nGroup B once\n"
    assert api.check(two) == ()
    assert one_too_many(f"{two}Group C once\nGroup D once") == (3, "there are more than 2 rules")
    found, _ = lower.lower(parse(Source("<text>", f"{two}Group C once"))[0], Source("<text>", two))
    assert [rule.label for rule in found.rules] == ["line 1", "line 2"]


FOLDER = "file names start from the folder of this file"
USES = {
    'uses "none.rules"': ("TR308", "`none.rules` is not there", "used here", FOLDER),
    'uses "."': ("TR308", "`.` is a folder", "used here", FOLDER),
    'uses "a.rules"': (
        "TR309",
        "these files use each other: a.rules → a.rules",
        "leads back",
        "leave one `uses` out",
    ),
}


@pytest.mark.parametrize("line", USES)
def test_what_is_said_of_a_file_that_cannot_be_used(tmp_path: Path, line: str) -> None:
    path = written(tmp_path, {"a.rules": f"strength should\n{line}\nGroup B once"})
    (found,) = api.check(path)
    assert (found.code, found.message, found.label, found.help) == USES[line]
    assert found.source and found.span and found.source.slice(found.span) == line


def test_what_is_said_of_a_file_that_a_text_in_no_folder_uses() -> None:
    (found,) = api.check('uses "b.rules"')
    assert found.message == "nothing says where `b.rules` is: this text is in no folder"
    assert (found.code, found.label) == ("TR307", "used here")
    assert found.help == "give the folder that file names start from"
    assert found.source and found.span and found.source.slice(found.span) == 'uses "b.rules"'


def test_a_file_knows_its_folder(tmp_path: Path) -> None:
    assert read_rules(written(tmp_path, {"a.rules": "Group B once"})).folder == tmp_path

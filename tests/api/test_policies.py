"""Loading policies: a file, a text, a bundled name, and everything that can be wrong with a file."""

from __future__ import annotations

from pathlib import Path

import pytest

import trainrules
from trainrules import api
from trainrules.diagnostics import PolicyError
from trainrules.model.files import MOST_BYTES
from trainrules.resources import policy_names


def test_a_text_is_a_policy() -> None:
    policy = trainrules.loads("Group B within 6 months")
    assert [rule.label for rule in policy.rules] == ["line 1"]


def test_a_file_is_a_policy_and_messages_name_it(tmp_path: Path) -> None:
    path = tmp_path / "p.rules"
    path.write_text("\ufeffGroup B within 6 months\r\nGroup B withn 6 months\r\n", encoding="utf-8")
    with pytest.raises(PolicyError) as raised:
        trainrules.load(str(path))
    assert f"--> {path}:2:" in str(raised.value)


def test_one_error_carries_everything_that_is_wrong() -> None:
    text = 'role DSL\nGroup B withn 6 months\nEveryone must complete "X1"\nDSL refresh'
    with pytest.raises(PolicyError) as raised:
        trainrules.loads(text)
    found = raised.value.diagnostics
    assert [each.line for each in found] == [2, 3, 4]
    assert found == trainrules.check(text)


def test_warnings_alone_raise_nothing() -> None:
    assert [each.code for each in trainrules.check("Group B within 6 working days")] == ["TR409"]
    assert trainrules.loads("Group B within 6 working days").rules


@pytest.mark.parametrize("name", policy_names())
def test_every_bundled_policy_loads(name: str) -> None:
    policy = trainrules.builtin(name)
    assert policy.title and policy.rules


def test_an_unknown_bundled_name_tells_the_names_there_are() -> None:
    with pytest.raises(FileNotFoundError, match="hackney"):
        trainrules.builtin("hackny")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.rules", None, "is not there"),
        ("old.rules", b"Group B within 6 months # caf\xe9", "is not text in UTF-8"),
        ("long.rules", b"#" * (MOST_BYTES + 1), "is longer than 5 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error_with_its_name(
    tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    (found,) = trainrules.check(path)
    assert (found.code, found.message) == ("TR306", f"`{path}` {words}")
    with pytest.raises(PolicyError):
        trainrules.load(path)


def test_a_folder_is_no_rule_file(tmp_path: Path) -> None:
    (found,) = trainrules.check(tmp_path)
    assert "is a folder" in found.message


def test_check_takes_a_text_or_the_name_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "p.rules"
    path.write_text("Group B within 6 months", encoding="utf-8")
    assert trainrules.check(str(path)) == trainrules.check(path) == ()
    assert trainrules.check("Group B within 6 months") == ()
    assert [each.code for each in trainrules.check("no-such.rules")] == ["TR306"]


def test_an_empty_text_is_a_policy_without_rules() -> None:
    assert trainrules.loads("").rules == ()
    assert trainrules.loads("# nothing yet\n").rules == ()


def test_reading_a_file_gives_its_tree_and_its_findings(tmp_path: Path) -> None:
    path = tmp_path / "p.rules"
    path.write_text("role DSL\nGroup B once", encoding="utf-8")
    file, found = api.read(path)
    assert len(file.tree.sentences) == 2
    assert [each.code for each in found] == ["TR201"]

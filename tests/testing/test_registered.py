"""With the package installed, Hypothesis knows how to make records and policies; importing it stays cheap."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import trainrules
from trainrules import testing
from trainrules.records.classes import Record

KINDS = (trainrules.StaffRecord, trainrules.CourseRecord, trainrules.OrganisationRecord)


def run(code: str) -> list[str]:
    """Return the words that *code* prints in a fresh Python."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_can_be_had_from_its_type(kind: type[Record]) -> None:
    @given(st.from_type(kind))
    def check(record: Record) -> None:
        assert type(record) is kind
        assert kind.from_dict(record.to_dict()) == record

    check()


@given(st.from_type(trainrules.Policy), st.from_type(Record))
def test_any_policy_can_judge_any_record(policy: trainrules.Policy, record: Record) -> None:
    assert policy.title == "Made up" and policy.rules
    assert trainrules.evaluate(policy, record, date(2022, 1, 1)).to_dict()


def test_importing_hypothesis_registers_without_loading_anything_of_weight() -> None:
    loaded = run("import sys, hypothesis; print(*sys.modules)")
    assert "trainrules.testing.hypothesis_plugin" in loaded
    ours = {name for name in loaded if name.startswith("trainrules.")}
    assert {name for name in ours if not name.startswith("trainrules.model.rules.")} <= {
        *("trainrules.model", "trainrules.model.rules", "trainrules.records", "trainrules.records.classes"),
        *("trainrules.source", "trainrules.testing", "trainrules.testing.hypothesis_plugin"),
    }
    assert not {"lark", "dateutil", "holidays", "click"} & {*loaded}


def test_a_type_is_enough_in_a_fresh_python() -> None:
    code = (
        "import warnings; warnings.simplefilter('ignore')\n"
        "from hypothesis import strategies as st\n"
        "import trainrules\n"
        "for kind in (trainrules.StaffRecord, trainrules.Policy):\n"
        "    print(type(st.from_type(kind).example()).__name__)\n"
    )
    assert run(code) == ["StaffRecord", "Policy"]


def test_the_assertions_need_neither_hypothesis_nor_pytest() -> None:
    loaded = run("import sys; from trainrules.testing import assert_compliant; print(*sys.modules)")
    assert not {"hypothesis", "pytest", "dateutil"} & {*loaded}


def test_every_public_name_can_be_had_and_no_other() -> None:
    assert sorted(testing.__all__, key=str.casefold) == testing.__all__
    for name in testing.__all__:
        assert getattr(testing, name) is not None
    assert {*testing.__all__} <= {*dir(testing)}
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = testing.no_such_name

"""What each fact and expectation of an example says, its tree written out by hand."""

from __future__ import annotations

from datetime import date

from tests.language.text import one

from trainrules.language import ast
from trainrules.language.ast import (
    Amount,
    Label,
    Name,
    Pick,
    Training,
)


def test_facts() -> None:
    def fact(line: str) -> ast.Fact:
        (made,) = one(f'example "x"\n  {line}').facts
        found: ast.Fact = made
        return found

    day, later = date(2022, 3, 1), date(2022, 4, 1)
    group = (Pick("group", Name("B")),)
    assert fact("Group B from 1 March 2022 until 1 April 2022") == ast.Fact(
        "post", day=day, until=later, picks=group
    )
    assert fact("completed X on 1 March 2022, virtual, 2 hours, for Group B, with certificate") == ast.Fact(
        "completed",
        Name("X"),
        day=day,
        picks=group,
        modes=(Name("virtual"),),
        amount=Amount("2"),
        unit="hours",
        certificate=True,
    )
    assert fact("completed Group B training on 1 March 2022") == ast.Fact("completed", day=day, picks=group)
    assert fact("booked X for 1 April 2022, cancelled on 1 March 2022") == ast.Fact(
        "booked", Name("X"), day=later, until=day
    )
    assert fact("cancelled X for 1 April 2022 on 1 March 2022") == ast.Fact(
        "cancelled", Name("X"), day=day, until=later
    )
    assert fact("evaluated R to MASA on 1 March 2022") == ast.Fact(
        "reported", Name("R"), Name("MASA"), action="evaluate", day=day
    )
    assert fact('standard "S" item 2 not met on 1 March 2022') == ast.Fact(
        "standard", Name("S"), Name("2"), day=day, yes=False
    )
    assert [fact(f'standard "S" {each}').yes for each in ("met", "not met", "unknown")] == [True, False, None]
    assert fact("session on 1 April 2022, advertised on 1 March 2022") == ast.Fact(
        "session", day=later, until=day, yes=True
    )
    assert fact("is the partnership") == ast.Fact("record", Name("partnership"))


def test_expectations() -> None:
    def expected(line: str) -> ast.Expect:
        (made,) = one(f'example "x"\n  expect {line}').expects
        found: ast.Expect = made
        return found

    day = date(2022, 3, 1)
    assert expected("[6] due 1 March 2022, overdue since 1 March 2022") == ast.Expect(
        Label("6"), "overdue", due=day, since=day
    )
    assert expected('[6] for "F" met late on 1 March 2022') == ast.Expect(
        Label("6"), "met late", on=day, owed=Training(Name("F"))
    )
    assert expected("no violations") == ast.Expect()
    assert expected("no other violations") == ast.Expect(others=True)

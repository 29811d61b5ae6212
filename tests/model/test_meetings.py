"""Meetings are attended by people and held by a body: any other verb is an error that says what to write."""

from __future__ import annotations

import pytest
from tests.model.text import lowered, rule

from trainrules.model.rules import Deed, Quota

NEITHER = (
    *("complete", "refresh", "renew", "update", "have", "deliver", "submit", "report", "evaluate", "review"),
    *("publish", "produce", "provide", "set", "agree", "approve", "request", "send", "present", "conduct"),
    *("develop", "appoint", "monitor", "audit", "issue"),
)
YEARLY = 'at least 4 meetings of "Board" each calendar year'


@pytest.mark.parametrize("verb", NEITHER)
def test_a_verb_that_says_neither_attended_nor_held_is_an_error(verb: str) -> None:
    for who in ("Trainers", "Agencies", 'body "Board"'):
        policy, (told,) = lowered(f"{who} must {verb} {YEARLY}")
        assert not policy.rules
        assert (told.code, told.label) == ("TR408", "attended or held?")


@pytest.mark.parametrize("verb", ["hold", "meet"])
def test_people_attend_meetings_and_hold_none(verb: str) -> None:
    policy, (told,) = lowered(f"Trainers must {verb} {YEARLY}")
    assert not policy.rules
    assert told.message == "people attend meetings; it is a body that meets"


@pytest.mark.parametrize(
    "text",
    [
        f"Trainers must attend {YEARLY}",
        f"Trainers {YEARLY}",
        f"Agencies must attend {YEARLY}",
        f"The partnership must hold {YEARLY}",
        'body "Board" must hold at least 4 meetings each calendar year',
        'body "Board" at least 4 meetings each calendar year',
        'The partnership must meet "Board" at least 4 times each calendar year',
    ],
)
def test_what_a_record_can_show_of_meetings(text: str) -> None:
    found = rule(text)
    assert isinstance(found, Quota)
    assert (found.deeds, found.need) == ((Deed("meeting", "Board"),), 4)


@pytest.mark.parametrize(
    ("who", "advice"),
    [
        ("Trainers must review at least 80% of meetings of Board", "write `attend at least 80% of meetings`"),
        ("Agencies must review at least 1 meeting of Board", "at least 1 meeting`, or `hold at least 1 meet"),
        ("body Board must review at least 2 meetings", "write `hold at least 2 meetings`"),
        ("body Board must review at least half of meetings", 'start with `Members of "Board"`'),
        (
            "body Panel must review at least half of meetings of Board",
            "write `attend at least half of meetings`",
        ),
    ],
)
def test_the_advice_is_what_such_a_record_can_show(who: str, advice: str) -> None:
    _, (told,) = lowered(f"body Board\nbody Panel\n{who} each quarter")
    assert advice in told.help


def test_a_body_attends_none_of_its_own_meetings() -> None:
    _, (told,) = lowered('body "Board" must attend at least 4 meetings each calendar year')
    assert told.message == "a body holds its meetings, and its members attend them"


def test_where_the_verb_is_wrong_it_is_not_asked_whose_meetings_they_are() -> None:
    _, (told,) = lowered("Trainers must review at least 4 meetings each calendar year")
    assert told.label == "attended or held?"

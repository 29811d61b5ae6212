"""The page about one person: what it says, that it is one whole page, and that anybody can read it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest
from attrs import evolve
from tests.report.person.people import (
    AMINA,
    BEN,
    NOBODY,
    Page,
    evaluated,
    veteran,
)

import trainrules
from trainrules.records.classes import CourseRecord, OrganisationRecord, Record
from trainrules.report.person import person_html

PEOPLE = {"amina": AMINA, "ben": BEN, "nobody": NOBODY, "veteran": veteran(150)}


@cache
def page(name: str) -> str:
    return person_html(evaluated(PEOPLE[name]))


def section(text: str, heading: str) -> str:
    """Return the words of the section that begins with *heading*."""
    found = re.search(rf"<h2[^>]*>{heading}</h2>(.*?)</section>", text, re.DOTALL)
    return Page(found[1]).words() if found else ""


def test_what_is_in_breach_says_what_ends_it_and_since_when() -> None:
    said = section(page("ben"), "What to do next")
    assert "In breach: return a follow-up evaluation of “Neglect” of 2 March 2022" in said
    # Due four months after 2 March; from 3 July to 2 September are 29 + 31 + 2 days.
    assert "Was due on 2 July 2022, in breach since 3 July 2022 (62 days); tried on this record" in said
    assert "done on 2 September 2022, it ends the breach [4, must]" in said


def test_what_would_break_another_rule_is_not_said_to_put_anything_right() -> None:
    # Ben has no Induction, so Group B training now would be out of order under [3].
    said = section(page("ben"), "What to do next")
    told = said[said.index("complete Group B training") : said.index("[2, must]")]
    assert "in breach since 2 September 2022 (1 day)" in told
    assert "tried on this record" not in told
    assert "that this alone puts it right could not be shown" in told


def test_what_comes_due_says_by_when_and_how_long_that_is() -> None:
    # From 2 September 2022 to 10 May 2024: 28 + 31 + 30 + 31 days of 2022, 365 of 2023, 131 of 2024.
    said = section(page("amina"), "What to do next")
    assert said == "By 10 May 2024: Group B training 616 days left [2, must]"


def test_on_the_due_day_itself_it_is_the_last_day_and_no_breach() -> None:
    said = section(person_html(evaluated(BEN, as_of=date(2022, 9, 1))), "What to do next")
    assert "By 1 September 2022: Group B training Today is the last day [2, must]" in said


def test_what_is_over_is_told_the_newest_first() -> None:
    said = section(page("amina"), "What is owed")
    over = said[said.index("Met, or over") :]
    assert (
        over.index("met on 10 May 2022") < over.index("met on 15 June 2020") < over.index("met on 20 March")
    )


def test_what_is_dated_after_the_day_asked_about_is_not_there_yet() -> None:
    ahead = {
        **AMINA,
        "bookings": [{"course": "Neglect", "session": "2022-09-03"}],
        "facts": {"approval": "2022-09-03"},
        "meetings": [{"body": "Board", "on": "2022-09-03", "attended": False}],
    }
    assert "3 September 2022" not in Page(person_html(evaluated(ahead))).words()
    assert Page(person_html(evaluated(ahead, as_of=date(2022, 9, 3)))).words().count("3 September 2022") > 3


def test_who_owes_nothing_has_nothing_to_do_and_no_empty_table() -> None:
    trained = {**AMINA, "left": "2022-06-30"}
    said = person_html(evaluated(trained))
    assert section(said, "What to do next") == "There is nothing to do."


def test_a_record_without_days_has_no_timeline_and_says_so() -> None:
    bare = person_html(evaluated(NOBODY, trainrules.loads("groups A–B\nGroup B within 6 months")))
    assert "there is nothing to draw" in section(bare, "Timeline")
    assert section(bare, "What is owed") == "No rule is about this record."
    assert section(bare, "What happened, and what it counted for") == "Nothing that happened is on record."
    assert "Why" not in Page(bare).words()


def test_each_event_says_what_it_counted_for_and_for_how_long() -> None:
    said = section(page("amina"), "What happened, and what it counted for")
    assert "Counted for [2], enough until 15 June 2022" in said
    assert "Counted for [2], enough until 10 May 2024" in said
    assert "Counted for [1], enough for good" in said
    assert said.index("T3") < said.index("T2") < said.index("T1")


def test_an_event_that_counted_for_nothing_says_why() -> None:
    said = section(page("veteran"), "What happened, and what it counted for")
    assert "No rule that applies to this person asks for it" in said


def test_every_finding_gives_its_reasons() -> None:
    result = evaluated(BEN)
    said = section(page("ben"), "Why")
    assert len(result.violations) == 3
    for found in result.violations:
        assert " ".join(found.explain().split()) in said


def test_names_are_words_and_never_markup() -> None:
    sly = {**BEN, "name": '<script>alert("x")</script> & <b>Sons</b>', "agency": "<i>A</i>"}
    sly["training"] = [{"id": "<u>T", "course": "Neglect", "completed": "2022-03-02", "evaluations": []}]
    sly["posts"] = [{"title": "</title><img src=x>", "groups": ["B"], "started": "2022-03-01"}]
    text = person_html(evaluated(sly))
    assert "<script" not in text
    assert "<img" not in text
    assert "<i>" not in text
    assert "<u>" not in text
    assert '<script>alert("x")</script> & <b>Sons</b>' in Page(text).words()


def test_what_would_steer_whoever_shows_the_page_is_replaced() -> None:
    result = evaluated(BEN)
    sly = evolve(result, record=evolve(result.record, name="Ben\x1b[2J\x00"))
    text = person_html(sly)
    assert "\x1b" not in text
    assert "Ben\N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER} (S-2)" in text


@pytest.mark.parametrize("name", PEOPLE)
def test_a_page_is_whole_and_needs_nothing_else(name: str) -> None:
    text = page(name)
    parsed = Page(text)
    assert parsed.crossed == []
    assert parsed.open == []
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in parsed.elements}
    assert not re.search(r"https?:|@import|url\((?!#)", text)
    for _, attributes in parsed.elements:
        assert not any(key.startswith("on") or key == "src" for key in attributes)
        assert (attributes.get("href") or "#").startswith("#")


@pytest.mark.parametrize("name", PEOPLE)
def test_a_page_can_be_heard(name: str) -> None:
    parsed = Page(page(name))
    ids = [attributes["id"] for _, attributes in parsed.elements if attributes.get("id")]
    assert len(ids) == len(set(ids))
    assert parsed.all("html")[0]["lang"] == "en-GB"
    named = [attributes.get("aria-labelledby") or "" for _, attributes in parsed.elements]
    assert {each for names in named for each in names.split()} <= set(ids)
    for drawing in parsed.all("svg"):
        assert drawing.get("aria-hidden") == "true" or (
            drawing["role"] == "img" and len((drawing["aria-labelledby"] or "").split()) == 2
        )
    assert all(cell.get("scope") for cell in parsed.all("th"))
    assert len(parsed.all("caption")) == len(parsed.all("table"))
    assert len(parsed.all("h1")) == 1


def test_every_shape_and_pattern_that_is_used_is_defined() -> None:
    parsed = Page("".join(map(page, PEOPLE)))
    ids = {attributes.get("id") for _, attributes in parsed.elements}
    assert {(each["href"] or "").removeprefix("#") for each in parsed.all("use")} <= ids
    assert set(re.findall(r"url\(#(\w+)\)", page("amina"))) <= ids


def test_long_lists_are_folded_and_nothing_is_lost() -> None:
    text = page("veteran")
    assert "110 older events" in text
    assert all(f"T{n}</span>" in text for n in range(150))


def test_several_policies_stand_under_one_person() -> None:
    other = trainrules.loads('policy "Another"\ngroups A–B\nGroup B within 1 year [9]')
    text = person_html(evaluated(BEN), evaluated(BEN, other))
    said = section(text, "What is owed")
    assert (
        said.index("Our strategy") < said.index("[2, must]") < said.index("Another") < said.index("[9, must]")
    )
    assert "By 1 March 2023: Group B training" in section(text, "What to do next")
    assert text.count("<tr>\n<td>2 March 2022</td>") == 1


def test_results_of_different_people_or_days_are_refused() -> None:
    with pytest.raises(ValueError, match="needs a result"):
        person_html()
    with pytest.raises(ValueError, match="one record"):
        person_html(evaluated(AMINA), evaluated(BEN))
    with pytest.raises(ValueError, match="one day"):
        person_html(evaluated(AMINA), evaluated(AMINA, as_of=date(2022, 9, 3)))


@pytest.mark.parametrize(
    "record",
    [
        CourseRecord.from_dict(
            {"id": "C-1", "kind": "course", "title": "Neglect", "sessions": [{"on": "2022-06-13"}]}
        ),
        OrganisationRecord.from_dict(
            {"id": "B-1", "kind": "body", "name": "Board", "meetings": [{"on": "2022-01-10"}]}
        ),
    ],
    ids=["course", "body"],
)
def test_courses_and_organisations_have_a_page_too(record: Record) -> None:
    policy = trainrules.loads("groups A–B\nGroup B within 6 months")
    text = person_html(trainrules.evaluate(policy, record, date(2022, 9, 2)))
    assert record.id in Page(text).words()
    assert "1 on record" in text

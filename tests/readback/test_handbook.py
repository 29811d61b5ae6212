"""The handbook page has every rule in full, beside the words it comes from, and needs nothing else."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from trainrules import builtin, loads
from trainrules.readback import explain_policy_html, read_rules
from trainrules.readback.reading import IN_FULL
from trainrules.resources import policy_names
from trainrules.words import sentence


class Reader(HTMLParser):
    """Collects the words, ids, links and tags of a page; tags have to be closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        self.links += [str(found[name]) for name in ("href", "src") if name in found]
        if tag not in ("meta", "br", "link", "img"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.words.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


@pytest.mark.parametrize("name", policy_names())
def test_a_bundled_policy_has_every_rule_with_its_quotes_on_the_page(name: str) -> None:
    policy = builtin(name)
    page = read(explain_policy_html(policy))
    words = " ".join(" ".join(page.words).split())
    for rule, reading in zip(policy.rules, read_rules(policy), strict=True):
        full = next(point.text for point in reading.points if point.topic == IN_FULL)
        assert " ".join(sentence(full).split()) in words
        assert all(f"“{quote}”" in words for quote in rule.origin.quotes)
        assert rule.origin.sentence in words


def test_the_page_fetches_and_runs_nothing_and_its_links_lead_somewhere() -> None:
    page = read(explain_policy_html(builtin("hackney")))
    assert not page.tags & {"script", "img", "link", "iframe"}
    assert page.links
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    assert len(page.ids) == len(set(page.ids))


def test_what_is_written_cannot_become_markup() -> None:
    page = explain_policy_html(loads('policy "<b>Us</b>"\nGroup B within 6 months [<i>]\n'))
    assert "<b>" not in page
    assert "<i>" not in page
    assert "&lt;b&gt;Us&lt;/b&gt;" in page


def test_each_strength_stands_by_its_rule_and_common_ground_before_the_rules() -> None:
    page = explain_policy_html(
        loads("Group A must refresh every 2 years [1]\nGroup B may refresh every year [2]")
    )
    assert re.findall(r'class="strength (\w+)"', page) == ["must", "may"]
    assert page.index("In every rule") < page.index("<h2>Rules</h2>")


def test_the_contents_say_what_each_rule_is_about() -> None:
    page = explain_policy_html(loads("group A\ncourse Induction\nGroup A must complete Induction [1]"))
    contents = page[page.index("Contents") : page.index("</nav>")]
    assert "Staff in Group A must complete Induction." in contents


def test_a_policy_without_rules_says_so() -> None:
    assert "There are no rules." in explain_policy_html(loads("groups A–B"))

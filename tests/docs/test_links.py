"""No link of any page is dead, every page can be reached, and every code has a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.docs.pages import DOCS, ROOT, anchors, links, text_of

PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (*DOCS.rglob("*.md"), *ROOT.glob("*.md")))
CODES = DOCS / "codes"
OUTSIDE = ("http://", "https://", "mailto:")


@pytest.mark.parametrize("name", PAGES)
def test_no_link_is_dead(name: str) -> None:
    assert [link for link in links(text_of(name)) if not is_alive(name, link)] == []


def is_alive(name: str, link: str) -> bool:
    if link.startswith(OUTSIDE):
        return True
    path, _, anchor = link.partition("#")
    target = (ROOT / name).parent / path if path else ROOT / name
    if not target.exists():
        return False
    return not anchor or anchor in anchors(target.read_text(encoding="utf-8"))


def test_a_dead_link_is_seen() -> None:
    assert not is_alive("docs/index.md", "no-such-page.md")
    assert not is_alive("docs/index.md", "language.md#no-such-heading")
    assert is_alive("docs/index.md", "language.md#vocabulary")


def test_every_page_can_be_reached_from_the_index() -> None:
    assert set(DOCS.rglob("*.md")) - reached(DOCS / "index.md") == set()


def reached(start: Path) -> set[Path]:
    """Return the pages that links lead to from *start*, it among them."""
    found: set[Path] = set()
    left = [start.resolve()]
    while left:
        page = left.pop()
        if page in found:
            continue
        found.add(page)
        for link in links(page.read_text(encoding="utf-8")):
            path = (page.parent / link.partition("#")[0]).resolve()
            if path.suffix == ".md" and path.is_file():
                left.append(path)
    return found


def codes() -> set[str]:
    """Return every code that the program can give."""
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    return set(re.findall(r"\"(TR[1-9]\d\d)\"", text))


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {path.stem for path in CODES.glob("TR*.md")} == codes()


def test_the_index_of_codes_has_each_page_with_its_title() -> None:
    rows = re.findall(r"^\| \[(TR\d+)\]\((\S+)\) \| (.+) \|$", text_of("docs/codes/index.md"), re.MULTILINE)
    assert [code for code, _, _ in rows] == sorted(codes())
    for code, link, title in rows:
        assert link == f"{code}.md"
        assert title_of(code) == title


def title_of(code: str) -> str:
    """Return the first heading of the page of *code*, without the code."""
    first = text_of(f"docs/codes/{code}.md").splitlines()[0]
    return re.sub(rf"^# {code}(?:: | )", "", first)

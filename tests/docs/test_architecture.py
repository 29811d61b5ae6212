"""The page about the parts names each of them, no other, and draws no arrow that is not there."""

from __future__ import annotations

import re

from tests.architecture.test_layers import FILES, PACKAGE, PIPELINE, imports, module_name, part
from tests.docs.pages import ROOT, blocks, prose, text_of

PAGE = text_of("docs/architecture.md")
ARROW = re.compile(r"^ *(\w+)(?:\[/.*?/\])? -(?:- [\w ]+ -)?-> (\w+)$", re.MULTILINE)


def parts() -> set[str]:
    """Return the modules and folders of the package."""
    found = {path.stem if path.is_file() else path.name for path in PACKAGE.iterdir()}
    return {name for name in found if name not in ("__init__", "__pycache__", "py")}


def arrows() -> list[tuple[str, str]]:
    (diagram,) = blocks(PAGE, "mermaid")
    found = ARROW.findall(diagram.text)
    assert len(found) == len(diagram.text.splitlines()) - 1
    return found


def test_the_page_has_a_paragraph_for_each_part_and_for_nothing_else() -> None:
    named = re.findall(r"^- \*\*`(\w+)`\*\*: ", PAGE, re.MULTILINE)
    assert sorted(named) == sorted(parts())
    assert [name for name in named if name in PIPELINE] == list(PIPELINE)


def test_the_diagram_has_each_part_and_nothing_else() -> None:
    drawn = {name for arrow in arrows() for name in arrow}
    outside = set(re.findall(r"\*\*(\w+)/\*\*", prose(PAGE)))
    assert all((ROOT / name).is_dir() for name in outside)
    assert drawn == outside | parts() - {"schemas"}


def test_every_arrow_of_the_diagram_is_an_import() -> None:
    made = {(part(name), part(module_name(path))) for path in FILES for name in imports(path)}
    inside = {(one, other) for one, other in arrows() if one in PIPELINE}
    assert inside - made == set()


def test_what_the_page_says_of_the_core_is_so() -> None:
    cores = (
        "source",
        "diagnostics",
        "resources",
        "language",
        "model",
        "records",
        "findings",
        "engine",
        "explain",
    )
    used = {
        name.split(".")[0] for path in FILES if part(module_name(path)) in cores for name in imports(path)
    }
    assert {"lark", "attrs"} <= used
    assert not used & {"click", "rich", "jinja2", "holidays"}

"""One server for all tests of a module: each test opens its own texts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.lsp.client import Editor


@pytest.fixture(scope="package")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """Return an editor whose server runs, and end it as an editor does."""
    made = Editor(tmp_path_factory.mktemp("editor")).start()
    yield made
    assert made.stop() == 0

"""A strategy, a few people and what a run of the command line comes to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

POLICY = """\
policy "Test strategy"
strength should
groups A–B

Group A must complete Group A training within 3 months    [1.1]
Group B within 6 months                                   [1.2]
"""

LATE_A = {"id": "S-1", "name": "Ann", "posts": [{"groups": ["A"], "started": "2022-01-01"}]}
LATE_B = {"id": "S-2", "name": "Bea", "posts": [{"groups": ["B"], "started": "2022-01-01"}]}
DONE_B = {
    "id": "S-3",
    "name": "Cy",
    "posts": [{"groups": ["B"], "started": "2022-01-01"}],
    "training": [{"id": "T1", "completed": "2022-05-01", "for": {"groups": ["B"]}}],
}


@frozen
class Ran:
    """What a run came to."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]
People = Callable[..., Path]

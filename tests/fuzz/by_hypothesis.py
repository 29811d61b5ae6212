"""A target under Hypothesis: what every change runs briefly, and campaigns where atheris is not installed."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fuzz.budget import timed
from tests.fuzz.finding import Findings
from tests.fuzz.target import Target

_BATCH = 200


def inputs(target: Target) -> st.SearchStrategy[bytes]:
    """Return inputs for *target*: any bytes, and seeds with stretches gone, doubled, or put in."""
    seeds = list(target.seeds())
    put = [each.encode("utf-8") for each in target.words()] or [b""]
    pieces = st.sampled_from(put) | st.binary(max_size=4) | st.sampled_from(seeds).map(lambda seed: seed[:40])
    edits = st.lists(st.tuples(st.integers(0, 1 << 16), st.integers(0, 12), pieces), max_size=5)
    changed = st.builds(_edited, st.sampled_from(seeds), edits)
    return (changed | changed | st.binary(max_size=200)).map(lambda data: data[: target.longest])


def _edited(data: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    """Return *data* with each of *edits* made: at a place, so many bytes taken out, others put in."""
    for place, length, piece in edits:
        at = place % (len(data) + 1)
        data = data[:at] + piece + data[at + length :]
    return data


def tried(target: Target, seconds: float, folder: Path) -> tuple[int, float]:
    """Try *target* for *seconds*, in batches; return how many inputs there were, and the seconds spent.

    What is raised is kept in *folder*, and the next input tried.
    """
    findings = Findings(folder)
    started = time.monotonic()
    done = 0

    def once(data: bytes) -> None:
        nonlocal done
        done += 1
        try:
            timed(target, data)
        except Exception as raised:
            findings.add(data, raised)

    while time.monotonic() - started < seconds:
        _batch(target, once)
    return done, time.monotonic() - started


def _batch(target: Target, once: Callable[[bytes], None]) -> None:
    """Call *once* with a batch of inputs."""
    checks = settings(max_examples=_BATCH, database=None, deadline=None, derandomize=False)
    given(inputs(target))(settings(checks, suppress_health_check=list(HealthCheck))(once))()

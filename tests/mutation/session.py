"""A pytest plugin that tries mutants inside one session: each in a fork, with the tests that reach it.

The tests are collected once, before any has run, so a fork costs hundredths of a second, and no cache holds
an answer that code without the mutant gave.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import resource
import signal
import sys
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import zip_longest
from pathlib import Path

import pytest
from attrs import define, field, frozen
from mutmut.mutation import trampoline
from mutmut.state import state
from tests.mutation.lines import Reached, Recorder, tests_of, words_of
from tests.mutation.mutants import HERE, NO_TESTS, TIMED_OUT, Mutant, keep

REACH = Path("reach.json")
"""Where it is kept which tests reach what, in `mutants/`."""

MEMORY = 4 << 30
"""What a mutant may use, in bytes: one that fills a list for ever fails instead of stopping the machine."""


NAMED = 40
"""How many tests are tried because of their names, and because they run little else."""

QUICK = 0.2
"""Seconds of CPU: what takes longer is tried last."""


@frozen
class Reach:
    """The tests that were collected, which of them run what, and how long each takes, in seconds of CPU."""

    tests: list[str]
    lines: Reached
    seconds: dict[str, float]
    breadth: dict[str, int] = field(init=False)
    """How many lines each test runs: one that runs few is about them."""

    @breadth.default
    def _counted(self) -> dict[str, int]:
        by_place = Counter(place for by in self.lines.values() for who in by.values() for place in who)
        return {self.tests[place]: count for place, count in by_place.items()}

    def of(self, mutant: Mutant) -> set[str]:
        """Return the tests that reach *mutant*."""
        with contextlib.chdir(HERE):
            return {self.tests[place] for place in tests_of(mutant, self.lines)} & self.seconds.keys()

    def closest(self, mutant: Mutant, reaching: set[str]) -> list[str]:
        """Return those of *reaching* named with words of the changed code, and those that run the least."""
        with contextlib.chdir(HERE):
            words = words_of(mutant)
        weights: dict[str, float] = defaultdict(float)
        for word in words:
            found = [each for each in reaching if word in each]
            for each in found if len(found) < len(reaching) / 3 else ():
                weights[each] += 1 / len(found)
        narrow = sorted(reaching, key=lambda each: (self.breadth[each], each))
        return [*sorted(weights, key=lambda each: (-weights[each], each))[:NAMED], *narrow[:NAMED]]


def _batch(test: str) -> str:
    """Return the file of *test*, and the batch of cases where its name has one: `[renewals/late]`."""
    name, _, case = test.partition("[")
    return f"{name.partition('::')[0]} {case.rpartition('/')[0]}"


def likeliest(reach: Reach, mutant: Mutant, killers: list[str], seconds: float) -> list[str]:
    """Return tests that reach *mutant*, the likeliest to fail first, until *seconds* of CPU are used up.

    Those of *killers* that reach it come first, then those that run little else or are named like what is
    changed, then one of every file and batch of cases in turn, so that what fits into the time is as mixed
    as can be; what takes long comes last.
    """
    turns: dict[str, list[str]] = defaultdict(list)
    reaching = reach.of(mutant)
    for each in sorted(reaching, key=lambda each: zlib.crc32(each.encode())):
        turns[_batch(each)].append(each)
    mixed = [each for row in zip_longest(*turns.values()) for each in row if each]
    quick_first = sorted(mixed, key=lambda each: reach.seconds[each] > QUICK)
    found, used = [], 0.0
    first = [each for each in killers if each in reaching][:12]
    closest = [each for each in reach.closest(mutant, reaching) if reach.seconds[each] <= QUICK]
    for each in dict.fromkeys((*first, *closest, *quick_first)):
        if not found or used + reach.seconds[each] <= seconds:
            used += reach.seconds[each]
            found.append(each)
    return found


@define
class Trial:
    """Tries *todo*, in order, each with tests of *seconds* at most; *say* is told how it goes."""

    todo: list[Mutant]
    seconds: float
    same_tests: bool
    say: Callable[[str], None]
    killers: dict[str, list[str]] = field(factory=lambda: defaultdict(list))
    collected: set[str] = field(factory=set)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Tell which mutated functions ran while the tests were collected: tests may hold their answers."""
        self.collected = set(state()._stats)
        for name in sorted(self.collected):
            self.say(f"called while collecting tests: {name}")
        state()._stats.clear()

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests once to see what each reaches, then once for each mutant until one fails."""
        if session.testsfailed:
            self.say(f"{session.testsfailed} errors in collecting tests")
            return True
        _warm()
        _forget()
        gc.freeze()
        items = {item.nodeid: item for item in session.items}
        reach = self._reach(session)
        if reach is None:
            return True
        begun = time.monotonic()
        for place, mutant in enumerate(self.todo, 1):
            started = time.monotonic()
            code = self._try(session, mutant, items, reach)
            keep(mutant.path, {mutant.name: code}, {mutant.name: time.monotonic() - started})
            if place % 100 == 0 or place == len(self.todo):
                self.say(f"{place} of {len(self.todo)} in {time.monotonic() - begun:.0f} s, {mutant.where}")
        return True

    def _reach(self, session: pytest.Session) -> Reach | None:
        """Return what each test reaches, found out in a fork; None when that cannot be told.

        A test that fails without any mutant says nothing about one, and is left out.
        """
        text = REACH.read_text() if self.same_tests and REACH.exists() else None
        text = text or _in_fork(lambda: json.dumps(_reached(session)), seconds=3600)
        found = json.loads(text or '{"failed": ["all"], "seconds": {}}')
        for failed in found["failed"]:
            self.say(f"left out, fails without any mutant: {failed}")
        if not found["seconds"]:
            return None
        REACH.write_text(text or "")
        self.say(f"{len(session.items)} tests, {sum(found['seconds'].values()):.0f} s")
        lines = {path: {int(n): who for n, who in by.items()} for path, by in found["lines"].items()}
        return Reach(found["tests"], lines, found["seconds"])

    def _try(
        self, session: pytest.Session, mutant: Mutant, items: dict[str, pytest.Item], reach: Reach
    ) -> int:
        """Return the exit code of *mutant* as mutmut writes it: 1 killed, 0 survived."""
        killers = self.killers[mutant.path]
        tests = likeliest(reach, mutant, killers[::-1], self.seconds)
        if not tests:
            return NO_TESTS
        chosen = [(items[each], 1 + 15 * reach.seconds[each]) for each in tests]
        killer = _in_fork(lambda: _first_failing(session, mutant, chosen), seconds=120)
        if killer is None:
            return TIMED_OUT
        if killer:  # what has killed most lately is tried first
            if killer in killers:
                killers.remove(killer)
            killers.append(killer)
        return 1 if killer else 0


def _reached(session: pytest.Session) -> dict[str, object]:
    """Return, for JSON, the tests, the lines that each runs, its seconds, and those that failed."""
    trampoline.get_mutant_under_test = lambda: ""
    recorder, seconds, failed = Recorder(), {}, []
    for place, item in enumerate(session.items):
        recorder.start(place)
        started, before = time.process_time(), session.testsfailed
        _run(session, item, session.items[place + 1 : place + 2])
        if session.testsfailed > before:
            failed.append(item.nodeid)
        else:
            seconds[item.nodeid] = time.process_time() - started
    tests = [item.nodeid for item in session.items]
    return {"tests": tests, "lines": recorder.reached(), "seconds": seconds, "failed": failed}


def _first_failing(
    session: pytest.Session, mutant: Mutant, chosen: Iterable[tuple[pytest.Item, float]]
) -> str:
    """Return the first of *chosen*, each with its limit in seconds of CPU, that fails; "" for none."""
    gc.disable()
    pytest.Function.repr_failure = lambda *_: "failed"  # type: ignore[assignment,method-assign]
    trampoline.set_mutant_under_test(mutant.name)
    trampoline.get_mutant_under_test = lambda: mutant.name
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    items = list(chosen)
    for place, (item, limit) in enumerate(items):
        signal.setitimer(signal.ITIMER_PROF, limit)
        _run(session, item, [each for each, _ in items[place + 1 : place + 2]])
        if session.testsfailed:
            return item.nodeid
    return ""


def _run(session: pytest.Session, item: pytest.Item, after: list[pytest.Item]) -> None:
    session.config.hook.pytest_runtest_protocol(item=item, nextitem=after[0] if after else None)


def _warm() -> None:
    """Load the tables of the grammar, so that no fork has to; the package is that of `mutants/` by now."""
    from trainrules.language.parse import parse
    from trainrules.source import Source

    parse(Source("warm", "Group A within 1 month"))


def _forget() -> None:
    """Empty every cache of the package: what it holds was answered without the mutant."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "trainrules" and hasattr(module, "_mutmut_mutated"):
            for each in vars(module).values():
                if callable(getattr(each, "cache_clear", None)):
                    each.cache_clear()


def _in_fork(ask: Callable[[], str], seconds: int) -> str | None:
    """Return what *ask* answers in a fork of this process; None when it is stopped before it answers."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(reader)
            silence = os.open(os.devnull, os.O_WRONLY)
            os.dup2(silence, 1)
            os.dup2(silence, 2)
            signal.alarm(seconds)
            answer = ask().encode()
            while answer:
                answer = answer[os.write(writer, answer) :]
            status = 0
        except BaseException:  # a mutant may end the session itself; that is a kill
            os.write(writer, b"!")
            status = 0
        finally:
            os._exit(status)
    os.close(writer)
    with open(reader, encoding="utf-8") as pipe:
        answer_text = pipe.read()
    _, status = os.waitpid(child, 0)
    return answer_text if os.waitstatus_to_exitcode(status) == 0 else None


def run(todo: list[Mutant], seconds: float, same_tests: bool, args: list[str]) -> int:
    """Try *todo* with the tests that pytest finds with *args*, in `mutants/`; return pytest's exit code.

    *same_tests* says that what they reach is known from the run before.
    """
    screen = os.fdopen(os.dup(1), "w", buffering=1)
    os.environ["PY_IGNORE_IMPORTMISMATCH"] = "1"
    trampoline.set_mutant_under_test("stats")
    trial = Trial(todo, seconds, same_tests, lambda text: print(text, file=screen))
    common = ["-q", "-s", "--rootdir=.", "--tb=native", "--assert=plain", "-p", "no:cacheprovider"]
    common += ["-p", "no:logging", "-p", "no:faulthandler"]
    sys.stdout.flush()
    return int(pytest.main([*common, *args], plugins=[trial]))

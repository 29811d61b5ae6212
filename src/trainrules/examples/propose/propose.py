"""Proposes the examples that a rule file lacks: each is run, and kept only where it shows what none did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count

from attrs import evolve, frozen

from trainrules.examples.cover import RuleCover, sides_shown
from trainrules.examples.expect import Outcome, outcome_of
from trainrules.examples.propose.dated import dated
from trainrules.examples.propose.drafts import DRAFTS, Draft
from trainrules.examples.propose.people import Setting, settings
from trainrules.examples.propose.trial import Bench, block
from trainrules.examples.sides import Side
from trainrules.language import ast
from trainrules.model.files import RuleFile
from trainrules.model.rules import Checklist, Rule

MARK = "# proposed: check against the strategy, then take this line out"
"""What stands above each proposal."""


@frozen
class Proposal:
    """An example of the rule *label* as *text*: what it expects is what came out, and it shows *sides*."""

    label: str
    text: str
    sides: tuple[Side, ...]


@frozen
class Unproposed:
    """The *sides* of the rule *label* on *line* that no facts were found to show."""

    label: str
    line: int
    sides: tuple[Side, ...]


def proposals(file: RuleFile, cover: Iterable[RuleCover]) -> tuple[Proposal | Unproposed, ...]:
    """Return an example for each side that *cover* says *file* lacks, and what none was found for.

    *file* has no errors. The same file gives the same proposals on every day.
    """
    bench = Bench.of(file)
    found = [one for each in cover if each.lacking for one in _of_sentence(bench, each)]
    names = {each.name.text for each in file.tree.sentences if isinstance(each, ast.Example)}
    return tuple(_named_apart(each, names) if isinstance(each, Proposal) else each for each in found)


def _named_apart(proposal: Proposal, names: set[str]) -> Proposal:
    """Return *proposal* under a name that is not in *names*, and add that name."""
    first, _, rest = proposal.text.partition("\n")
    plain = first.removeprefix('example "').removesuffix('"')
    numbered = (f"{plain} ({number})" for number in count(2))
    name = next(each for each in chain([plain], numbered) if each not in names)
    names.add(name)
    return evolve(proposal, text=f'example "{name}"\n{rest}')


def proposals_text(found: Iterable[Proposal | Unproposed]) -> str:
    """Return the proposals as text to put at the end of the rule file, each marked as one."""
    return "\n".join(f"{MARK}\n{each.text}" for each in found if isinstance(each, Proposal))


def _of_sentence(bench: Bench, cover: RuleCover) -> Iterator[Proposal | Unproposed]:
    lacking = set(cover.lacking)
    for rule in _together(cover.rules):
        for setting in settings(rule, bench.policy):
            for draft in _drafts(bench, rule, setting):
                if not lacking:
                    return
                made = _proposal(bench, cover, draft, lacking)
                if made is not None:
                    lacking -= set(made.sides)
                    yield made
    if lacking:
        yield Unproposed(cover.label, cover.line, tuple(side for side in Side if side in lacking))


def _together(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Return *rules*, the standards of one sentence as one: all of them have to be met."""
    items = tuple(item for rule in rules if isinstance(rule, Checklist) for item in rule.items)
    return tuple(evolve(rule, items=items) if isinstance(rule, Checklist) else rule for rule in rules)


def _drafts(bench: Bench, rule: Rule, setting: Setting) -> Iterator[Draft]:
    make = DRAFTS.get(type(rule))
    return dated(bench, rule, setting) if make is None else make(rule, setting, bench.policy)


def _proposal(bench: Bench, cover: RuleCover, draft: Draft, lacking: set[Side]) -> Proposal | None:
    """Return *draft* with the first expectation that shows a side in *lacking*; None where none does."""
    result = bench.outcome(draft.lines, draft.as_of)
    if result is None:
        return None
    outcome = outcome_of(ast.Label(cover.label), None, result)
    for words in _expected(outcome):
        text = block(f"{cover.label}: {draft.what}", draft.lines, draft.as_of, f"[{cover.label}] {words}")
        ran = bench.run(text)
        if ran is None or not ran.passed:
            continue
        sides = tuple(side for side in Side if side in sides_shown(cover.rules, ran))
        if draft.meant in sides and lacking & set(sides):
            return Proposal(cover.label, text, sides)
    return None


def _expected(outcome: Outcome) -> tuple[str, ...]:
    """Return what may be expected, the last thing owed first; that nothing is in breach comes last."""
    return tuple(dict.fromkeys((*reversed(outcome.written), "not in breach")))

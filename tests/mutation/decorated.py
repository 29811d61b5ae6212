"""Teaches mutmut to change functions under `property` and `lru_cache`, which it leaves alone by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import libcst as cst
from mutmut.mutation import file_mutation

KNOWN = {"property", "lru_cache", "cache", "cached_property"}


def is_known(node: cst.CSTNode) -> bool:
    """Return whether *node* is a function under one decorator of KNOWN."""
    return isinstance(node, cst.FunctionDef) and len(node.decorators) == 1 and _name(node) in KNOWN


def _name(function: cst.FunctionDef) -> str:
    decorator = function.decorators[0].decorator
    inner = decorator.func if isinstance(decorator, cst.Call) else decorator
    return inner.value if isinstance(inner, cst.Name) else ""


def teach() -> None:
    """Make mutmut in this process mutate such functions: the decorator stays on the trampoline alone."""
    visitor: Any = file_mutation.MutationVisitor
    arrange: Any = file_mutation.function_trampoline_arrangement
    skips = visitor._skip_node_and_children
    if hasattr(skips, "__wrapped__"):
        return

    def skips_less(self: Any, node: cst.CSTNode) -> bool:
        return not is_known(node) and bool(skips(self, node))

    def arranged(function: cst.FunctionDef, mutants: Any, class_name: str | None) -> tuple[Any, ...]:
        before, nodes, after, names = arrange(function, mutants, class_name)
        return before, _bare(nodes) if is_known(function) else nodes, after, names

    skips_less.__wrapped__ = skips  # type: ignore[attr-defined]
    visitor._skip_node_and_children = skips_less
    file_mutation.function_trampoline_arrangement = arranged


def _bare(nodes: Sequence[cst.FunctionDef]) -> list[cst.FunctionDef]:
    """Return *nodes*, the trampoline first, the functions it chooses among without their decorators."""
    trampoline, *others = nodes
    return [trampoline, *(each.with_changes(decorators=()) for each in others)]

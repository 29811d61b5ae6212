"""SVG in pieces: across, places are per cent of the width, so that a drawing fits any page; down, pixels."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


def per_cent(share: float) -> str:
    """Return a place across as SVG has it: `12.5%`."""
    return f"{share:.2f}".rstrip("0").rstrip(".") + "%"


def rect(look: str, start: float, end: float, top: float, height: float) -> str:
    """Return a bar from *start* to *end* (per cent)."""
    across = f'x="{per_cent(start)}" width="{per_cent(max(end - start, 0.1))}"'
    return f'<rect class="{look}" {across} y="{top:g}" height="{height:g}"/>'


def line(look: str, at: float, top: float, bottom: float) -> str:
    """Return an upright line at *at* (per cent)."""
    x = per_cent(at)
    return f'<line class="{look}" x1="{x}" x2="{x}" y1="{top:g}" y2="{bottom:g}"/>'


def shape(name: str, at: float, top: float) -> str:
    """Return the shape *name*, one of those that the page defines, with its middle at *at* and *top*."""
    return f'<use href="#{name}" x="{per_cent(at)}" y="{top:g}"/>'


def text(words: str, at: float, base: float, look: str = "", anchor: str = "middle") -> str:
    """Return *words* standing on *base*."""
    style = f' class="{look}"' if look else ""
    return f'<text{style} x="{per_cent(at)}" y="{base:g}" text-anchor="{anchor}">{escape(words)}</text>'


def hinted(words: str, drawn: str) -> str:
    """Return *drawn* with *words* as what a pointer shows."""
    return f"<g><title>{escape(words)}</title>{drawn}</g>" if words and drawn else drawn


def picture(name: str, title: str, description: str, height: int, drawn: Iterable[str]) -> str:
    """Return a whole drawing; *title* and *description* are what a screen reader says of it."""
    head = (
        f'<svg class="track" role="img" aria-labelledby="{name}-t {name}-d" width="100%" height="{height}">'
    )
    told = f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(description)}</desc>'
    return f"{head}{told}{''.join(drawn)}</svg>"

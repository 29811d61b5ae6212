"""Opens pages in Chromium, where there is one, and measures them there."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND", "--hide-scrollbars"),
)

# Each page is opened in a frame of a given width, and asked what it measures once it is there.
_MEASURE = """
<!doctype html><meta charset="utf-8"><body><script>
const asked = ASKED, found = {};
const crossing = (page, look) => [...page.querySelectorAll("svg.track")].reduce((sum, track) => {
  const boxes = [...track.querySelectorAll(look)].map(each => each.getBoundingClientRect())
    .sort((a, b) => a.left - b.left);
  return sum + boxes.filter((box, n) => n && box.left < boxes[n - 1].right).length;
}, 0);
function measure(frame) {
  const page = frame.contentDocument, root = page.documentElement;
  const tracks = [...page.querySelectorAll("svg.track")].map(each => each.getBoundingClientRect());
  const bars = [...page.querySelectorAll("svg.track rect")]
    .map(each => each.getBoundingClientRect());
  const requests = frame.contentWindow.performance.getEntriesByType("resource");
  const fills = [...page.querySelectorAll("rect.breach")]
    .map(each => frame.contentWindow.getComputedStyle(each).fill);
  return {
    wide: root.scrollWidth - root.clientWidth, requests: requests.length, breaches: fills,
    text: page.body.innerText, tracks: tracks.length, narrowest: Math.min(...tracks.map(each => each.width)),
    flat: bars.filter(each => each.height < 1 || each.width < 0.1).length,
    crossing: crossing(page, ".year") + crossing(page, ".label"),
    scripts: page.scripts.length, title: page.title,
  };
}
addEventListener("load", () => { document.body.textContent = JSON.stringify(found); });
for (const [name, place, width] of asked) {
  const frame = document.createElement("iframe");
  frame.width = width; frame.height = 900;
  frame.onload = () => { found[name] = measure(frame); };
  frame.src = place;
  document.body.append(frame);
}
</script>
"""


def _run(folder: Path, *arguments: str) -> str:
    """Run Chromium with a new profile in *folder* and return what it prints."""
    assert CHROMIUM
    profile = f"--user-data-dir={folder / 'profile'}"
    command = [CHROMIUM, *_QUIET, profile, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def measured(folder: Path, pages: dict[str, tuple[str, int]]) -> dict[str, Any]:
    """Return what each page, a text with the width to open it at, measures in the browser."""
    asked = []
    for name, (text, width) in pages.items():
        place = folder / f"{name}.html"
        place.write_text(text, encoding="utf-8")
        asked.append((name, place.as_uri(), width))
    harness = folder / "harness.html"
    harness.write_text(_MEASURE.replace("ASKED", json.dumps(asked)), encoding="utf-8")
    said = _run(folder, "--allow-file-access-from-files", "--dump-dom", harness.as_uri())
    found = re.search(r"<body>(.*?)</body>", said, re.DOTALL)
    assert found
    return dict(json.loads(html.unescape(found[1])))


def printed(folder: Path, text: str) -> bytes:
    """Return the PDF that printing the page *text* gives."""
    page, to = folder / "printed.html", folder / "printed.pdf"
    page.write_text(text, encoding="utf-8")
    _run(folder, "--no-pdf-header-footer", f"--print-to-pdf={to}", page.as_uri())
    return to.read_bytes()

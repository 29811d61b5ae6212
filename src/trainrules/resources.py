"""The files that come with the program: the grammar, the policies with their sources, the schemas, the codes.

An installed copy carries them inside the package; a checkout (an editable install) has the grammar and the
policies at its top, and the pages about the codes under `docs`, where people look for them. Readers see no
difference.
"""

from __future__ import annotations

from importlib.abc import Traversable
from importlib.resources import files
from pathlib import Path

GRAMMARS = "grammars"
POLICIES = "policies"
CODES = "codes"

_POLICY_SUFFIX = ".rules"


def folder(kind: str) -> Traversable:
    """Return the folder of *kind*, such as `grammars`, `policies` or `codes`: packaged, else the checkout's.

    Raises FileNotFoundError when neither is there.
    """
    package = files("trainrules")
    checkout = Path(__file__).resolve().parents[2]
    here = (package / "_data" / kind, package / kind, checkout / kind, checkout / "docs" / kind)
    for candidate in here:
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"trainrules was installed without its {kind}")


def read_text(kind: str, name: str) -> str:
    """Return the text of file *name* of *kind*; *name* may have folders in it, as `sources/x.txt` does.

    Raises FileNotFoundError when there is no such file, also for a name that leads out of the folder.
    """
    parts = name.split("/")
    found = folder(kind).joinpath(*parts)
    if any(part in ("", ".", "..") for part in parts) or "\\" in name or not found.is_file():
        raise FileNotFoundError(f"there is no {name} among the {kind}")
    return found.read_text(encoding="utf-8")


def policy_names() -> tuple[str, ...]:
    """Return the names of the bundled policies, such as `hackney`, in alphabetical order."""
    found = (each.name for each in folder(POLICIES).iterdir() if each.is_file())
    return tuple(sorted(name.removesuffix(_POLICY_SUFFIX) for name in found if name.endswith(_POLICY_SUFFIX)))


def policy_path(name: str) -> Traversable:
    """Return the rule file of the bundled policy *name*, whose folder also holds what it uses and quotes.

    Raises FileNotFoundError, naming the policies there are, when *name* is none of them.
    """
    names = policy_names()
    if name not in names:
        raise FileNotFoundError(f"there is no bundled policy {name}; there are {', '.join(names) or 'none'}")
    return folder(POLICIES) / f"{name}{_POLICY_SUFFIX}"

"""One meaning in several wordings: as tersely as the language allows, and with everything said in full."""

from __future__ import annotations

from attrs import frozen
from hypothesis import strategies as st

HEAD = "groups A–C\nlevels 1–3\nrole DSL\ncourse Induction\ncourse Neglect, multi-agency\n"
OWN = (
    ("Group B", "Staff in Group B", "Group B training"),
    ("Level 2", "Levels 2", "Level 2 training"),
    ("DSL", "Staff who are DSL", "DSL training"),
)
SEVERAL = (
    ("Groups A–C", "Groups A to C", "Group A, Group B and Group C"),
    ("Levels 1-2", "Levels 1–2", "Level 1 and Level 2"),
    ("Everyone", "All staff", "Every member of staff"),
)
STRENGTHS = (
    ("must", "is required to"),
    ("should", "is expected to"),
)
CLAUSES = (
    ("prior training does not count", "prior training does not count"),
    ("with 1 year's grace", "with 12 months' grace"),
    ("with certificate", "with certificate"),
    ("not counting leave", "not counting leave"),
    ("for those starting on or after 1 May 2022", "for those starting after 30 April 2022"),
    ("from 1 May 2022", "from 1 May 2022"),
)


@frozen
class Wordings:
    """The same rule in each of *sentences*, after the vocabulary *head*."""

    head: str
    sentences: tuple[str, ...]


@st.composite
def times(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a first deadline, a period or both: as short as can be, and in full."""
    count, weeks = draw(st.integers(1, 6)), draw(st.booleans())
    short, long = (
        (f"{count} weeks", f"{7 * count} days") if weeks else (f"{count} years", f"{12 * count} months")
    )
    every = draw(st.integers(1, 5))
    deadline = (f"within {short}", f"within {long} of starting the role")
    shape = draw(st.sampled_from(("first", "joining", "both", "every")))
    if shape == "joining":
        return f"within {short} of joining", f"within {long} after joining the organisation"
    if shape == "both":
        return f"{deadline[0]}, then every {every} years", f"{deadline[1]}, then every {12 * every} months"
    return deadline if shape == "first" else (f"every {short}", f"every {long}")


@st.composite
def wordings(draw: st.DrawFn) -> Wordings:
    """Draw a duty: on a group's own training, which may be left out, or on a course that is named."""
    short, full = draw(times())
    said = draw(st.lists(st.sampled_from(CLAUSES), max_size=2, unique=True))
    tails = ["".join(f", {words[n]}" for words in said) for n in (0, 1)]
    strong, strongly = draw(st.sampled_from(STRENGTHS))
    if draw(st.booleans()):
        who, whole, training = draw(st.sampled_from(OWN))
        lead = f"{who} " if strong == "must" else f"{who} {strong} complete "
        sentences = [
            f"{lead}{short}{tails[0]}",
            f"{who} {strong} complete their training {short}{tails[0]}",
            f"{whole} {strongly} complete {training} {full}{tails[1]}",
        ]
    else:
        subject = draw(st.sampled_from(SEVERAL))
        course = draw(st.sampled_from(("Induction", '"Neglect"')))
        sentences = [
            f"{subject[0]} {strong} complete {course} {short}{tails[0]}",
            f"{subject[1]} {strong} take the {course} course {short}{tails[1]}",
            f"{subject[2].upper()} {strongly} attend {course} {full}{tails[0]}",
        ]
    return Wordings(HEAD, tuple(f"{each}   [L]\n" for each in sentences))

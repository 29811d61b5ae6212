"""The bugs that are planted.

Duties with no more than a deadline and a period are walked by `engine/plain.py`, the rest by `duty.py` and
`cover.py`: what may be got wrong in both is planted in each.
"""

from __future__ import annotations

from tests.planted.bug import Bug, Edit


def bug(name: str, *edits: tuple[str, str, str]) -> Bug:
    """Return a bug of *edits*, each a file of the engine (or another), the text, and what it becomes."""
    return Bug(name, tuple(Edit(*each) for each in edits))


PLAIN, CASE, DUTY = "engine/plain.py", "engine/case.py", "engine/duty.py"

BUGS = (
    bug(
        "off by one on the deadline: overdue on the due day",
        (PLAIN, "        first = max(due + 1, ", "        first = max(due, "),
    ),
    bug(
        "off by one on the deadline, where a rule has more clauses",
        (
            DUTY,
            "max(limit + 1, since), self.run[1]) if limit",
            "max(limit, since), self.run[1]) if limit",
        ),
    ),
    bug(
        "chained months: each fixed date is counted from the one before",
        (
            "engine/part_cover.py",
            "    return day_after(start, Period(months=period.months * turn, days=period.days * turn))\n",
            "    for _ in range(turn):\n        start = day_after(start, period)\n    return start\n",
        ),
    ),
    bug(
        "months are not clamped: 31 January + 1 month is in March",
        (
            "dates.py",
            "    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).toordinal()\n",
            "    return date(year, month + 1, 1).toordinal() + start.day - 1\n",
        ),
    ),
    bug(
        "same-day order: what came on the same day came first",
        ("engine/order.py", "if any(each.on < entry.on or ", "if any(each.on <= entry.on or "),
    ),
    bug(
        "prior training ignored, where it counts",
        (PLAIN, "if place and (self.plain.rule.prior_counts or ", "if place and ("),
    ),
    bug(
        "prior training ignored, where a rule has more clauses",
        (DUTY, "prior = before if before and before.paid >= start else None", "prior = None"),
    ),
    bug(
        "prior training counts, where it does not",
        (DUTY, "    if rule.prior_counts:\n        return DAWN\n", "    return DAWN\n"),
    ),
    bug(
        "override not subtracted: `instead of` takes nobody out",
        (CASE, "    for number in planned.overriders:\n", "    for number in planned.overriders[1:]:\n"),
    ),
    bug(
        "waiver ignored: its label is compared in its own letters with one in small letters",
        (CASE, "        if fold(w.rule) == label\n", "        if w.rule == label\n"),
    ),
    bug(
        "in-force clip missing: a rule binds before its life and after it",
        (CASE, "free = subtract(intersect(days, (force,)), excused)", "free = subtract(days, excused)"),
    ),
    bug(
        "in-force clip missing, for plain duties",
        (
            PLAIN,
            "        first = max(due + 1, self.start, force[0])\n",
            "        first = max(due + 1, self.start)\n",
        ),
        (
            PLAIN,
            "first, last = max(due + 1, self.start, force[0]), min(day, ",
            "first, last = max(due + 1, self.start), min(day, ",
        ),
    ),
    bug(
        "rolling window half-open the wrong way: what is done on e no longer counts on e + P",
        (
            "engine/rolling.py",
            "    return day_after(day, rule.over)\n",
            "    return day_after(day, rule.over) - 1\n",
        ),
    ),
    bug(
        "percentage by float, over a rolling period",
        (
            "engine/rolling.py",
            "Fraction(self._attended[end] - self._attended[first], end - first)",
            "Fraction((self._attended[end] - self._attended[first]) / (end - first))",
        ),
    ),
    bug(
        "percentage by float, in a fixed period",
        (
            "engine/shares.py",
            "return Fraction(self.attended, self.held) if self.held else None",
            "return Fraction(self.attended / self.held) if self.held else None",
        ),
    ),
    bug(
        "unknown treated as met: a certificate of which nothing is said",
        (
            "engine/known.py",
            'return Known((own,), "certificate", may_be_none=True)',
            "return Known((own,))",
        ),
    ),
    bug(
        "unknown treated as met: an item of a standard of which nothing is said",
        (
            "engine/checklist.py",
            "    if not said or any(each.met is None for _, each in said):\n",
            "    if not said:\n        return [evolve(plain, done=DAWN)]\n"
            "    if any(each.met is None for _, each in said):\n",
        ),
    ),
    bug(
        "the last day of a post is out of scope",
        ("engine/scope.py", "last = min(_end(post.ended), ", "last = min(_end(post.ended) - 1, "),
    ),
    bug(
        "an exact duplicate counts twice",
        ("engine/history.py", "        if _is_repeated(item, day, found):\n            continue\n", ""),
    ),
    bug(
        "bank holidays are working days",
        (
            "dates.py",
            "    if not calendar:\n        return True\n",
            "    if calendar:\n        return True\n",
        ),
    ),
)

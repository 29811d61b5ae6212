"""Rule records in plain words: the one place that puts dates, people, deeds and deadlines into English.

These strings stand in results (`"owed": "Group B training"`), in reasons and in the read-back, so two
different things to do never get the same words.
"""

from trainrules.words.plain import (
    MONTHS,
    a,
    count_text,
    date_text,
    file_text,
    listed,
    measured_text,
    name_text,
    number_text,
    quoted,
    sentence,
    share_text,
    stopped,
    written,
)
from trainrules.words.what import course_text, deed_text, deed_to_do, owed_text, own_text, to_do_text
from trainrules.words.when import (
    anchor_text,
    cycle_text,
    days_text,
    deadline_text,
    every_text,
    started_text,
    sum_text,
    times_text,
    window_text,
)
from trainrules.words.who import audience_text, must_text, term_text

__all__ = [
    "MONTHS",
    "a",
    "anchor_text",
    "audience_text",
    "count_text",
    "course_text",
    "cycle_text",
    "date_text",
    "days_text",
    "deadline_text",
    "deed_text",
    "deed_to_do",
    "every_text",
    "file_text",
    "listed",
    "measured_text",
    "must_text",
    "name_text",
    "number_text",
    "owed_text",
    "own_text",
    "quoted",
    "sentence",
    "share_text",
    "started_text",
    "stopped",
    "sum_text",
    "term_text",
    "times_text",
    "to_do_text",
    "window_text",
    "written",
]

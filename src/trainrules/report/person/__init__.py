"""Reports on one person: a page with a timeline, and a calendar of deadlines."""

from trainrules.report.person.calendar import calendar
from trainrules.report.person.page import person_html

__all__ = ["calendar", "person_html"]

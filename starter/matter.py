"""One matter as the record store has it, at the present moment of its own clock.

In a rehearsal each matter has a clock of its own; whatever is overdue is judged by that clock.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import Any

from starter.failure import Invalid, NoSuchMatter
from starter.reading import Reader
from workflows.domain import calendars, terms
from workflows.domain.calendars import SHANGHAI, Calendar
from workflows.domain.text import Text

Document = dict[str, Any]

NO_TERM = Text(
    "{matter} 没有期限 {key}；现有：{known}。", "{matter} has no term {key}; it has: {known}."
)


class Matter:
    """One matter as the store has it, at the present moment of its own clock."""

    def __init__(self, reader: Reader, number: str) -> None:
        """Find the matter; raises `NoSuchMatter`."""
        # What cannot be printed cannot be asked for either: half a character is no text.
        view = reader.matter(number) if number.isprintable() else None
        if view is None:
            raise NoSuchMatter(number if number.isprintable() else ascii(number))
        self.reader, self.number = reader, number
        self.view: Document = view
        self.skew = reader.clock_skew(number)
        self.now = datetime.now(UTC) + timedelta(seconds=self.skew)

    @property
    def today(self) -> date:
        """Return the matter's day in Shanghai."""
        return self.now.astimezone(SHANGHAI).date()

    @cached_property
    def calendar(self) -> Calendar:
        """Return the calendar that the matter carries since it was opened."""
        return carried_calendar(self.reader, self.number)

    @cached_property
    def terms(self) -> list[Document]:
        """Return the terms with what is left of each, running ones first."""
        rows = [self._judged(row) for row in self.reader.terms(self.number)]
        return sorted(rows, key=lambda row: row["ended_on"] is not None)

    def is_past(self, due: str | None) -> bool:
        """Say whether a day is over."""
        return due is not None and due < self.today.isoformat()

    def term(self, key: str) -> Document:
        """Return one term; raises `Invalid`, naming the terms that there are."""
        for row in self.terms:
            if row["key"] == key:
                return row
        known = ", ".join(row["key"] for row in self.terms) or "—"
        shown = key if key.isprintable() else ascii(key)
        raise Invalid(NO_TERM.format(matter=self.number, key=shown, known=known))

    def _judged(self, row: Document) -> Document:
        runs = row["ended_on"] is None and not row["suspended"]
        left = terms.from_plain(row["term"]).remaining(self.calendar, self.today) if runs else None
        return {
            **row,
            "overdue": runs and not row["period"] and self.is_past(row["due"]),
            "remaining_days": left.days if left else None,
            "remaining_working_days": left.working_days if left else None,
        }


def carried_calendar(reader: Reader, number: str) -> Calendar:
    """Return the calendar of a matter's first journal row."""
    first = reader.first_event(number)
    if first is None:
        raise NoSuchMatter(number)
    return calendars.from_plain(first["fact"]["calendar"])

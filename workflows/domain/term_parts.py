"""The parts of a term: how long it is, what interrupts it, what lengthens it.

A part that cannot be is refused where it is made (ValueError); texts of the message name no person.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workflows.domain.text import Text, listed

FIRST_YEAR, LAST_YEAR = 1992, 2999
"""Since 1992 Shanghai is UTC+8 all year; a year outside these is a typing error."""

MOST_DAYS = 36_600
"""A hundred years: whoever asks for more has typed too many digits."""


class Roll(StrEnum):
    """What happens when the last day is a rest day."""

    NONE = "none"
    NEXT_WORKING_DAY = "next_working_day"


class Ends(StrEnum):
    """How a term of months and days ends: a duty as 民法典 202 says, a period one day earlier."""

    ON_CORRESPONDING_DAY = "on_corresponding_day"
    """The anchor is not counted; 1 March and a month end with 1 April."""
    DAY_BEFORE = "day_before"
    """The anchor is the first day; 1 March and a month end with 31 March (rulebook 0.3)."""


@dataclass(frozen=True, slots=True)
class Budget:
    """How much time is given: calendar months, then days, then working days; more than nothing."""

    months: int = 0
    days: int = 0
    working_days: int = 0

    def __post_init__(self) -> None:
        """Refuse a budget that gives nothing, takes something, or runs for over a century."""
        parts = (self.months, self.days, self.working_days)
        if min(parts) < 0 or not any(parts):
            raise ValueError("a budget gives at least one month, day or working day, none negative")
        if self.months * 31 + self.days + self.working_days > MOST_DAYS:
            raise ValueError("a budget gives a hundred years at the most")

    def words(self) -> Text:
        """Return the length in words: `1个月` / `1 month`."""
        parts = (
            (self.months, "{n}个月", "month"),
            (self.days, "{n}日", "day"),
            (self.working_days, "{n}个工作日", "working day"),
        )
        said = [_amount(n, zh, en) for n, zh, en in parts if n]
        return Text(zh="加".join(t.zh for t in said), en=" and ".join(t.en for t in said))


def _amount(n: int, zh: str, en: str) -> Text:
    return Text(zh=zh.format(n=n), en=f"{n} {en}" if n == 1 else f"{n} {en}s")


@dataclass(frozen=True, slots=True)
class Suspension:
    """Days in [since, until) in Shanghai do not count; open while `until` is None."""

    since: date
    until: date | None
    reason: str
    basis: str
    by: str
    """The officer's id."""

    def __post_init__(self) -> None:
        """Refuse one that ends before it begins or does not say why, on what basis and by whom."""
        require_day(self.since, "suspension: since")
        require_words("a suspension", reason=self.reason, basis=self.basis, by=self.by)
        if self.until is not None:
            require_day(self.until, "suspension: until")
            if self.until < self.since:
                raise ValueError(f"suspension: cannot end on {self.until}, before {self.since}")

    def covers(self, day: date) -> bool:
        """Say whether `day` does not count because of this suspension."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Extension:
    """Time added to the budget, as if it had been given from the start."""

    budget: Budget
    reason: str
    basis: str
    by: str
    """The officer's id."""
    granted_on: date

    def __post_init__(self) -> None:
        """Refuse one that does not say why, on what basis and by whom."""
        require_day(self.granted_on, "extension: granted_on")
        require_words("an extension", reason=self.reason, basis=self.basis, by=self.by)


def total(budget: Budget, extensions: tuple[Extension, ...]) -> Budget:
    """Return the budget with all extensions; their order cannot matter because they are summed."""
    if not extensions:
        return budget
    parts = (budget, *(extension.budget for extension in extensions))
    return Budget(
        months=sum(part.months for part in parts),
        days=sum(part.days for part in parts),
        working_days=sum(part.working_days for part in parts),
    )


def reasons(suspensions: tuple[Suspension, ...], day: date) -> Text:
    """Return why `day` does not count; the reason is quoted as the officer wrote it."""
    given = dict.fromkeys(part.reason for part in suspensions if part.covers(day))
    return listed([Text(zh=reason, en=reason) for reason in given])


def require_day(day: date, what: str) -> None:
    """Raise ValueError unless `day` is a plain date in a year somebody may have meant."""
    if isinstance(day, datetime):
        raise ValueError(f"{what}: a day without a time of day")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"{what}: {day} is not between {FIRST_YEAR} and {LAST_YEAR}")


def require_words(what: str, **values: str) -> None:
    """Raise ValueError, naming the field, if one of the texts is blank."""
    for name, value in values.items():
        if not value.strip():
            raise ValueError(f"{what} needs {name}")

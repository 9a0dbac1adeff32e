"""Days and paragraphs as documents write them."""

from datetime import date


def written(day: date) -> str:
    """Return a day as documents write it: Arabic digits, no leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


def day_of(iso: str | None) -> str:
    """Return a day given as ISO text as documents write it; an unknown one is empty."""
    return written(date.fromisoformat(iso)) if iso else ""


def paragraphs(text: str) -> list[str]:
    """Return the lines of a text that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]

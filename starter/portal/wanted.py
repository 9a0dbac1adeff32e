"""What somebody wants to see on the front page; its address is all the state there is."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any
from urllib.parse import urlencode

from starter.failure import Invalid
from starter.pages import Language
from workflows.domain.text import Text

MOST_DAYS, MOST_PAGES = 1000, 100_000


@dataclass(frozen=True)
class Wanted:
    """Which part of the queue is wanted; what is empty or None narrows nothing."""

    organ: str = ""
    role: str = ""
    kind: str = ""
    within: int | None = None
    """Working days; what is overdue is within any number."""
    overdue: bool = False
    page: int = 1
    refresh: bool = True

    @property
    def narrowed(self) -> bool:
        """Say whether anything is left out."""
        return any((self.organ, self.role, self.kind, self.within is not None, self.overdue))

    def address(self, language: Language, **changes: Any) -> str:
        """Return the address of this page after changes; any change but of `page` begins anew."""
        changed = replace(self, **{"page": 1, **changes})
        values = {
            **asdict(changed),
            "overdue": "1" if changed.overdue else "",
            "page": changed.page if changed.page > 1 else "",
            "refresh": "" if changed.refresh else "off",
        }
        chosen = {name: value for name, value in values.items() if value not in ("", None)}
        return "/?" + urlencode({**chosen, "lang": language})


def wanted_in(query: Mapping[str, str]) -> Wanted:
    """Return what an address asks for; raises Invalid naming the field that is wrong."""
    return Wanted(
        organ=query.get("organ", ""),
        role=query.get("role", ""),
        kind=query.get("kind", ""),
        within=_number(query, "within", 0, MOST_DAYS),
        overdue=_choice(query, "overdue", "1"),
        page=_number(query, "page", 1, MOST_PAGES) or 1,
        refresh=not _choice(query, "refresh", "off"),
    )


def _number(query: Mapping[str, str], name: str, least: int, most: int) -> int | None:
    given = query.get(name, "").strip()
    if not given:
        return None
    if given.isascii() and given.isdigit() and len(given) <= len(str(most)):
        number = int(given)
        if least <= number <= most:
            return number
    raise Invalid(
        Text(
            f"{name}：请填写 {least} 至 {most} 的整数。",
            f"{name}: give a whole number from {least} to {most}.",
        )
    )


def _choice(query: Mapping[str, str], name: str, value: str) -> bool:
    given = query.get(name, "")
    if given not in ("", value):
        raise Invalid(
            Text(f"{name}：只能是 {value}，或者不写。", f"{name}: only {value}, or leave it out.")
        )
    return given == value

"""What a decision bars a subject from and until when, as its follow-up has it (rulebook 3.10)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from starter.case_file.journal import Journal
from starter.case_file.model import Sheet
from starter.case_file.words import same, spaced
from starter.commands.why import day_told
from workflows.domain.accountability_rules.codes import RESTRICTION_LABELS, RestrictionKind
from workflows.domain.calendars import Calendar
from workflows.domain.consequences.values import Consequences, Restriction
from workflows.domain.follow_up.impact import Superseded, eligibility, superseded
from workflows.domain.text import Text

NEVER = Text("无期限", "never")
HEADS = (
    Text("不得", "Barred from"),
    Text("起", "Since"),
    Text("最后一日", "Last day"),
    Text("可以自", "Eligible from"),
    Text("缘由和依据", "Why, and basis"),
)


def told(journal: Journal) -> dict[str, Any]:
    """Return the impact period and every restriction, also those that corrections replaced."""
    found = journal.state.consequences
    end = found.impact_end
    return {
        "impact": {
            "last_day": _day(found.last_day),
            "end": _day(end),
            "permanent": found.permanent,
            "no_award_until": _day(found.award_until),
        },
        "restrictions": [
            *(restriction_told(each) for each in found.restrictions),
            *(
                {**restriction_told(each.restriction), "superseded_by": each.correction.serial}
                for each in superseded(journal.state)
            ),
        ],
    }


def restriction_told(each: Restriction) -> dict[str, Any]:
    """Return a restriction with its days, its reason and its source."""
    label = RESTRICTION_LABELS[each.kind]
    return {
        "kind": each.kind.value,
        "label_zh": label.zh,
        "label_en": label.en,
        "measure": each.measure,
        "since": each.since.isoformat(),
        "last_day": _day(each.last_day),
        "first_eligible": _day(each.first_eligible),
        "why_zh": each.why.zh,
        "why_en": each.why.en,
        "source": each.source,
        "mark": each.mark,
        "superseded_by": None,
    }


def answer(journal: Journal, kind: RestrictionKind, on: date) -> dict[str, Any]:
    """Return whether the subject may get something on a day, with the reasons and their sources."""
    found = eligibility(journal.state, kind, on)
    asked = [r for r in journal.state.consequences.restrictions if r.kind is kind]
    label = RESTRICTION_LABELS[kind]
    return {
        "matter": journal.number,
        "restriction": kind.value,
        "label_zh": label.zh,
        "label_en": label.en,
        "on": on.isoformat(),
        "eligible": found.allowed,
        "first_eligible": _day(found.first_eligible),
        "reasons": [
            {"text_zh": text.zh, "text_en": text.en}
            for text in (*found.reasons, *_replaced(journal, kind, on))
        ],
        "sources": sorted({f"{each.source} [{each.mark}]" for each in asked}),
    }


def _replaced(journal: Journal, kind: RestrictionKind, on: date) -> Iterator[Text]:
    """Yield what barred the subject on that day before a correction put it aside."""
    for each in _superseded(journal, kind):
        if each.restriction.holds_on(on) and on < each.correction.decided_on:
            yield _as_it_was(each)


def _superseded(journal: Journal, kind: RestrictionKind) -> list[Superseded]:
    return [each for each in superseded(journal.state) if each.restriction.kind is kind]


def _as_it_was(each: Superseded) -> Text:
    """Say what barred the subject, and until which correction."""
    serial, day, why = each.correction.serial, each.correction.decided_on, each.restriction.why
    return Text(
        f"{day} 第 {serial} 次纠正之前：{why.zh}", f"until correction {serial} of {day}: {why.en}"
    )


def explained(journal: Journal, kind: RestrictionKind) -> list[dict[str, Any]]:
    """Return every restriction of a kind with its days counted, also what corrections replaced."""
    calendar = journal.state.calendar
    standing = [each for each in journal.state.consequences.restrictions if each.kind is kind]
    return [
        *({**restriction_told(each), "days": _days(each, calendar)} for each in standing),
        *(
            {
                **restriction_told(each.restriction.but(why=_as_it_was(each))),
                "superseded_by": each.correction.serial,
                "days": _days(each.restriction, calendar),
            }
            for each in _superseded(journal, kind)
        ),
    ]


def _days(each: Restriction, calendar: Calendar) -> list[dict[str, Any]]:
    return [day_told(note) for note in each.term.explain(calendar)] if each.term else []


def sheet(journal: Journal) -> Sheet:
    """Return the impact period and the restrictions for people."""
    found = journal.state.consequences
    standing = (_row(each, None) for each in found.restrictions)
    replaced = (_row(e.restriction, e.correction.serial) for e in superseded(journal.state))
    caption = spaced(*_impact(found))
    return Sheet(caption=caption, heads=HEADS, rows=(*standing, *replaced))


def _impact(found: Consequences) -> Iterator[Text]:
    last, end, award = found.last_day, found.impact_end, found.award_until
    if found.permanent:
        yield Text("影响期无期限", "impact period without end")
    elif last:
        yield Text(
            f"影响期至 {last}（含当日），{end} 起结束",
            f"impact period through {last}, over from {end}",
        )
    else:
        yield Text("没有影响期", "no impact period")
    if award:
        yield Text(f"{award} 前（含当日）不得评优评先", f"no award through {award}")


def _row(each: Restriction, serial: int | None) -> tuple[Text, ...]:
    last = same(each.last_day) if each.last_day else NEVER
    first = same(each.first_eligible) if each.first_eligible else NEVER
    source = same(f"{each.source} [{each.mark}]")
    was = Text(f"第 {serial} 次纠正前", f"before correction {serial}") if serial else None
    why = spaced(was, each.why, source)
    return RESTRICTION_LABELS[each.kind], same(each.since), last, first, why


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

"""What a decision bars a subject from and until when, as its follow-up has it (rulebook 3.10)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from starter.case_file.journal import Journal
from starter.columns import Line, print_columns
from starter.commands.why import day_told
from starter.labels import worded
from starter.language import say
from workflows.domain.accountability_rules.codes import RESTRICTION_LABELS, RestrictionKind
from workflows.domain.consequences.values import Restriction
from workflows.domain.follow_up.impact import eligibility, superseded


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
        "reasons": [{"text_zh": text.zh, "text_en": text.en} for text in found.reasons],
        "sources": sorted({f"{each.source} [{each.mark}]" for each in asked}),
    }


def explained(journal: Journal, kind: RestrictionKind) -> list[dict[str, Any]]:
    """Return every restriction of a kind, each with its days counted where there are any."""
    calendar = journal.state.calendar
    return [
        {
            **restriction_told(each),
            "days": [day_told(note) for note in each.term.explain(calendar)] if each.term else [],
        }
        for each in journal.state.consequences.restrictions
        if each.kind is kind
    ]


def print_told(shown: dict[str, Any]) -> None:
    """Print the impact period and the restrictions."""
    click.echo()
    click.echo(_impact(shown["impact"]))
    if shown["restrictions"]:
        heads = say("不得,起,最后一日,可以自,缘由", "No,Since,Last day,Eligible from,Why").split(
            ","
        )
        print_columns(heads, map(_line, shown["restrictions"]))


def _impact(impact: dict[str, Any]) -> str:
    return say("影响期：", "Impact period: ") + say("；", "; ").join(_impact_parts(impact))


def _impact_parts(impact: dict[str, Any]) -> Iterator[str]:
    last, end, award = impact["last_day"], impact["end"], impact["no_award_until"]
    if impact["permanent"]:
        yield say("无期限", "without end")
    elif last:
        yield say(f"至 {last}（含当日），{end} 起结束", f"through {last}, over from {end}")
    else:
        yield say("没有", "none")
    if award:
        yield say(f"{award} 前（含当日）不得评优评先", f"no award through {award}")


def _line(each: dict[str, Any]) -> Line:
    never = say("无期限", "never")
    last, first = each["last_day"] or never, each["first_eligible"] or never
    serial = each["superseded_by"]
    was = say(f"（第 {serial} 次纠正前）", f" (before correction {serial})") if serial else ""
    why = f"{worded(each, 'why')} · {each['source']} [{each['mark']}]{was}"
    return Line((worded(each, "label"), each["since"], last, first, why))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

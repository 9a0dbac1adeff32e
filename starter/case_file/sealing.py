"""What the hash of a case file is taken of: the same for every reader, language, form and moment.

Codes, days and numbers, and the sentences of the journal; no name, and no word that a newer version
of this program might put better.
"""

from collections.abc import Iterable
from typing import Any

from starter.case_file.journal import Journal, Row
from starter.case_file.model import Delivery, Notice, Paper, Step, TermTold

_NOTICE = {"seq", "index", "purpose", "to_role", "to_organ", "state", "attempts", "answer", "at"}
FORM = 1
"""The number of this composition; another composition gets another number."""


def sealed(
    journal: Journal,
    steps: Iterable[Step],
    terms: Iterable[TermTold],
    notices: Iterable[Notice],
    papers: Iterable[Paper],
) -> dict[str, Any]:
    """Return the content of a case file in JSON types, without anything guarded."""
    view = journal.view
    return {
        "form": FORM,
        "matter": journal.number,
        "kind": view.kind,
        "rule_pack": view.rule_pack,
        "stage": journal.decider.standing(journal.state).stage,
        "closed": view.closed,
        "related": list(view.related),
        "journal": {"seq": journal.head.seq, "hash": journal.head.hash},
        "steps": [_step(row, step) for row, step in zip(journal.rows, steps, strict=True)],
        "terms": [
            term.model_dump(include={"key", "anchor", "due", "ended_on", "late", "source"})
            for term in terms
        ],
        "notices": [_notice(notice) for notice in notices],
        "documents": [paper.model_dump(exclude={"label"}) for paper in papers],
    }


def _step(row: Row, step: Step) -> dict[str, Any]:
    told = ("seq", "kind", "at", "effective_on", "actor", "text_zh", "text_en")
    part = {"term", "what", "before", "after", "late"}
    changes = [change.model_dump(include=part) for change in step.dates]
    return {**{name: row[name] for name in told}, "dates": changes}


def _notice(notice: Notice) -> dict[str, Any]:
    return {
        **notice.model_dump(include=_NOTICE),
        "body_zh": notice.body.zh,
        "body_en": notice.body.en,
        "deliveries": [_delivery(way) for way in notice.deliveries],
    }


def _delivery(way: Delivery) -> dict[str, Any]:
    return way.model_dump(include={"recipient", "channel", "state", "attempts", "at"})

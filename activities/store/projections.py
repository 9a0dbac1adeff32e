"""The projections: the newest picture of each matter, its terms and its work items.

They hold nothing of their own: each row follows from the matter's view, and `rebuild` makes them
anew from the journal. They are only ever replaced by the picture of a newer event.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from activities.store.columns import NO_DAY, SHANGHAI_TIME
from activities.store.tables import matters, terms, work_items
from workflows.messages.records import MatterView, TermRecord, WorkItemRecord

Row = dict[str, Any]

# Made once: SQLAlchemy takes longer to make and look up a statement than to run it.
_FORGET = sa.delete(matters).where(matters.c.matter == sa.bindparam("of_matter"))
_PUT_MATTER, _PUT_TERMS, _PUT_WORK_ITEMS = map(sa.insert, (matters, terms, work_items))


def day_over(day: date) -> datetime:
    """Return the first moment after a day in Shanghai."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=SHANGHAI_TIME).astimezone(UTC)


def _runs(term: TermRecord) -> bool:
    return term.ended_on is None and not term.suspended and term.due is not None


def matter_row(view: MatterView, seq: int) -> Row:
    """Return the row of `matters` for the view after event `seq`."""
    duties = [term for term in view.terms if _runs(term) and not term.period]
    dues = [term.due for term in duties if term.due is not None]
    plain = view.model_dump(mode="json")
    return {
        "matter": view.matter,
        "seq": seq,
        "kind": view.kind,
        "stage": view.stage,
        "stage_zh": view.stage_zh,
        "stage_en": view.stage_en,
        "organ": view.organ,
        "rule_pack": plain["rule_pack"],
        "opened_at": view.opened_at.astimezone(UTC),
        "closed": view.closed,
        "tags": plain["tags"],
        "related": plain["related"],
        "next_due_at": day_over(min(dues)) if dues else None,
        "overdue": any(term.overdue and term.ended_on is None for term in view.terms),
        "view": plain,
    }


def term_rows(view: MatterView) -> list[Row]:
    """Return the rows of `terms`; `awaited` tells that a work item leads to the term."""
    awaited = {item.term for item in view.work_items}
    return [
        {
            "matter": view.matter,
            "key": term.key,
            "label_zh": term.label_zh,
            "label_en": term.label_en,
            "anchor": term.anchor,
            "due": None if term.suspended else term.due,
            "sort_on": term.due.isoformat() if term.due and _runs(term) else NO_DAY,
            "provisional": term.provisional,
            "suspended": term.suspended,
            "overdue": term.overdue,
            "ended_on": term.ended_on,
            "awaited": term.key in awaited,
            "term": term.term,
            "period": term.period,
        }
        for term in view.terms
    ]


def work_item_rows(view: MatterView) -> list[Row]:
    """Return the rows of `work_items`, each due when its running term is."""
    by_key = {term.key: term for term in view.terms}
    return [
        _work_item_row(view.matter, position, item, by_key.get(item.term))
        for position, item in enumerate(view.work_items)
    ]


def _work_item_row(
    matter: str, position: int, item: WorkItemRecord, term: TermRecord | None
) -> Row:
    due = item.due or (term.due if term else None)
    if term and term.suspended:
        due = None
    return {
        "matter": matter,
        "position": position,
        "action": item.action,
        "text_zh": item.text_zh,
        "text_en": item.text_en,
        "role": item.role,
        "organ": item.organ,
        "due": due,
        "sort_on": due.isoformat() if due else NO_DAY,
        "term": item.term,
    }


def replace(connection: sa.Connection, view: MatterView, seq: int) -> None:
    """Let the view after event `seq` stand for its matter; terms and work items go with it."""
    forget(connection, view.matter)
    connection.execute(_PUT_MATTER, matter_row(view, seq))
    for put, rows in ((_PUT_TERMS, term_rows(view)), (_PUT_WORK_ITEMS, work_item_rows(view))):
        if rows:
            connection.execute(put, rows)


def forget(connection: sa.Connection, matter: str) -> None:
    """Remove a matter's picture; the foreign keys take its terms and work items along."""
    connection.execute(_FORGET, {"of_matter": matter})


def read_view(connection: sa.Connection, matter: str) -> MatterView | None:
    """Return the newest picture of a matter."""
    query = sa.select(matters.c.view).where(matters.c.matter == matter)
    plain = connection.execute(query).scalar_one_or_none()
    return None if plain is None else MatterView.model_validate(plain)

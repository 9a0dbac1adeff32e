"""From the domain to the record store: events, projections and notices as the journal keeps them.

The rebuild of projections uses the same functions, so that a rebuilt picture equals the first.
"""

from collections.abc import Sequence
from typing import Any

from workflows.domain.deadlines import Deadline
from workflows.domain.lifecycle import Actor, Decider, Event, S, Standing, Step, fold
from workflows.domain.terms import to_plain
from workflows.messages.links import Links, OpenMatters, TellMatter
from workflows.messages.records import (
    DocumentRecord,
    EventRecord,
    MakeDocument,
    MatterView,
    NoticeRecord,
    TermRecord,
    WorkItemRecord,
)


def event_record(event: Event, operation: str = "") -> EventRecord:
    """Return the journal row of an event."""
    words = event.fact.words()
    return EventRecord(
        seq=event.seq,
        kind=event.fact.kind,
        at=event.at,
        effective_on=event.effective_on,
        actor=event.actor.model_dump(mode="json"),
        fact=event.fact.model_dump(mode="json"),
        operation=operation,
        text_zh=words.zh,
        text_en=words.en,
    )


def matter_view(decider: Decider[S], state: S) -> MatterView:
    """Return the picture of a matter for the projections."""
    standing = decider.standing(state)
    terms = tuple(_term_record(state, deadline) for deadline in decider.deadlines(state))
    return MatterView(
        matter=state.number,
        kind=decider.kind,
        stage=standing.shown,
        stage_zh=standing.label.zh,
        stage_en=standing.label.en,
        organ=standing.organ,
        rule_pack={"id": state.pack.id, "version": state.pack.version, "hash": state.pack.hash},
        opened_at=state.opened_at,
        closed=standing.closed,
        tags=standing.tags,
        related=standing.related,
        organs=standing.organs,
        excluded=standing.excluded,
        terms=terms,
        work_items=_work_items(standing, terms),
    )


def _term_record(state: Any, deadline: Deadline) -> TermRecord:
    due = deadline.due(state.calendar)
    return TermRecord(
        key=deadline.key,
        label_zh=deadline.label.zh,
        label_en=deadline.label.en,
        anchor=deadline.term.anchor,
        due=due,
        provisional=deadline.term.is_provisional(state.calendar),
        suspended=due is None,
        overdue=deadline.overdue,
        ended_on=deadline.ended_on,
        term=to_plain(deadline.term),
        period=deadline.period,
    )


def _work_items(standing: Standing, terms: Sequence[TermRecord]) -> tuple[WorkItemRecord, ...]:
    due = {term.key: term.due for term in terms if term.ended_on is None}
    return tuple(
        WorkItemRecord(
            action=item.action,
            text_zh=item.text.zh,
            text_en=item.text.en,
            role=item.role.value,
            organ=item.organ,
            due=due.get(item.term),
            term=item.term,
        )
        for item in standing.work_items
    )


def notice_records(decider: Decider[S], step: Step[S]) -> tuple[NoticeRecord, ...]:
    """Return the notices of an event, numbered from 0."""
    notices = decider.effects(step.before, step.after, step.event).notices
    return tuple(
        NoticeRecord(
            seq=step.event.seq,
            index=index,
            to_role=notice.to_role.value,
            to_organ=notice.to_organ,
            purpose=notice.purpose,
            subject_zh=notice.subject.zh,
            subject_en=notice.subject.en,
            body_zh=notice.body.zh,
            body_en=notice.body.en,
        )
        for index, notice in enumerate(notices)
    )


def document_records(decider: Decider[S], step: Step[S]) -> tuple[DocumentRecord, ...]:
    """Return the documents that an event puts on file, numbered from 0."""
    documents = decider.effects(step.before, step.after, step.event).documents
    return tuple(
        DocumentRecord(
            seq=step.event.seq,
            index=index,
            kind=document.doc_kind,
            number=document.number,
            title=document.title,
            dated=document.dated,
        )
        for index, document in enumerate(documents)
    )


def paper_orders(decider: Decider[S], step: Step[S]) -> tuple[MakeDocument, ...]:
    """Return the documents that an event asks for, numbered from 0, each with all it says."""
    papers = decider.effects(step.before, step.after, step.event).papers
    rules = step.after.pack.documents
    if not papers or rules is None:
        return ()
    return tuple(
        MakeDocument(
            matter=step.after.number,
            seq=step.event.seq,
            index=index,
            kind=paper.doc_kind,
            organ=paper.organ,
            word=rules.kinds[paper.doc_kind].word,
            pattern=rules.numbering.pattern,
            dated=paper.dated,
            made_at=step.event.at,
            content=paper.content,
        )
        for index, paper in enumerate(papers)
    )


def links_of(decider: Decider[S], step: Step[S]) -> Links:
    """Return what an event asks to be done with other matters; messages are numbered from 0."""
    effects = decider.effects(step.before, step.after, step.event)
    matter, seq, at = step.after.number, step.event.seq, step.event.at
    opening = OpenMatters(
        matter=matter,
        seq=seq,
        at=at,
        pack=step.after.pack,
        calendar=step.after.calendar,
        openings=effects.openings,
    )
    return Links(
        openings=(opening,) if effects.openings else (),
        messages=tuple(
            TellMatter(matter=matter, seq=seq, index=index, at=at, **message.model_dump())
            for index, message in enumerate(effects.messages)
        ),
    )


def retold(
    decider: Decider[S], records: Sequence[EventRecord], before: S | None = None
) -> list[Step[S]]:
    """Return the life of a matter told anew from its journal rows, or what followed `before`."""
    return fold(decider, [_event(decider, record) for record in records], before)


def _event(decider: Decider[S], record: EventRecord) -> Event:
    return Event(
        seq=record.seq,
        at=record.at,
        effective_on=record.effective_on,
        actor=Actor.model_validate(record.actor),
        fact=decider.parse(record.fact),
    )

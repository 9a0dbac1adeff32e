"""Builds the case file of a matter from the record store alone.

Nothing here asks what time it is, who runs or what a server remembers: the file is the same whoever
is down, and overdue is what the journal says was overdue.
"""

from activities.directory import Directory
from starter.case_file.dates import date_changes
from starter.case_file.journal import Journal, read_journal
from starter.case_file.linked import linked
from starter.case_file.model import Basis, CaseFile, Notice, Paper, Step
from starter.case_file.notices_told import notices_told
from starter.case_file.papers_told import papers_told
from starter.case_file.people import People
from starter.case_file.sealing import sealed
from starter.case_file.sheets import sheets, sheets_of_linked
from starter.case_file.standing import about, awaited, heading, standing
from starter.case_file.terms_told import terms_told
from starter.case_file.words import shown
from starter.labels import shanghai_time
from starter.reading import Reader
from starter.rights import AT_THE_MACHINE, Right, Viewer
from workflows.domain.basis import Basis as Rests
from workflows.domain.canonical import digest
from workflows.domain.text import Text


def build(
    reader: Reader,
    number: str,
    right: Right,
    *,
    viewer: Viewer = AT_THE_MACHINE,
    directory: Directory | None = None,
) -> CaseFile:
    """Return the case file as far as `right` goes; raises `NoSuchMatter`, `Unreadable`.

    `viewer` decides what is told of linked matters; `directory` knows names of organs and officers.
    """
    journal = read_journal(reader, number)
    people = People(directory, right.names)
    state, view = journal.state, journal.view
    papers = papers_told(journal.decider, journal.steps, journal.teller.void_papers(state))
    notices = notices_told(reader.notices(number), reader.deliveries(number), people)
    steps = _steps(journal, people, notices, papers)
    terms = terms_told(journal.decider.deadlines(state), state.calendar)
    every_notice = tuple(each for told in notices.values() for each in told)
    content = sealed(journal, steps, terms, every_notice, papers)
    return CaseFile(
        number=number,
        kind=view.kind,
        title=heading(journal),
        names=right.names,
        about=about(journal, people),
        stage=Text(view.stage_zh, view.stage_en),
        closed=view.closed,
        standing=standing(journal),
        awaited=awaited(view),
        sheets=(*sheets_of_linked(journal, reader, viewer), *sheets(journal)),
        steps=steps,
        terms=terms,
        notices=every_notice,
        papers=papers,
        linked=linked(reader, number, view.related, viewer),
        rehearsed=bool(reader.clock_skew(number)),
        head=journal.head,
        sealed=content,
        hash=digest(content),
    )


def _steps(
    journal: Journal,
    people: People,
    notices: dict[int, tuple[Notice, ...]],
    papers: tuple[Paper, ...],
) -> tuple[Step, ...]:
    return tuple(
        Step(
            seq=row["seq"],
            kind=row["kind"],
            on=row["effective_on"],
            recorded=shanghai_time(row["at"]),
            who=people.who(step.event.actor),
            what=Text(row["text_zh"], row["text_en"]),
            ground=shown(journal.teller.ground(step), people.names),
            basis=_basis(journal.teller.basis(step)),
            dates=date_changes(journal.decider, step),
            notices=notices.get(row["seq"], ()),
            papers=tuple(paper for paper in papers if paper.seq == row["seq"]),
        )
        for row, step in zip(journal.rows, journal.steps, strict=True)
    )


def _basis(rests: Rests) -> Basis:
    cited = (f"{e.source} [{e.mark}]" if e.mark else e.source for e in rests.entries)
    return Basis(rule=rests.rule, words=rests.words, sources=tuple(cited))

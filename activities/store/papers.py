"""The register of documents made here: their numbers, and the sealed files.

Numbers run by organ, word and year without gaps: a number is taken in the transaction that enters
its document, and a document whose making was interrupted keeps the number it has.
"""

from dataclasses import asdict, dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from activities.store.engine import insert_new
from activities.store.errors import PaperNumberTaken
from activities.store.tables import paper_series, paper_templates, papers


@dataclass(frozen=True, slots=True)
class PaperKey:
    """Which document: the event that drafted it, and its place among that event's documents."""

    matter: str
    seq: int
    index: int = 0

    def __str__(self) -> str:
        return f"{self.matter}/{self.seq}/{self.index}"


@dataclass(frozen=True, slots=True)
class Series:
    """Which numbers: those of an organ, a word such as 函, and a year."""

    organ: str
    word: str
    year: int


@dataclass(frozen=True, slots=True)
class NewPaper:
    """A document that asks for a number; `pattern` says how the number is written."""

    key: PaperKey
    kind: str
    series: Series
    pattern: str
    letterhead: dict[str, str]


@dataclass(frozen=True, slots=True)
class StoredPaper:
    """A document of the register; without `sha256` it has its number and no file yet."""

    key: PaperKey
    kind: str
    series: Series
    serial: int
    number: str
    letterhead: dict[str, str]
    template: str | None
    sha256: str | None
    sealed: bytes | None


@dataclass(frozen=True, slots=True)
class Template:
    """A template as it was used."""

    sha256: str
    kind: str
    content: bytes


_THIS = sa.and_(
    papers.c.matter == sa.bindparam("of_matter"),
    papers.c.seq == sa.bindparam("of_seq"),
    papers.c.index == sa.bindparam("of_index"),
)
_READ = sa.select(papers).where(_THIS)
_KEEP = sa.update(papers).where(_THIS, papers.c.sha256.is_(None))


def _this(key: PaperKey) -> dict[str, Any]:
    return {"of_matter": key.matter, "of_seq": key.seq, "of_index": key.index}


def read(connection: sa.Connection, key: PaperKey) -> StoredPaper | None:
    """Return one document of the register."""
    row = connection.execute(_READ, _this(key)).mappings().one_or_none()
    return None if row is None else _stored(row)


def read_all(connection: sa.Connection) -> list[StoredPaper]:
    """Return the whole register, series by series, without the files."""
    columns = [column for column in papers.c if column.name != "sealed"]
    order = (papers.c.organ, papers.c.word, papers.c.year, papers.c.serial)
    rows = connection.execute(sa.select(*columns).order_by(*order)).mappings()
    return [_stored({**row, "sealed": None}) for row in rows]


def _stored(row: Any) -> StoredPaper:
    return StoredPaper(
        key=PaperKey(row["matter"], row["seq"], row["index"]),
        kind=row["kind"],
        series=Series(row["organ"], row["word"], row["year"]),
        serial=row["serial"],
        number=row["number"],
        letterhead=row["letterhead"],
        template=row["template"],
        sha256=row["sha256"],
        sealed=row["sealed"],
    )


def last_numbers(connection: sa.Connection) -> dict[Series, int]:
    """Return the last number that each series has given."""
    rows = connection.execute(sa.select(paper_series))
    return {Series(row.organ, row.word, row.year): row.last for row in rows}


def enter(connection: sa.Connection, new: NewPaper) -> StoredPaper:
    """Give a document the next number of its series, once; raises `PaperNumberTaken`.

    The series is locked before we look: of two attempts at one document the second finds it.
    """
    _lock(connection, new.series)
    known = read(connection, new.key)
    if known is not None:
        return known
    serial, series = _advance(connection, new.series), asdict(new.series)
    mark, word, year = new.letterhead["mark"], new.series.word, new.series.year
    number = new.pattern.format(mark=mark, word=word, year=year, serial=serial)
    paper = {"kind": new.kind, "serial": serial, "number": number, "letterhead": new.letterhead}
    try:
        connection.execute(sa.insert(papers), asdict(new.key) | series | paper)
    except IntegrityError:
        raise PaperNumberTaken(number) from None
    entered = read(connection, new.key)
    assert entered is not None
    return entered


def _lock(connection: sa.Connection, series: Series) -> None:
    connection.execute(insert_new(connection, paper_series), asdict(series) | {"last": 0})
    query = sa.select(paper_series.c.last).where(_is(series))
    connection.execute(query.with_for_update())  # SQLite has one writer at a time anyhow


def _advance(connection: sa.Connection, series: Series) -> int:
    take = sa.update(paper_series).where(_is(series)).values(last=paper_series.c.last + 1)
    return int(connection.execute(take.returning(paper_series.c.last)).scalar_one())


def _is(series: Series) -> sa.ColumnElement[bool]:
    return sa.and_(*(paper_series.c[name] == value for name, value in asdict(series).items()))


def keep(
    connection: sa.Connection, key: PaperKey, template: Template, sha256: str, sealed: bytes
) -> StoredPaper:
    """Put the file of a numbered document on file; the first one to come stays."""
    row = {"sha256": template.sha256, "kind": template.kind, "content": template.content}
    connection.execute(insert_new(connection, paper_templates), row)
    values = {"template": template.sha256, "sha256": sha256, "sealed": sealed}
    connection.execute(_KEEP.values(values), _this(key))
    stored = read(connection, key)
    if stored is None:
        raise ValueError(f"{key} has no number")
    return stored


def read_template(connection: sa.Connection, sha256: str) -> bytes | None:
    """Return a template as it was used."""
    query = sa.select(paper_templates.c.content).where(paper_templates.c.sha256 == sha256)
    content: bytes | None = connection.execute(query).scalar_one_or_none()
    return content

"""Documents are made once, from the office's template, sealed; what is in the way only delays."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from temporalio.exceptions import ApplicationError
from temporalio.testing import ActivityEnvironment

from activities.directory import Directory
from activities.documents import DocumentActivities, written
from activities.papers.making import plain_text, standard_template
from activities.store import RecordStore
from activities.store.papers import PaperKey
from starter.keys import KeyRing
from starter.sealing import KeyRingSeal
from tests.store_fixtures import MATTER
from workflows.messages.records import MadeDocument, MakeDocument

KEY = PaperKey(MATTER, 12)
ORGAN = {"name": "某市纪委监委驻市某局纪检监察组", "mark": "某纪驻"}


def an_order(**changes: Any) -> MakeDocument:
    order = MakeDocument(
        matter=MATTER,
        seq=12,
        index=0,
        kind="clarification_letter",
        organ="DW",
        word="函",
        pattern="{mark}{word}〔{year}〕{serial}号",
        dated=date(2026, 3, 27),
        made_at=datetime(2026, 3, 27, 4, tzinfo=UTC),
        content={
            "subject": {"name": "林正清", "unit": "市某局", "kind": "PERSON"},
            "addressee": "林正清",
            "copies": [],
            "points": ["反映其在干部选拔中收受礼金"],
            "verified_on": "2026-03-02",
            "methods": ["书面澄清"],
        },
    )
    return order.model_copy(update=changes)


@dataclass
class DyingSeal(KeyRingSeal):
    """The real seal; the process dies so many times before it seals."""

    ring: KeyRing
    deaths: int = 0

    def __post_init__(self) -> None:
        super().__init__(self.ring)

    def seal(self, plain: bytes, label: str) -> bytes:
        if self.deaths:
            self.deaths -= 1
            raise ConnectionResetError("the worker died")
        return super().seal(plain, label)


@dataclass
class Office:
    """What makes documents, with a directory that somebody may edit meanwhile."""

    store: RecordStore
    templates: Path
    seal: DyingSeal
    organs: dict[str, Any] = field(default_factory=lambda: {"DW": ORGAN})

    async def make(self, order: MakeDocument) -> MadeDocument:
        directory = lambda: Directory.model_validate({"organs": self.organs})  # noqa: E731
        activities = DocumentActivities(self.store, directory, self.templates, self.seal)
        return await ActivityEnvironment().run(activities.make_document, order)

    async def file(self) -> bytes:
        """Return the one document on file, opened."""
        paper = await self.store.paper(KEY)
        assert paper is not None
        assert paper.sealed is not None
        return self.seal.open(paper.sealed, str(KEY))


@pytest.fixture
def office(store: RecordStore, tmp_path: Path) -> Office:
    return Office(store, tmp_path / "templates", DyingSeal(KeyRing.create(tmp_path / "keys.toml")))


async def test_a_document_is_numbered_written_sealed_and_answered_with_its_hash(
    office: Office,
) -> None:
    made = await office.make(an_order())

    file = await office.file()
    assert made == MadeDocument(
        number="某纪驻函〔2026〕1号",
        sha256=sha256(file).hexdigest(),
        template=sha256(standard_template("clarification_letter")).hexdigest(),
        letterhead=ORGAN,
    )
    text = plain_text(file)
    for said in ("林正清", "收受礼金", "某纪驻函〔2026〕1号", "2026年3月27日", ORGAN["name"]):
        assert said in text


async def test_what_lies_in_the_store_says_nothing_without_the_key(office: Office) -> None:
    await office.make(an_order())

    paper = await office.store.paper(KEY)

    assert paper is not None
    at_rest = f"{paper}".encode() + (paper.sealed or b"")
    assert all(word.encode() not in at_rest for word in ("林正清", "收受礼金", "市某局的"))
    assert b"PK\x03\x04" not in at_rest


async def test_asked_ten_times_at_once_there_is_one_document(office: Office) -> None:
    answers = await asyncio.gather(*(office.make(an_order()) for _ in range(10)))

    assert len(set(map(str, answers))) == 1
    register, last = await office.store.register()
    assert len(register) == 1
    assert set(last.values()) == {1}


@pytest.mark.parametrize("deaths", [1, 3])
async def test_a_worker_that_dies_after_numbering_finishes_the_same_document(
    office: Office, deaths: int
) -> None:
    office.seal.deaths = deaths
    for _ in range(deaths):
        with pytest.raises(ApplicationError, match="ConnectionResetError"):
            await office.make(an_order())
    office.organs = {"DW": {"name": "改名后的机关", "mark": "新纪"}}

    made = await office.make(an_order())
    other = await office.make(an_order(seq=13))

    assert (made.number, made.letterhead) == ("某纪驻函〔2026〕1号", ORGAN)
    assert other.number == "新纪函〔2026〕2号"


async def test_an_organ_without_letterhead_takes_no_number_and_says_what_to_enter(
    office: Office,
) -> None:
    office.organs = {}
    with pytest.raises(ApplicationError, match=r"\[organs\.DW\]"):
        await office.make(an_order())
    assert (await office.store.register()) == ([], {})

    office.organs = {"DW": ORGAN}
    assert (await office.make(an_order())).number == "某纪驻函〔2026〕1号"


async def test_the_offices_own_template_is_used_and_kept_with_the_document(office: Office) -> None:
    own = standard_template("reply")
    office.templates.mkdir()
    (office.templates / "clarification_letter.docx").write_bytes(b"not a Word file")

    with pytest.raises(ApplicationError, match="DocumentWaits"):
        await office.make(an_order())
    reply = {**an_order().content, "reply_outcome": "不予澄清。", "reasons": "不具备情形。"}
    (office.templates / "clarification_letter.docx").write_bytes(own)
    made = await office.make(an_order(content=reply))

    assert made.template == sha256(own).hexdigest()
    assert made.number == "某纪驻函〔2026〕1号"
    assert await office.store.template(made.template) == own


async def test_a_document_comes_out_of_its_order_and_template_again_byte_by_byte(
    office: Office,
) -> None:
    made = await office.make(an_order())
    template = await office.store.template(made.template)

    assert template is not None
    again = written(an_order(), made.number, made.letterhead, template)
    assert again == await office.file()


async def test_the_year_of_a_number_is_that_of_the_document_not_of_the_clock(
    office: Office,
) -> None:
    late = datetime(2027, 1, 1, 1, tzinfo=UTC)

    old = await office.make(an_order(dated=date(2026, 12, 31), made_at=late))
    new = await office.make(an_order(seq=13, dated=date(2027, 1, 1), made_at=late))

    assert [old.number, new.number] == ["某纪驻函〔2026〕1号", "某纪驻函〔2027〕1号"]

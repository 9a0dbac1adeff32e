"""The nine documents of an accountability case are numbered, sealed and made again as others."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from activities.documents import written
from activities.papers.making import plain_text, standard_template
from activities.store import RecordStore
from activities.store.papers import PaperKey
from starter.keys import KeyRing
from tests.activities.papers.samples import CONTENT
from tests.activities.papers.test_accountability_papers import KINDS_OF_CASES
from tests.activities.test_papers_making import KEY, ORGAN, DyingSeal, Office, an_order
from tests.domain.accountability_parts import HUBEI
from workflows.messages.records import MakeDocument

assert HUBEI.documents is not None
RULES = HUBEI.documents
SERIES = {
    "initiation_approval": "问启",
    "investigation_opinion": "问意",
    "decision": "问决",
    "delivery_receipt": "问送",
    "appeal_decision": "问复",
    "recommendation_letter": "建",
    "revisit_form": "问访",
    "correction_notice": "问纠",
    "feedback_letter": "函",
}


@pytest.fixture
def office(store: RecordStore, tmp_path: Path) -> Office:
    return Office(store, tmp_path / "templates", DyingSeal(KeyRing.create(tmp_path / "keys.toml")))


def order_of(kind: str, seq: int = 1, **changes: Any) -> MakeDocument:
    return an_order(
        kind=kind,
        seq=seq,
        word=RULES.kinds[kind].word,
        pattern=RULES.numbering.pattern,
        content=CONTENT,
        **changes,
    )


def test_the_pack_numbers_the_nine_documents_each_in_a_series_of_its_own() -> None:
    assert {kind: RULES.kinds[kind].word for kind in RULES.kinds} == SERIES
    assert tuple(SERIES) == KINDS_OF_CASES


async def test_each_kind_runs_its_own_series_and_comes_out_of_the_seal_and_again(
    office: Office,
) -> None:
    for seq, kind in enumerate(KINDS_OF_CASES, 1):
        order = order_of(kind, seq)

        made = await office.make(order)

        assert made.number == f"某纪驻{SERIES[kind]}〔2026〕1号"
        paper = await office.store.paper(PaperKey(KEY.matter, seq))
        assert paper is not None
        assert paper.sealed is not None
        assert b"word/document.xml" not in paper.sealed
        file = office.seal.open(paper.sealed, str(paper.key))
        assert sha256(file).hexdigest() == made.sha256
        assert written(order, made.number, ORGAN, standard_template(kind)) == file
        assert made.number in plain_text(file)


async def test_a_second_decision_has_the_next_number_and_the_offices_own_words(
    office: Office,
) -> None:
    await office.make(order_of("decision"))
    office.templates.mkdir(parents=True)
    own = office.templates / "decision.docx"
    own.write_bytes(standard_template("delivery_receipt"))

    made = await office.make(order_of("decision", 2))

    assert made.number == "某纪驻问决〔2026〕2号"
    assert made.template == sha256(own.read_bytes()).hexdigest()

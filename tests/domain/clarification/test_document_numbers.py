"""The numbers of documents made here (2.6, 2.8): which one is carried out, which one is void."""

from tests.domain.builders import a_life
from tests.domain.clarification.drafting_lives import DAY, ended, implementing
from tests.domain.parts import (
    LETTER,
    MEETING,
    TALK,
    draft,
    plan,
)


def test_the_number_of_a_document_made_here_is_the_one_that_is_carried_out() -> None:
    life = implementing(LETTER)
    life.do("draft_document", DAY)
    (number,) = life.makes(DAY)

    wrong = {"kind": "clarification_letter", "number": "别处〔2026〕9号"}
    refusal = life.refused("carry_out", DAY, document=wrong)
    assert refusal.rule == "2.6"
    assert number in refusal.message.zh
    life.do("carry_out", DAY, document={**wrong, "number": number})

    assert [(d.doc_kind, d.number) for d in life.documents[1:]] == [
        ("clarification_letter", number),
        ("receipt", "R-WRITTEN"),
    ]


def test_2_8_the_reply_that_is_served_is_the_one_made_here() -> None:
    life = ended()
    life.do("draft_document", "2026-03-27")
    life.makes("2026-03-27")
    other = {"kind": "reply", "number": "R-9"}

    assert life.refused("serve_reply", "2026-03-28", document=other).rule == "2.8"


def test_an_office_that_makes_its_papers_elsewhere_goes_on_as_before() -> None:
    life = a_life("IMPLEMENTING", effect={"range": "UNIT"}, plan=plan(LETTER, MEETING))
    life.do("draft_document", DAY, **draft("MEETING"))
    life.makes(DAY)

    life.do("carry_out", DAY, method="WRITTEN")

    assert life.documents[-2].number == "D-WRITTEN"


def test_a_spoiled_document_is_void_and_its_number_stays_used() -> None:
    life = implementing(LETTER)
    life.do("draft_document", DAY)
    (spoiled,) = life.makes(DAY)
    life.do("draft_document", DAY, **draft("WRITTEN"), replaces=spoiled)

    void = {"kind": "clarification_letter", "number": spoiled}
    assert life.refused("carry_out", DAY, document=void).rule == "2.6"
    (good,) = life.makes(DAY)
    assert good != spoiled
    assert life.refused("carry_out", DAY, document=void).rule == "2.6"
    assert [paper.void for paper in life.state.papers] == [True, False]
    life.do("carry_out", DAY)
    assert life.state.done[0].document.number == good


def test_2_8_a_second_valid_document_of_a_kind_is_refused_with_the_first() -> None:
    life = implementing(LETTER)
    life.do("draft_document", DAY)
    pending = life.refused("draft_document", DAY)
    (number,) = life.makes(DAY)
    second = life.refused("draft_document", DAY)

    assert pending.rule == second.rule == "2.8"
    assert f"replaces: {number}" in second.message.zh


def test_only_a_valid_document_of_the_same_kind_can_become_void() -> None:
    life = implementing(LETTER, TALK)
    life.do("draft_document", DAY, **draft("FACE_TO_FACE"))
    (other,) = life.makes(DAY)

    for number in (other, "某〔2026〕99号"):
        refusal = life.refused("draft_document", DAY, **draft("WRITTEN"), replaces=number)
        assert refusal.rule == "2.8"


def test_a_document_that_is_being_made_holds_up_no_step_but_the_closing_of_the_file() -> None:
    life = implementing(LETTER)
    life.do("draft_document", DAY)
    life.do("carry_out", DAY)
    life.do("give_post_notice", "2026-03-30")
    life.do("follow_up_effect", "2026-04-28")
    assert not life.state.filed

    (late,) = life.makes("2026-04-29")

    assert life.state.void_numbers == {late}, "the letter was another one"
    assert life.facts[-2:] == ["document_made", "file_closed"]
    assert life.state.filed


def test_the_words_of_a_draft_name_nobody() -> None:
    life = implementing(LETTER)
    life.do("draft_document", DAY, addressee="赵某某")
    life.makes(DAY)

    said = [step.event.fact.words().zh for step in life.steps[-2:]]
    assert said == ["拟制文书：澄清函。", "澄清函已编号 某〔2026〕9号，制成。"]

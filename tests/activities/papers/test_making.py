import io
import json
import os
import subprocess
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from typing import Any

import pytest
from docx import Document

from activities.papers.kinds import KINDS
from activities.papers.making import TemplateBroken, fill, plain_text, standard_template
from activities.papers.standard import WORDS
from tests.activities.papers.samples import (
    CONTENT,
    DATED,
    HARSH,
    LETTERHEAD,
    LONG_NAME,
    MADE_AT,
    MARKS,
    NUMBER,
    made,
)
from workflows.domain.paper_facts import PaperKind

POINTED = [k for k, kind in KINDS.items() if "points" in kind.needs]
OTHER_PROCESS = """
import json
from tests.activities.papers.test_making import hashes
print(json.dumps(hashes()))
"""


@cache
def hashes() -> dict[str, list[str]]:
    return {
        kind: [sha256(file).hexdigest() for file in (made(kind), standard_template(kind))]
        for kind in KINDS
    }


def test_every_kind_of_the_procedure_has_its_words_and_no_other() -> None:
    assert set(KINDS) == set(WORDS) == {kind.value for kind in PaperKind}


@pytest.mark.parametrize(("seed", "zone"), [("0", "Asia/Shanghai"), ("4711", "America/New_York")])
def test_another_process_makes_the_same_bytes(seed: str, zone: str) -> None:
    there = subprocess.run(
        [sys.executable, "-c", OTHER_PROCESS],
        env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": "."},
        capture_output=True,
        check=True,
        text=True,
    )

    assert json.loads(there.stdout) == hashes()


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_knows_no_moment_but_the_matters(kind: str) -> None:
    document = made(kind)

    with zipfile.ZipFile(io.BytesIO(document)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in package.infolist()} == {0}
    about = Document(io.BytesIO(document)).core_properties
    assert about.created == about.modified == MADE_AT.replace(microsecond=0)
    assert about.author == about.last_modified_by == LETTERHEAD["name"]


def test_another_moment_or_fact_makes_other_bytes() -> None:
    first = made("reply")
    template = standard_template("reply")

    later = fill(
        template, "reply", LETTERHEAD, NUMBER, DATED, CONTENT, MADE_AT + timedelta(seconds=1)
    )
    zoned = fill(template, "reply", LETTERHEAD, NUMBER, DATED, CONTENT, MADE_AT.astimezone(UTC))

    assert later != first
    assert zoned == first
    assert made("reply", CONTENT | {"reply_outcome": "另一结论。"}) != first


def test_the_letter_says_what_was_clarified_by_whom_and_when() -> None:
    """2.6: matter clarified, organ, time."""
    assert plain_text(made("clarification_letter")) == (
        "中共许州市纪律检查委员会\n"
        "许纪函〔2026〕12号\n"
        "失实检举控告予以澄清的函\n"
        "张样例：\n"
        "对检举控告反映你的有关问题，中共许州市纪律检查委员会"
        "依规依纪依法进行了核实，于2026年11月8日认定下列问题失实：\n"
        "1. 反映其在干部选拔中收受礼金，经核实失实。\n"
        "2. 反映其违规干预工程招标，为亲属经营的企业谋取利益，经核实失实。\n"
        "按照有关规定，经批准，对上述问题予以书面澄清、会议澄清（本单位），"
        "范围为许州市示例服务中心全体干部职工。\n"
        "本函仅就上述具体问题予以澄清。\n"
        "中共许州市纪律检查委员会\n"
        "2026年11月20日\n"
        "（联系方式：综合室，0000-0000000）\n"
        "抄送：中共许州市委组织部，许州市示例服务中心机关党委。\n"
    )


@pytest.mark.parametrize(
    ("subject", "addressee", "called"),
    [
        (("张样例", "示例中心", "PERSON"), "张样例", "反映你的"),
        (("张样例", "示例中心", "PERSON"), "示例中心党组", "反映你单位张样例的"),
        (("张样例", "示例中心", "PERSON"), "许州市委", "反映示例中心张样例的"),
        (("示例中心", "", "UNIT"), "示例中心", "反映你单位的"),
        (("示例中心", "市示例局", "UNIT"), "市示例局党组", "反映示例中心的"),
    ],
)
def test_the_text_speaks_to_whom_the_letter_goes(
    subject: tuple[str, str, str], addressee: str, called: str
) -> None:
    content = CONTENT | {
        "subject": dict(zip(("name", "unit", "kind"), subject, strict=True)),
        "addressee": addressee,
    }

    assert called in plain_text(made("prior_notice", content))


@pytest.mark.parametrize("kind", ["circular", "press_notice", "minutes"])
def test_what_many_read_never_says_you(kind: str) -> None:
    assert "你" not in plain_text(made(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_no_document_holds_the_matters_number_or_more_than_it_is_given(kind: str) -> None:
    """P1, P3: nothing of the evaluation, of reporters, of what the person is like."""
    told = set(KINDS[kind].needs)
    facts = CONTENT | {"factors": "秘密因素", "reporter": "举报人甲", "level": "一级"}

    text = plain_text(made(kind, facts))

    for word in ("CLAR-2026-0042", "秘密因素", "举报人甲", "一级", "同志", "优秀", "清白"):
        assert word not in text
    assert ("张样例" in text) <= bool(told & {"subject", "addressee", "accountable", "subjects"})


@pytest.mark.parametrize("kind", KINDS)
def test_marks_in_facts_are_printed_as_they_are(kind: str) -> None:
    text = plain_text(made(kind, HARSH, name=LONG_NAME, contact=""))

    assert text.count(LONG_NAME) >= 1
    assert "49" not in text
    if kind in POINTED:
        assert f"30. 反映其在第29期{MARKS}项目中 收受礼金" in text
    if kind == "reply":
        assert f"第29条理由{MARKS}" in text
    assert "抄送" not in text
    assert "联系方式" not in text


@pytest.mark.parametrize("kind", ["meeting_notice", "minutes"])
def test_what_is_not_known_of_a_meeting_is_left_blank_for_a_pen(kind: str) -> None:
    assert plain_text(made(kind, HARSH)).count("＿" * 8) == 3
    assert "2026年12月1日" in plain_text(made(kind))
    assert "全体班子成员、各科室负责人" in plain_text(made(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_kind_needs_is_enough(kind: str) -> None:
    facts = {key: CONTENT[key] for key in KINDS[kind].needs}

    assert plain_text(made(kind, facts))


@pytest.mark.parametrize(
    ("kind", "key"), [(k, key) for k, kind in KINDS.items() for key in kind.needs]
)
def test_what_a_kind_needs_and_lacks_is_named(kind: str, key: str) -> None:
    facts = {name: value for name, value in CONTENT.items() if name != key}

    with pytest.raises(TemplateBroken, match=kind) as refused:
        made(kind, facts)

    said = refused.value.text
    assert "占位符" in said.zh
    assert "placeholder" in said.en
    assert "张样例" not in str(refused.value)


def test_a_subject_without_a_name_is_refused_by_key() -> None:
    facts: dict[str, Any] = CONTENT | {"subject": {"unit": "示例中心", "kind": "PERSON"}}

    with pytest.raises(TemplateBroken, match="缺少内容 name"):
        made("reply", facts)


def test_days_have_no_leading_zeros() -> None:
    template = standard_template("reply")
    day = datetime(2027, 1, 2, tzinfo=UTC).date()

    text = plain_text(fill(template, "reply", LETTERHEAD, NUMBER, day, CONTENT, MADE_AT))

    assert "\n2027年1月2日\n" in text

"""Facts for documents, all of them invented, and the harsh ones that try to break a page."""

from datetime import UTC, date, datetime
from typing import Any

from activities.papers.making import fill, standard_template
from tests.activities.papers.samples_of_accountability import ACCOUNTABILITY, harsh

LETTERHEAD = {
    "name": "中共许州市纪律检查委员会",
    "mark": "许纪",
    "contact": "综合室，0000-0000000",
}
LONG_NAME = "中共许州市纪律检查委员会驻许州市高新技术产业开发区管理委员会纪检监察工作委员会"
NUMBER = "许纪函〔2026〕12号"
DATED = date(2026, 11, 20)
MADE_AT = datetime(2026, 11, 20, 3, 0, 7, 123456, tzinfo=UTC)

CONTENT: dict[str, Any] = {
    "matter": "CLAR-2026-0042",
    "subject": {"name": "张样例", "unit": "许州市示例服务中心", "kind": "PERSON"},
    "points": ["反映其在干部选拔中收受礼金", "反映其违规干预工程招标，为亲属经营的企业谋取利益。"],
    "verified_on": "2026-11-08",
    "addressee": "张样例",
    "copies": ["中共许州市委组织部", "许州市示例服务中心机关党委"],
    "methods": ["书面澄清", "会议澄清（本单位）"],
    "scope": "许州市示例服务中心全体干部职工",
    "meeting": {
        "held_on": "2026-12-01",
        "place": "许州市示例服务中心三楼会议室",
        "attendees": ["全体班子成员", "各科室负责人"],
    },
    "reasons": "反映的问题经核实部分属实。\n按照有关规定，不属于应当澄清的情形。",
    "reply_outcome": "对你提出的申请，决定不予澄清。",
} | ACCOUNTABILITY

MARKS = "{{ 7*7 }}{% raw %}{_{x}_}{# #}<w:p>&lt;A&B>“”'\""
"""What Jinja, docxtpl and XML each take for their own."""

HARSH: dict[str, Any] = CONTENT | {
    "subject": {
        "name": "阿不都热合曼·买买提江·伊敏江" + MARKS,
        "unit": "许州市高新技术产业开发区管理委员会示例综合服务保障中心",
        "kind": "PERSON",
    },
    "addressee": "许州市高新技术产业开发区党工委" + MARKS,
    "points": [
        f"反映其在第{n}期{MARKS}项目中\x00\a\f收受礼金{'并谋取利益' * n}" for n in range(30)
    ],
    "copies": [],
    "scope": "",
    "meeting": {"held_on": "", "place": "", "attendees": ""},
    "reasons": "\n".join(f"第{n}条理由{MARKS}" for n in range(30)),
    "reply_outcome": MARKS,
    **harsh(MARKS),
}


def made(kind: str, content: dict[str, Any] = CONTENT, **letterhead: str) -> bytes:
    """Return a document of the standard template."""
    head = LETTERHEAD | letterhead
    return fill(standard_template(kind), kind, head, NUMBER, DATED, content, MADE_AT)

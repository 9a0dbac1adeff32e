"""What each letter says. A rules office reviews this table, and `words_of_meetings` beside it.

`{{ }}` prints a placeholder; a line that begins with `{%p` rules the lines below it and is not
printed. Nothing here speaks of what the person is like, of effects, or of who reported.
"""

from dataclasses import dataclass
from enum import Enum

from activities.papers.styles import Style


class Form(Enum):
    """How a document looks: letter 函, ordinary document with red heading, without, a table 表."""

    LETTER = "letter"
    ORDINARY = "ordinary"
    BARE = "bare"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a template, and how it looks."""

    style: Style
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a form: what is asked, the answer as far as it is known, its height in lines."""

    label: str
    answer: tuple[Line, ...]
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one kind of document, from its title to its last sentence."""

    form: Form
    title: str
    body: tuple[Line | Row, ...]
    addressed: bool = True
    signed: bool = True


def body(text: str) -> Line:
    """Return a paragraph of the body."""
    return Line(Style.BODY, text)


def intro(text: str) -> Line:
    """Return a sentence that leads to what follows, and stays on one page with it."""
    return Line(Style.INTRO, text)


def last(text: str) -> Line:
    """Return the body's last paragraph, which stays on one page with the signature."""
    return Line(Style.LAST, text)


POINTS = (
    body("{%p for 问题 in 失实问题 %}"),
    body("{{ loop.index }}. {{ 问题 }}，经核实失实。"),
    body("{%p endfor %}"),
)


def verified(subject: str) -> tuple[Line, ...]:
    """Return who verified what, when, and which points were found untrue."""
    return (
        body(
            f"对检举控告反映{{{{ {subject} }}}}的有关问题，{{{{ 发文机关 }}}}"
            "依规依纪依法进行了核实，于{{ 认定日期 }}认定下列问题失实："
        ),
        *POINTS,
    )


VERIFIED = verified("对象称谓")

RANGE = "{% if 澄清范围 %}，范围为{{ 澄清范围 }}{% endif %}"

LETTERS: dict[str, Words] = {
    "clarification_letter": Words(
        Form.LETTER,
        "失实检举控告予以澄清的函",
        (
            *VERIFIED,
            body("按照有关规定，经批准，对上述问题予以{{ 澄清方式 }}" + RANGE + "。"),
            last("本函仅就上述具体问题予以澄清。"),
        ),
    ),
    "commission_letter": Words(
        Form.LETTER,
        "关于委托当面澄清的函",
        (
            *VERIFIED,
            body(
                "按照有关规定，经批准，对上述问题予以当面澄清。"
                "现委托你单位党组织负责人代为实施，请做好以下工作："
            ),
            body("一是向{{ 澄清对象 }}当面说明上述问题经核实失实，不涉及其他内容。"),
            body("二是不得打听、推测、泄露检举控告人的有关情况。"),
            body(
                "三是如实记录澄清的时间、地点、参加人员和说明的内容，"
                "由双方签字后，将记录原件送还{{ 发文机关 }}。"
            ),
            last("本函仅就上述具体问题予以澄清。"),
        ),
    ),
    "prior_notice": Words(
        Form.LETTER,
        "关于拟予澄清有关情况听取意见的函",
        (
            *VERIFIED,
            body("对上述问题，拟予以{{ 澄清方式 }}" + RANGE + "。"),
            body("按照有关规定，实施澄清前，现将有关情况予以通报，听取意见。请将意见书面函复。"),
            last("本函仅就上述具体问题通报情况，请勿对外提供。"),
        ),
    ),
    "post_notice": Words(
        Form.LETTER,
        "关于通报澄清实施情况的函",
        (
            *VERIFIED,
            body(
                "按照有关规定，经批准，对上述问题已经予以{{ 澄清方式 }}" + RANGE + "。"
                "现将有关情况予以通报。"
            ),
            last("本函仅就上述具体问题通报情况。"),
        ),
    ),
    "reply": Words(
        Form.LETTER,
        "关于澄清申请的答复",
        (
            body("{{ 申请人称谓 }}提出的澄清申请收悉。经研究，现答复如下："),
            body("{{ 答复结果 }}"),
            body("理由如下："),
            body("{%p for 理由 in 答复理由 %}"),
            body("{{ 理由 }}"),
            body("{%p endfor %}"),
            last("特此答复。"),
        ),
    ),
}

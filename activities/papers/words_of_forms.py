"""What the forms of an accountability case ask, and what they answer themselves (表格)."""

from activities.papers.styles import Style
from activities.papers.words import Form, Line, Row, Words
from activities.papers.words_of_meetings import answer

ISSUED = (Row("填表日期", (answer("{{ 成文日期 }}"),)),)
SUBJECT = (answer("{{ 问责对象全称 }}"),)


def signed(who: str = "") -> Line:
    """Return the line on which somebody signs, with a day."""
    return Line(Style.CELL_SIGNED, f"{who}签字：　　　　　　　　年　　月　　日")


def opinion(label: str) -> Row:
    """Return a row in which somebody writes an opinion and signs it."""
    return Row(label, (answer("意见："), answer(""), signed()), 3)


def lines_of(name: str) -> tuple[Line, ...]:
    """Return the paragraphs of a text in a cell, or an empty one: a cell needs a paragraph."""
    return (
        answer(f"{{%p for 段 in {name} %}}"),
        answer("{{ 段 }}"),
        answer("{%p else %}"),
        answer(""),
        answer("{%p endfor %}"),
    )


def known_or(name: str, else_: str) -> tuple[Line, ...]:
    """Return the answer if it is known, else what is printed for a pen."""
    return (answer(f"{{% if {name} %}}{{{{ {name} }}}}{{% else %}}{else_}{{% endif %}}"),)


def choice(*options: str) -> str:
    """Return what may be ticked."""
    return "　".join(f"（　）{option}" for option in options)


def _form(title: str, *rows: Row) -> Words:
    return Words(Form.TABLE, title, rows, addressed=False, signed=False)


FORMS: dict[str, Words] = {
    "initiation_approval": _form(
        "问责启动审批表",
        Row("承办机关", (answer("{{ 发文机关 }}"),)),
        *ISSUED,
        Row("拟问责对象", lines_of("拟问责对象")),
        Row("已核实事实", lines_of("认定事实"), 2),
        Row("履责依据", lines_of("履责依据")),
        Row("启动理由", lines_of("启动理由")),
        opinion("承办部门"),
        opinion("分管领导"),
        opinion("主要负责人"),
        opinion("报批机关"),
    ),
    "delivery_receipt": _form(
        "问责决定送达回证",
        Row("送达机关", (answer("{{ 发文机关 }}"),)),
        *ISSUED,
        Row("受送达人", SUBJECT),
        Row("送达文书", (answer("{{ 问责决定 }}"),)),
        Row("送达方式", (answer(choice("直接送达", "留置送达", "其他")),)),
        Row("送达地点", (answer(""),)),
        Row("送达时间", (answer("　　　　年　　月　　日　　时"),)),
        Row(
            "说明解释",
            (
                answer(
                    "已向受送达人说明问责的事实、性质、影响和依据，"
                    "告知申诉的机关和期限，以及申诉期间不停止决定的执行。"
                ),
                answer("提出的问题和答复："),
                answer(""),
            ),
        ),
        Row("签收", (answer("本人已收到上述文书，并听取了说明。"), signed())),
        Row("拒收记录", (answer("拒绝签收的理由："), signed("见证人"))),
        Row("送达人", (answer("（二人以上）"), signed())),
    ),
    "revisit_form": _form(
        "回访登记表",
        Row("回访机关", (answer("{{ 发文机关 }}"),)),
        *ISSUED,
        Row("回访对象", SUBJECT),
        Row("问责情况", (answer("{{ 问责决定 }}：{{ 问责措施 }}"),)),
        Row("影响期", known_or("影响期", "没有影响期")),
        Row("回访时间", known_or("回访时间", "　　　　年　　月　　日")),
        Row("回访方式", known_or("回访方式", choice("直接访", "集中访", "电话访"))),
        Row("回访人员", known_or("回访人员", "（二人以上）")),
        Row("回访提纲", lines_of("回访提纲"), 3),
        Row("谈话记录", lines_of("谈话记录"), 6),
        Row("单位意见", lines_of("单位意见"), 3),
        Row("困难诉求", lines_of("困难诉求"), 3),
        Row("回访结果", known_or("回访结果", choice("好", "一般", "较差"))),
        Row("对象签字", (signed(),)),
        Row("回访签字", (answer("（二人以上）"), signed())),
    ),
}

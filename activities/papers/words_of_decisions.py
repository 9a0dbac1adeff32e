"""What opinions, decisions and corrections of an accountability case say (湖北办法 18-22)."""

from activities.papers.styles import Style
from activities.papers.words import Form, Line, Words, body, intro, last


def section(text: str) -> Line:
    """Return the heading of a part of the body."""
    return Line(Style.SECTION, text)


def paragraphs(name: str) -> tuple[Line, ...]:
    """Return the paragraphs of a text."""
    return (body(f"{{%p for 段 in {name} %}}"), body("{{ 段 }}"), body("{%p endfor %}"))


def numbered(name: str) -> tuple[Line, ...]:
    """Return the items of a list, each with its number."""
    return (
        body(f"{{%p for 项 in {name} %}}"),
        body("{{ loop.index }}. {{ 项 }}。"),
        body("{%p endfor %}"),
    )


def if_any(name: str, *lines: Line) -> tuple[Line, ...]:
    """Return lines that are printed only if there is something of that name."""
    return (body(f"{{%p if {name} %}}"), *lines, body("{%p endif %}"))


DECISIONS: dict[str, Words] = {
    "investigation_opinion": Words(
        Form.ORDINARY,
        "问责调查处理意见",
        (
            section("一、调查认定的事实"),
            *paragraphs("认定事实"),
            section("二、责任认定"),
            intro("依据{{ 问责依据 }}："),
            *numbered("责任认定"),
            section("三、调查对象的陈述和申辩"),
            *paragraphs("陈述申辩"),
            section("四、容错认定和从轻、从重等情节"),
            *paragraphs("有关情节"),
            section("五、处理建议"),
            *numbered("处理建议"),
            last("以上意见，请研究决定。"),
        ),
    ),
    "decision": Words(
        Form.ORDINARY,
        "问责决定书",
        (
            intro("经查明，{{ 问责对象全称 }}存在下列问题："),
            *paragraphs("认定事实"),
            *if_any(
                "问责情形",
                intro(
                    "{% if 责任类别 %}{{ 问责对象称谓 }}对上述问题负{{ 责任类别 }}，{% endif %}"
                    "上述问题属于{{ 问责依据 }}规定的下列情形："
                ),
                *numbered("问责情形"),
            ),
            *paragraphs("决定理由"),
            body("依据{{ 问责依据 }}，经集体研究，决定对{{ 问责对象称谓 }}{{ 决定事项 }}。"),
            *if_any(
                "限制事项",
                intro("{{ 问责对象称谓 }}受下列限制，起止日均计算在内："),
                *numbered("限制事项"),
            ),
            *if_any("申诉途径", intro("对本决定不服的，可以申诉："), *numbered("申诉途径")),
            last("申诉期间，不停止本决定的执行。"),
        ),
    ),
    "appeal_decision": Words(
        Form.ORDINARY,
        "申诉复查决定书",
        (
            body(
                "{{ 问责对象称谓 }}不服{{ 问责决定 }}，于{{ 申诉日期 }}提出书面申诉。"
                "{{ 发文机关 }}于{{ 受理日期 }}受理，由未参与原案办理的人员进行了复查。"
            ),
            intro("申诉的主要理由："),
            *paragraphs("申诉理由"),
            intro("经复查："),
            *paragraphs("复查情况"),
            body(
                "依据{{ 问责依据 }}，经集体研究，决定{{ 复查结论 }}"
                "{% if 保留措施 %}，变更后的问责方式为{{ 保留措施 }}{% endif %}。"
                "{{ 不加重说明 }}"
            ),
            *if_any(
                "申诉途径",
                intro("对本决定不服的，可以继续申诉："),
                *numbered("申诉途径"),
                body("申诉期间，不停止决定的执行。"),
                body("{%p else %}"),
                body("本复查决定为最终决定。"),
            ),
            last("本决定自作出之日起生效。"),
        ),
    ),
    "correction_notice": Words(
        Form.ORDINARY,
        "问责纠正通知书",
        (
            intro(
                "{{ 纠正缘由 }}，现对{{ 问责决定 }}中涉及{{ 问责对象称谓 }}的问责予以纠正，"
                "通知如下："
            ),
            body(
                "一、撤销下列问责措施：{{ 撤销措施 }}。"
                "{% if 保留措施 %}纠正后的问责措施为：{{ 保留措施 }}。{% endif %}"
            ),
            body("二、自{{ 纠正日期 }}起，因被撤销的问责措施而受的限制终止。"),
            *if_any("终止限制", intro("终止的限制有："), *numbered("终止限制")),
            body("三、更正{{ 更正档案 }}中的有关记载，将本通知书存入档案，原记载留存备查。"),
            body(
                "四、{% if 原公布范围 %}在原公布范围内（{{ 原公布范围 }}）"
                "{% else %}原决定没有公布，在知悉原决定的范围内{% endif %}"
                "说明纠正情况，为{{ 问责对象称谓 }}恢复名誉，消除影响。"
            ),
            last("特此通知。"),
        ),
    ),
}

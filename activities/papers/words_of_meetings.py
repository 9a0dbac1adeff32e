"""What is said before more than one reader: at meetings, in circulars and in the media."""

from activities.papers.styles import Style
from activities.papers.words import POINTS, Form, Line, Row, Words, body, last, verified


def answer(text: str) -> Line:
    """Return a paragraph in a cell of a form."""
    return Line(Style.CELL, text)


VERIFIED_OF = verified("对象全称")

CELL_POINTS = tuple(answer(line.text) for line in POINTS)

PUBLIC: dict[str, Words] = {
    "meeting_notice": Words(
        Form.ORDINARY,
        "关于召开澄清会议的通知",
        (
            body(
                "按照有关规定，经批准，决定召开会议，对经核实失实的检举控告予以澄清。现通知如下："
            ),
            body("一、会议时间：{{ 会议时间 }}"),
            body("二、会议地点：{{ 会议地点 }}"),
            body("三、参加人员：{{ 参加人员 }}"),
            body("四、会议内容：{{ 发文机关 }}就失实的具体问题予以澄清。"),
            last("请参加人员按时到会。"),
        ),
    ),
    "minutes": Words(
        Form.ORDINARY,
        "澄清会议纪要",
        (
            Row("时间", (answer("{{ 会议时间 }}"),)),
            Row("地点", (answer("{{ 会议地点 }}"),)),
            Row("主持人", (answer(""),)),
            Row("参加人员", (answer("{{ 参加人员 }}"),), 2),
            Row(
                "澄清事项",
                (
                    answer(
                        "检举控告反映{{ 对象全称 }}的有关问题，经{{ 发文机关 }}核实，"
                        "于{{ 认定日期 }}认定下列问题失实，在会上予以澄清："
                    ),
                    *CELL_POINTS,
                    answer("会议仅就上述具体问题予以澄清。"),
                ),
            ),
            Row("会议情况", (answer(""),), 4),
            Row("主持人签字", (answer(""),), 2),
            Row("记录人签字", (answer(""),), 2),
        ),
        addressed=False,
        signed=False,
    ),
    "circular": Words(
        Form.ORDINARY,
        "关于失实检举控告澄清情况的通报",
        (
            *VERIFIED_OF,
            body(
                "按照有关规定，经批准，对上述问题予以通报澄清"
                "{% if 澄清范围 %}，通报范围为{{ 澄清范围 }}{% endif %}。"
            ),
            last("本通报仅就上述具体问题予以澄清。"),
        ),
    ),
    "press_notice": Words(
        Form.BARE,
        "关于有关检举控告失实的澄清",
        (
            *VERIFIED_OF,
            last("现向社会予以澄清。本澄清仅就上述具体问题作出。"),
        ),
        addressed=False,
    ),
}

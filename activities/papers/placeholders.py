"""What a template may print: Chinese names, as an office writes them in Word."""

from activities.papers.placeholders_of_accountability import ACCOUNTABILITY
from workflows.domain.text import Text

CLARIFICATION: dict[str, Text] = {
    "发文机关": Text("发文机关全称", "the issuing organ's full name"),
    "发文字号": Text("发文字号，自动编排", "the document's number"),
    "成文日期": Text("成文日期", "the day the document bears"),
    "联系方式": Text("发文机关的联系方式，可能为空", "how to reach the organ; may be empty"),
    "主送": Text("主送机关或者本人", "to whom it goes"),
    "抄送": Text("抄送机关，以逗号隔开，可能为空", "who gets a copy; may be empty"),
    "澄清对象": Text("澄清对象的姓名或者单位名称", "name of the person or unit cleared"),
    "澄清对象单位": Text("澄清对象所在单位", "the unit of the person cleared"),
    "对象称谓": Text(
        "正文对澄清对象的称呼：主送本人为“你”，主送其单位为“你单位某某”，否则写明单位、姓名",
        "how the text addresses or names the person, depending on to whom it goes",
    ),
    "对象全称": Text("澄清对象的单位和姓名，不作称呼", "unit and name of the person cleared"),
    "申请人称谓": Text("对申请人的称呼：“你”或者“你单位”", "you: a person, or a unit"),
    "失实问题": Text("失实的问题，逐项（循环）", "the untrue points, one by one (a loop)"),
    "认定日期": Text("认定失实的日期", "when the points were found untrue"),
    "澄清方式": Text("澄清方式及范围，以顿号隔开", "methods of clarification with their range"),
    "澄清范围": Text("澄清范围，可能为空", "the range of clarification; may be empty"),
    "会议时间": Text("会议时间，未定时留空待填", "when the meeting is; a blank if not known"),
    "会议地点": Text("会议地点，未定时留空待填", "where the meeting is; a blank if not known"),
    "参加人员": Text("参加人员，未定时留空待填", "who attends; a blank if not known"),
    "答复结果": Text("答复申请人的结论", "what the applicant is told"),
    "答复理由": Text("答复的理由，逐段（循环）", "the reasons of a reply, by paragraph (a loop)"),
}
"""Those that every template may print, and those of clarifications."""

PLACEHOLDERS = CLARIFICATION | ACCOUNTABILITY
"""Every placeholder and what it prints; a kind has those whose facts it is given."""

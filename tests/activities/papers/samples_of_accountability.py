"""Facts for the documents of an accountability case, all of them invented."""

from typing import Any

PERSON = {
    "name": "张样例",
    "unit": "许州市示例局",
    "post": "党组书记、局长",
    "kind": "PERSON",
}
TEAM = {"name": "中共许州市示例局党组", "unit": "许州市示例局", "post": None, "kind": "TEAM"}
BASIS = "《湖北省党风廉政建设主体责任和监督责任追究暂行办法》"
DECISION = {"name": "问责决定书", "number": "许纪问决〔2026〕3号", "dated": "2026-09-01"}
EQUAL_POST = "不得担任与原任职务相当的领导职务"
AWARD = "取消年度考核评优和评选各类先进的资格"
MEASURES = [
    {"name": "免职", "effective_on": "2026-09-01"},
    {"name": "党内严重警告", "effective_on": "2026-09-01"},
]

FACTS = (
    "2025年3月至2026年2月，许州市示例局对下属示例服务中心长期未组织廉政教育，"
    "对发现的违规收费问题未及时处置。\n"
    "该中心主任因违规收费被立案，涉及群众三百余人，造成不良影响。"
)

CASE: dict[str, Any] = {
    "subjects": [PERSON, TEAM],
    "facts": FACTS,
    "duty_basis": "《中共许州市示例局党组主体责任清单》第三项：每半年听取下属单位廉政情况汇报。",
    "grounds": "存在履行主体责任不力的情形，后果已经发生，建议启动问责调查。",
    "basis": BASIS,
    "liabilities": [
        {
            "subject": PERSON,
            "liability": "主要领导责任",
            "charges": ["第七条第（三）项，未掌握班子成员和下级主要负责人的廉政状况"],
        },
        {"subject": TEAM, "liability": None, "charges": ["第六条第（八）项，未把纪律挺在前面"]},
    ],
    "statements": "张样例承认未按要求听取汇报，认为该中心实行独立核算，监督条件有限。"
    "经复核，其意见中关于核算方式的部分予以采纳。",
    "circumstances": ["不属于容错情形", "主动采取措施退还违规收费，从轻"],
    "proposals": [
        "给予张样例免职、党内严重警告",
        "责令中共许州市示例局党组作出书面检查，并在全市通报",
    ],
}

SUBJECT: dict[str, Any] = {
    "accountable": PERSON,
    "liability": "主要领导责任",
    "charges": ["第七条第（三）项，未掌握班子成员和下级主要负责人的廉政状况"],
    "decision_reasons": "鉴于其主动采取措施退还违规收费，予以从轻。",
    "outcome": {"kind": "MEASURES", "measures": MEASURES},
    "measures": MEASURES,
    "restrictions": [
        {"text": EQUAL_POST, "first_day": "2026-09-01", "last_day": "2028-02-29"},
        {"text": "不得提拔职务", "first_day": "2026-09-01", "last_day": "2028-02-29"},
        {"text": AWARD, "first_day": "2026-09-01", "last_day": "2026-12-31"},
    ],
    "appeals": [
        {"against": "免职", "organ": "中共许州市委员会", "window": "一个月"},
        {"against": "党内严重警告", "organ": "中共许州市纪律检查委员会", "window": None},
    ],
    "decision": DECISION,
    "impact": {"first_day": "2026-09-01", "last_day": "2028-02-29"},
}

APPEAL: dict[str, Any] = {
    "filed_on": "2026-09-20",
    "accepted_on": "2026-09-22",
    "appeal_grounds": "认为示例服务中心实行独立核算，处理过重。",
    "findings": "违规收费持续的时间与原认定不符，实为十个月。\n其余事实清楚，证据确凿。",
    "conclusion": "CHANGED",
    "remaining": ["诫勉"],
    "may_aggravate": False,
}

CORRECTION: dict[str, Any] = {
    "cause": "经申诉复查（许纪问复〔2026〕1号）",
    "withdrawn": ["免职", "党内严重警告"],
    "corrected_on": "2026-10-20",
    "ended": [
        {"text": EQUAL_POST, "last_day": "2028-02-29"},
        {"text": "不得重新入党", "last_day": None},
    ],
    "archives": ["廉政档案", "干部人事档案"],
    "published": "许州市示例局全体干部",
}

AFTER: dict[str, Any] = {
    "portrait": "对下属单位监督流于形式，收费项目长期未公示。\n廉政教育没有计划，没有记录。",
    "recommendations": [
        {"about": "PERSON", "what": "对收费岗位人员开展廉政谈话。"},
        {"about": "MATTER", "what": "退还全部违规收费，公示收费项目"},
        {"about": "SYSTEM", "what": "建立下属单位廉政情况半年报告制度"},
    ],
    "deadline": "2026-12-01",
    "nodes": [
        {"due": "2026-10-01", "text": "报告整改方案"},
        {"due": "2026-11-01", "text": "报告退还进度"},
    ],
    "performance": "认真整改，按期完成退还，分管工作考核良好，群众评价较好。",
    "visits": [
        {"on": "2026-10-01", "form": "直接访", "grade": "好"},
        {"on": "2027-04-01", "form": "电话访", "grade": "好"},
    ],
    "outline": "思想状况，工作情况，整改落实情况，有什么困难和诉求。",
    "visit": {
        "on": "2026-10-01",
        "form": "直接访",
        "visitors": ["王回访", "李回访"],
        "talk": "本人对问责决定表示接受，已完成收费项目公示。\n希望参加业务培训。",
        "unit_opinion": "态度端正，工作积极。",
        "grade": "好",
        "difficulties": ["希望安排参加业务培训"],
    },
}

ACCOUNTABILITY: dict[str, Any] = CASE | SUBJECT | APPEAL | CORRECTION | AFTER


def harsh(marks: str) -> dict[str, Any]:
    """Return facts that try to break a page: endless texts with marks, and lists without end."""
    text = "\n".join(f"第{n}项事实{marks}" for n in range(12))
    items = [f"第{n}项内容{marks}" for n in range(12)]
    team = TEAM | {"name": "中共许州市高新技术产业开发区示例综合服务保障中心党组" + marks}
    return {
        "subjects": [team] * 10,
        "facts": text,
        "liabilities": [{"subject": team, "liability": None, "charges": items}],
        "circumstances": [],
        "proposals": items,
        "accountable": team,
        "liability": None,
        "charges": items,
        "outcome": {"kind": "NO_LIABILITY", "measures": []},
        "restrictions": [],
        "appeals": [],
        "impact": None,
        "appeal_grounds": text,
        "findings": text,
        "remaining": [],
        "may_aggravate": True,
        "ended": [],
        "published": None,
        "portrait": text,
        "recommendations": [{"about": "SYSTEM", "what": item} for item in items],
        "nodes": [],
        "performance": text,
        "visits": [],
        "outline": text,
        "visit": None,
    }

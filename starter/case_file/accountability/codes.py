"""What codes in the fields of facts are called: fixed ones here, those of the pack from the pack.

A code that no list knows stands for itself.
"""

from collections.abc import Callable, Mapping
from typing import Any

from workflows.domain.accountability_rules import codes as coded
from workflows.domain.accountability_rules import verdicts
from workflows.domain.accountability_rules.rules import AccountabilityRules
from workflows.domain.linked import LEAD_LABELS
from workflows.domain.paper_labels import PAPER_LABELS
from workflows.domain.text import Text

Words = Mapping[Any, Text]

_YIELD = Text("变更", "changed"), Text("撤销", "revoked")
FIXED: dict[str, Words] = {
    "about": {
        "PERSON": Text("人", "a person"),
        "MATTER": Text("事", "a matter"),
        "SYSTEM": Text("制度", "a system of rules"),
    },
    "answer": {
        "CONTINUE": Text("继续考验", "goes on"),
        "PURSUE": Text("继续考验，另行处理", "goes on, the new fault is pursued"),
        "END": Text("终止考验", "ends as failed"),
    },
    "band": coded.LEVEL_LABELS,
    "correction": {"CHANGED": _YIELD[0], "REVOKED": _YIELD[1]},
    "doc_kind": PAPER_LABELS,
    "DecisionCorrected.source": {
        "CASE_REVIEW": Text("案件评查", "case review"),
        "ELEVATED_SUPERVISION": Text("上级监督", "supervision from above"),
        "UPPER_ORDER": Text("上级责令", "order of the upper organ"),
        "OWN_FINDING": Text("自行发现", "own finding"),
    },
    "fault": {"INTENT": Text("故意", "intent"), "NEGLIGENCE": Text("过失", "negligence")},
    "Point.finding": {
        "UNTRUE": Text("认定失实", "untrue"),
        "TRUE": Text("属实", "true"),
        "NOT_ESTABLISHED": Text("未能认定失实", "not established as untrue"),
    },
    "giver": {
        "DI_ORGAN": Text("纪检监察机关", "DI organ"),
        "UPPER_HR": Text("上级组织人事部门", "upper organisation department"),
    },
    "ground": {
        "LATE": Text("逾期", "late"),
        "NO_APPEAL": Text("不属于申诉", "no appeal"),
        "REVIEW": Text("复查决定", "the decision may be improper"),
        "REINSTATEMENT": Text("恢复使用", "normal use has become possible"),
    },
    "FollowUpClosed.how": {
        "TRACKED": Text("恢复使用并完成跟踪", "returned to normal use and tracked"),
        "NOT_REINSTATED": Text("不恢复使用", "not reinstated"),
        "REVOKED": Text("决定已撤销并纠正", "revoked and reversed"),
        "EXEMPT": Text("免予问责，错误已纠正", "exempt, the fault was corrected"),
        "NO_LIABILITY": Text("不承担责任", "not liable"),
    },
    "hindrance": {
        "": Text("—", "—"),
        "AGGRAVATES": Text("加重处理", "more severe"),
        "UNCLEAR": Text("没有写明措施", "names no measure of the pack"),
    },
    "instead": {
        "LIGHT_TOUCH": Text("谈话提醒、批评教育", "light touch"),
        "NO_GROUND": Text("不予追究", "nothing to pursue"),
    },
    "kind": {
        "TEAM": Text("班子", "team"),
        "PERSON": Text("个人", "person"),
        "UNIT": Text("单位", "unit"),
    },
    "Lead.kind": {
        "DUTY_FAILURE": Text("失职失责", "failure of duty"),
        "DISCIPLINE": Text("违纪", "breach of discipline"),
        "CONSEQUENCE": Text("造成后果", "a consequence"),
        "DOUBLE_INVESTIGATION": Text("一案双查", "double investigation"),
        "RE_ACCOUNTABILITY": Text("再问责", "re-accountability"),
        "OTHER": Text("其他", "other"),
    },
    "lead_kind": LEAD_LABELS,
    "level": {
        "LOWER": Text("低于原职", "lower"),
        "SAME": Text("与原职相当", "the same"),
        "HIGHER": Text("高于原职", "higher"),
    },
    "looks": verdicts.LOOK_LABELS,
    "manner": coded.MANNER_LABELS,
    "must": verdicts.MUST_LABELS,
    "obstruction": {
        "DELAY": Text("拖延", "delay"),
        "BUCK_PASSING": Text("推诿", "buck-passing"),
        "REFUSAL": Text("拒不整改", "refusal"),
        "FRAUD": Text("弄虚作假", "fraud"),
    },
    "outcome": {
        "MEASURES": Text("予以问责", "held accountable"),
        "EXEMPT": Text("免予问责", "exempt"),
        "NO_LIABILITY": Text("不承担责任", "not liable"),
        **verdicts.APPEAL_OUTCOME_LABELS,
    },
    "Verified.proposal": {
        "INITIATION": Text("启动问责", "initiation"),
        "LIGHT_TOUCH": Text("谈话提醒、批评教育", "light touch"),
        "NO_GROUND": Text("不予追究", "nothing to pursue"),
    },
    "result": {
        **verdicts.TOLERANCE_LABELS,
        "LIGHTER": Text("从轻", "lighter"),
        "REDUCED": Text("减轻", "reduced"),
        "EXEMPT": Text("免予问责", "exempt"),
        "FAILED": Text("不合格", "failed"),
    },
    "status": {
        "MOVED": Text("调离", "moved"),
        "RETIRED": Text("退休", "retired"),
        "LEFT": Text("离职", "left"),
        "DECEASED": Text("死亡", "deceased"),
        "DISSOLVED": Text("撤销建制", "dissolved"),
        "IN_POST": Text("仍在职（更正）", "still in post, a correction"),
    },
    "touchpoint": {
        "T2": Text("处理后谈心", "T2, after the decision"),
        "T3": Text("季度谈心", "T3, each quarter"),
    },
    "PublicationReviewed.verdict": verdicts.PUBLICATION_VERDICT_LABELS,
    "verdict": verdicts.REVIEW_VERDICT_LABELS,
    "way": {
        "DIRECT": Text("直接送达", "in person"),
        "LEFT": Text("留置送达", "left with witnesses"),
        "ENTRUSTED": Text("委托送达", "entrusted"),
        "MAIL": Text("邮寄送达", "by mail"),
    },
    "why": {
        "TEAM": Text("对象是班子", "the subject is a team"),
        "RETIRED": Text("已退休", "retired"),
        "LEFT": Text("已离职", "left"),
        "CONDITIONS_NOT_MET": Text("不符合条件", "conditions not met"),
        "NO_VACANCY": Text("没有职位空缺", "no vacancy"),
        "NOT_REMOVED": Text("未曾离任", "it never lost its post"),
    },
    "MessageLost.reason": {
        "unknown": Text("没有这一编号的事项", "no matter has that number"),
        "closed": Text("该事项已办结", "that matter is closed"),
    },
}
"""By field; `Class.field` where a name means different things."""

OF_PACK: dict[str, Callable[[AccountabilityRules], Mapping[str, Any]]] = {
    "archive": lambda rules: rules.archives,
    "Weighed.cause": lambda rules: rules.causes,
    "causes": lambda rules: rules.issues,
    "Finding.check": lambda rules: rules.revisits.checks,
    "code": lambda rules: rules.charges,
    "factors": lambda rules: rules.factors,
    "form": lambda rules: rules.revisits.forms,
    "grade": lambda rules: rules.revisits.grades,
    "harm": lambda rules: rules.harms,
    "holds": lambda rules: rules.publication.holds,
    "liabilities": lambda rules: rules.liabilities,
    "light_measures": lambda rules: rules.measures,
    "measure": lambda rules: rules.measures,
    "Measure.code": lambda rules: rules.measures,
    "negative": lambda rules: rules.tolerance.negative,
    "of": lambda rules: rules.charges,
    "positive": lambda rules: rules.tolerance.positive,
    "role": lambda rules: rules.subjects,
    "route": lambda rules: rules.appeals,
    "source": lambda rules: rules.channels,
    "Suggested.measures": lambda rules: rules.measures,
    "traits": lambda rules: rules.traits,
    "Triaged.outcome": lambda rules: rules.triage,
    "trigger": lambda rules: rules.triggers,
    "triggers": lambda rules: rules.triggers,
    "variables": lambda rules: rules.variables,
}


def called(owner: str, field: str, code: str, rules: AccountabilityRules) -> Text | None:
    """Return what a code of a field is called, or None where the field holds no codes."""
    for key in (f"{owner}.{field}", field):
        if key in FIXED:
            return FIXED[key].get(code) or Text(code, code)
        if key in OF_PACK:
            entry = OF_PACK[key](rules).get(code)
            return entry.label if entry is not None else Text(code, code)
    return None

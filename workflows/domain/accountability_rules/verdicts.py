"""What may be said at the fixed places of a case: verdicts, results, looks, musts."""

from enum import StrEnum

from workflows.domain.text import Text


class ReviewVerdict(StrEnum):
    """What the upper organ says in an elevated review (rulebook 3.6)."""

    CONFIRM = "CONFIRM"
    LIGHTER = "LIGHTER"
    HEAVIER = "HEAVIER"
    RETURN_FOR_SUPPLEMENT = "RETURN_FOR_SUPPLEMENT"
    NOT_LIABLE = "NOT_LIABLE"


REVIEW_VERDICT_LABELS: dict[ReviewVerdict, Text] = {
    ReviewVerdict.CONFIRM: Text("同意", "confirmed"),
    ReviewVerdict.LIGHTER: Text("从轻处理", "lighter"),
    ReviewVerdict.HEAVIER: Text("从重处理", "heavier"),
    ReviewVerdict.RETURN_FOR_SUPPLEMENT: Text("退回补充调查", "returned for supplement"),
    ReviewVerdict.NOT_LIABLE: Text("不应问责", "not liable"),
}


class Look(StrEnum):
    """The eight looks (八看) of an elevated review (rulebook 3.6)."""

    CIRCUMSTANCES = "CIRCUMSTANCES"
    HARM = "HARM"
    TIME_POINT = "TIME_POINT"
    MOTIVE = "MOTIVE"
    ATTITUDE = "ATTITUDE"
    OBJECTIVE_CONDITIONS = "OBJECTIVE_CONDITIONS"
    USUAL_PERFORMANCE = "USUAL_PERFORMANCE"
    PUBLIC_REPUTATION = "PUBLIC_REPUTATION"


LOOK_LABELS: dict[Look, Text] = {
    Look.CIRCUMSTANCES: Text("违纪情节", "circumstances"),
    Look.HARM: Text("危害程度", "harm"),
    Look.TIME_POINT: Text("时间节点", "time point"),
    Look.MOTIVE: Text("动机原因", "motive"),
    Look.ATTITUDE: Text("认错态度", "attitude"),
    Look.OBJECTIVE_CONDITIONS: Text("客观条件", "objective conditions"),
    Look.USUAL_PERFORMANCE: Text("一贯表现", "usual performance"),
    Look.PUBLIC_REPUTATION: Text("群众口碑", "public reputation"),
}


class Must(StrEnum):
    """The four musts (凡问四必, rulebook 3.5 G2)."""

    PERSON_STATEMENT = "PERSON_STATEMENT"
    UNIT_AND_MASS_OPINION = "UNIT_AND_MASS_OPINION"
    POLICY_OPINION = "POLICY_OPINION"
    EFFECT_ASSESSMENT = "EFFECT_ASSESSMENT"


MUST_LABELS: dict[Must, Text] = {
    Must.PERSON_STATEMENT: Text("听取本人说明", "the person's statement"),
    Must.UNIT_AND_MASS_OPINION: Text(
        "听取所在单位党组织和群众意见", "opinions of the unit's Party organisation and the masses"
    ),
    Must.POLICY_OPINION: Text("听取上级业务部门意见", "opinion of the upper business department"),
    Must.EFFECT_ASSESSMENT: Text("评估问责效果", "assessment of the effect"),
}


class ToleranceResult(StrEnum):
    """How a tolerance assessment ends (rulebook 3.5 G4)."""

    TOLERATED_EXEMPT = "TOLERATED_EXEMPT"
    TOLERATED_REDUCED = "TOLERATED_REDUCED"
    NOT_TOLERATED = "NOT_TOLERATED"


TOLERANCE_LABELS: dict[ToleranceResult, Text] = {
    ToleranceResult.TOLERATED_EXEMPT: Text("容错，免予问责", "tolerated: exempt"),
    ToleranceResult.TOLERATED_REDUCED: Text("容错，从轻或者减轻", "tolerated: lighter or reduced"),
    ToleranceResult.NOT_TOLERATED: Text("不予容错", "not tolerated"),
}


class AppealOutcome(StrEnum):
    """How an appeal is concluded (rulebook 3.11)."""

    UPHELD = "UPHELD"
    CHANGED = "CHANGED"
    REVOKED = "REVOKED"


APPEAL_OUTCOME_LABELS: dict[AppealOutcome, Text] = {
    AppealOutcome.UPHELD: Text("维持", "upheld"),
    AppealOutcome.CHANGED: Text("变更", "changed"),
    AppealOutcome.REVOKED: Text("撤销", "revoked"),
}


class PublicationVerdict(StrEnum):
    """How a publication review ends (rulebook 3.12)."""

    PUBLISH = "PUBLISH"
    OTHER_NAME = "OTHER_NAME"
    CANCEL = "CANCEL"
    DEFER = "DEFER"


PUBLICATION_VERDICT_LABELS: dict[PublicationVerdict, Text] = {
    PublicationVerdict.PUBLISH: Text("以本机关名义公开", "published in the organ's own name"),
    PublicationVerdict.OTHER_NAME: Text("以其他机关名义公开", "published under another name"),
    PublicationVerdict.CANCEL: Text("不予公开", "not published"),
    PublicationVerdict.DEFER: Text("暂缓公开", "deferred"),
}


class ProbationResult(StrEnum):
    """How a probation ends (rulebook 5.1)."""

    LIGHTER = "LIGHTER"
    REDUCED = "REDUCED"
    EXEMPT = "EXEMPT"
    FAILED = "FAILED"


PROBATION_RESULT_LABELS: dict[ProbationResult, Text] = {
    ProbationResult.LIGHTER: Text("合格，从轻", "passed: lighter"),
    ProbationResult.REDUCED: Text("合格，减轻", "passed: reduced"),
    ProbationResult.EXEMPT: Text("合格，免予问责", "passed: exempt"),
    ProbationResult.FAILED: Text("不合格", "failed"),
}

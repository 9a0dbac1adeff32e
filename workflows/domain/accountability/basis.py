"""The legal basis of each fact of a case: the rule, and what of the pack it applied."""

from collections.abc import Callable
from typing import Any

from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.terms import STAGE_TERMS
from workflows.domain.basis import Basis, Entry, entries
from workflows.domain.lifecycle import Fact, Step
from workflows.domain.sourced import Rule
from workflows.domain.text import Text

Case = AccountabilityCase
Applied = Callable[[Case, Any], tuple[Rule | None, ...]]


def basis_of(step: Step[Case]) -> Basis:
    """Return the legal basis of a step; KeyError for a fact that the table does not have."""
    fact = step.event.fact
    rule, words = BASIS[fact.kind]
    return Basis(rule, words, _entries(step.before or step.after, fact))


def _entries(matter: Case, fact: Fact) -> tuple[Entry, ...]:
    """Return what of the pack a fact applied, and the term that it met."""
    applied = APPLIED.get(fact.kind)
    named = STAGE_TERMS.get(matter.stage)
    term = matter.rules.terms[named.key] if named and fact.kind in MEETS_TERM else None
    return entries(*(applied(matter, fact) if applied else ()), term)


MEETS_TERM = frozenset(
    {
        "triaged",
        "assigned",
        "verified",
        "start_approved",
        "talk_held",
        "opinion_drafted",
        "opinion_submitted",
        "consulted",
        "filing_acknowledged",
        "filing_deemed",
        "elevated_reviewed",
        "decided",
        "publication_reviewed",
    }
)
"""Facts that meet the term of the stage in which they come true."""

APPLIED: dict[str, Applied] = {
    "case_opened": lambda m, f: (m.rules.channels[f.request.lead.source],),
    "triaged": lambda m, f: (m.rules.triage[f.outcome],),
    "must_recorded": lambda m, f: (m.rules.four_musts,),
    "start_proposed": lambda m, f: tuple(m.rules.triggers[code] for code in f.triggers),
    "leadership_case_settled": lambda m, f: (m.rules.triggers[f.trigger],),
    "start_approved": lambda m, f: (m.rules.approvals["INITIATION"],),
    "opinion_approved": lambda m, f: (m.rules.approvals["INVESTIGATION"],),
    "no_liability_approved": lambda m, f: (m.rules.approvals["NO_LIABILITY"],),
    "decision_proposed": lambda m, f: (m.rules.approvals["DECISION"],),
    "tolerance_assessed": lambda m, f: (
        *(m.rules.tolerance.positive[code] for code in f.positive),
        *(m.rules.tolerance.negative[code] for code in f.negative),
    ),
    "charged": lambda m, f: tuple(
        {**m.rules.charges, **m.rules.triggers}[charge.code] for charge in f.charges
    ),
    "weighed": lambda m, f: (
        *(m.rules.liabilities[code] for code in f.liabilities),
        *(m.rules.factors[code] for code in f.factors),
    ),
    "opinion_drafted": lambda m, f: (m.rules.calculator,),
    "filing_acknowledged": lambda m, f: (m.rules.elevation["FILING"],),
    "filing_deemed": lambda m, f: (m.rules.elevation["FILING"],),
    "elevated_reviewed": lambda m, f: (m.rules.elevation["REVIEW"],),
    "decided": lambda m, f: tuple(
        m.rules.measures[measure.code] for each in f.decisions for measure in each.measures
    ),
    "probation_set": lambda m, f: (m.rules.probation,),
    "probation_ended": lambda m, f: (m.rules.probation,),
    "publication_reviewed": lambda m, f: (m.rules.publication,),
    "assessment_entered": lambda m, f: (m.rules.archives["UNIT_ASSESSMENT"],),
    "recommendation_issued": lambda m, f: (m.rules.rectification,),
}

BASIS: dict[str, tuple[str, Text]] = {
    "case_opened": (
        "3.2", Text("线索登记受理；要求问责的，只作为线索。",
                    "A lead is registered; a demand is nothing more than a lead.")),
    "triaged": ("3.3", Text("分办须有意见。", "Triage needs an opinion.")),
    "assigned": ("3.3", Text("按事实、性质、后果交一个部门承办。",
                             "One department handles it, by fact, nature and consequence.")),
    "triage_returned": ("3.3", Text("分办意见退回重拟。", "The opinion is made anew.")),
    "verified": ("3.4, 3.5 G1", Text("先核实事实，不以问责为前提。",
                                     "Facts are verified first, without a demand.")),
    "subject_added": ("3.2, S037", Text("核实之后才定对象，并有职责依据。",
                                        "Subjects come after verification, with their duty.")),
    "start_proposed": ("3.11, 3.7", Text("提请启动；一案双查达到标准的，由人确认。",
                                         "The start is proposed; a human confirms thresholds.")),
    "leadership_case_settled": ("3.7, A06", Text("达到一案双查标准的，另立案件，由人确认。",
                                                 "A threshold calls for a case on the "
                                                 "leadership; a human confirms.")),
    "start_approved": ("3.5 G7", Text("启动须经审批，容错评估同时开始。",
                                      "The start is approved; tolerance is assessed from then.")),
    "not_started": ("3.11", Text("不予启动须有理由。", "Not starting needs reasons.")),
    "talk_held": ("3.3, S043", Text("抓早抓小：谈话提醒，不附带影响期。",
                                    "Early and small: a talk, without consequences.")),
    "probation_set": ("5.1", Text("过失且无严重后果的，可以设考验期。",
                                  "For negligence without serious consequence.")),
    "handed_on": ("3.3", Text("转其他程序办理。", "Handled by another procedure.")),
    "must_recorded": ("3.5 G2", Text("凡问四必，逐项有记录。", "The four musts, each recorded.")),
    "expert_reported": ("3.5 G5", Text("医疗专业问题须有专业评估。",
                                       "Medical matters need an expert.")),
    "tolerance_assessed": ("3.5 G4, 4.5", Text("容错评估与调查同步；备案不等于免责。",
                                               "Assessed beside the investigation; a filing "
                                               "exempts nobody.")),
    "decision_layer_examined": ("3.5 G9", Text("问执行的，须审查决策层。",
                                               "Where execution is charged, deciders are "
                                               "examined.")),
    "constituted": ("3.5 G3", Text("职责、因果、证据齐备方构成责任。",
                                   "Duty, cause and proof make liability.")),
    "charged": ("3.7, 3.5 G11", Text("按编号情形认定，并认定其后果。",
                                     "By coded situations, with their consequences.")),
    "weighed": ("3.8, 3.9", Text("区分责任层次，认定从轻从重情节。",
                                 "Liability is split, factors are weighed.")),
    "facts_shown": ("3.14 T1", Text("事实材料见面，说明依据。", "The facts are shown.")),
    "reply_heard": ("3.14 T1", Text("听取本人意见。", "The reply is heard.")),
    "no_liability_proposed": ("3.11", Text("全部对象不承担责任的，说明理由报批。",
                                           "Nobody is liable: with reasons, for approval.")),
    "no_liability_approved": ("3.11, 3.5 G7", Text("不予问责须经审批。", "It is approved.")),
    "no_liability_returned": ("3.11", Text("退回继续调查。", "The investigation goes on.")),
    "opinion_drafted": ("3.4, S049", Text("定量、变量只作建议，意见由人提出，不同的写明理由。",
                                          "The calculator suggests, a human proposes.")),
    "involved_included": ("S104", Text("涉案人员与主案同步提出意见。",
                                       "Persons involved are handled with the main case.")),
    "opinion_approved": ("3.5 G7", Text("调查意见须经审批。", "The opinion is approved.")),
    "opinion_returned": ("3.5 G7", Text("证据不足的，退回补充调查。",
                                        "Returned for more investigation.")),
    "opinion_submitted": ("3.11, S104", Text("提交会商。", "Submitted to consultation.")),
    "adjudication_checked": ("3.4", Text("审理把关证据、定性和处理。",
                                         "Evidence, characterisation and measure are checked.")),
    "consulted": ("3.4", Text("与有关部门会商。", "Departments are consulted.")),
    "filing_acknowledged": ("3.6", Text("决定之前提级备案。", "Filed before the decision.")),
    "filing_deemed": ("3.6, 3.11", Text("期限内未复，视为收到备案。",
                                        "Silence within the term lets it go on.")),
    "elevated_reviewed": ("3.6", Text("提级审核，八看、五种意见。",
                                      "Eight looks and one of five verdicts.")),
    "decision_proposed": ("3.10", Text("向有权机关提请决定。", "Proposed to the competent body.")),
    "decided": ("3.10, 3.11", Text("由有权机关对每个对象作出决定。",
                                   "The competent body decides on every subject.")),
    "subject_notified": ("3.11", Text("不予问责的，告知本人。", "Who is not liable is told.")),
    "clarification_offered": ("3.11, 2.2", Text("失实的，提请澄清正名。",
                                                "Untrue accusations offer a clarification.")),
    "recommendation_issued": ("3.13", Text("发出建议书，督促整改。",
                                           "A letter asks the unit to put things right.")),
    "recommendation_waived": ("3.13", Text("无需整改的，说明理由。", "Waived with reasons.")),
    "publication_requested": ("3.12", Text("公开须经审核。", "Publication is reviewed first.")),
    "publication_reviewed": ("3.12", Text("审核内容、时机、方式。",
                                          "Content, timing and manner are reviewed.")),
    "published": ("3.12, 3.5 G10", Text("送达之后、按审核结论公开。",
                                        "After service, as the review allows.")),
    "involved_handled": ("S104", Text("一案一处理，涉案人员办结方可结案。",
                                      "Everybody involved is handled before the case closes.")),
    "assessment_entered": ("3.13, S089", Text("纳入单位考核。", "Part of the unit's assessment.")),
    "lead_noted": ("3.11", Text("办案中发现的新线索另行登记。", "New leads are noted.")),
    "lead_settled": ("3.11", Text("新线索另行立案，或者写明不立案的理由，由人确认。",
                                  "A new lead becomes a case, or somebody says why not.")),
    "lead_found": ("3.11", Text("关联事项报来的新线索。", "A new lead of a linked matter.")),
    "supplement_added": ("3.11", Text("补充材料入卷。", "Material is added to the file.")),
    "subject_served": ("3.11", Text("决定送达对象，后续由对象事项办理。",
                                    "Served; its follow-up goes on from there.")),
    "subject_closed": ("3.11", Text("对象后续办结。", "The follow-up of a subject is closed.")),
    "subject_reopened": ("3.11", Text("因申诉或者纠正，对象后续重启。",
                                      "An appeal or correction takes it up again.")),
    "probation_ended": ("5.1, 3.11", Text("考验期结果决定是否提请启动。",
                                          "Its result decides whether a start is proposed.")),
    "rectification_ended": ("3.13", Text("整改销号。", "The rectification is closed.")),
    "case_closed": ("3.11, S104", Text("对象、整改、考验期和涉案人员全部办结，方可结案。",
                                       "Closed once subjects, rectification, probations and "
                                       "persons involved are.")),
}  # fmt: skip
"""Facts that every kind shares have their basis elsewhere."""

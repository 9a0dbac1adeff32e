"""What must be there before opinion, submission, decision and publication: G6 to G11, 3.6, S104.

Each function is pure and returns what is still missing.
"""

from collections.abc import Iterator

from workflows.domain.accountability.approving import links_of
from workflows.domain.accountability.elevation import filing_due, review_due
from workflows.domain.accountability.missing import Missing, lacks
from workflows.domain.accountability.particulars_of_inquiry import Charge
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.subject_files import SubjectFile
from workflows.domain.accountability_rules.verdicts import PublicationVerdict
from workflows.domain.roles import ROLE_LABELS
from workflows.domain.subjects import SubjectKind

Case = AccountabilityCase


def heavy_measures(matter: Case) -> tuple[Missing, ...]:
    """G6: a written justification of every heavy measure that is proposed."""
    return tuple(
        lacks(
            rule.source,
            f"{file.ref} 采取{rule.zh}的书面理由",
            f"{file.ref}: written reasons for {rule.en}",
        )
        for file in matter.files
        for measure in (file.proposal.measures if file.proposal and not file.proposal.heavy else ())
        if (rule := matter.rules.measures[measure.code]).heavy
    )


def start_approval(matter: Case) -> tuple[Missing, ...]:
    """G7: the approval of the start."""
    return _approval(matter, "INITIATION", of_decision=False)


def investigation_approval(matter: Case) -> tuple[Missing, ...]:
    """G7: the approval of the investigation's opinion."""
    return _approval(matter, "INVESTIGATION", of_decision=False)


def decision_approval(matter: Case) -> tuple[Missing, ...]:
    """G7: the proposal to the deciding body, which has the last word itself."""
    return () if matter.decision else _approval(matter, "DECISION", of_decision=True)


def _approval(matter: Case, chain: str, *, of_decision: bool) -> tuple[Missing, ...]:
    links, done = links_of(matter, chain), len(matter.approved(chain).by)
    waiting = links[done:-1] if of_decision else links[done:]
    return tuple(
        lacks(
            link.source,
            f"{ROLE_LABELS[link.role].zh}审批",
            f"approval: {ROLE_LABELS[link.role].en}",
        )
        for link in waiting
    )


def leadership(matter: Case) -> tuple[Missing, ...]:
    """G8: of every person it is said whether its leadership liability is main or important."""
    return tuple(each for file in matter.pursued for each in _leadership(matter, file))


def _leadership(matter: Case, file: SubjectFile) -> Iterator[Missing]:
    source = "规则手册 3.5 G8"
    if file.weighing is None:
        yield lacks(source, f"{file.ref} 责任和情节（weigh）", f"{file.ref}: liability and factors")
        return
    families = {matter.rules.liabilities[c].family for c in file.weighing.liabilities}
    if file.subject.kind is SubjectKind.PERSON and not families & {"leadership", "direct"}:
        zh = f"{file.ref} 区分主要领导责任或者重要领导责任"
        yield lacks(source, zh, f"{file.ref}: main or important leadership liability")


def decision_layer(matter: Case) -> tuple[Missing, ...]:
    """G9: where those who executed are charged, those who decided are examined."""
    weighed = [set(file.weighing.liabilities) for file in matter.pursued if file.weighing]
    if matter.layer is not None or not any(map(_executed, weighed)):
        return ()
    zh, en = "对决策层的审查（examine-decision-layer）", "the examination of those who decided"
    return (lacks("规则手册 3.5 G9", zh, en),)


def _executed(liabilities: set[str]) -> bool:
    """Say whether somebody is charged for carrying out what others may have decided."""
    direct_only = "DIRECT" in liabilities and "DECISION_LAYER" not in liabilities
    return "EXECUTION_LAYER" in liabilities or direct_only


def consequences(matter: Case) -> tuple[Missing, ...]:
    """G11: every subject is charged, and every consequence that an item asks for is established."""
    return tuple(each for file in matter.pursued for each in _charges(matter, file))


def _charges(matter: Case, file: SubjectFile) -> Iterator[Missing]:
    if file.charging is None:
        zh, en = f"{file.ref} 追责情形（charge）", f"{file.ref}: a coded situation"
        yield lacks("规则手册 3.5 G11", zh, en)
        return
    for charge in file.charging.charges:
        wanted = _wanted_result(matter, charge)
        if wanted and not (charge.result_established and charge.result):
            zh, en, source = wanted
            yield lacks(
                source, f"{file.ref} 认定“{zh}”的依据", f"{file.ref}: that “{en}” is established"
            )


def _wanted_result(matter: Case, charge: Charge) -> tuple[str, str, str] | None:
    """Return the consequence that a charge needs, with its source; None if it needs none."""
    rules = matter.rules
    if charge.code in rules.triggers:
        trigger = rules.triggers[charge.code]
        found = (trigger.result_zh, trigger.result_en, trigger.source)
        return found if trigger.result_zh else None
    item = rules.charges[charge.of or charge.code]
    if not item.needs_result:
        return None
    return item.result_zh or item.zh, item.result_en or item.en, item.source


def involved(matter: Case) -> tuple[Missing, ...]:
    """S104: it is on file who else is involved, or that nobody is."""
    if matter.involved is not None:
        return ()
    zh, en = (
        "涉案人员名单（没有的，报空名单）",
        "the list of persons involved, empty if there is none",
    )
    return (lacks("规则手册 S104", zh, en),)


def adjudication(matter: Case) -> tuple[Missing, ...]:
    """3.4 (8): the adjudication office agrees; if it does not, the opinion is returned."""
    if matter.adjudication is not None and matter.adjudication.agrees:
        return ()
    zh, en = "审理室同意（不同意的，用 return-opinion）", "the adjudication office's consent"
    return (lacks("规则手册 3.4", zh, en),)


def elevated(matter: Case) -> tuple[Missing, ...]:
    """3.6: the filing and the review by the upper organ that the case needs."""
    rules, missing = matter.rules, []
    if filing_due(matter):
        missing.append(lacks(rules.elevation["FILING"].source, "提级备案", "the elevated filing"))
    if review_due(matter):
        missing.append(lacks(rules.elevation["REVIEW"].source, "提级审核", "the elevated review"))
    return tuple(missing)


def publication(matter: Case) -> tuple[Missing, ...]:
    """G10: the decision was served on everybody, and the review lets it be published."""
    source = "规则手册 3.5 G10"
    missing = [
        lacks(source, f"{file.ref} 的送达", f"{file.ref}: service of the decision")
        for file in matter.files
        if file.followed_up and not file.reached
    ]
    if not matter.stands:
        zh, en = "仍然有效的决定（已全部撤销）", "a decision that stands: all of it was revoked"
        missing.append(lacks(source, zh, en))
    if matter.publication not in (PublicationVerdict.PUBLISH, PublicationVerdict.OTHER_NAME):
        missing.append(lacks(source, "同意公开的审核结论", "a verdict that lets it be published"))
    return tuple(missing)

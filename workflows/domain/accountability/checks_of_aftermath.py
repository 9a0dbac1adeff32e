"""What must hold after a case was decided or ended."""

from datetime import date

from workflows.domain.accountability import commands_of_aftermath as c
from workflows.domain.accountability.checks import check_once, check_other_case, known_file
from workflows.domain.accountability.leads import awaited
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.wronged import wronged
from workflows.domain.accountability_rules.verdicts import (
    PUBLICATION_VERDICT_LABELS,
    PublicationVerdict,
)
from workflows.domain.refusals import refuse

Case = AccountabilityCase


def check_notification(matter: Case, command: c.NotifySubject, today: date) -> None:
    """Refuse to tell somebody who is held accountable that he is not."""
    file = known_file(matter, command.subject)
    if not file.released or file.notified_on is not None:
        raise refuse(
            "3.11",
            f"subject：{file.ref} 不属于待告知的不予问责对象。",
            f"subject: {file.ref} is not waiting to be told that it is not liable.",
        )


def check_offer(matter: Case, command: c.OfferClarification, today: date) -> None:
    """Refuse an offer to somebody who was not wrongly accused, or one without an answer."""
    known = [each.ref for each in wronged(matter)]
    if command.whom not in known or command.whom in matter.offered:
        raise refuse(
            "2.2",
            f"whom：{command.whom} 没有待办的澄清提请。待办：{'、'.join(known) or '—'}。",
            f"whom: no clarification is to be offered to {command.whom}.",
        )
    if (command.clarification is None) == (command.declined is None):
        raise refuse(
            "2.2",
            "写澄清编号（clarification），或者写明不作澄清的理由（declined）。",
            "Give the number of the clarification, or why there is none (declined).",
        )


def check_recommendation(matter: Case, command: c.IssueRecommendation, today: date) -> None:
    """Refuse items of one name."""
    check_once([item.id for item in command.items], "items")


def check_waiver(matter: Case, command: c.WaiveRecommendation, today: date) -> None:
    """Refuse to waive what was issued."""
    if matter.rectifications:
        raise refuse(
            "3.13",
            "已发出建议书，按整改办理。",
            "A recommendation was issued; its rectification runs.",
        )


def check_assessment(matter: Case, command: c.EnterAssessment, today: date) -> None:
    """Refuse to assess a unit by what was revoked altogether."""
    if not matter.stands:
        raise refuse(
            "3.16",
            "决定已全部撤销，不再纳入单位考核。",
            "The whole decision was revoked: nothing of it enters the assessment.",
        )


def check_publication_review(matter: Case, command: c.ReviewPublication, today: date) -> None:
    """Refuse a review without its three holds, or another verdict without a reason (3.12)."""
    holds = matter.rules.publication.holds
    if set(command.holds) != set(holds):
        raise refuse(
            "3.12",
            f"holds：内容、时机、方式逐项写明：{'、'.join(holds)}。",
            f"holds: say something of each: {', '.join(holds)}.",
        )
    usual = usual_verdict(matter)
    if command.verdict is not usual and not command.reasons:
        label = PUBLICATION_VERDICT_LABELS[usual]
        raise refuse(
            "3.12",
            f"reasons：一般为“{label.zh}”，不同的须写明理由。",
            f"reasons: the usual verdict is “{label.en}”; another one needs reasons.",
        )


def usual_verdict(matter: Case) -> PublicationVerdict:
    """Return the verdict that needs no reasons: not in the own name for the first form."""
    rules = matter.rules
    decided = [file.decision for file in matter.files if file.decision]
    codes = [measure.code for decision in decided for measure in decision.measures]
    first_form = all(rules.measures[code].first_form for code in codes)
    asked = matter.publication_asked
    if first_form or (asked is not None and asked.handled_elsewhere_first):
        return rules.publication.first_form_verdict
    return rules.publication.usual_verdict


def check_published(matter: Case, command: c.Publish, today: date) -> None:
    """Refuse the own name where the review allows another one only."""
    if command.own_name != (matter.publication is PublicationVerdict.PUBLISH):
        raise refuse(
            "3.12",
            "own_name：应与公开审核的结论一致。",
            "own_name: publish under the name that the review allows.",
        )
    served = max((file.served_on for file in matter.files if file.served_on), default=None)
    if served is not None and command.published_on < served:
        raise refuse(
            "3.12",
            f"published_on：决定 {served} 才全部送达，送达前不得公开。",
            f"published_on: nothing is published before the decision was served, on {served}.",
        )


def check_involved_handled(matter: Case, command: c.HandleInvolved, today: date) -> None:
    """Refuse somebody who is not on the list, or was handled already."""
    open_ones = [
        person.ref for person in matter.involved or () if person.ref not in matter.involved_handled
    ]
    if command.who not in open_ones:
        raise refuse(
            "S104",
            f"who：{command.who} 不在待处理的涉案人员中：{'、'.join(open_ones) or '—'}。",
            f"who: {command.who} is not waiting; there are: {', '.join(open_ones) or '—'}.",
        )


def check_lead(matter: Case, command: c.SettleLead, today: date) -> None:
    """Refuse an answer to a lead that nobody waits for, and one that answers nothing."""
    known = awaited(matter)
    if command.lead not in known:
        raise refuse(
            "3.11",
            f"lead：没有待办的新线索 {command.lead}，现有：{'、'.join(known) or '—'}。",
            f"lead: {command.lead} is not waiting; there are: {', '.join(known) or '—'}.",
        )
    check_other_case(matter, command.case, command.declined, "3.11")

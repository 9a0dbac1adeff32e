"""What a case owes beside its stage: as duties of people, and as what keeps it open.

A case closes when all of it is done (rulebook 3.11; invariant 9).
"""

from collections.abc import Iterator

from workflows.domain.accountability import leads, seats
from workflows.domain.accountability.leadership import awaited
from workflows.domain.accountability.missing import Missing, lacks
from workflows.domain.accountability.stages import ENDED, Stage
from workflows.domain.accountability.state import AccountabilityCase
from workflows.domain.accountability.terms_of_end import term_key
from workflows.domain.accountability.wronged import unsettled
from workflows.domain.accountability_rules.verdicts import PublicationVerdict
from workflows.domain.lifecycle import WorkItem
from workflows.domain.linked import LEAD_LABELS
from workflows.domain.procedure.telling import duty
from workflows.domain.text import Text

Case = AccountabilityCase
AFTER_DECISION = frozenset({Stage.DECIDED, Stage.RECTIFYING, Stage.PUBLICATION})
PUBLISHABLE = (PublicationVerdict.PUBLISH, PublicationVerdict.OTHER_NAME)


def end_duties(matter: Case) -> tuple[WorkItem, ...]:
    """Return what thresholds, leads, a decision or an end leave to the handling department."""
    seat = seats.handler(matter)
    return tuple(duty(action, words, seat, term_key(action)) for action, words in _owed(matter))


def _owed(matter: Case) -> Iterator[tuple[str, Text]]:
    for count in awaited(matter):
        rule = matter.rules.triggers[count.trigger]
        yield (
            "open-leadership-case",
            Text(
                f"{count.organisation} {rule.zh}：另立“一案双查”案件，或者写明不另立的理由",
                f"{count.organisation}, {rule.en}: open a case on its leadership, or say why not",
            ),
        )
    for key, lead in leads.awaited(matter).items():
        label = LEAD_LABELS[lead.lead_kind]
        yield (
            "settle-lead",
            Text(
                f"新线索 {key}（{label.zh}）：另行立案，或者写明不立案的理由",
                f"new lead {key} ({label.en}): open a case on it, or say why not",
            ),
        )
    if matter.stage in AFTER_DECISION | ENDED:
        yield from _left(matter)


def _left(matter: Case) -> Iterator[tuple[str, Text]]:
    if matter.stage is Stage.TRANSFERRED and not matter.handed_on:
        yield "hand-on", Text("办理移送", "hand the lead on")
    for file in matter.files:
        if file.released and file.notified_on is None:
            ref = file.ref
            yield (
                "notify-subject",
                Text(f"告知 {ref} 不予问责", f"tell {ref} that it is not liable"),
            )
    for accused in unsettled(matter):
        yield (
            "offer-clarification",
            Text(
                f"为 {accused.ref} 提请澄清正名，或者写明不作澄清的理由",
                f"open a clarification for {accused.ref}, or say why there is none",
            ),
        )
    for person in matter.involved or ():
        if person.ref not in matter.involved_handled:
            ref = person.ref
            yield "handle-involved", Text(f"处理涉案人员 {ref}", f"handle {ref}, who is involved")
    if matter.stage in AFTER_DECISION and matter.stands:
        yield from _after_decision(matter)


def _after_decision(matter: Case) -> Iterator[tuple[str, Text]]:
    if not matter.rectifications and not matter.nothing_to_rectify:
        yield (
            "issue-recommendation",
            Text(
                "发出建议书，或者写明不发的理由", "issue a recommendation, or say why there is none"
            ),
        )
    if matter.rules.archives["UNIT_ASSESSMENT"].required and not matter.assessed:
        words = Text("纳入单位考核", "enter the case in the assessment of the unit")
        yield "enter-assessment", words
    if matter.publication in PUBLISHABLE and not matter.published:
        yield "publish", Text("按审核结论公开", "publish as the review allows")


def open_ends(matter: Case) -> tuple[Missing, ...]:
    """Return everything that keeps a decided case from closing (invariant 9)."""
    return tuple(_open_ends(matter))


def _open_ends(matter: Case) -> Iterator[Missing]:
    source = "规则手册 3.11"
    for file in matter.files:
        if file.followed_up and file.closed_on is None:
            yield lacks(source, f"{file.ref} 后续办结", f"the end of the follow-up of {file.ref}")
    for child in (*matter.probations, *matter.rectifications):
        if child.closed_on is None:
            yield lacks(source, f"{child.number} 办结", f"the end of {child.number}")
    for _, words in _owed(matter):
        yield Missing(words, source)

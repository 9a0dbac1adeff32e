"""Facts from the opinion to the decision. Their sentences name no person."""

from typing import Literal

from workflows.domain.accountability import particulars_of_entry as entry
from workflows.domain.accountability import particulars_of_opinion as opinion
from workflows.domain.accountability_rules.verdicts import REVIEW_VERDICT_LABELS
from workflows.domain.lifecycle import Fact
from workflows.domain.subjects import Outcome
from workflows.domain.text import Text


class OpinionDrafted(opinion.Opinion, Fact):
    """The opinion on every subject was drafted."""

    kind: Literal["opinion_drafted"] = "opinion_drafted"
    suggestions: tuple[opinion.Suggested, ...] = ()
    """What the calculator suggested, beside what a human proposes."""

    def words(self) -> Text:
        return Text("意见已拟定。", "The opinion was drafted.")


class InvolvedIncluded(opinion.InvolvedList, Fact):
    """Everybody involved was named."""

    kind: Literal["involved_included"] = "involved_included"

    def words(self) -> Text:
        count = len(self.persons)
        return Text(f"列明涉案人员 {count} 名。", f"Persons involved: {count}.")


class OpinionApproved(entry.Remark, Fact):
    """A link of the chain approved the opinion."""

    kind: Literal["opinion_approved"] = "opinion_approved"

    def words(self) -> Text:
        return Text("调查意见审批通过一环。", "A link of the chain approved the opinion.")


class OpinionReturned(entry.Reasons, Fact):
    """The opinion was returned for more investigation."""

    kind: Literal["opinion_returned"] = "opinion_returned"

    def words(self) -> Text:
        return Text("意见被退回补充调查。", "The opinion was returned for more investigation.")


class OpinionSubmitted(entry.Remark, Fact):
    """The opinion went to joint consultation."""

    kind: Literal["opinion_submitted"] = "opinion_submitted"

    def words(self) -> Text:
        return Text("意见提交会商。", "The opinion went to joint consultation.")


class AdjudicationChecked(opinion.AdjudicationCheck, Fact):
    """The adjudication office has checked the opinion."""

    kind: Literal["adjudication_checked"] = "adjudication_checked"

    def words(self) -> Text:
        if self.agrees:
            return Text("审理把关：同意。", "The adjudication office agrees.")
        return Text("审理把关：不同意。", "The adjudication office disagrees.")


class Consulted(opinion.Consultation, Fact):
    """The joint consultation was concluded."""

    kind: Literal["consulted"] = "consulted"

    def words(self) -> Text:
        return Text("会商结束。", "The joint consultation was concluded.")


class FilingAcknowledged(opinion.FilingReply, Fact):
    """The upper organ replied to the filing."""

    kind: Literal["filing_acknowledged"] = "filing_acknowledged"

    def words(self) -> Text:
        if self.objection:
            return Text("上级对备案提出异议。", "The upper organ objects to the filing.")
        return Text("上级已收到备案。", "The upper organ acknowledges the filing.")


class FilingDeemed(Fact):
    """The upper organ said nothing within its term: the filing counts as received."""

    kind: Literal["filing_deemed"] = "filing_deemed"

    def words(self) -> Text:
        return Text(
            "上级期限内未复，视为收到备案。", "No reply within the term: the filing is received."
        )


class ElevatedReviewed(opinion.ElevatedVerdicts, Fact):
    """The upper organ gave its verdicts."""

    kind: Literal["elevated_reviewed"] = "elevated_reviewed"

    def words(self) -> Text:
        named = [(v.subject, REVIEW_VERDICT_LABELS[v.verdict]) for v in self.verdicts]
        return Text(
            f"提级审核：{'；'.join(f'{who} {label.zh}' for who, label in named)}。",
            f"Elevated review: {'; '.join(f'{who} {label.en}' for who, label in named)}.",
        )


class DecisionProposed(entry.Remark, Fact):
    """The decision was proposed to the deciding body."""

    kind: Literal["decision_proposed"] = "decision_proposed"

    def words(self) -> Text:
        return Text("提请决定。", "The decision was proposed to the deciding body.")


class Decided(opinion.Decision, Fact):
    """The competent body has decided on every subject."""

    kind: Literal["decided"] = "decided"

    def words(self) -> Text:
        named = [(each.subject, OUTCOME_WORDS[each.outcome]) for each in self.decisions]
        return Text(
            f"已作出决定：{'；'.join(f'{who} {name.zh}' for who, name in named)}。",
            f"Decided: {'; '.join(f'{who} {name.en}' for who, name in named)}.",
        )


OUTCOME_WORDS: dict[Outcome, Text] = {
    Outcome.MEASURES: Text("予以问责", "held accountable"),
    Outcome.EXEMPT: Text("免予问责", "exempt"),
    Outcome.NO_LIABILITY: Text("不承担责任", "not liable"),
}

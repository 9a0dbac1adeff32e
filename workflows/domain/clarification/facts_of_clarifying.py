"""What becomes true from prior notice to the closing of the file."""

from typing import Literal

from workflows.domain.clarification import particulars as p
from workflows.domain.clarification.methods import METHOD_LABELS
from workflows.domain.lifecycle import Fact
from workflows.domain.roles import ROLE_LABELS
from workflows.domain.text import Text

VIEW_LABELS: dict[p.View, Text] = {
    p.View.AGREES: Text("同意", "agrees"),
    p.View.NO_COMMENT: Text("无意见", "no comment"),
    p.View.ADVERSE: Text("有不同意见", "adverse"),
}


class OpinionHeard(p.Hearing, Fact):
    """Prior notice was given and the opinion heard."""

    kind: Literal["opinion_heard"] = "opinion_heard"

    def words(self) -> Text:
        who, said = ROLE_LABELS[self.informed], VIEW_LABELS[self.view]
        return Text(
            f"事前通报{who.zh}并听取意见：{said.zh}。", f"Prior notice to {who.en}: {said.en}."
        )


class MethodDone(p.Execution, Fact):
    """One method was carried out and confirmed."""

    kind: Literal["method_done"] = "method_done"

    def words(self) -> Text:
        how = METHOD_LABELS[self.method]
        return Text(
            f"已实施{how.zh}（{self.document.number}），有回证 {self.confirmation.number}。",
            f"Clarified {how.en} ({self.document.number}), proof {self.confirmation.number}.",
        )


class ImplementationCompleted(Fact):
    """Every planned method is done."""

    kind: Literal["implementation_completed"] = "implementation_completed"

    def words(self) -> Text:
        return Text("各项澄清方式均已实施。", "All methods are carried out.")


class PostNoticeGiven(p.PostNotice, Fact):
    """The notice after implementation was given."""

    kind: Literal["post_notice_given"] = "post_notice_given"

    def words(self) -> Text:
        who = ROLE_LABELS[self.informed]
        return Text(f"事后通报{who.zh}。", f"Post notice to {who.en}.")


class ReplyServed(p.Reply, Fact):
    """The reasoned reply was served on the applicant."""

    kind: Literal["reply_served"] = "reply_served"

    def words(self) -> Text:
        return Text(
            f"书面答复已送达申请人（{self.document.number}）。",
            f"Reasoned reply {self.document.number} served on the applicant.",
        )


class EffectFollowedUp(p.EffectCheck, Fact):
    """The effect of the clarification was checked."""

    kind: Literal["effect_followed_up"] = "effect_followed_up"

    def words(self) -> Text:
        if self.restored:
            return Text("效果回访：影响已消除。", "Follow-up: the effect is removed.")
        return Text("效果回访：影响尚未完全消除。", "Follow-up: some effect lingers.")


class NoticeSettled(p.NoticeSettlement, Fact):
    """Somebody was told by other means."""

    kind: Literal["notice_settled"] = "notice_settled"

    def words(self) -> Text:
        return Text(
            f"通知 {self.notice} 已另行送达。", f"Notice {self.notice} reached them otherwise."
        )


class FileClosed(Fact):
    """Nothing is left to do: the file is closed."""

    kind: Literal["file_closed"] = "file_closed"

    def words(self) -> Text:
        return Text("办理完毕，归档。", "Everything is done; the file is closed.")

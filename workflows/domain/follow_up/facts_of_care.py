"""What becomes true by talks, revisits and help (3.14)."""

from typing import Literal

from workflows.domain.follow_up import particulars_of_care as care
from workflows.domain.lifecycle import Fact
from workflows.domain.text import Text


class TalkRecorded(care.Talk, Fact):
    """A talk was held."""

    kind: Literal["talk_recorded"] = "talk_recorded"

    def words(self) -> Text:
        return Text(
            f"思想工作 {self.touchpoint}：于 {self.held_on} 谈心。",
            f"Thought-work {self.touchpoint}: talk held on {self.held_on}.",
        )


class RevisitRecorded(care.Visit, Fact):
    """A revisit was made; what was against good practice is pointed out, not refused."""

    kind: Literal["revisit_recorded"] = "revisit_recorded"
    form_label: Text
    grade_label: Text
    pointed_out: tuple[Text, ...] = ()

    def words(self) -> Text:
        zh = "".join(f"（提示：{text.zh}）" for text in self.pointed_out)
        en = "".join(f" (note: {text.en})" for text in self.pointed_out)
        return Text(
            f"于 {self.held_on} 回访（{self.form_label.zh}），评价：{self.grade_label.zh}。{zh}",
            f"Revisited on {self.held_on} ({self.form_label.en}): {self.grade_label.en}.{en}",
        )


class HelpItemClosed(care.Help, Fact):
    """A difficulty was seen to."""

    kind: Literal["help_item_closed"] = "help_item_closed"

    def words(self) -> Text:
        return Text(
            f"困难事项 {self.item} 于 {self.done_on} 销号。",
            f"Help item {self.item} was closed on {self.done_on}.",
        )

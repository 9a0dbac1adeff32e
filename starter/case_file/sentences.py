"""Sentences of the case file that every form of it has."""

from collections.abc import Iterator

from starter.case_file.model import Delivery, Notice, Step, TermTold, Who
from starter.case_file.words import same, spaced
from workflows.domain.roles import ROLE_LABELS, Role
from workflows.domain.text import Text

NAMES = Text(
    "本卷含姓名、理由和意见，请按保密要求保管。",
    "This copy holds names, reasons and opinions: keep it accordingly.",
)
NAMELESS = Text(
    "本卷不含姓名、理由和意见；有权人员可查阅全文（命令行写明 --as 编号）。",
    "This copy holds no name, reason or opinion; whoever has the right may read them (on the"
    " command line: --as ID).",
)
UNSOUND = Text(
    "日志与链头不符：请运行 zhengming records verify 核验，不要依据本卷。",
    "The journal does not match its head: run zhengming records verify, and do not rely on this.",
)
REHEARSED = Text(
    "演练：送达时间为实际时钟。", "A rehearsal: times of delivery are those of the real clock."
)
HOW_TO_CHECK = Text(
    "运行 zhengming file {number} --hash，所得应与上面的案卷哈希一致；不论何人、何时、"
    "以何种文字和格式调取，同一案卷的哈希相同，记录有任何改动则不同。",
    "Run zhengming file {number} --hash: it prints the same file hash, whoever asks, at whatever"
    " time, in whatever language and form. If anything on record changes, so does the hash.",
)
MARKS = Text(
    "出处后的标记：T 明文规定，P 有报道的做法，C 建议，D 规则包的默认值。",
    "Marks behind sources: T text of a measure, P practice, C recommendation, D default of the"
    " rule pack.",
)
AUTOMATIC = frozenset(
    ROLE_LABELS[role] for role in (Role.CALENDAR, Role.REGISTRY, Role.LINKED_MATTER)
)
"""Who acts when nobody does; an id would tell nothing more."""


def said_by(step: Step) -> Text:
    """Say who took a step, and when it was recorded."""
    recorded = Text(f"登记于 {step.recorded}", f"recorded {step.recorded}")
    return spaced(who_text(step.who), recorded)


def who_text(who: Who) -> Text:
    """Say who acted: `li 李某（承办部门，DW）`."""
    if who.roles in AUTOMATIC:
        return who.roles
    name = f"{who.officer} {who.name}".strip()
    return Text(f"{name}（{who.roles.zh}，{who.organ}）", f"{name} ({who.roles.en}, {who.organ})")


def term_line(term: TermTold) -> Iterator[tuple[str, str, Text]]:
    """Yield what is told of a term, each with its label in both languages."""
    for place, sentence in enumerate(term.told):
        yield ("", "", sentence) if place else ("说明", "Counted", sentence)
    yield "依据", "Basis", same(term.source)
    yield "日历", "Calendar", same(term.calendar)


def delivered(notice: Notice) -> tuple[Text, ...]:
    """Say on which ways a notice went out, or what is known of it where no way is recorded."""
    if notice.deliveries:
        return tuple(_way(way) for way in notice.deliveries)
    if notice.state == "queued":
        return ()
    return (_outcome(notice),)


def _way(way: Delivery) -> Text:
    to = f"{way.recipient} {way.name}".strip()
    return spaced(same(to) if to else None, way.channel_label, way.state_label, _outcome(way))


def _outcome(sent: Notice | Delivery) -> Text:
    tried = Text(f"第 {sent.attempts} 次，{sent.at}", f"attempt {sent.attempts}, {sent.at}")
    return spaced(tried if sent.attempts else None, same(sent.answer) if sent.answer else None)

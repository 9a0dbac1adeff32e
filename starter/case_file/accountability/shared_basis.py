"""The legal basis of the facts that every kind made from the kit has."""

from workflows.domain.basis import Basis
from workflows.domain.text import Text

_CLOCK = Basis(
    "0.3",
    Text(
        "到期前提醒、逾期催办；期限只提醒，不代人作决定。",
        "Terms remind and escalate; they decide nothing.",
    ),
)
_PAPER = Basis(
    "0.1",
    Text(
        "文书按机关和年份连续编号，随案存档。",
        "Documents are numbered by organ and year, and kept with the matter.",
    ),
)
SHARED_BASIS: dict[str, Basis] = {
    "reminded": _CLOCK,
    "went_overdue": _CLOCK,
    "period_ended": Basis(
        "3.10",
        Text("期间届满，自次日起不再适用。", "A period is over after its last day."),
    ),
    "notice_undeliverable": Basis(
        "0.5",
        Text(
            "通知无法送达的，列入待办，由人处理。",
            "A notice that cannot arrive becomes somebody's work item.",
        ),
    ),
    "notice_settled": Basis(
        "0.5",
        Text(
            "通知无法送达的，以其他方式告知并登记。",
            "Whom a notice cannot reach is told otherwise, and that is recorded.",
        ),
    ),
    "message_lost": Basis(
        "design 4.9",
        Text(
            "相互关联的事项应当互通情况；未能告知的，由人处理。",
            "Matters that belong together tell each other; what is lost, a human sees to.",
        ),
    ),
    "officer_recused": Basis(
        "P2", Text("应当回避的人员不得办理。", "Who is recused acts on nothing here.")
    ),
    "document_drafted": _PAPER,
    "document_made": _PAPER,
}

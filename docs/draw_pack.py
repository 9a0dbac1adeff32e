"""What the shipped rule pack says, as tables for `docs/clarification.md`: heads, then rows.

A cell that is a `Text` is shown in both languages, Chinese first.
"""

import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

from workflows.domain.clarification.deadlines import TERM_LABELS
from workflows.domain.clarification.methods import METHOD_LABELS, Method
from workflows.domain.clarification.occasions import OCCASIONS, Occasion
from workflows.domain.clarification.stages import STAGE_LABELS, Stage
from workflows.domain.deadlines import Rung
from workflows.domain.paper_labels import PAPER_LABELS
from workflows.domain.roles import ROLE_LABELS
from workflows.domain.rulepack import (
    ChainStep,
    ClarificationRules,
    NoticeRule,
    RulePack,
)
from workflows.domain.term_rules import TermRule
from workflows.domain.text import Text

FILE = Path(__file__).parents[1] / "rulepacks" / "xuchang-2023.toml"
PACK = RulePack.model_validate(tomllib.loads(FILE.read_text(encoding="utf-8")))
Part = tuple[tuple[str, ...], list[tuple[str | Text, ...]]]

ROUTE_LABELS: dict[str, Text] = {
    "ORGAN": Text("机关自办", "the organ itself"),
    "DISPATCHED": Text("派驻（出）机构", "dispatched body"),
    "TOWNSHIP": Text("乡镇（街道）", "township"),
    "SOE_INSTITUTION": Text("国有企事业单位", "state enterprise or institution"),
}
TRAIT_LABELS: dict[str, Text] = {
    "full_position": Text("正职", "full-position cadre"),
    "public_method": Text("公开方式", "public method"),
    "large_social_effect": Text("可能造成较大社会影响", "large social effect"),
    "situation_7": Text("情形（七）", "situation 7"),
}
CONDITION_LABELS: dict[str, Text] = {
    "none": Text("无", "none"),
    "adverse_effect_in_range": Text("一定范围内有不良影响", "adverse effect within a range"),
    "situation_1_in_area": Text(
        "情形（一），且影响及于区域、行业或社会", "situation 1, and an effect beyond the unit"
    ),
    "public_opinion": Text("网络媒体或当地舆论影响较大", "large effect in media or opinion"),
}
PUBLIC_LABELS: dict[str, Text] = {
    "never": Text("否", "no"),
    "always": Text("是", "yes"),
    "with_outsiders": Text("有外单位人员参加时是", "if outsiders attend"),
}


def _rules() -> ClarificationRules:
    if PACK.clarification is None:
        raise ValueError(f"{FILE.name} has no rules for clarification")
    return PACK.clarification


def joined(texts: Iterable[Text], zh: str, en: str) -> Text:
    """Return texts in one, with a separator for each language."""
    texts = tuple(texts)
    return Text(zh.join(text.zh for text in texts), en.join(text.en for text in texts))


def terms() -> Part:
    """Return the length of every term with its ladder and source."""
    heads = ("期限 term", "长度 length", "阶梯 ladder", "标记 mark", "出处 source")
    return heads, [
        (TERM_LABELS[key], length_of(term), f"`{term.ladder}`", term.mark, term.source)
        for key, term in _rules().terms.items()
    ]


def length_of(term: TermRule) -> Text:
    """Return the length of a term in words."""
    lengths = (
        (term.months, "个月", "month"),
        (term.days, "天", "day"),
        (term.working_days, "个工作日", "working day"),
    )
    given = (Text(f"{n}{zh}", f"{n} {en}{'s' * (n > 1)}") for n, zh, en in lengths if n)
    return joined(given, "加", " and ")


def ladders() -> Part:
    """Return the rungs of every ladder in order, each with whom it tells besides."""
    return ("阶梯 ladder", "时刻 hour", "各级 rungs", "出处 source"), [
        (
            f"`{name}`",
            f"{ladder.hour:02d}:00",
            joined(map(_rung, ladder.rungs), " → ", " → "),
            ladder.source,
        )
        for name, ladder in _rules().ladders.items()
    ]


def _rung(rung: Rung) -> Text:
    told = joined((ROLE_LABELS[role] for role in rung.to), "、", ", ")
    moment = _moment(rung)
    if not rung.to:
        return moment
    return Text(f"{moment.zh}（并报{told.zh}）", f"{moment.en} (also to {told.en})")


def _moment(rung: Rung) -> Text:
    if rung.share is not None:
        return Text(f"过{rung.share}%", f"at {rung.share} %")
    if rung.days_before is not None:
        return Text(f"前{rung.days_before}日", f"{rung.days_before} d before")
    if rung.at_due:
        return Text("到期未办结", "when the due day has passed")
    return Text(f"此后每{rung.every_days}日", f"every {rung.every_days} d after")


def routes() -> Part:
    """Return the approval chain of every route, and who is told before and after."""
    heads = ("路径 route", "审批链 chain", "事前通报 prior notice", "事后通报 post notice", "标记")
    return heads, [
        (
            _coded(ROUTE_LABELS[name], name),
            joined((_link(n, link) for n, link in enumerate(route.chain, start=1)), " ", " "),
            _notice(route.prior_notice),
            _notice(route.post_notice),
            route.mark,
        )
        for name, route in _rules().routes.items()
    ]


def _coded(label: Text, code: str) -> Text:
    return Text(label.zh, f"{label.en}<br>`{code}`")


def _link(number: int, link: ChainStep) -> Text:
    step, role = STAGE_LABELS[Stage(link.step)], ROLE_LABELS[link.role]
    away = link.organ == "approving"
    zh = f"{number}. {step.zh}：{'批准机关' if away else ''}{role.zh}"
    en = f"{number}. {step.en}: {role.en}{' of the approving organ' if away else ''}"
    if link.raised_to is not None:
        higher, when = ROLE_LABELS[link.raised_to], _any(link.raised_when)
        zh, en = f"{zh}（{when.zh}的，{higher.zh}）", f"{en} ({higher.en} if {when.en})"
    return Text(f"{zh}。", f"{en}.")


def _notice(rule: NoticeRule | None) -> Text | str:
    if rule is None:
        return "—"
    to, when = ROLE_LABELS[rule.to], _any(rule.when)
    return Text(f"{to.zh}（{when.zh}的）", f"{to.en} (if {when.en})") if rule.when else to


def _any(traits: Iterable[str]) -> Text:
    texts = [TRAIT_LABELS[trait] for trait in traits]
    return Text(
        "属于" + "、".join(text.zh for text in texts), " or ".join(text.en for text in texts)
    )


def methods() -> Part:
    """Return every method with its condition, its documents and whether it is public."""
    heads = ("方式 method", "条件 condition", "文书 document", "公开 public", "标记 mark")
    return heads, [
        (
            _coded(METHOD_LABELS[Method(name)], name),
            CONDITION_LABELS[rule.condition],
            " ".join(f"`{document}`" for document in rule.documents),
            PUBLIC_LABELS[rule.public],
            rule.mark,
        )
        for name, rule in _rules().methods.items()
    ]


def documents() -> Part:
    """Return every document that is made here: when it is drafted, in which series."""
    if PACK.documents is None:
        raise ValueError(f"{FILE.name} numbers no documents")
    kinds = PACK.documents.kinds
    return ("文书 document", "何时拟制 drafted", "编号用字 word", "标记 mark"), [
        (_coded(PAPER_LABELS[kind], kind), _occasion(occasion), kinds[kind].word, kinds[kind].mark)
        for kind, occasion in OCCASIONS.items()
    ]


def _occasion(occasion: Occasion) -> Text:
    if occasion.method is not None:
        label = METHOD_LABELS[occasion.method]
        return Text(
            f"实施阶段，批准了{label.zh}且尚未实施",
            f"while implementing, clarification {label.en} approved and not done yet",
        )
    if len(occasion.stages) > 1:
        return Text("结束之后，有申请人待答复", "after the end, while an applicant waits for it")
    stage = STAGE_LABELS[occasion.stages[0]]
    return Text(f"“{stage.zh}”阶段", f"in “{stage.en}”")


def situations() -> Part:
    """Return the seven situations with their codes."""
    return ("序号 no.", "情形 situation", "代码 code", "标记 mark"), [
        (f"（{number}）", Text(rule.zh, rule.en), f"`{code}`", rule.mark)
        for number, (code, rule) in enumerate(_rules().situations.items(), start=1)
    ]


def options() -> Part:
    """Return the yes-or-no choices of the pack, and who supervises."""
    supervisor = _rules().supervisor
    return ("选项 option", "值 value", "标记 mark", "出处 source"), [
        *(
            (f"`{name}`", "是 yes" if rule.value else "否 no", rule.mark, rule.source)
            for name, rule in _rules().options.items()
        ),
        ("`supervisor`", ROLE_LABELS[supervisor.role], supervisor.mark, supervisor.source),
    ]


PARTS: dict[str, Callable[[], Part]] = {
    "terms": terms,
    "ladders": ladders,
    "routes": routes,
    "methods": methods,
    "documents": documents,
    "situations": situations,
    "options": options,
}

"""What hubei-2016 says, as tables for `docs/accountability-rules.md`: heads, then rows.

A cell that is a `Text` is shown in both languages, Chinese first.
"""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from docs.draw_pack import Part, joined, length_of
from workflows.domain.accountability_rules.appeals import AppealStep
from workflows.domain.accountability_rules.codes import (
    LEVEL_LABELS,
    NATURE_LABELS,
    RESTRICTION_LABELS,
    Level,
    SubjectKind,
)
from workflows.domain.accountability_rules.measures import MeasureRule, RestrictionRule
from workflows.domain.accountability_rules.process import ApprovalLink
from workflows.domain.accountability_rules.rules import AccountabilityRules
from workflows.domain.roles import ROLE_LABELS
from workflows.domain.rulepack import RulePack
from workflows.domain.text import Text

FILE = Path(__file__).parents[1] / "rulepacks" / "hubei-2016.toml"
PACK = RulePack.model_validate(tomllib.loads(FILE.read_text(encoding="utf-8")))
MARK, SOURCE, CODE = "标记 mark", "出处 source", "代码 code"
NOTHING = "—"

APPROVAL_LABELS: dict[str, Text] = {
    "INITIATION": Text("启动", "start"),
    "INVESTIGATION": Text("调查", "investigation"),
    "DECISION": Text("决定", "decision"),
    "NO_LIABILITY": Text("不予追究", "no liability"),
}
LEAN_LABELS = {-1: Text("偏轻", "lighter"), 0: Text("不增减", "none"), 1: Text("偏重", "heavier")}
EFFECT_LABELS: dict[str, Text] = {
    "mitigating": Text("从轻或者减轻", "mitigating"),
    "aggravating": Text("从重或者加重", "aggravating"),
    "exempting": Text("可以免予", "may exempt"),
    "duty": Text("应尽的义务", "a duty"),
    "scope": Text("适用范围", "scope"),
}


def _rules() -> AccountabilityRules:
    if PACK.accountability is None:
        raise ValueError(f"{FILE.name} has no rules for accountability")
    return PACK.accountability


def ladder() -> Part:
    """Return the measures of every level, for teams and for individuals (Art. 12, 13)."""
    levels = [level for level in Level if level is not Level.NONE]
    return ("档次 level", "领导班子 teams", "个人 individuals"), [
        (LEVEL_LABELS[level], *(_of(level, kind) for kind in SubjectKind)) for level in levels
    ]


def _of(level: Level, kind: SubjectKind) -> Text | str:
    fits = [m for m in _rules().measures.values() if m.level is level and kind in m.of]
    if not fits:
        return NOTHING
    return joined((m.label for m in sorted(fits, key=lambda m: m.severity)), "、", ", ")


def measures() -> Part:
    """Return every measure with its nature and what it bars for how long."""
    heads = ("方式 measure", "性质 nature", "限制 bars", "慎用 heavy", MARK, SOURCE)
    return heads, [
        (
            Text(measure.zh, f"{measure.en}<br>`{code}`"),
            NATURE_LABELS[measure.nature],
            _bars(measure),
            "是 yes" if measure.heavy else "",
            measure.mark,
            measure.source,
        )
        for code, measure in _rules().measures.items()
    ]


def _bars(measure: MeasureRule) -> Text | str:
    return joined(map(_bar, measure.restrictions), "；", "; ") if measure.restrictions else NOTHING


def _bar(rule: RestrictionRule) -> Text:
    what, mark = RESTRICTION_LABELS[rule.kind], rule.mark
    if rule.months is None:
        return Text(f"不得{what.zh}，无期限（{mark}）", f"no {what.en}, without end ({mark})")
    later = rule.start == "rights_restored"
    zh = f"{'恢复党员权利后' if later else ''}{rule.months}个月内不得{what.zh}（{mark}）"
    en = f"no {what.en} for {rule.months} months{' after rights are restored' if later else ''}"
    return Text(zh, f"{en} ({mark})")


def impact() -> Part:
    """Return how impact periods are counted and merged."""
    rules = _rules().impact
    rows: list[tuple[str | Text, ...]] = [
        ("`last_day`", rules.last_day.value, rules.last_day.mark, rules.last_day.source),
        ("`longest`", rules.longest.value, rules.longest.mark, rules.longest.source),
        ("`award`", rules.award.zh, rules.award.mark, rules.award.source),
    ]
    for nature, rule in rules.merging.items():
        cap = f"，最长 at most {rule.cap_months} 个月 months" if rule.cap_months else ""
        rows.append((NATURE_LABELS[nature], f"`{rule.inside}`{cap}", rule.mark, rule.source))
    return ("项目 item", "值 value", MARK, SOURCE), rows


def charges() -> Part:
    """Return the coded situations with the consequence that each needs (G11)."""
    heads = ("条款 article", "情形 situation", "须有的后果 result", CODE)
    return heads, [
        (charge.article, charge.label, _result(charge.result_zh, charge.result_en), f"`{code}`")
        for code, charge in _rules().charges.items()
    ]


def _result(zh: str, en: str) -> Text | str:
    return Text(zh, en) if zh else NOTHING


def factors() -> Part:
    """Return the factors of Art. 14-17."""
    return ("条款 article", "情形 circumstance", "作用 effect", CODE), [
        (factor.article, factor.label, EFFECT_LABELS[factor.effect], f"`{code}`")
        for code, factor in _rules().factors.items()
    ]


def weighed() -> Part:
    """Return what the calculator weighs, and which way."""
    rules = _rules()
    parts = (rules.faults, rules.causes, rules.variables)
    return ("因素 circumstance", "倾向 lean", CODE, MARK), [
        (rule.label, LEAN_LABELS[rule.lean], f"`{code}`", rule.mark)
        for part in parts
        for code, rule in part.items()
    ]


def approvals() -> Part:
    """Return who approves at each of the links of G7."""
    return ("环节 link", "审批 chain", MARK, SOURCE), [
        (APPROVAL_LABELS[code], joined(map(_link, chain.links), " → ", " → "), chain.mark,
         chain.source)
        for code, chain in _rules().approvals.items()
    ]  # fmt: skip


def _link(link: ApprovalLink) -> Text:
    return ROLE_LABELS[link.role]


def elevation() -> Part:
    """Return what must go to the upper organ before the decision."""
    labels = {"FILING": Text("提级备案", "filing"), "REVIEW": Text("提级审核", "review")}
    return ("程序 procedure", "条件 ground", "启用 applies", MARK, SOURCE), [
        (labels[code], Text(t.zh, t.en), "是 yes" if t.applies else "否 no", t.mark, t.source)
        for code, rule in _rules().elevation.items()
        for t in rule.triggers.values()
    ]


def appeals() -> Part:
    """Return window and term of every step of every route."""
    heads = ("路径 route", "环节 step", "申请期限 window", "办理期限 decided in", MARK, SOURCE)
    return heads, [row for code in _rules().appeals for row in _steps(code)]


def _steps(code: str) -> Iterator[tuple[str | Text, ...]]:
    route = _rules().appeals[code]
    steps: tuple[tuple[Text, AppealStep | None], ...] = (
        (Text("第一步", "first"), route.first),
        (Text("第二步", "second"), route.second),
    )
    for name, step in steps:
        if step is not None:
            rule = step.decision
            window = length_of(step.window) if step.window else Text("不限", "none")
            yield route.label, name, window, length_of(rule), rule.mark, rule.source


def terms() -> Part:
    """Return the length of every term of the case."""
    return ("期限 term", "长度 length", "阶梯 ladder", MARK, SOURCE), [
        (f"`{key}`", length_of(term), f"`{term.ladder}`", term.mark, term.source)
        for key, term in _rules().terms.items()
    ]


def tolerance() -> Part:
    """Return both lists of the tolerance assessment."""
    rules = _rules().tolerance
    labels = (
        (Text("正面", "positive"), rules.positive),
        (Text("负面", "negative"), rules.negative),
    )
    return ("清单 list", "情形 situation", CODE, MARK), [
        (name, entry.label, f"`{code}`", entry.mark)
        for name, part in labels
        for code, entry in part.items()
    ]


PARTS: dict[str, Callable[[], Part]] = {
    "ladder": ladder,
    "measures": measures,
    "impact": impact,
    "charges": charges,
    "factors": factors,
    "weighed": weighed,
    "approvals": approvals,
    "elevation": elevation,
    "appeals": appeals,
    "tolerance": tolerance,
    "terms": terms,
}

"""The calculator of constants and variables (定量、变量, S049): it suggests, a human decides.

The harm gives the level of the ladder; circumstances lean lighter or heavier. One of them never
changes the level, and nothing below the ladder is suggested without asking for a reason (A22).
"""

from collections.abc import Collection, Iterator

from workflows.domain.accountability_rules.codes import (
    LEVEL_LABELS,
    MANNER_LABELS,
    Fault,
    Level,
    Manner,
    SubjectKind,
)
from workflows.domain.accountability_rules.factors import FactorRule, Leaning
from workflows.domain.accountability_rules.measures import MeasureRule
from workflows.domain.accountability_rules.rules import AccountabilityRules
from workflows.domain.lifecycle import Value
from workflows.domain.text import Text

LADDER = (Level.NONE, Level.LIGHT, Level.HEAVIER, Level.SERIOUS, Level.SANCTION)
SIGNS = {
    -1: Text("偏轻", "leans lighter"),
    0: Text("不增减", "leans neither way"),
    1: Text("偏重", "leans heavier"),
}


class Weighed(Value):
    """What is established about one subject, in the codes of the pack."""

    kind: SubjectKind
    charges: tuple[str, ...]
    harm: str
    liabilities: tuple[str, ...] = ()
    fault: Fault = Fault.NEGLIGENCE
    cause: str | None = None
    variables: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()
    granted: Manner | None = None
    """What a tolerance assessment or a passed probation granted: LIGHTER, REDUCED or EXEMPT."""


class Suggestion(Value):
    """A level of the ladder, how to apply it, and the measures of it that fit."""

    ladder: Level
    """The level that the constants give."""
    band: Level
    """The level suggested."""
    manner: Manner
    measures: tuple[str, ...]
    reasons: tuple[Text, ...]

    @property
    def needs_reason(self) -> bool:
        """Say whether even following it needs a written reason: it is below the ladder (A22)."""
        return LADDER.index(self.band) < LADDER.index(self.ladder)

    def deviates(self, measures: Collection[str]) -> bool:
        """Say whether a decision differs from it: another measure, or none where it has some."""
        return not set(measures) <= set(self.measures) or (bool(self.measures) and not measures)


def suggest(rules: AccountabilityRules, weighed: Weighed) -> Suggestion:
    """Return the suggestion for one subject with every reason."""
    harm = rules.harms[weighed.harm]
    excluded = [rules.liabilities[code] for code in weighed.liabilities]
    not_liable = next((one for one in excluded if not one.liable), None)
    if not weighed.charges or not_liable:
        why = not_liable.label if not_liable else Text("没有追究情形", "no charge")
        return Suggestion(
            ladder=Level.NONE, band=Level.NONE, manner=Manner.NORMAL, measures=(), reasons=(why,)
        )
    leans = list(_leans(rules, weighed))
    manner = _manner(rules, weighed, sum(lean for _, lean in leans))
    band = _band(rules, weighed, harm.level, manner)
    measures, cautions = _measures(rules, weighed, band, manner)
    return Suggestion(
        ladder=harm.level,
        band=band,
        manner=manner,
        measures=measures,
        reasons=(
            *(_charged(rules, code) for code in weighed.charges),
            _pair("危害程度", "harm", harm.label, LEVEL_LABELS[harm.level]),
            *(_pair("因素", "circumstance", label, SIGNS[lean]) for label, lean in leans),
            _pair("建议", "suggested", LEVEL_LABELS[band], MANNER_LABELS[manner]),
            *cautions,
        ),
    )


def _leans(rules: AccountabilityRules, weighed: Weighed) -> Iterator[tuple[Text, int]]:
    found: list[Leaning | FactorRule] = [
        rules.faults[weighed.fault],
        *(rules.causes[code] for code in (weighed.cause,) if code),
        *(rules.liabilities[code] for code in weighed.liabilities),
        *(rules.variables[code] for code in weighed.variables),
        *(rules.factors[code] for code in weighed.factors),
    ]
    return ((one.label, one.lean) for one in found)


def _manner(rules: AccountabilityRules, weighed: Weighed, net: int) -> Manner:
    effects = {rules.factors[code].effect for code in weighed.factors}
    if weighed.granted is not None:
        return weighed.granted
    if "exempting" in effects and "aggravating" not in effects:
        return Manner.EXEMPT
    if abs(net) >= rules.calculator.leans_for_another_level:
        return Manner.REDUCED if net < 0 else Manner.AGGRAVATED
    return {-1: Manner.LIGHTER, 0: Manner.NORMAL}.get((net > 0) - (net < 0), Manner.HEAVIER)


def _band(rules: AccountabilityRules, weighed: Weighed, level: Level, manner: Manner) -> Level:
    if manner is Manner.EXEMPT:
        return Level.NONE
    step = {Manner.REDUCED: -1, Manner.AGGRAVATED: 1}.get(manner, 0)
    band = LADDER[max(0, min(LADDER.index(level) + step, len(LADDER) - 1))]
    return band if step < 0 or _on(rules, weighed.kind, band) else level


def _on(rules: AccountabilityRules, kind: SubjectKind, band: Level) -> dict[str, MeasureRule]:
    """Return the measures of a level for a team or an individual; below the ladder, light touch."""
    return {
        code: measure
        for code, measure in rules.measures.items()
        if kind in measure.of
        and (measure.light_touch if band is Level.NONE else measure.level is band)
    }


def _measures(
    rules: AccountabilityRules, weighed: Weighed, band: Level, manner: Manner
) -> tuple[tuple[str, ...], tuple[Text, ...]]:
    if manner is Manner.EXEMPT:
        return (), ()
    fits = _on(rules, weighed.kind, band)
    mild = {code: measure for code, measure in fits.items() if not measure.heavy}
    cautions: tuple[Text, ...] = ()
    if mild != fits and not (weighed.cause and rules.causes[weighed.cause].supports_heavy):
        fits = mild or fits
        cautions = (Text("慎用较重的处理：选用须写明理由", "heavy measures need a reason (G6)"),)
    return _chosen(fits, manner), cautions


def _chosen(fits: dict[str, MeasureRule], manner: Manner) -> tuple[str, ...]:
    """Return the lightest or the heaviest of a level, or all of them, lightest first."""
    order = sorted(fits, key=lambda code: (fits[code].severity, code))
    if manner is Manner.LIGHTER:
        return tuple(order[:1])
    return tuple(order[-1:]) if manner is Manner.HEAVIER else tuple(order)


def _charged(rules: AccountabilityRules, code: str) -> Text:
    charge = rules.charges.get(code) or rules.triggers[code]
    return Text(
        f"追究情形：{charge.zh}（{charge.article}）", f"charge: {charge.en}, {charge.article}"
    )


def _pair(zh: str, en: str, first: Text, second: Text) -> Text:
    return Text(f"{zh}：{first.zh}，{second.zh}", f"{en}: {first.en}, {second.en}")

"""From when measures count, how long an observation lasts, and what bars more (3.10, Art. 20)."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.domain.accountability.builders import a_case
from tests.domain.accountability.parts import decided
from tests.domain.accountability_parts import follows
from tests.domain.follow_up.builders import carried_out, correction, opened
from workflows.domain.consequences.comparing import bars_more
from workflows.domain.consequences.values import Imposed
from workflows.domain.lifecycle import Rejected

DECIDED = date(2024, 3, 1)


@pytest.mark.parametrize("effective_on", ["2020-01-01", "2024-02-29", "2024-04-02", "2030-01-01"])
def test_a_measure_takes_effect_with_its_decision_or_soon_after(effective_on: str) -> None:
    """Given a day before the decision, or after the term of execution, then it is refused."""
    with pytest.raises(Rejected) as refused:
        opened({"code": "REMOVAL", "effective_on": effective_on})

    assert refused.value.rule == "3.10"
    assert "effective_on" in refused.value.message.zh


@pytest.mark.parametrize("effective_on", ["2024-03-01", "2024-04-01"])
def test_the_first_and_the_last_day_of_effect_are_taken(effective_on: str) -> None:
    life = opened({"code": "REMOVAL", "effective_on": effective_on})

    assert life.state.measures[0].measure.effective_on == date.fromisoformat(effective_on)


@pytest.mark.parametrize("later", [-1, 366])
def test_a_case_decides_no_such_day_of_effect(later: int) -> None:
    """Given a day that its follow-up would refuse, then the case refuses the decision (3.10)."""
    life = a_case("DECIDING").later().act("propose_decision")
    on = date.fromisoformat(str(life.day)) + timedelta(days=later)
    measures = [{"code": "ADMONITION_TALK", "effective_on": str(on)}]

    refused = life.denied("decide", decisions=[decided("S1", "ADMONITION_TALK", measures=measures)])
    assert (refused.rule, "effective_on" in refused.message.zh) == ("3.10", True)


def test_nothing_is_reckoned_from_before_the_decision() -> None:
    early = Imposed(measure="REMOVAL", effective_on=date(2024, 2, 29))

    with pytest.raises(Rejected):
        follows(DECIDED, early)


@pytest.mark.parametrize(
    ("measure", "last"),
    [("PARTY_PROBATION_1Y", "2026-03-01"), ("PARTY_PROBATION_2Y", "2026-03-01")],
)
def test_an_observation_never_lasts_longer_than_two_years(measure: str, last: str) -> None:
    """Given 留党察看, extended or not, rights return by the day after two years (legal 2)."""
    on = date.fromisoformat(last)

    assert follows(DECIDED, Imposed(measure=measure, rights_restored_on=on)).impact_end
    with pytest.raises(Rejected) as refused:
        follows(DECIDED, Imposed(measure=measure, rights_restored_on=on.replace(day=2)))
    assert "2026-02-28" in refused.value.message.zh


MORE = [
    ("ADMIN_WARNING", {"code": "DEMOTION"}),
    ("PARTY_EXPULSION", {"code": "ADMIN_DISMISSAL"}),
    ("PARTY_WARNING", {"code": "REMOVAL"}),
    ("ADMIN_DEMERIT", {"code": "DEMOTION"}),
    ("REMOVAL", {"code": "REMOVAL", "effective_on": "2024-06-01"}),
]


@pytest.mark.parametrize(("measure", "left"), MORE)
def test_what_weighs_less_but_bars_more_or_longer_aggravates(
    measure: str, left: dict[str, Any]
) -> None:
    """Given a lighter code with more restrictions, a correction refuses it, an appeal disputes."""
    said = correction("CHANGED", "2024-06-03") | {"measures": [left]}
    assert carried_out(measure).refused("correct", "2024-06-03", **said).rule == "3.16"

    life = carried_out(measure).do("file_appeal", "2024-03-25")
    answer = {"appeal": "ACC-2024-0001-S1-A1", "outcome": "CHANGED", "reasons": "处理偏重"}
    life.do("appeal_concluded", "2024-06-03", concluded_on="2024-06-03", measures=[left], **answer)
    assert life.state.appeals[0].disputed


def test_the_same_or_less_bars_no_more() -> None:
    both = follows(DECIDED, "REMOVAL", "PARTY_SERIOUS_WARNING")

    assert not bars_more(both, both)
    assert not bars_more(both, follows(DECIDED, "REMOVAL"))
    assert bars_more(follows(DECIDED, "REMOVAL"), both)
    assert bars_more(follows(DECIDED, "PARTY_WARNING"), follows(DECIDED, "ADMIN_DISMISSAL"))

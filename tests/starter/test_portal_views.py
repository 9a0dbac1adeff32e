"""The lists of the Temporal UI: each stage of each kind has one, and each role that is awaited."""

from datetime import date

import pytest

from starter.kinds import KINDS
from starter.portal.views import KEPT, STAGES, View, all_views
from tests.domain.parts import CALENDAR_DATA
from workflows.domain.kinds import DECIDERS

VIEWS: dict[str, View] = {view.id: view for view in all_views(CALENDAR_DATA, date(2026, 11, 20))}


def test_every_kind_of_matter_has_lists() -> None:
    assert set(STAGES) == set(DECIDERS) == set(KINDS)


@pytest.mark.parametrize("kind", sorted(STAGES))
def test_every_stage_of_a_kind_has_a_list_in_the_group_of_the_kind(kind: str) -> None:
    for code, stage in STAGES[kind].items():
        view = VIEWS[f"stage-{kind}-{code.lower()}"]

        assert view.group == DECIDERS[kind].label
        assert view.name == stage.label
        assert f'`MatterKind`="{kind}"' in view.query
        assert f'`Stage`="{stage.column}"' in view.query


@pytest.mark.parametrize("kind", sorted(STAGES))
def test_every_kind_has_a_list_of_what_is_open(kind: str) -> None:
    view = VIEWS[f"kind-{kind}"]

    assert view.kept
    assert view.query.endswith(f'`MatterKind`="{kind}"')


def test_the_ui_is_given_no_more_lists_than_it_keeps() -> None:
    kept = [view for view in VIEWS.values() if view.kept]

    assert len(kept) < 50
    assert {"impact", "impact-ending", "kind-appeal", "role-upper_organ"} <= {v.id for v in kept}


def test_an_impact_period_is_near_its_end_when_its_last_day_is_within_thirty_days() -> None:
    view = VIEWS["impact-ending"]

    assert "2026-12-20" in view.name.zh
    assert '`ImpactEnd` < "2026-12-21T16:00:00Z"' in view.query, "it is the midnight after a period"
    assert '`Tags`="impact"' in view.query, "what is over already ends no more"


@pytest.mark.parametrize("kind", sorted(KEPT))
def test_what_is_kept_is_a_stage(kind: str) -> None:
    assert kind == "clarification" or set(KEPT[kind]) <= set(STAGES[kind])


@pytest.mark.parametrize(
    ("view", "only_open"),
    [
        ("stage-subject_follow_up-impact_period", True),
        ("stage-subject_follow_up-closed", False),
        ("stage-accountability_case-deciding", True),
        ("stage-accountability_case-closed_no_ground", False),
    ],
)
def test_what_is_ended_is_listed_although_it_is_closed(view: str, only_open: bool) -> None:
    assert ('`ExecutionStatus`="Running"' in VIEWS[view].query) is only_open


def test_stages_before_a_matter_exists_have_no_list() -> None:
    assert not [view for view in VIEWS if view.endswith("-start")]


@pytest.mark.parametrize("role", ["party_committee", "upper_organ", "organisation_hr"])
def test_roles_that_cases_wait_for_have_a_list(role: str) -> None:
    assert f'`AwaitedRole`="{role}"' in VIEWS[f"role-{role}"].query

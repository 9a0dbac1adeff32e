"""Lives of clarifications, command by command, as clerks would give them."""

from datetime import datetime
from pathlib import Path

from tests.starter.cli import SCENARIOS, Zhengming
from workflows.domain.calendars import SHANGHAI

ON_THE_WAY = (
    ("give-opinion", "ma"),
    ("record-study", "li"),
    ("review", "wang"),
    ("approve", "zhao"),
)


def today_of(zhengming: Zhengming, case: str) -> str:
    """Return the matter's own day, as `show` knows it."""
    now = datetime.fromisoformat(zhengming("show", case, "--json").json["now"])
    return str(now.astimezone(SHANGHAI).date())


def test_a_receipt_proves_what_is_on_record(zhengming: Zhengming, case: str, finding: tuple):
    said = zhengming.do("open", case, *finding)

    receipt = said.json
    assert said.code == 0
    assert (receipt["matter"], receipt["workflow_id"], receipt["key"]) == (case, case, "open")
    assert receipt["seq"] == [1]
    assert receipt["stage"] == "20 Screening 筛查"
    assert [event["kind"] for event in receipt["events"]] == ["opened"]
    assert [term["key"] for term in receipt["terms"]] == ["evaluation"]
    assert receipt["ui"].endswith(f"/workflows/{case}/{receipt['run_id']}/user-metadata")
    assert zhengming("show", case, "--json").json["events"][0]["seq"] == 1


def test_a_month_missed_is_told_on_the_way_and_shown_by_every_reader(
    zhengming: Zhengming, opened: str
):
    zhengming.do("screen", opened)

    said = zhengming("advance", opened, "--days", "45", "--json")

    moved = said.json
    kinds = [event["kind"] for event in moved["events"]]
    assert said.code == 0
    assert kinds[:3] == ["reminded", "reminded", "reminded"]
    assert "went_overdue" in kinds
    assert today_of(zhengming, opened) == moved["now"][:10]
    assert zhengming("show", opened, "--json").json["terms"][0]["overdue"] is True


def test_a_full_life_ends_closed_and_then_takes_nothing_more(zhengming: Zhengming, opened: str):
    assert zhengming.do("screen", opened).code == 0
    for name, officer in ON_THE_WAY:
        assert zhengming.do(name, opened, by=officer).code == 0
    day = today_of(zhengming, opened)
    assert zhengming.do("hear-opinion", opened, "--set", f"informed_on={day}").code == 0
    for method, document in (("WRITTEN", "clarification_letter"), ("CIRCULAR", "circular")):
        said = zhengming.do(
            "carry-out", opened, "--set", f"method={method}", "--set", f"clarified_on={day}",
            "--set", f"document.kind={document}",
        )  # fmt: skip
        assert said.code == 0, said.err
    assert zhengming.do("give-post-notice", opened, "--set", f"informed_on={day}").code == 0
    zhengming("advance", opened, "--days", "29")

    last = zhengming.do("follow-up-effect", opened)

    assert [event["kind"] for event in last.json["events"]] == [
        "effect_followed_up",
        "file_closed",
    ]
    again = zhengming.do("follow-up-effect", opened)
    assert (again.code, again.json["repeated"], again.json["seq"]) == (0, True, last.json["seq"])
    late = zhengming.do("review", opened, "--key", "too-late", by="wang")
    assert (late.code, late.error["rule"]) == (3, "2.8")
    assert zhengming("advance", opened, "--days", "1", "--json").code == 3


def test_small_commands_need_no_file(zhengming: Zhengming, opened: str):
    said = zhengming(
        "clarification", "recuse-officer", opened, "--as", "li", "--json",
        "--set", "officer=wu", "--set", "reasons=近亲属",
    )  # fmt: skip

    assert said.code == 0
    assert said.json["events"][0]["kind"] == "officer_recused"


def test_a_payload_may_be_json_on_standard_input(zhengming: Zhengming, opened: str):
    said = zhengming(
        "clarification", "screen", opened, "--as", "li", "--file", "-", "--json",
        stdin='{"situations": {"held": [{"code": "RIGHTS_OR_LIFE_HARMED", "harm": ["WORK"]}]}}',
    )  # fmt: skip

    assert said.code == 0, said.err


def test_a_person_reads_tables_in_either_language(zhengming: Zhengming, opened: str):
    file = SCENARIOS / "screen.yaml"

    chinese = zhengming("clarification", "screen", opened, "--as", "li", "--file", file)
    english = zhengming(
        "clarification", "screen", opened, "--as", "li", "--file", file, "--lang", "en"
    )

    assert "已登记" in chinese.out
    assert "进入评估" in chinese.out
    assert "on record" in english.out
    assert "nothing was done anew" in english.err


def test_an_application_opens_a_matter_that_nobody_opened_yet(
    zhengming: Zhengming, case: str, finding: tuple
):
    option = finding[1].replace("verification", "opening.verification")

    said = zhengming.do("apply", case, "--set", option, by="he")
    again = zhengming.do("apply", case, "--set", option, by="he")

    assert said.code == 0, said.err
    assert [event["kind"] for event in said.json["events"]] == ["application_joined"]
    assert again.json["seq"] == said.json["seq"]
    kinds = [event["kind"] for event in zhengming("show", case, "--json").json["events"]]
    assert kinds == ["opened", "application_joined"]


def test_an_application_joins_a_matter_that_runs(zhengming: Zhengming, opened: str):
    said = zhengming.do("apply", opened, by="he")

    assert said.code == 0, said.err
    assert said.json["workflow_id"] == opened
    assert [event["kind"] for event in said.json["events"]] == ["application_joined"]


def test_a_lead_reported_from_outside_stops_the_clock(zhengming: Zhengming, opened: str):
    said = zhengming.do("register-lead", opened, by="he")

    assert said.code == 0
    assert said.json["stage"].startswith("30 ")
    assert said.json["terms"][0]["due"] is None


def test_another_matter_may_have_another_officer_by_environment(
    zhengming: Zhengming, case: str, finding: tuple
):
    said = zhengming(
        "clarification", "open", case, "--file", SCENARIOS / "open.yaml", "--json", *finding,
        ZHENGMING_OFFICER="wu",
    )  # fmt: skip

    assert said.code == 0
    events = zhengming("show", case, "--json").json["events"]
    assert events[0]["actor"]["officer"] == "wu"


def test_every_scenario_file_is_a_command_that_its_class_accepts():
    from starter.handing_in import prepare
    from starter.kinds import GROUPS
    from starter.payloads import read_payload
    from workflows.domain.lifecycle import Actor

    clerk, group = Actor(officer="li", organ="DW"), GROUPS["clarification"]

    assert {file.stem for file in Path(SCENARIOS).glob("*.yaml")} == set(group.classes())
    for name, kind in group.classes().items():
        payload = read_payload(str(SCENARIOS / f"{name}.yaml"))
        assert prepare(group, kind, "CLAR-2026-1", payload, clerk).command.kind == kind.kind

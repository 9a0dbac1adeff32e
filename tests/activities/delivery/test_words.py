"""The words of notices: no name in subjects and bots, two languages, templates of an office."""

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.delivery.errors import WordsBroken
from activities.delivery.means import Means, Parcel
from activities.delivery.recipients import Recipient
from activities.delivery.words import LANGUAGES, Language, Words
from activities.directory import Directory
from tests.activities.delivery.delivering import FRIDAY, DeliveringOffice
from tests.hook_server import HookServer
from tests.mail_server import PostOffice, mail_server
from tests.store_fixtures import a_notice

NAMES = st.text("欧阳甲乙丙丁戊己庚辛壬癸" + string.ascii_letters, min_size=2, max_size=8)
ROLES = ["principal", "undertaking_department", "leader_in_charge"]


def words(name: str = "王某某", own: Path | None = None, portal: str = "") -> Words:
    officers = {
        who: {"organ": "DW", "roles": ROLES, "name": name + who} for who in ("wang", "zhao")
    }
    directory = Directory.model_validate({"officers": officers})
    return Words(Means(directory=directory, templates=own, portal=portal))


def parcel(purpose: str = "reminder", role: str = "principal") -> Parcel:
    notice = a_notice(
        3,
        to_role=role,
        to_organ="DW",
        purpose=purpose,
        subject_zh="CLAR-2026-0042 评估",
        subject_en="CLAR-2026-0042 evaluation",
        body_zh="CLAR-2026-0042 提醒：评估于 2026-12-20 到期。",
        body_en="CLAR-2026-0042 Reminder: evaluation due 2026-12-20.",
    )
    return Parcel("CLAR-2026-0042", notice, FRIDAY)


DEPUTY = Recipient("zhao", ("wang",))


@given(
    name=NAMES,
    purpose=st.sampled_from(["stage", "reminder", "overdue", "escalation", "information"]),
    role=st.sampled_from([*ROLES, "applicant"]),
    language=st.sampled_from(LANGUAGES),
)
def test_no_subject_and_no_bot_ever_says_a_name(
    name: str, purpose: str, role: str, language: Language
) -> None:
    """Rulebook A46."""
    said, plain = words(name), Words(Means())
    notice = parcel(purpose, role)

    assert said.subject(notice, language) == plain.subject(notice, language)
    assert said.bot(notice, language) == plain.bot(notice, language)
    assert said.letter(notice) == plain.letter(notice)
    assert f"{name}wang" in said.mail(notice, DEPUTY, language)


@pytest.mark.parametrize(
    ("purpose", "zh", "en"),
    [
        ("reminder", "CLAR-2026-0042 提醒：评估", "CLAR-2026-0042 Reminder: evaluation"),
        ("overdue", "CLAR-2026-0042 逾期：评估", "CLAR-2026-0042 Overdue: evaluation"),
        ("stage", "CLAR-2026-0042 评估", "CLAR-2026-0042 evaluation"),
    ],
)
def test_a_subject_is_the_number_and_what_it_is_about(purpose: str, zh: str, en: str) -> None:
    notice = parcel(purpose)

    assert [words().subject(notice, language) for language in LANGUAGES] == [zh, en]


def test_a_rehearsal_says_so_first_whatever_the_offices_own_words(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "bot.txt").write_text("{{ body }}")
    rehearsed = Words(Means(templates=tmp_path, rehearsal=True))

    assert rehearsed.subject(parcel(), "zh").startswith("【演练】CLAR-2026-0042 ")
    assert rehearsed.subject(parcel(), "en").startswith("[Rehearsal] CLAR-2026-0042 ")
    assert rehearsed.bot(parcel(), "en").startswith("[Rehearsal] CLAR-2026-0042 Reminder: ")


def test_a_file_is_in_both_languages() -> None:
    letter = words().letter(parcel())

    assert "提醒：评估于 2026-12-20 到期。" in letter
    assert "Reminder: evaluation due 2026-12-20." in letter


def test_a_mail_leads_to_the_case_file_where_the_portal_is_known() -> None:
    known = words(portal="https://portal.office.example").mail(parcel(), DEPUTY, "zh")
    unknown = words().mail(parcel(), DEPUTY, "zh")

    assert "案卷：https://portal.office.example/matters/CLAR-2026-0042\n" in known
    assert "案卷" not in unknown


def test_an_office_replaces_one_template_and_keeps_the_others(tmp_path: Path) -> None:
    said = words(own=tmp_path)
    before = said.subject(parcel(), "zh")
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "subject.txt").write_text("【{{ matter }}】\n  {{ what }}\n")

    assert before == "CLAR-2026-0042 提醒：评估"
    assert said.subject(parcel(), "zh") == "【CLAR-2026-0042】 评估"
    assert said.subject(parcel(), "en") == "CLAR-2026-0042 Reminder: evaluation"
    (tmp_path / "zh" / "subject.txt").unlink()
    assert said.subject(parcel(), "zh") == before


@pytest.mark.parametrize(
    "template",
    [
        "{{ nmae }}",
        "{{ name }}",
        "{% if %}",
        "{{ 1 / 0 }}",
        "{{ subject.missing.deeper }}",
        "{{ ''.__class__.__mro__ }}",
        "{% include '../../../officers.toml' %}",
    ],
)
def test_a_template_of_a_bot_that_asks_for_more_than_there_is_breaks(
    tmp_path: Path, template: str
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "bot.txt").write_text(template)

    with pytest.raises(WordsBroken, match=r"templates/notices/en/bot\.txt"):
        words(own=tmp_path).bot(parcel(), "en")


async def test_a_broken_template_is_an_outage_that_heals_and_stops_no_other_way(
    office: DeliveringOffice, post_office: PostOffice, hook: HookServer
) -> None:
    officers = """
[officers.wang]
organ = "DW"
roles = ["principal"]
addresses = { webhook = "group" }
[officers.ma]
organ = "DW"
roles = ["principal"]
addresses = { email = "ma@office.example" }
"""
    own = office.data / "templates" / "notices" / "zh" / "bot.txt"
    own.parent.mkdir(parents=True)
    own.write_text("{{ nmae }}")
    async with mail_server(post_office) as port:
        office.has_mail(port, officers)
        channels = office.data / "channels.toml"
        channels.write_text(f"{channels.read_text()}\n[webhooks.group]\nurl = '{hook.url}'\n")
        broken = await office.waits()
        told = (await office.trials())["wang", "webhook"].answer
        own.write_text("{{ subject }}")

        assert (await office.deliver()).delivered

    assert str(broken) == "NoticeWaits: waits: templates/notices/zh/bot.txt"
    assert "'nmae' is undefined" in told
    assert (len(post_office.mails), len(hook.posts)) == (1, 1)

"""`channels.toml`: what is wrong in it is one clear line, and an outage, never a lost notice."""

from pathlib import Path

import pytest

from activities.delivery.errors import MeansBroken
from starter.channels_file import CurrentMeans, channels_of
from starter.failure import Invalid
from tests.activities.delivery.delivering import ONE, DeliveringOffice
from tests.hook_server import HookServer
from tests.mail_server import PostOffice, mail_server

SMTP = '[smtp]\nhost = "mail.example"\nport = 587\nsender = "zhengming@office.example"\n'


def wrong(data: Path, text: str) -> str:
    (data / "channels.toml").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        channels_of(data)
    return caught.value.message.en.removeprefix(f"{data / 'channels.toml'}: ")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (SMTP + 'password = "secret"', "smtp.password: is not a field here"),
        (SMTP + 'username = "z"', "smtp: username and password_file belong together"),
        (SMTP + 'security = "ssl"', "smtp.security: must be 'starttls', 'tls' or 'none'"),
        (SMTP + "timeout = 600", "smtp.timeout: must not be after or above 60"),
        ("[mail]", "mail: is not a field here"),
        ('[webhooks.g]\nurl = "ftp://x/"', "webhooks.g.url: does not match"),
        ('[webhooks.g]\nurl = "http://x.example/"', "webhooks.g: url: use https, or say insecure"),
        ('[webhooks.g]\nurl = "https://x/{key}"', "webhooks.g: key_file and {key} in url"),
        ('[webhooks."a b"]\nurl = "https://x/"', "webhooks.a b: does not match"),
        (
            SMTP + 'security = "none"\nusername = "z"\npassword_file = "p"',
            "smtp: security none would send the password in clear",
        ),
    ],
)
def test_what_is_wrong_is_named_by_its_place(tmp_path: Path, text: str, line: str) -> None:
    assert wrong(tmp_path, text).startswith(line)


def test_what_is_no_toml_is_said_so(tmp_path: Path) -> None:
    assert "cannot be read" in wrong(tmp_path, "[smtp\n")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_http_is_good_enough_on_this_machine(tmp_path: Path, host: str) -> None:
    (tmp_path / "channels.toml").write_text(f'[webhooks.g]\nurl = "http://{host}:8080/x"\n')

    assert "g" in channels_of(tmp_path).webhooks


def test_http_elsewhere_needs_an_office_that_says_so(tmp_path: Path) -> None:
    text = '[webhooks.g]\nurl = "http://intranet.example/x"\ninsecure = true\n'
    (tmp_path / "channels.toml").write_text(text)

    assert channels_of(tmp_path).webhooks["g"].insecure


def test_files_are_read_again_when_they_change(tmp_path: Path) -> None:
    means = CurrentMeans(tmp_path)
    before = means()
    (tmp_path / "channels.toml").write_text(SMTP)
    with_mail = means()
    (tmp_path / "channels.toml").write_text("broken")
    with pytest.raises(MeansBroken):
        means()
    (tmp_path / "channels.toml").unlink()

    assert before.channels.smtp is None
    assert with_mail.channels.smtp is not None
    assert means().channels.smtp is None


async def test_a_rehearsal_mails_nobody_and_writes_files(
    office: DeliveringOffice, hook: HookServer
) -> None:
    office.has_hook(hook.url)
    (office.data / "ui.toml").write_text("rehearsal = true\n")

    assert (await office.deliver()).delivered

    assert hook.posts == []
    assert len(office.files()) == 1


async def test_a_rehearsal_that_may_use_channels_says_first_that_it_is_one(
    office: DeliveringOffice, hook: HookServer, post_office: PostOffice
) -> None:
    async with mail_server(post_office) as port:
        both = 'email = "wang@office.example", webhook = "group"'
        office.has_mail(port, ONE % both)
        channels = office.data / "channels.toml"
        text = f"rehearsal = true\n{channels.read_text()}[webhooks.group]\nurl = '{hook.url}'\n"
        channels.write_text(text)
        (office.data / "ui.toml").write_text("rehearsal = true\n")
        await office.deliver()

    (mail,), (post,) = post_office.mails, hook.posts
    assert mail["Subject"] == "【演练】CLAR-2026-0042 进入评估"
    assert post.json["subject"] == "【演练】CLAR-2026-0042 进入评估"
    assert post.json["text"].startswith("【演练】**CLAR-2026-0042 进入评估**\n")


@pytest.mark.parametrize("file", ["officers.toml", "channels.toml"])
async def test_a_broken_file_is_an_outage_and_no_lost_notice(
    office: DeliveringOffice, hook: HookServer, file: str
) -> None:
    office.has_hook(hook.url)
    good = (office.data / file).read_text()
    (office.data / file).write_text(good + "nonsense = 1\n")

    with pytest.raises(MeansBroken, match=file):
        office.means()
    waits = await office.waits()
    (office.data / file).write_text(good)

    assert (await office.deliver()).delivered
    assert str(waits) == "NoticeWaits: waits: means"
    assert len(hook.posts) == 1

"""Groups and mailboxes that several officers read: whom they reach, and how often they are told."""

import pytest

from tests.activities.delivery.delivering import DeliveringOffice
from tests.hook_server import HookServer
from tests.mail_server import PostOffice, mail_server

GROUP = """
[officers.%s]
organ = "DW"
roles = ["%s"]
addresses = { %s }
"""


@pytest.mark.parametrize("shared", ['webhook = "group"', 'email = "duty@office.example"'])
async def test_an_address_that_is_also_that_of_an_excluded_officer_is_not_used(
    office: DeliveringOffice, post_office: PostOffice, hook: HookServer, shared: str
) -> None:
    """`li` is recused and reads the same group, or the same mailbox, in another role."""
    async with mail_server(post_office) as port:
        people = GROUP % ("li", "registry", shared)
        people += GROUP % ("wang", "principal", shared)
        people += GROUP % ("ma", "principal", 'email = "ma@office.example", webhook = "other"')
        office.has_mail(port, people)
        channels = office.data / "channels.toml"
        hooks = "".join(
            f"[webhooks.{name}]\nurl = '{hook.url}/{name}'\n" for name in ("group", "other")
        )
        channels.write_text(f"{channels.read_text()}\n{hooks}")

        assert (await office.deliver()).delivered

    assert [post.path for post in hook.posts] == ["/other"]
    assert [mail["To"] for mail in post_office.mails] == ["ma@office.example"]
    assert (await office.trials())["wang", "file"].state == "sent"


async def test_a_group_is_told_once_though_its_members_change_meanwhile(
    office: DeliveringOffice, post_office: PostOffice, hook: HookServer
) -> None:
    """The group is told, a mail waits; then `wang` hands his post over to two others."""
    here = 'webhook = "group"'
    url = f"[webhooks.group]\nurl = '{hook.url}'\n"
    async with mail_server(post_office) as port:
        office.has_mail(port, GROUP % ("ma", "principal", 'email = "ma@office.example"'))
    (channels, people) = (office.data / "channels.toml", office.data / "officers.toml")
    channels.write_text(f"{channels.read_text()}\n{url}")
    mailed = people.read_text()
    people.write_text(mailed + GROUP % ("wang", "principal", here))
    await office.waits()
    people.write_text(mailed + "".join(GROUP % (who, "principal", here) for who in ("wu", "chen")))
    async with mail_server(post_office, port):
        assert (await office.deliver()).delivered

    assert len(hook.posts) == 1
    webhooks = {who for who, channel in await office.trials() if channel == "webhook"}
    assert webhooks == {"wang", "wu", "chen"}


async def test_whoever_moves_to_another_group_meanwhile_is_told_there(
    office: DeliveringOffice, post_office: PostOffice, hook: HookServer
) -> None:
    async with mail_server(post_office) as port:
        office.has_mail(port, GROUP % ("ma", "principal", 'email = "ma@office.example"'))
    (channels, people) = (office.data / "channels.toml", office.data / "officers.toml")
    hooks = "".join(f"[webhooks.{name}]\nurl = '{hook.url}/{name}'\n" for name in ("old", "new"))
    channels.write_text(f"{channels.read_text()}\n{hooks}")
    mailed = people.read_text()
    people.write_text(mailed + GROUP % ("wang", "principal", 'webhook = "old"'))
    await office.waits()
    people.write_text(mailed + GROUP % ("wang", "principal", 'webhook = "new"'))
    await office.waits()

    assert [post.path for post in hook.posts] == ["/old", "/new"]

"""What a mail server refuses: a dead address is for ever, whatever the office can mend waits."""

import asyncio

import pytest

from tests.activities.delivery.delivering import DeliveringOffice
from tests.mail_server import PostOffice, mail_server
from workflows.messages.records import Delivery

WANG = ("wang", "email")


async def test_a_refused_address_can_never_work_and_its_reason_names_no_address(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    post_office.refused = {"wang@office.example": "550 5.1.1 <wang@office.example> User unknown"}
    async with mail_server(post_office) as port:
        office.has_mail(port)
        delivery = await office.deliver()

    assert delivery == Delivery(delivered=False, reason="wang email 550")
    assert (await office.fate()).state == "undeliverable"
    assert (await office.trials())[WANG].answer == "550 5.1.1 … User unknown"


async def test_a_message_that_the_server_refuses_for_ever_can_never_work(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    post_office.after_mail = ["554 5.6.0 cannot be read"]
    async with mail_server(post_office) as port:
        office.has_mail(port)
        delivery = await office.deliver()

    assert delivery.reason == "wang email 554"


@pytest.mark.parametrize("where", ["RCPT", "DATA"])
async def test_a_server_that_takes_nothing_of_ours_is_the_offices_to_mend(
    office: DeliveringOffice, post_office: PostOffice, where: str
) -> None:
    """Relaying denied, a blocked sender: the address is not to blame."""
    answers = post_office.first_answers if where == "RCPT" else post_office.after_mail
    answers.append("554 5.7.1 Relay access denied")
    async with mail_server(post_office) as port:
        office.has_mail(port)
        refused = await office.waits()

        assert (await office.deliver()).delivered

    assert str(refused) == "NoticeWaits: waits: 554"


async def test_a_server_that_turns_us_away_at_its_door_is_the_offices_to_mend(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    async def door(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"554 your address is on a list\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(door, "127.0.0.1", 0)
    async with server:
        office.has_mail(server.sockets[0].getsockname()[1])
        at_the_door = await office.waits()
    post_office.from_answer = "554 not from you"
    async with mail_server(post_office) as port:
        office.has_mail(port)
        at_the_sender = await office.waits()

    assert str(at_the_door) == str(at_the_sender) == "NoticeWaits: waits: 554"


@pytest.mark.parametrize("code", ["550 5.1.1", "550", "553 5.1.3", "552 5.2.2"])
async def test_what_an_address_is_to_blame_for_stays(
    office: DeliveringOffice, post_office: PostOffice, code: str
) -> None:
    post_office.refused = {"wang@office.example": f"{code} no"}
    async with mail_server(post_office) as port:
        office.has_mail(port)

        assert (await office.deliver()).reason == f"wang email {code[:3]}"


async def test_a_sender_that_is_refused_is_the_offices_to_mend(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    post_office.from_answer = "550 5.7.1 Sender not allowed"
    async with mail_server(post_office) as port:
        office.has_mail(port)
        await office.waits()
        post_office.from_answer = "250 OK"

        assert (await office.deliver()).delivered


async def test_a_server_that_wants_another_login_is_the_offices_to_mend(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    post_office.first_answers = ["530 5.7.0 Authentication required"]
    async with mail_server(post_office) as port:
        office.has_mail(port)
        await office.waits()

        assert (await office.deliver()).delivered


async def test_an_address_that_no_mail_can_have_can_never_work(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    odd = '[officers.wang]\norgan = "DW"\nroles = ["principal"]\n'
    async with mail_server(post_office) as port:
        office.has_mail(port, odd + 'addresses = { email = "王@office.example" }')
        chinese = await office.deliver()

    assert chinese == Delivery(delivered=False, reason="wang email address")


@pytest.mark.parametrize("sender", ["正名@office.example", "zhengming@office..example"])
async def test_a_sender_that_no_mail_can_have_is_the_offices_to_mend(
    office: DeliveringOffice, post_office: PostOffice, sender: str
) -> None:
    async with mail_server(post_office) as port:
        office.has_mail(port, sender=sender)
        wrong = await office.waits()
        office.has_mail(port)

        assert (await office.deliver()).delivered

    assert str(wrong) == "NoticeWaits: waits: sender"

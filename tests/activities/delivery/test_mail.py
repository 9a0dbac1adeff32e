"""Notices by mail, to a real SMTP server that greylists, stalls, breaks off and answers late."""

import asyncio
import time

import pytest

from tests.activities.delivery.delivering import DeliveringOffice
from tests.mail_server import PostOffice, mail_server
from workflows.messages.records import Delivery

WANG = ("wang", "email")


async def test_a_mail_is_sent_once_with_number_and_no_name_in_its_subject(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    async with mail_server(post_office) as port:
        office.has_mail(port)
        first, again = await office.deliver(), await office.deliver()

    assert first == again == Delivery(delivered=True)
    (mail,) = post_office.mails
    assert mail["Subject"] == "CLAR-2026-0042 进入评估"
    assert mail["To"] == mail["X-Envelope"] == "wang@office.example"
    assert mail["From"] == "zhengming@office.example"
    assert mail["Message-ID"] == "<CLAR-2026-0042.1.0.wang@office.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail.get_content_type() == "text/plain"
    assert mail.get_content_charset() == "utf-8"
    assert mail.get_content().startswith("王某某：")
    assert (await office.trials())[WANG].answer == "250 2.0.0 queued"
    assert office.files() == []


async def test_a_greylisted_mail_is_sent_at_the_next_attempt(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    post_office.first_answers = ["451 4.7.1 Greylisted, come back in five minutes"]
    async with mail_server(post_office) as port:
        office.has_mail(port)

        waits = await office.waits()
        greylisted = (await office.trials())[WANG]
        delivered = await office.deliver()

    assert str(waits) == "NoticeWaits: waits: 451"
    assert waits.next_retry_delay is None
    assert (greylisted.state, greylisted.attempts) == ("queued", 1)
    assert greylisted.answer.startswith("451 4.7.1 Greylisted")
    assert delivered.delivered
    assert len(post_office.mails) == 1
    assert (await office.trials())[WANG].attempts == 2


async def test_a_server_that_is_down_is_an_outage(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    async with mail_server(post_office) as port:
        office.has_mail(port)

    await office.waits()
    async with mail_server(post_office, port):
        assert (await office.deliver()).delivered


async def test_a_server_that_stalls_holds_up_neither_the_attempt_nor_the_other_mail(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    post_office.first_answers = ["stall"]
    two = "".join(
        f'[officers.{who}]\norgan = "DW"\nroles = ["principal"]\n'
        f'addresses = {{ email = "{who}@office.example" }}\n'
        for who in ("wang", "zhao")
    )
    async with mail_server(post_office) as port:
        office.has_mail(port, two, timeout=1)
        began = time.monotonic()
        await office.waits()
        took = time.monotonic() - began
        await office.deliver()

    assert took < 10
    assert sorted(mail["To"] for mail in post_office.mails) == [
        "wang@office.example",
        "zhao@office.example",
    ]
    assert sorted(trial.attempts for trial in (await office.trials()).values()) == [1, 2]


async def test_a_server_that_never_says_a_word_is_an_outage(office: DeliveringOffice) -> None:
    async def silence(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(3)
        writer.close()

    server = await asyncio.start_server(silence, "127.0.0.1", 0)
    async with server:
        office.has_mail(server.sockets[0].getsockname()[1], timeout=1)
        assert str(await office.waits()) == "NoticeWaits: waits: timeout"


async def test_a_mail_whose_yes_was_lost_comes_again_as_the_very_same_mail(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    post_office.after_mail = ["break"]
    async with mail_server(post_office) as port:
        office.has_mail(port)
        await office.waits()

        assert (await office.deliver()).delivered
        await office.deliver()

    first, second = post_office.mails
    assert first["Message-ID"] == second["Message-ID"]
    assert first.as_bytes() == second.as_bytes()


async def test_a_server_that_answers_twice_gets_the_mail_once(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    post_office.after_mail = ["250 2.0.0 queued\r\n250 2.0.0 queued"]
    async with mail_server(post_office) as port:
        office.has_mail(port)
        delivered = [await office.deliver(), await office.deliver()]

    assert all(delivery.delivered for delivery in delivered)
    assert len(post_office.mails) == 1


@pytest.mark.parametrize("command", ["MAIL", "RCPT"])
async def test_an_answer_given_twice_is_never_taken_for_the_yes_to_a_mail(
    office: DeliveringOffice, post_office: PostOffice, command: str
) -> None:
    """The second answer would be read as that to the next command: no mail may count as sent."""
    if command == "MAIL":
        post_office.from_answer = "250 OK\r\n250 OK"
    else:
        post_office.first_answers = ["250 OK\r\n250 OK"]
    async with mail_server(post_office) as port:
        office.has_mail(port)
        await office.waits()
        post_office.from_answer = "250 OK"
        await office.deliver()

    assert len(post_office.mails) == 1


async def test_a_corrected_address_takes_effect_while_the_notice_is_retried(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    """One officer's server greylists; the other's wrong address is mended meanwhile."""
    two = (
        '[officers.wang]\norgan = "DW"\nroles = ["principal"]\n'
        'addresses = { email = "wnag@office.example" }\n'
        '[officers.zhao]\norgan = "DW"\nroles = ["principal"]\n'
        'addresses = { email = "zhao@office.example" }\n'
    )
    post_office.refused = {
        "wnag@office.example": "550 5.1.1 unknown",
        "zhao@office.example": "451 later",
    }
    async with mail_server(post_office) as port:
        office.has_mail(port, two)
        first = await office.deliver()
        await office.waits(noted=True)
        office.has_mail(port, two.replace("wnag", "wang"))
        post_office.refused = {}

        assert (await office.deliver(noted=True)).delivered

    assert first == Delivery(delivered=False, reason="wang email 550", waiting=True)
    assert {mail["To"] for mail in post_office.mails} == {
        "wang@office.example",
        "zhao@office.example",
    }


async def test_a_server_may_look_at_a_mail_longer_than_it_may_take_for_the_rest(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    """A mail that is given up while a scanner looks at it would come again and again."""
    post_office.looks_for = 2.5
    async with mail_server(post_office) as port:
        office.has_mail(port, timeout=1)

        assert (await office.deliver()).delivered

    assert len(post_office.mails) == 1

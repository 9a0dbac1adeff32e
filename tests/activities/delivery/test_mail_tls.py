"""Mail servers that want TLS and a login, and what is wrong with either."""

from pathlib import Path

from tests.activities.delivery.delivering import DeliveringOffice
from tests.certificates import own_certificate
from tests.mail_server import PostOffice, mail_server


async def test_tls_and_login_with_the_offices_own_certificate(
    office: DeliveringOffice, post_office: PostOffice, tmp_path: Path
) -> None:
    _, context = own_certificate(tmp_path)
    (tmp_path / "mail.password").write_text("open sesame\n")
    login = {"username": "zhengming", "password_file": "mail.password", "ca_file": "own-ca.pem"}
    async with mail_server(post_office, tls=context) as port:
        office.has_mail(port, security="starttls", **login)

        assert (await office.deliver()).delivered

    assert post_office.logins == ["zhengming"]
    assert len(post_office.mails) == 1


async def test_tls_from_the_first_byte_on(
    office: DeliveringOffice, post_office: PostOffice, tmp_path: Path
) -> None:
    _, context = own_certificate(tmp_path)
    async with mail_server(post_office, tls=context, at_once=True) as port:
        office.has_mail(port, security="tls", ca_file="own-ca.pem")

        assert (await office.deliver()).delivered


async def test_a_certificate_that_nobody_vouches_for_is_an_outage(
    office: DeliveringOffice, post_office: PostOffice, tmp_path: Path
) -> None:
    _, context = own_certificate(tmp_path)
    async with mail_server(post_office, tls=context, at_once=True) as port:
        office.has_mail(port, security="tls")
        await office.waits()

    assert post_office.asked == 0


async def test_a_server_without_tls_is_told_nothing_by_an_office_that_wants_it(
    office: DeliveringOffice, post_office: PostOffice
) -> None:
    async with mail_server(post_office) as port:
        office.has_mail(port, security="starttls")
        await office.waits()

    assert post_office.asked == 0


async def test_a_wrong_password_is_an_outage_until_its_file_is_mended(
    office: DeliveringOffice, post_office: PostOffice, tmp_path: Path
) -> None:
    _, context = own_certificate(tmp_path)
    password = tmp_path / "mail.password"
    password.write_text("wrong")
    login = {"username": "zhengming", "password_file": "mail.password", "ca_file": "own-ca.pem"}
    async with mail_server(post_office, tls=context) as port:
        office.has_mail(port, security="starttls", **login)
        refused = await office.waits()
        password.unlink()
        lost = await office.waits()
        password.write_text("open sesame")

        assert (await office.deliver()).delivered

    assert (str(refused), str(lost)) == (
        "NoticeWaits: waits: 535",
        "NoticeWaits: waits: mail.password",
    )

"""Notices by mail: one to each officer, through the office's mail server.

A repeat of a notice is the same mail byte for byte, so that mail programs can tell it by its id.
"""

import asyncio
import re
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

import aiosmtplib
from aiosmtplib import SMTPDataError, SMTPException, SMTPRecipientRefused, SMTPResponseException

from activities.delivery.channels import LONGEST_DATA, Smtp, secret, trust
from activities.delivery.errors import NeverArrives, NotNow
from activities.delivery.means import Parcel
from activities.delivery.recipients import Recipient
from activities.delivery.words import Words

FAREWELL = 2
"""Seconds."""
FOR_EVER = 500
"""Answers from here on mean that trying again changes nothing …"""
ASKS_US = frozenset({530, 534, 535, 538})
"""… but for these, which want another login: that is the office's to mend …"""
POLICY = re.compile(r"5\.7\.\d")
"""… and for this status (RFC 3463): the server takes nothing from us, whoever it is for."""


def compose(
    parcel: Parcel, recipient: Recipient, address: str, sender: str, words: Words
) -> EmailMessage:
    """Return the mail to one officer, the same at every attempt."""
    language = words.language(recipient)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = sender
    mail["To"] = address
    mail["Subject"] = words.subject(parcel, language)
    mail["Date"] = format_datetime(parcel.sent_at)
    mail["Message-ID"] = f"<{parcel.key}.{recipient.officer}@{domain_of(sender)}>"
    mail["Auto-Submitted"] = "auto-generated"
    # Eight-bit text is not taken by every server on the way.
    mail.set_content(words.mail(parcel, recipient, language), cte="base64")
    mail["Content-Language"] = "zh-CN" if language == "zh" else "en"
    return mail


def domain_of(sender: str) -> str:
    """Return the domain of an address, as mail has it; raises `NotNow` if it can be none."""
    try:
        return sender.rpartition("@")[2].encode("idna").decode()
    except UnicodeError:
        raise NotNow("sender", "not an address that mails can come from") from None


async def send_mail(smtp: Smtp, mail: EmailMessage, address: str) -> str:
    """Hand a mail to the server and return its answer; raises `NeverArrives`, `NotNow`."""
    client = _client(smtp)
    try:
        async with asyncio.timeout(smtp.timeout) as limit:
            await client.connect()
            await client.mail(smtp.sender)
            await _name_recipient(client, address)
            # A mail that is given up while the server still looks at it comes twice.
            limit.reschedule(asyncio.get_running_loop().time() + LONGEST_DATA)
            return await _hand_over(client, mail)
    except SMTPResponseException as refusal:
        raise NotNow(str(refusal.code), refusal.message) from None
    except TimeoutError:
        raise NotNow("timeout") from None
    except ValueError:
        raise NotNow("sender", "not an address that mails can come from") from None
    except (SMTPException, OSError) as trouble:
        raise NotNow(type(trouble).__name__) from None
    finally:
        await _part(client)


async def _part(client: aiosmtplib.SMTP) -> None:
    """Say goodbye; the yes or no before it counts, whatever is said now."""
    with suppress(SMTPException, OSError):
        await client.quit(timeout=FAREWELL)
    client.close()


def _client(smtp: Smtp) -> aiosmtplib.SMTP:
    return aiosmtplib.SMTP(
        hostname=smtp.host,
        port=smtp.port,
        username=smtp.username,
        password=secret(smtp.password_file) if smtp.password_file else None,
        timeout=smtp.timeout,
        use_tls=smtp.security == "tls",
        start_tls=smtp.security == "starttls",
        tls_context=None if smtp.security == "none" else trust(smtp.ca_file),
        local_hostname=domain_of(smtp.sender),
    )


async def _name_recipient(client: aiosmtplib.SMTP, address: str) -> None:
    try:
        await client.rcpt(address)
    except SMTPRecipientRefused as refusal:
        raise _meant(refusal) from None
    except ValueError:
        raise NeverArrives("address", "not an address that a mail can have") from None


async def _hand_over(client: aiosmtplib.SMTP, mail: EmailMessage) -> str:
    try:
        answer = await client.data(mail.as_bytes(), timeout=LONGEST_DATA)
    except SMTPDataError as refusal:
        raise _meant(refusal) from None
    return f"{answer.code} {answer.message}"


def _meant(refusal: SMTPResponseException) -> NeverArrives | NotNow:
    """Return what a refusal means: an address that is dead, or a server to be asked again."""
    ours = refusal.code in ASKS_US or POLICY.match(refusal.message.strip())
    kind = NeverArrives if refusal.code >= FOR_EVER and not ours else NotNow
    return kind(str(refusal.code), refusal.message)

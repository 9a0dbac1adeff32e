"""A real SMTP server (aiosmtpd) that refuses, stalls, breaks off or answers twice when told to."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session


class PostOffice:
    """What the server does, and which mails it has said yes to, in order."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.asked = 0
        """How often somebody wanted to send."""
        self.refused: dict[str, str] = {}
        """What it answers to a recipient, by address."""
        self.first_answers: list[str] = []
        """What it answers to the first recipients, whoever they are."""
        self.after_mail: list[str] = []
        """What it says to the first mails after it has kept them; `break` says nothing and goes."""
        self.looks_for = 0.0
        """Seconds that it looks at a mail before it answers."""
        self.from_answer = "250 OK"
        self.logins: list[str] = []

    async def handle_MAIL(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        self.asked += 1
        envelope.mail_from = address
        return self.from_answer

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        answer = self.first_answers.pop(0) if self.first_answers else "250 OK"
        if answer == "stall":
            await asyncio.sleep(3600)
        answer = self.refused.get(address, answer)
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:
        content = envelope.content
        assert isinstance(content, bytes)
        mail = message_from_bytes(content, policy=default)
        assert isinstance(mail, EmailMessage)
        mail["X-Envelope"] = ",".join(envelope.rcpt_tos)
        self.mails.append(mail)
        answer = self.after_mail.pop(0) if self.after_mail else "250 2.0.0 queued"
        await asyncio.sleep(self.looks_for)
        if answer == "break":
            server.transport.abort()
        return answer

    def login(
        self, _server: SMTP, _session: Session, _envelope: Envelope, _how: str, data: Any
    ) -> AuthResult:
        """Know one officer's account."""
        assert isinstance(data, LoginPassword)
        self.logins.append(data.login.decode())
        return AuthResult(success=data.password == b"open sesame", handled=False)


@asynccontextmanager
async def mail_server(
    office: PostOffice, port: int = 0, tls: ssl.SSLContext | None = None, at_once: bool = False
) -> AsyncIterator[int]:
    """Run the server on a port of this machine; with TLS it wants STARTTLS and a login.

    `at_once` speaks TLS from the first byte on, and wants no login.
    """
    options: dict[str, Any] = {}
    if tls and not at_once:
        options = {"tls_context": tls, "require_starttls": True}
        options |= {"authenticator": office.login, "auth_required": True}
    loop = asyncio.get_running_loop()
    connections: list[SMTP] = []

    def connection() -> SMTP:
        connections.append(SMTP(office, hostname="mail.example", loop=loop, **options))
        return connections[-1]

    context = tls if at_once else None
    server = await loop.create_server(connection, "127.0.0.1", port, ssl=context)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for each in connections:
            if each.transport is not None:
                each.transport.abort()
        await asyncio.sleep(0)

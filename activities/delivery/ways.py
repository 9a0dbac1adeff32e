"""The ways that a notice goes: one mail to each officer, one post to each group, one file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from activities.delivery.means import Means
from activities.delivery.recipients import Recipient, addresses_of

Channel = Literal["email", "webhook", "file"]
OUTBOX_WAY: tuple[Channel, str] = ("file", "")
DISTURBS: tuple[Channel, ...] = ("email", "webhook")
"""Channels that keep to working hours."""


@dataclass(frozen=True)
class Way:
    """One message to be sent, and whom it reaches."""

    channel: Channel
    address: str
    """A mail address, or the name of a webhook; empty for the outbox. It reaches no log."""
    recipients: tuple[Recipient, ...]

    @property
    def officers(self) -> tuple[str, ...]:
        """Return whom it reaches, by id."""
        return tuple(recipient.officer for recipient in self.recipients)


def ways(means: Means, recipients: Iterable[Recipient]) -> tuple[Way, ...]:
    """Return all ways to the recipients; officers who share a group are told there together."""
    shared: dict[tuple[Channel, str], list[Recipient]] = defaultdict(list)
    mails: list[Way] = []
    for recipient in recipients:
        for channel, address in list(_usable(means, recipient)) or [OUTBOX_WAY]:
            if channel == "email":
                mails.append(Way(channel, address, (recipient,)))
            else:
                shared[channel, address].append(recipient)
    groups = (Way(*place, tuple(members)) for place, members in shared.items())
    return (*mails, *groups)


def _usable(means: Means, recipient: Recipient) -> Iterator[tuple[Channel, str]]:
    addresses = addresses_of(means.directory, recipient)
    if addresses.email and means.channels.smtp:
        yield "email", addresses.email
    if addresses.webhook and addresses.webhook in means.channels.webhooks:
        yield "webhook", addresses.webhook

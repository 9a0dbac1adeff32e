"""The ways that a notice goes: one mail to each officer, one post to each group, one file."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from activities.delivery.means import Means
from activities.delivery.recipients import Recipient, addresses_of

Channel = Literal["email", "webhook", "file"]
Place = tuple[Channel, str]
OUTBOX_WAY: Place = ("file", "")
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
    def kept_as(self) -> str:
        """Return its channel in the record store; a group's has the group's name: `webhook:d3`."""
        return f"webhook:{self.address}" if self.channel == "webhook" else self.channel

    @property
    def officers(self) -> tuple[str, ...]:
        """Return whom it reaches, by id."""
        return tuple(recipient.officer for recipient in self.recipients)


def ways(
    means: Means, recipients: Iterable[Recipient], excluded: Collection[str] = ()
) -> tuple[Way, ...]:
    """Return all ways to the recipients; officers who share a group are told there together.

    Whoever is `excluded` reads nothing: an address that is also his is no way for anybody.
    """
    shut = {place for officer in excluded for place in _usable(means, Recipient(officer))}
    shared: dict[Place, list[Recipient]] = defaultdict(list)
    mails: list[Way] = []
    for recipient in recipients:
        open_ways = [place for place in _usable(means, recipient) if place not in shut]
        for channel, address in open_ways or [OUTBOX_WAY]:
            if channel == "email":
                mails.append(Way(channel, address, (recipient,)))
            else:
                shared[channel, address].append(recipient)
    groups = (Way(*place, tuple(members)) for place, members in shared.items())
    return (*mails, *groups)


def _usable(means: Means, recipient: Recipient) -> Iterator[Place]:
    addresses = addresses_of(means.directory, recipient)
    if addresses.email and means.channels.smtp:
        yield "email", addresses.email
    if addresses.webhook and addresses.webhook in means.channels.webhooks:
        yield "webhook", addresses.webhook

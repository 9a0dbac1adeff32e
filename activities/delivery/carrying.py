"""Sends one message on its way: a mail, a post to a group, or a file."""

import asyncio

from activities.delivery.bots import post
from activities.delivery.errors import NotNow, plain
from activities.delivery.mail import compose, send_mail
from activities.delivery.means import Means, Parcel
from activities.delivery.outbox import FileOutbox
from activities.delivery.ways import Way
from activities.delivery.words import Words


async def carry(way: Way, parcel: Parcel, means: Means, outbox: FileOutbox) -> str:
    """Send a notice and return the other side's answer; raises `NeverArrives`, `NotNow`."""
    match way.channel:
        case "email":
            return plain(await _by_mail(way, parcel, means))
        case "webhook":
            return plain(await _by_webhook(way, parcel, means))
        case "file":
            return await _as_file(parcel, means, outbox)


async def _by_mail(way: Way, parcel: Parcel, means: Means) -> str:
    smtp, (recipient,) = means.channels.smtp, way.recipients
    if smtp is None:
        raise NotNow("smtp", "is not in channels.toml")
    mail = compose(parcel, recipient, way.address, smtp.sender, Words(means))
    return await send_mail(smtp, mail, way.address)


async def _by_webhook(way: Way, parcel: Parcel, means: Means) -> str:
    words = Words(means)
    language = words.language(way.recipients[0])
    return await post(means.channels.webhooks[way.address], parcel, language, words)


async def _as_file(parcel: Parcel, means: Means, outbox: FileOutbox) -> str:
    try:
        path = await asyncio.to_thread(outbox.write, parcel, Words(means).letter(parcel))
    except OSError as trouble:
        raise NotNow("outbox", trouble.strerror or type(trouble).__name__) from None
    return path.name

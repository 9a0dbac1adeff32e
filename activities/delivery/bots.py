"""Notices by webhook: plain JSON, or the shape of a WeCom group bot (企业微信群机器人).

A repeat of a notice carries the same `webhook-id`, so that a receiver can tell it.
"""

import asyncio
import json
import logging
import time
from typing import Any

import httpx

from activities.delivery.bot_answers import judged
from activities.delivery.channels import Webhook, is_loopback, secret, trust
from activities.delivery.errors import NeverArrives, NotNow
from activities.delivery.means import Parcel
from activities.delivery.signing import signature
from activities.delivery.words import Language, Words

# httpx would write whole addresses into the log, and a robot's key is part of its address.
logging.getLogger("httpx").setLevel(logging.WARNING)


def content(webhook: Webhook, parcel: Parcel, language: Language, words: Words) -> bytes:
    """Return what is posted, the same at every attempt."""
    text = words.bot(parcel, language)
    if webhook.shape == "wecom":
        return _json({"msgtype": "markdown", "markdown": {"content": text}})
    notice = parcel.notice
    return _json(
        {
            "id": parcel.key,
            "matter": parcel.matter,
            "purpose": notice.purpose,
            "to": {"role": notice.to_role, "organ": notice.to_organ},
            "subject": words.subject(parcel, language),
            "body": notice.body_zh if language == "zh" else notice.body_en,
            "text": text,
            "language": language,
            "sent_at": parcel.sent_at.isoformat(),
        }
    )


def _json(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def headers(webhook: Webhook, parcel: Parcel, body: bytes, moment: int) -> dict[str, str]:
    """Return the headers of a post at a moment (seconds since 1970), signed if there is a key."""
    named = {
        "content-type": "application/json; charset=utf-8",
        "user-agent": "zhengming",
        "webhook-id": parcel.key,
        "webhook-timestamp": str(moment),
    }
    if webhook.secret_file:
        key = secret(webhook.secret_file)
        try:
            named["webhook-signature"] = signature(key, parcel.key, moment, body)
        except ValueError:
            raise NotNow("secret_file", "is not base64 after whsec_") from None
    return named


async def post(webhook: Webhook, parcel: Parcel, language: Language, words: Words) -> str:
    """Post a notice and return the answer; raises `NeverArrives`, `NotNow`."""
    body = content(webhook, parcel, language, words)
    # A receiver compares the moment with its own clock; a rehearsal's clock is elsewhere.
    named = headers(webhook, parcel, body, int(time.time()))
    try:
        async with asyncio.timeout(webhook.timeout), _client(webhook) as client:
            answer = await client.post(webhook.address, content=body, headers=named)
    except TimeoutError:
        raise NotNow("timeout") from None
    except httpx.InvalidURL:
        raise NeverArrives("url", "not an address that can be posted to") from None
    except (httpx.HTTPError, OSError) as trouble:
        raise NotNow(type(trouble).__name__) from None
    return judged(webhook.shape, answer)


def _client(webhook: Webhook) -> httpx.AsyncClient:
    """Return a client that follows no redirect, and asks no proxy for this very machine."""
    here = is_loopback(httpx.URL(webhook.address).host)
    return httpx.AsyncClient(
        verify=trust(webhook.ca_file),
        timeout=webhook.timeout,
        follow_redirects=False,
        trust_env=not here,
    )

"""What notices look like: sample ones, in the words and with the headers of an office."""

import json
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP

from activities.delivery.bots import content, headers
from activities.delivery.channels import Webhook
from activities.delivery.mail import compose
from activities.delivery.means import Means, Parcel
from activities.delivery.outbox import file_name
from activities.delivery.recipients import Recipient
from activities.delivery.words import Language, Words
from activities.directory import Directory
from workflows.domain.roles import Role
from workflows.domain.text import Text
from workflows.messages.records import NoticeRecord

SAMPLE_SENDER = "zhengming@office.example"
SAMPLE_OFFICER, SAMPLE_ABSENT = "li", "wu"
WHAT: dict[str, tuple[Text, Text]] = {
    "stage": (
        Text("评估", "Evaluation"),
        Text(
            "已进入“评估”。请提出澄清意见，期限 2026-12-20。",
            "is in “Evaluation”. Please give an opinion, due 2026-12-20.",
        ),
    ),
    "reminder": (
        Text("评估期限", "evaluation"),
        Text("提醒：评估期限于 2026-12-20 到期。", "Reminder: evaluation due 2026-12-20."),
    ),
    "overdue": (
        Text("评估期限", "evaluation"),
        Text("逾期：评估期限应于 2026-12-20 完成。", "Overdue: evaluation was due 2026-12-20."),
    ),
    "escalation": (
        Text("评估期限", "evaluation"),
        Text(
            "逾期催办：评估期限应于 2026-12-20 完成。", "Escalated: evaluation was due 2026-12-20."
        ),
    ),
    "information": (
        Text("情况通报", "information"),
        Text("已收到书面申请并登记。", "The application was received and registered."),
    ),
}
"""Subject and body of a sample, by purpose."""


def sample(purpose: str, matter: str, sent_at: datetime, seq: int = 7) -> Parcel:
    """Return a notice of a purpose that no matter has sent."""
    subject, body = WHAT[purpose]
    notice = NoticeRecord(
        seq=seq,
        index=0,
        to_role=Role.UNDERTAKING_DEPARTMENT,
        to_organ="DW",
        purpose=purpose,
        subject_zh=f"{matter} {subject.zh}",
        subject_en=f"{matter} {subject.en}",
        body_zh=f"{matter} {body.zh}",
        body_en=f"{matter} {body.en}",
    )
    return Parcel(matter, notice, sent_at)


def staged(means: Means, language: Language) -> Means:
    """Return the means of an office with sample people who read a language; its words stay."""
    officer = {"organ": "DW", "roles": [Role.UNDERTAKING_DEPARTMENT], "language": language}
    people = {
        SAMPLE_OFFICER: {**officer, "name": "李某某"},
        SAMPLE_ABSENT: {**officer, "name": "吴某某"},
    }
    directory = Directory.model_validate({"officers": people})
    return replace(means, directory=directory)


def mail_shown(parcel: Parcel, means: Means) -> str:
    """Return a mail with its headers, both as its reader sees them."""
    sender = means.channels.smtp.sender if means.channels.smtp else SAMPLE_SENDER
    deputy = Recipient(SAMPLE_OFFICER, (SAMPLE_ABSENT,))
    mail = compose(parcel, deputy, f"{SAMPLE_OFFICER}@office.example", sender, Words(means))
    return readable(mail)


def readable(mail: EmailMessage) -> str:
    """Return a mail as text, nothing encoded."""
    lines = [f"{name}: {value}" for name, value in mail.items()]
    text = mail.get_content().replace(SMTP.linesep, "\n")
    return "\n".join([*lines, "", text])


def post_shown(parcel: Parcel, means: Means, language: Language) -> str:
    """Return a post with its headers, as the first webhook of the office would get it."""
    webhook = next(
        iter(means.channels.webhooks.values()), Webhook(url="https://bot.office.example/")
    )
    body = content(webhook, parcel, language, Words(means))
    named = headers(webhook, parcel, body, int(parcel.sent_at.timestamp()))
    lines = [f"POST {webhook.url}", *(f"{name}: {value}" for name, value in named.items())]
    return "\n".join([*lines, "", json.dumps(json.loads(body), ensure_ascii=False, indent=2)])


def file_shown(parcel: Parcel, means: Means) -> str:
    """Return a file of the outbox with its name."""
    return f"{file_name(parcel)}\n\n{Words(means).letter(parcel)}"

"""The kinds of documents that are made here: their full names, and what each needs to be told."""

from dataclasses import dataclass

from workflows.domain.text import Text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document: its full name, and the keys of `content` that its template prints."""

    name: Text
    needs: tuple[str, ...]


FINDING = ("subject", "addressee", "points", "verified_on")

KINDS: dict[str, Kind] = {
    "clarification_letter": Kind(
        Text("失实检举控告予以澄清的函", "letter clarifying an untrue accusation"),
        (*FINDING, "methods"),
    ),
    "commission_letter": Kind(
        Text("委托当面澄清的函", "letter commissioning a clarification in person"),
        FINDING,
    ),
    "meeting_notice": Kind(
        Text("澄清会议通知", "notice of a clarification meeting"),
        ("addressee", "meeting"),
    ),
    "minutes": Kind(
        Text("澄清会议纪要", "minutes of a clarification meeting"),
        ("subject", "points", "verified_on", "meeting"),
    ),
    "circular": Kind(
        Text("澄清情况的通报", "circular that clarifies"),
        FINDING,
    ),
    "press_notice": Kind(
        Text("媒体澄清稿", "clarification for the media"),
        ("subject", "points", "verified_on"),
    ),
    "reply": Kind(
        Text("对申请人的书面答复", "reasoned reply to the applicant"),
        ("subject", "addressee", "reply_outcome", "reasons"),
    ),
    "prior_notice": Kind(
        Text("事前通报（听取意见）函", "prior notice that hears an opinion"),
        (*FINDING, "methods"),
    ),
    "post_notice": Kind(
        Text("事后通报函", "notice after clarification"),
        (*FINDING, "methods"),
    ),
}

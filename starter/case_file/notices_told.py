"""The notices of a matter with what came of each, from the rows of the record store."""

from collections import defaultdict
from typing import Any

from starter.case_file.model import Delivery, Notice
from starter.case_file.people import People
from starter.case_file.words import of_organ
from starter.labels import CHANNELS, PURPOSES, ROLES, called, delivered_as, shanghai_time
from workflows.domain.text import Text

Row = dict[str, Any]


def notices_told(
    rows: list[Row], deliveries: list[Row], people: People
) -> dict[int, tuple[Notice, ...]]:
    """Return the notices by the event that caused them, in order."""
    ways: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in sorted(deliveries, key=lambda row: (row["recipient"], row["channel"])):
        ways[row["seq"], row["index"]].append(row)
    told: dict[int, tuple[Notice, ...]] = defaultdict(tuple)
    for row in sorted(rows, key=lambda row: (row["seq"], row["index"])):
        told[row["seq"]] += (_notice(row, ways[row["seq"], row["index"]], people),)
    return told


def _notice(row: Row, ways: list[Row], people: People) -> Notice:
    return Notice(
        seq=row["seq"],
        index=row["index"],
        purpose=row["purpose"],
        to_role=row["to_role"],
        to_organ=row["to_organ"],
        purpose_label=called(PURPOSES, row["purpose"]),
        to=of_organ(called(ROLES, row["to_role"]), row["to_organ"]),
        body=Text(row["body_zh"], row["body_en"]),
        state=row["state"],
        state_label=delivered_as(row["state"], [way["channel"] for way in ways]),
        attempts=row["attempts"],
        answer=row["answer"],
        at=shanghai_time(row["updated_at"]),
        deliveries=tuple(_delivery(way, people) for way in ways),
    )


def _delivery(row: Row, people: People) -> Delivery:
    return Delivery(
        recipient=row["recipient"],
        name=people.name(row["recipient"]),
        channel=row["channel"],
        channel_label=called(CHANNELS, row["channel"]),
        state=row["state"],
        state_label=delivered_as(row["state"], [row["channel"]]),
        attempts=row["attempts"],
        # What the other side said may repeat an address, and an address is often a name.
        answer=row["answer"] if people.names else "",
        at=shanghai_time(row["updated_at"]),
    )

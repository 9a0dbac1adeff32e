"""What facts say beside their commands: names from the pack, and what the matter knows."""

from collections.abc import Mapping
from typing import Any

from workflows.domain.follow_up import commands as c
from workflows.domain.follow_up.checks_of_care import pointed_out
from workflows.domain.follow_up.correcting import (
    brings_back,
    hindrance,
    item_label,
    told_again,
)
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.linked import AppealConcluded
from workflows.domain.numbers import child_number

Added = Mapping[str, Any]


def measure_named(matter: FollowUp, command: c.ConfirmMeasure) -> Added:
    """Name the measure."""
    return {"label": matter.rules.measures[command.measure].label}


def archive_named(matter: FollowUp, command: c.EnterArchive) -> Added:
    """Name the file."""
    return {"label": matter.rules.archives[command.archive].label}


def visit_named(matter: FollowUp, command: c.RecordRevisit) -> Added:
    """Name form and grade, and say what is against good practice."""
    rules = matter.rules.revisits
    return {
        "form_label": rules.forms[command.form].label,
        "grade_label": rules.grades[command.grade].label,
        "pointed_out": pointed_out(matter, command),
    }


def item_named(matter: FollowUp, command: c.Reverse) -> Added:
    """Name the item."""
    return {"label": item_label(matter, command.item)}


def letter_numbered(matter: FollowUp, command: c.FileAppeal) -> Added:
    """Give the appeal its number; a letter that came before keeps the one it has."""
    same = [one for one in matter.appeals if one.letter.reference == command.reference]
    if same:
        return {"appeal": same[0].number, "known": True}
    serial = len(matter.appeals) + 1
    return {"appeal": child_number(matter.number, "A", serial), "known": False}


def conclusion_judged(matter: FollowUp, command: AppealConcluded) -> Added:
    """Leave out measures that a conclusion does not set, and say what hinders the others."""
    if command.outcome != "CHANGED":
        return {"measures": (), "hindrance": ""}
    if matter.revoked or told_again(matter, command):
        return {"hindrance": ""}
    if brings_back(matter, command.appeal, command.measures):
        return {"hindrance": "AGGRAVATES"}
    hindered = hindrance(matter, command.measures) if command.measures else "UNCLEAR"
    return {"hindrance": hindered}

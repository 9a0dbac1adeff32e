"""What a correction ends, what it puts in its place, and what must be reversed (3.16)."""

from collections.abc import Sequence
from datetime import date

from workflows.domain.appeal.measures import is_heavier
from workflows.domain.follow_up import archives
from workflows.domain.follow_up.impact import following_from, reckoned
from workflows.domain.follow_up.on_file import CorrectionOnFile, MeasureOnFile, ReversalItem
from workflows.domain.follow_up.particulars_of_correction import CorrectionKind
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.lifecycle import Rejected
from workflows.domain.subjects import Measure
from workflows.domain.text import Text

ITEM_LABELS: dict[str, Text] = {
    "measure": Text("撤销或者变更措施", "measure withdrawn or changed"),
    "restrictions": Text("解除或者变更限制", "restrictions lifted or changed"),
    "archive": Text("更正档案", "entry corrected in the file"),
    "notices": Text("通知本人和所在单位", "subject and unit told"),
    "reputation": Text("恢复名誉（提出澄清）", "reputation restored (clarification offered)"),
}


def item_label(matter: FollowUp, key: str) -> Text:
    """Return what an item of a correction is, by its key."""
    kind, _, code = key.partition("/")
    words = ITEM_LABELS[kind]
    if not code:
        return words
    named = matter.rules.measures if kind == "measure" else matter.rules.archives
    label = named[code].label
    return Text(f"{words.zh}：{label.zh}", f"{words.en}: {label.en}")


def ends(matter: FollowUp, left: Sequence[Measure]) -> tuple[MeasureOnFile, ...]:
    """Return the measures that do not stand any more if only `left` is."""
    return tuple(each for each in matter.standing_measures if not _kept(each, left))


def begins(matter: FollowUp, left: Sequence[Measure]) -> tuple[Measure, ...]:
    """Return the measures of `left` that did not stand before."""
    return tuple(
        one for one in left if not any(_kept(each, (one,)) for each in matter.standing_measures)
    )


def _kept(each: MeasureOnFile, left: Sequence[Measure]) -> bool:
    """Say whether a measure is among those that are left; a day that is not given is its own."""
    was = each.measure
    return any(
        (one.code, one.months) == (was.code, was.months)
        and one.effective_on in (None, was.effective_on)
        for one in left
    )


def changes_anything(matter: FollowUp, left: Sequence[Measure]) -> bool:
    """Say whether anything would be otherwise if only `left` stood."""
    return bool(ends(matter, left) or begins(matter, left))


def hindrance(matter: FollowUp, left: Sequence[Measure]) -> str:
    """Return why measures cannot be left like this: AGGRAVATES, UNCLEAR, or nothing."""
    if any(one.code not in matter.rules.measures for one in left):
        return "UNCLEAR"
    standing = tuple(each.measure for each in matter.standing_measures)
    if is_heavier(matter.rules, standing, left):
        return "AGGRAVATES"
    try:
        following_from(matter, tuple(MeasureOnFile(measure=one) for one in left))
    except Rejected:
        return "UNCLEAR"
    return ""


def corrected(
    matter: FollowUp,
    kind: CorrectionKind,
    left: Sequence[Measure],
    origin: str,
    decided_on: date,
) -> FollowUp:
    """Return the matter with only `left` standing, and everything else to be reversed."""
    serial, ended = len(matter.corrections) + 1, ends(matter, left)
    correction = CorrectionOnFile(
        serial=serial,
        kind=kind,
        origin=origin,
        decided_on=decided_on,
        items=tuple(ReversalItem(key=key) for key in _keys(matter, ended)),
        replaced=matter.standing_measures,
    )
    old = (each.but(ended_by=serial) if each in ended else each for each in matter.measures)
    new = (MeasureOnFile(measure=one) for one in begins(matter, left))
    return reckoned(
        matter.but(
            measures=(*old, *new), corrections=(*matter.corrections, correction), ending=None
        )
    )


def _keys(matter: FollowUp, ended: Sequence[MeasureOnFile]) -> tuple[str, ...]:
    return (
        *(f"measure/{each.measure.code}" for each in ended),
        *(("restrictions",) if ended else ()),
        *(f"archive/{code}" for code in archives.standing(matter)),
        "notices",
        "reputation",
    )

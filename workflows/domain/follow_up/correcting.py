"""What a correction ends, what it puts in its place, and what must be reversed (3.16)."""

from collections.abc import Sequence
from datetime import date

from workflows.domain.appeal.measures import is_heavier
from workflows.domain.consequences.comparing import bars_more
from workflows.domain.follow_up import archives
from workflows.domain.follow_up.facts_of_correction import AppealAnswered
from workflows.domain.follow_up.impact import following_from, reckoned
from workflows.domain.follow_up.on_file import CorrectionOnFile, MeasureOnFile, ReversalItem
from workflows.domain.follow_up.particulars_of_correction import CorrectionKind
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.lifecycle import Rejected
from workflows.domain.linked import AppealConcluded
from workflows.domain.procedure.shared import DocumentRef
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
    try:
        return "AGGRAVATES" if aggravates(matter, left) else ""
    except Rejected:
        return "UNCLEAR"


def aggravates(matter: FollowUp, left: Sequence[Measure]) -> bool:
    """Say whether measures weigh or bar more than those that stand; raises `Rejected`."""
    standing = tuple(each.measure for each in matter.standing_measures)
    follows = following_from(matter, tuple(MeasureOnFile(measure=one) for one in left))
    heavier = is_heavier(matter.rules, standing, left)
    return heavier or bars_more(matter.consequences, follows)


def told_again(matter: FollowUp, answer: AppealConcluded | AppealAnswered) -> bool:
    """Say whether a conclusion is on file already, and only told once more as final."""
    left = answer.measures if answer.outcome == "CHANGED" else ()
    return any(
        one.number == answer.appeal and one.repeats(answer.outcome, left, answer.concluded_on)
        for one in matter.appeals
    )


def brings_back(matter: FollowUp, number: str, left: Sequence[Measure]) -> bool:
    """Say whether an appeal sets anew what was corrected after it began to judge."""
    known = next((one.corrections_known for one in matter.appeals if one.number == number), 0)
    return len(matter.corrections) > known and bool(begins(matter, left))


def corrected(
    matter: FollowUp,
    kind: CorrectionKind,
    left: Sequence[Measure],
    origin: str,
    decided_on: date,
    document: DocumentRef | None = None,
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
        document=document,
    )
    old = (each.but(ended_by=serial) if each in ended else each for each in matter.measures)
    new = (MeasureOnFile(measure=one) for one in begins(matter, left))
    changed = matter.but(
        measures=(*old, *new), corrections=(*matter.corrections, correction), ending=None
    )
    return _windows_anew(reckoned(_decided_anew(_without_moot(changed))))


def without_return(matter: FollowUp) -> FollowUp:
    """Return the matter with every step towards normal use to be taken again."""
    return matter.but(declined=None, evaluation=None, feedback=None, opinions=(), collective=None)


def _decided_anew(matter: FollowUp) -> FollowUp:
    """Return the matter as its new impact period finds it; an appointment that was made stays."""
    if matter.revoked or matter.reinstated_on is not None:
        return matter.but(declined=None)
    return without_return(matter)


def _without_moot(matter: FollowUp) -> FollowUp:
    """Return the matter without appeals that wait for the service of a revoked decision."""
    if not matter.revoked:
        return matter
    appeals = (one if one.opened else one.but(moot=True) for one in matter.appeals)
    return matter.but(appeals=tuple(appeals))


def _windows_anew(matter: FollowUp) -> FollowUp:
    """Return the matter with the windows for appeals open again: they follow the new notice."""
    over = (key for key in matter.periods_over if not key.startswith("appeal_window/"))
    return matter.but(periods_over=tuple(over))


def _keys(matter: FollowUp, ended: Sequence[MeasureOnFile]) -> tuple[str, ...]:
    return (
        *(f"measure/{each.measure.code}" for each in ended),
        *(("restrictions",) if ended else ()),
        *(f"archive/{code}" for code in archives.standing(matter)),
        "notices",
        "reputation",
    )

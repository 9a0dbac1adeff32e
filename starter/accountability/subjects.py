"""The subjects of a case as their follow-ups have them, as far as the reader may see those."""

from collections.abc import Iterable, Iterator

from starter.case_file.journal import Journal, read_journal
from starter.case_file.model import Sheet
from starter.case_file.words import enumerated, same, spaced
from starter.labels import FOLLOW_UP
from starter.reading import Reader
from starter.rights import Viewer, right_to
from workflows.domain.accountability_rules.codes import RESTRICTION_LABELS
from workflows.domain.consequences.values import Restriction
from workflows.domain.follow_up.facts_of_execution import OUTCOME_LABELS
from workflows.domain.follow_up.state import FollowUp
from workflows.domain.text import Text
from workflows.messages.records import MatterView

CAPTION = Text("对象", "Subjects")
HEADS = (
    Text("后续", "Follow-up"),
    Text("处理", "Measures"),
    Text("阶段", "Stage"),
    Text("影响期至", "Impact period through"),
    Text("不得", "Barred from"),
    Text("下一项", "Next"),
)
NOTHING, NEVER = Text("—", "—"), Text("无期限", "for good")


def sheet(journal: Journal, reader: Reader, viewer: Viewer) -> Sheet | None:
    """Return a row for each follow-up that was opened; None before the decision."""
    numbers = dict.fromkeys((*journal.view.related, *reader.naming(journal.number)))
    rows = tuple(_rows(numbers, reader, viewer))
    return Sheet(caption=CAPTION, heads=HEADS, rows=rows) if rows else None


def _rows(numbers: Iterable[str], reader: Reader, viewer: Viewer) -> Iterator[tuple[Text, ...]]:
    for number in numbers:
        view = reader.matter(number)
        if view is None or view["kind"] != FOLLOW_UP:
            continue
        if right_to(viewer, view).matter:
            yield _row(read_journal(reader, number))
        else:
            yield same(number), *[NOTHING] * (len(HEADS) - 1)


def _row(followed: Journal) -> tuple[Text, ...]:
    state, view = followed.state, followed.view
    last = state.consequences.last_day
    stage = Text(view.stage_zh, view.stage_en)
    return (
        same(followed.number),
        _measures(state),
        stage,
        same(last) if last else NEVER if state.consequences.permanent else NOTHING,
        _restrictions(state.consequences.restrictions),
        _next(view),
    )


def _measures(state: FollowUp) -> Text:
    standing = [state.rules.measures[each.measure.code] for each in state.standing_measures]
    if not standing:
        return OUTCOME_LABELS[state.outcome]
    return enumerated(Text(each.zh, each.en) for each in standing)


def _restrictions(found: Iterable[Restriction]) -> Text:
    """Return each thing the subject is barred from once, with the day that binds."""
    longest: dict[str, Restriction] = {}
    for each in found:
        known = longest.get(each.kind)
        if known is None or _later(each, known):
            longest[each.kind] = each
    barred = [_barred(each) for each in longest.values()] or [NOTHING]
    return Text("；".join(each.zh for each in barred), "; ".join(each.en for each in barred))


def _later(one: Restriction, other: Restriction) -> bool:
    if other.first_eligible is None:
        return False
    return one.first_eligible is None or one.first_eligible > other.first_eligible


def _barred(each: Restriction) -> Text:
    label, first = RESTRICTION_LABELS[each.kind], each.first_eligible
    if first is None:
        return Text(f"{label.zh}（无期限）", f"{label.en} (for good)")
    return Text(f"{label.zh}（{first} 起可以）", f"{label.en} (may from {first})")


def _next(view: MatterView) -> Text:
    if not view.work_items:
        return NOTHING
    first = view.work_items[0]
    return spaced(same(first.due) if first.due else None, Text(first.text_zh, first.text_en))

"""What a matter is and where it stands, as the head of its case file says it."""

from typing import Any

from starter.case_file.journal import Journal
from starter.case_file.model import Detail, Item
from starter.case_file.people import People
from starter.case_file.words import detail, enumerated, of_organ, optional, same, shown, spaced
from starter.labels import ROLES, TAGS, called, shanghai_time
from workflows.domain.lifecycle import LINKED, Actor
from workflows.domain.text import Text
from workflows.messages.records import MatterView

CLOSED = Text("办理完毕，已归档", "everything is done, the file is closed")
UNDER_WAY = Text("在办", "under way")
NOTHING = Text("没有在走的期限", "no term runs")
SUSPENDED = Text("中止，届满日未定", "suspended, no due date")


def about(journal: Journal, people: People) -> tuple[Detail, ...]:
    """Return whom and what the matter is about, when and by whom it was opened, its rules."""
    first, pack = journal.steps[0].event, journal.state.pack
    opener = of_organ(_opener(first.actor), first.actor.organ)
    return (
        *shown(journal.teller.about(journal.state, people.organ), people.names),
        detail("立项", "opened", spaced(same(shanghai_time(journal.rows[0]["at"])), opener)),
        detail("规则包", "rules", spaced(same(pack.label), Text(pack.title_zh, pack.title_en))),
        detail("规则出处", "source of the rules", pack.source),
        detail("规则包哈希", "hash of the rules", pack.hash),
    )


def _opener(actor: Actor) -> Text:
    """Return who opened a matter: an officer by id, or another matter."""
    return called(ROLES, LINKED.roles[0].value) if actor == LINKED else same(actor.officer)


def standing(journal: Journal) -> tuple[Detail, ...]:
    """Return the stage, what is due next, and what is to be noticed."""
    view = journal.view
    tags = enumerated(called(TAGS, tag) for tag in view.tags) if view.tags else None
    newest = journal.steps[-1].event
    return (
        detail("阶段", "stage", Text(view.stage_zh, view.stage_en)),
        detail("进程", "way", _way(journal)),
        detail("状态", "state", CLOSED if view.closed else UNDER_WAY),
        detail("下一个期限", "next due", _next_due(view)),
        *optional("标记", "tags", tags),
        detail("最近一步", "newest step", spaced(_step(newest.seq), same(newest.effective_on))),
    )


def _way(journal: Journal) -> Text:
    """Return the stages of a smooth life by their names, the present one in brackets."""
    stands = journal.decider.standing(journal.state)
    track = stands.track if stands.shown in stands.track else (*stands.track, stands.shown)
    names = [_named(stage, here=stage == stands.shown) for stage in track]
    return Text(" → ".join(n.zh for n in names), " → ".join(n.en for n in names))


def _named(shown: str, *, here: bool) -> Text:
    """Return a stage as lists show it, `40 Evaluation 评估`, in each language by itself."""
    number, _, both = shown.partition(" ")
    en, _, zh = both.rpartition(" ")
    name = Text(f"{number} {zh}", f"{number} {en}")
    return Text(f"【{name.zh}】", f"[{name.en}]") if here else name


def _step(seq: int) -> Text:
    return Text(f"第 {seq} 步", f"step {seq}")


def _next_due(view: MatterView) -> Text:
    running = [term for term in view.terms if term.ended_on is None and not term.period]
    if not running:
        return NOTHING
    awaited = {item.term for item in view.work_items}
    first = min(running, key=lambda each: (each.due is None, each.due or each.anchor, each.key))
    term = next((each for each in running if each.due == first.due and each.key in awaited), first)
    return spaced(same(term.due) if term.due else SUSPENDED, Text(term.label_zh, term.label_en))


def awaited(view: MatterView) -> tuple[Item, ...]:
    """Return who must do what by when."""
    return tuple(
        Item(
            who=of_organ(called(ROLES, item.role), item.organ),
            text=Text(item.text_zh, item.text_en),
            due=item.due.isoformat() if item.due else None,
        )
        for item in view.work_items
    )


def heading(journal: Journal) -> Text:
    """Return the title of the file: its number and kind."""
    kind: Any = journal.decider.label
    return spaced(same(journal.number), kind)

"""Twelve questions that a supervisor has about any matter, and where on the pages he looks.

`look` reads an answer off the pages, as short as the place it stands in; `expected` are the words
that must be in it, according to the record store.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starter.labels import DELIVERIES, DOCUMENTS, KINDS, PURPOSES, ROLES
from starter.reading import Reader
from tests.ui.journal import lived
from workflows.domain import terms
from workflows.domain.clarification.decider import CLARIFICATION


@dataclass(frozen=True)
class Pages:
    """What stands on the pages of one matter, as text."""

    front: dict[str, str]
    """Its row of the front page, by heads."""
    listed: dict[str, str]
    """Its row of the list, by heads."""
    latest_step: str
    """The first line of the steps on its status page."""
    track: str
    """The line of stages on its status page."""
    head: str
    """The head of its case file."""
    basis: str
    """On what the last step of its case file rests."""
    steps: list[str]
    """What happened, step by step, in its case file."""
    term: str
    """The first term that its case file explains: one that runs."""
    papers: list[dict[str, str]]
    """The documents of its case file, by heads."""
    notices: list[dict[str, str]]
    """The notices of its case file, by heads."""
    proof: str
    """The hashes of its case file."""
    file_address: str
    """Where its case file was found, from the front page."""


@dataclass(frozen=True)
class Question:
    zh: str
    en: str
    look: Callable[[Pages], str]
    expected: Callable[[Reader, str], Sequence[str]]


def view(records: Reader, number: str) -> dict[str, str]:
    found = records.matter(number)
    assert found is not None
    return found


def next_term(records: Reader, number: str) -> dict[str, str]:
    """Return the running term that is due first."""
    running = [row for row in records.terms(number) if row["ended_on"] is None]
    return min(running, key=lambda row: row["due"])


def last_step(records: Reader, number: str) -> dict[str, str]:
    """Return the last thing that an officer did."""
    nobody = ({"calendar"}, {"registry"})
    return [row for row in records.events(number) if set(row["actor"]["roles"]) not in nobody][-1]


def _what(records: Reader, number: str) -> list[str]:
    return [number, KINDS[view(records, number)["kind"]].zh]


def _acted(records: Reader, number: str) -> list[str]:
    last = last_step(records, number)
    return [last["text_zh"], last["actor"]["officer"], last["effective_on"]]


def _ground(records: Reader, number: str) -> list[str]:
    """Return the rule, and its source in the pack that the matter carries."""
    rules = lived(records, number).state.pack.clarification
    assert rules is not None
    return ["2.6", rules.methods["WRITTEN"].source]


def _sent(records: Reader, number: str) -> list[str]:
    papers = [f"{DOCUMENTS[row['kind']].zh} {row['number']}" for row in records.documents(number)]
    return papers + [
        f"{row['seq']}/{row['index']} {PURPOSES[row['purpose']].zh}"
        for row in records.notices(number)
    ]


def _delivered(records: Reader, number: str) -> list[str]:
    ways = [(way["seq"], way["index"], way["channel"]) for way in records.deliveries(number)]
    assert {channel for _, _, channel in ways} == {"file"}, "a rehearsal mails nobody"
    return [
        f"{row['seq']}/{row['index']} "
        + ("已写成文件，待转交" if row["state"] == "sent" else DELIVERIES[row["state"]].zh)
        for row in records.notices(number)
    ]


def _objected(records: Reader, number: str) -> list[str]:
    kinds = ("objection_recorded", "opinion_heard")
    return [row["text_zh"] for row in records.events(number) if row["kind"] in kinds]


def _counted(records: Reader, number: str) -> list[str]:
    row = next_term(records, number)
    return [row["label_zh"], row["due"], terms.from_plain(row["term"]).summary().zh]


def _next(records: Reader, number: str) -> list[str]:
    standing = CLARIFICATION.standing(lived(records, number).state)
    after = standing.track[standing.track.index(standing.shown) + 1]
    return [standing.work_items[0].text.zh, after]


def _papers_and_notices(pages: Pages) -> str:
    papers = [f"{row['文书']} {row['文号']}" for row in pages.papers]
    notices = [f"{row['编号']} {row['种类']} {row['收件人']}" for row in pages.notices]
    return "；".join(papers + notices)


def _deliveries(pages: Pages) -> str:
    return "；".join(f"{row['编号']} {' '.join(row['结果'].split())}" for row in pages.notices)


def _objections(pages: Pages) -> str:
    return "；".join(step for step in pages.steps if "异议" in step or "听取意见" in step)


QUESTIONS = (
    Question("这是什么事项？", "What is this matter?", lambda p: p.head, _what),
    Question(
        "走到哪个阶段？",
        "Which stage has it reached?",
        lambda p: f"{p.listed['Stage']}；{p.front['环节']}",
        lambda r, n: [view(r, n)["stage"], view(r, n)["stage_zh"]],
    ),
    Question(
        "下一个期限是哪天？",
        "When is the next term due?",
        lambda p: p.front["到期"],
        lambda r, n: [next_term(r, n)["due"]],
    ),
    Question(
        "在等谁？",
        "Who is awaited?",
        lambda p: p.front["待办人"],
        lambda r, n: [ROLES[r.work_items(n)[0]["role"]].zh, r.work_items(n)[0]["organ"]],
    ),
    Question(
        "最后是谁办的，办了什么？",
        "Who acted last, and did what?",
        lambda p: p.latest_step,
        _acted,
    ),
    Question("凭什么这样办？", "On what ground?", lambda p: p.basis, _ground),
    Question("发出过什么？", "What was sent?", _papers_and_notices, _sent),
    Question("送达了没有？", "Was it delivered?", _deliveries, _delivered),
    Question(
        "本人有没有异议，有没有申诉？",
        "Was there an objection or an appeal?",
        _objections,
        _objected,
    ),
    Question("为什么是这一天到期？", "Why is it due on that day?", lambda p: p.term, _counted),
    Question(
        "接下来是什么？",
        "What comes next?",
        lambda p: f"{p.front['等待办理']}；{p.track.partition('】')[2]}",
        _next,
    ),
    Question(
        "案卷在哪里？",
        "Where is the file?",
        lambda p: f"{p.file_address}\n{p.proof}",
        lambda r, n: [f"/matters/{n}", view(r, n)["hash"]],
    ),
)

"""Checks the documents made here: each file, each hash, each number, against the journals.

A file must open, be what the journal recorded, and come out of journal and template again, byte by
byte; the numbers of a series must run from 1 to its last without gap, repeat or stranger.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple
from hashlib import sha256

from activities.documents import Seal
from activities.store import RecordStore
from activities.store.chain import Finding
from activities.store.papers import PaperKey, Series, StoredPaper
from starter.failure import CommandFailed
from starter.hindrance import Hindrance
from starter.papers import Making, made_again, makings_of
from workflows.domain.paper_facts import DocumentMade
from workflows.domain.text import Text

NOT_ENTERED = Text("{number} 不在文书登记中", "{number} is not in the register of documents")
OTHERWISE = Text(
    "{number} 在文书登记中写作另一内容：{column}", "the register has {number} otherwise: {column}"
)
NO_FILE = Text(
    "{number} 的密封文件丢失（可由日志重新制作）",
    "the sealed file of {number} is gone (it can be made again from the journal)",
)
OTHER_FILE = Text(
    "{number} 的文件与日志所记的摘要不符", "the file of {number} is not what the journal recorded"
)
STRANGER = Text("{number} 不是日志所生的文书", "no journal asks for document {number}")
GAP = Text("{series} 缺少第 {serial} 号", "series {series} lacks number {serial}")
PAST_END = Text(
    "{series} 用到第 {serial} 号，登记的末号却是 {last}",
    "series {series} has number {serial}, but its last is {last}",
)
UNTOLD = Text("日志无法重述（{error}）", "the journal cannot be retold ({error})")


async def checked_papers(
    store: RecordStore, seal: Seal, number: str | None = None
) -> tuple[int, list[Finding]]:
    """Return how many documents there are, and all that is wrong: of one matter, or of all.

    The numbers of a series are checked with all matters only.
    """
    register, last = await store.register()  # first: whatever is in it, a journal asked for before
    findings: list[Finding] = []
    known: set[PaperKey] = set()
    for matter in [number] if number else await store.matters():
        try:
            makings = makings_of(await store.events(matter))
        except (ValueError, KeyError, TypeError) as error:
            findings.append(Finding(matter, 0, UNTOLD.format(error=type(error).__name__)))
            continue
        known |= {making.key for making in makings}
        for making in makings:
            findings += await _check(store, seal, making)
    ours = [paper for paper in register if number in (None, paper.key.matter)]
    findings += _strangers(ours, known)
    if number is None:
        findings += _series(register, last)
    return len(known), sorted(findings, key=lambda found: (found.matter, found.seq))


async def _check(store: RecordStore, seal: Seal, making: Making) -> list[Finding]:
    """Return what is wrong with one document; one that is being made has nothing to check yet."""
    made = making.made
    if made is None:
        return []
    problems: list[Text] = []
    paper = await store.paper(making.key)
    if paper is None:
        problems.append(NOT_ENTERED.format(number=made.number))
    else:
        problems += [*_entry(made, paper), *_file(seal, made, paper)]
    try:
        await made_again(store, making)
    except CommandFailed as failure:
        problems.append(failure.message)
    return [Finding(making.key.matter, making.key.seq, problem) for problem in problems]


def _entry(made: DocumentMade, paper: StoredPaper) -> Iterator[Text]:
    columns = ("number", "sha256", "template", "letterhead")
    wrong = [name for name in columns if getattr(paper, name) != getattr(made, name)]
    if wrong:
        yield OTHERWISE.format(number=made.number, column=", ".join(wrong))


def _file(seal: Seal, made: DocumentMade, paper: StoredPaper) -> Iterator[Text]:
    if paper.sealed is None:
        yield NO_FILE.format(number=made.number)
        return
    try:
        file = seal.open(paper.sealed, str(paper.key))
    except Hindrance as broken:
        yield broken.message
        return
    if sha256(file).hexdigest() != made.sha256:
        yield OTHER_FILE.format(number=made.number)


def _strangers(register: Sequence[StoredPaper], known: set[PaperKey]) -> Iterator[Finding]:
    for paper in register:
        if paper.key not in known:
            words = STRANGER.format(number=paper.number)
            yield Finding(paper.key.matter, paper.key.seq, words)


def _series(register: Sequence[StoredPaper], last: Mapping[Series, int]) -> Iterator[Finding]:
    used: dict[Series, set[int]] = defaultdict(set)
    for paper in register:
        used[paper.series].add(paper.serial)
    for series in sorted(used.keys() | last.keys(), key=astuple):
        name, end = f"{series.organ} {series.word} {series.year}", last.get(series, 0)
        serials = used[series]
        for serial in sorted(set(range(1, end + 1)) - serials):
            yield Finding("", 0, GAP.format(series=name, serial=serial))
        for serial in sorted(each for each in serials if each > end):
            yield Finding("", 0, PAST_END.format(series=name, serial=serial, last=end))

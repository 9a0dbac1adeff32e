"""Where to look after the demo: the pages of what has just happened."""

from dataclasses import dataclass

from temporalio.client import Client

from activities.store import RecordStore
from starter.language import say
from starter.links import case_page, matter_page
from starter.settings import Settings


@dataclass(frozen=True)
class Pages:
    """The pages of one matter, and the front page with all of them."""

    front: str
    details: str
    case_file: str
    letter: str

    def lines(self) -> list[str]:
        """Return each page on a line."""
        named = (
            (say("待办首页", "The front page    "), self.front),
            (say("一件现状", "A matter's details"), self.details),
            (say("案卷全文", "Its case file     "), self.case_file),
            (say("澄清函件", "Its letter        "), self.letter),
        )
        return [f"  {name}  {address}" for name, address in named]


async def pages_of(
    client: Client, store: RecordStore, settings: Settings, portal: str, number: str
) -> Pages:
    """Return the pages of a matter whose letter was made."""
    run = await client.get_workflow_handle(number).describe()
    letter = next(
        event.seq
        for event in await store.events(number)
        if event.fact.get("doc_kind") == "clarification_letter" and event.kind == "document_made"
    )
    case = case_page(settings.data, number)
    return Pages(
        front=f"{portal}/",
        details=matter_page(settings.data, number, run.run_id),
        case_file=case,
        letter=f"{case}/documents/{letter}",
    )

"""A document of a matter as its .docx file, for those who may read names; each read is noted."""

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import Response

from activities.store import RecordStore, open_store
from starter.failure import CommandFailed, Invalid
from starter.hindrance import Hindrance
from starter.papers import file_of, makings_of, named
from starter.portal.context import ask_store, note, plan_of, right_in
from starter.portal.trouble import NOT_FOUND, STORE_AWAY, trouble
from starter.sealing import KeyRingSeal
from workflows.domain.text import Text

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NO_RIGHT = Text(
    "您无权查看这份文书：需要该事项的查阅权和姓名权限。",
    "You may not read this document: it takes the right to the matter and to names.",
)


async def document_page(request: Request) -> Response:
    """Answer `GET /matters/{number}/documents/{seq}`; `seq` is the step that drafted or made it."""
    number, seq = request.path_params["number"], request.path_params["seq"]
    view = await ask_store(request, lambda reader: reader.matter(number))
    if view is None:
        return trouble(request, 404, NOT_FOUND)
    if not right_in(request, view).names:
        return trouble(request, 403, NO_RIGHT)
    try:
        file = await _opened(request, number, str(seq))
    except Invalid:
        return trouble(request, 404, NOT_FOUND)
    except (CommandFailed, Hindrance) as failure:
        return trouble(request, 409, failure.message)
    except SQLAlchemyError:
        return trouble(request, 503, STORE_AWAY)
    saved_as = f'attachment; filename="{number}-{seq}.docx"'
    return Response(file, media_type=DOCX, headers={"content-disposition": saved_as})


async def _opened(request: Request, number: str, name: str) -> bytes:
    plan = plan_of(request)
    store: RecordStore = open_store(plan.settings.database_url)
    try:
        making = named(makings_of(await store.events(number)), number, name)
        await note(request, number, f"document {name}")
        return await file_of(store, KeyRingSeal(plan.ring), making)
    finally:
        await store.close()

"""The case file of a matter as a page, `/matters/{number}`: as far as the viewer's right goes."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from activities.directory import Directory
from starter.case_file import CaseFile, Unreadable, build
from starter.case_file.page import TEMPLATE, values
from starter.failure import Invalid, NoSuchMatter
from starter.matter import Matter
from starter.officers import directory_of
from starter.portal.context import ask_store, note, page, plan_of, right_in, viewer_of
from starter.portal.trouble import trouble
from starter.reading import Reader
from starter.rights import Right
from workflows.domain.text import Text

NO_SUCH_MATTER = Text(
    "没有这个编号的事项：请核对编号，或从首页进入。",
    "There is no matter with this number: check it, or come from the front page.",
)
NO_RIGHT = Text(
    "您不能查阅这件事项：由承办或批准机关中未回避的人员查阅；需要查阅请与管理员联系。",
    "You may not read this matter: officers of its organs may who are not recused. Ask the"
    " administrator if you need to.",
)


class NotAllowed(Exception):
    """The viewer has no right to the matter."""


async def case_page(request: Request) -> Response:
    """Answer `GET /matters/{number}`; raises StoreError while the record store is away."""
    number = request.path_params["number"]
    directory = _directory(plan_of(request).settings.data)
    try:
        file = await ask_store(request, lambda reader: _file(request, reader, number, directory))
    except NoSuchMatter:
        return trouble(request, 404, NO_SUCH_MATTER)
    except NotAllowed:
        return trouble(request, 403, NO_RIGHT)
    except Unreadable as damaged:
        return trouble(request, 500, damaged.message)
    await note(request, number, "file")
    return page(request, TEMPLATE, **values(file) | _links(request, file))


def _file(request: Request, reader: Reader, number: str, directory: Directory | None) -> CaseFile:
    right = _right(request, reader, number)
    return build(reader, number, right, viewer=viewer_of(request), directory=directory)


def _right(request: Request, reader: Reader, number: str) -> Right:
    right = right_in(request, Matter(reader, number).view)
    if not right.matter:
        raise NotAllowed
    return right


def _links(request: Request, file: CaseFile) -> dict[str, Any]:
    """Return where else the matter is to be seen: its page in the UI, and its documents."""
    namespace, number = quote(plan_of(request).namespace, safe=""), quote(file.number, safe="")
    return {
        "ui": f"/namespaces/{namespace}/workflows/{number}",
        "papers_at": f"/matters/{number}/documents" if file.names else None,
    }


def _directory(data: Path) -> Directory | None:
    """Return the directory, which knows names of organs and officers; ids must do without one."""
    try:
        return directory_of(data)
    except Invalid:
        return None

"""What the portal says when it does not do what was asked: a page for people, JSON for programs."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from starter.portal.context import language_of, page
from workflows.domain.text import Text

READ_ONLY = Text(
    "这里只供查阅，不能办理任何事项：办理请用命令行 zhengming。",
    "This is for reading only: act on matters with the command line, zhengming.",
)
NOT_SIGNED_IN = Text("请先登录。", "Sign in first.")
ENTRANCE = Text("请从单位的登录入口进入。", "Come in through your office's own sign-in.")
ELSEWHERE = Text(
    "请求来自其他网页，已拒绝：请从本页面操作。",
    "Refused: another site's page sent this. Use the portal's own pages.",
)
NOT_LOCAL = Text(
    "未启用登录，只能在本机用 127.0.0.1 或 localhost 打开。",
    "Sign-in is off: open this as 127.0.0.1 or localhost, on this machine.",
)
UI_AWAY = Text(
    "Temporal 界面暂时没有响应：请稍后重试；案卷页和首页不受影响。",
    "The Temporal UI does not answer: try again later. Case files and the front page still do.",
)
STORE_AWAY = Text(
    "记录库暂时没有响应：请稍后重试。", "The record store does not answer: try again later."
)
DIRECTORY_DAMAGED = Text(
    "人员名录无法读取：请管理员检查 officers.toml。",
    "The officers' directory cannot be read: have the administrator check officers.toml.",
)
NOT_NOTED = Text(
    "查阅记录写不进去，因此不能显示：请管理员检查数据目录。",
    "The read log cannot be written, so nothing is shown: have the data directory checked.",
)
STOPPING = Text("服务正在停止：请稍后重试。", "The portal is being stopped: try again later.")
NOT_FOUND = Text("没有这一页：请核对地址。", "There is no such page: check the address.")
FAILED = Text("系统出错，未能显示：请告知管理员。", "Something failed: tell the administrator.")

_HEADINGS = {
    401: Text("请先登录", "Sign in"),
    404: Text("没有找到", "Not found"),
    405: Text("只供查阅", "For reading only"),
    502: Text("暂时没有响应", "No answer at the moment"),
    503: Text("暂时没有响应", "No answer at the moment"),
}
_REFUSED = Text("不能显示", "Refused")


def trouble(request: Request, status: int, words: Text) -> Response:
    """Return an answer that says what is wrong and what to do."""
    if wants_page(request):
        heading = _HEADINGS.get(status, _REFUSED)
        leads_back = status != 401
        values = {"heading": heading, "words": words, "leads_back": leads_back}
        return page(request, "trouble.html", status, **values)
    said = words.en if language_of(request) == "en" else words.zh
    return JSONResponse({"message": said, "message_zh": words.zh, "message_en": words.en}, status)


def wants_page(request: Request) -> bool:
    """Say whether a person asks, in the address bar or by a link."""
    return "text/html" in request.headers.get("accept", "")

"""The UI's own settings as a reader's browser gets them: no write action, and our codec door."""

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from starter.portal.context import language_of, plan_of
from starter.portal.origin import origin_of
from starter.portal.trouble import UI_AWAY, trouble
from workflows.domain.text import Text

LOCKED = Text("您无权查看本件内容，请看案卷页", "You may not read this matter; see its case file")
SETTINGS = "/api/v1/settings"
OFF = (
    "DisableWriteActions",
    "WorkflowTerminateDisabled",
    "WorkflowCancelDisabled",
    "WorkflowSignalDisabled",
    "WorkflowUpdateDisabled",
    "WorkflowResetDisabled",
    "WorkflowPauseDisabled",
    "BatchActionsDisabled",
    "StartWorkflowDisabled",
    "ActivityCommandsDisabled",
)


def read_only_settings(request: Request, status: int, text: bytes) -> Response:
    """Return the settings that the UI gave as JSON, changed for readers."""
    try:
        settings: Any = json.loads(text)
    except ValueError:
        settings = None
    if status != 200 or not isinstance(settings, dict):
        return trouble(request, 502, UI_AWAY)
    settings["Codec"] = {**(settings.get("Codec") or {}), **_codec(request)}
    return JSONResponse({**settings, **dict.fromkeys(OFF, True)})


def _codec(request: Request) -> dict[str, Any]:
    """Return where the UI has contents opened, and what it says to whom they stay closed."""
    origin = origin_of(request, plan_of(request).settings)
    return {
        "Endpoint": f"{origin}/codec",
        "PassAccessToken": False,
        "IncludeCredentials": False,
        "DefaultErrorMessage": LOCKED.in_(language_of(request)),
        "DefaultErrorLink": f"{origin}/",
    }

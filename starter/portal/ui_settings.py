"""The UI's own settings as a reader's browser gets them: no write action, and our codec door."""

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from starter.portal.context import plan_of
from starter.portal.origin import origin_of
from starter.portal.trouble import UI_AWAY, trouble

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
    door = f"{origin_of(request, plan_of(request).settings)}/codec"
    codec = {"Endpoint": door, "PassAccessToken": False, "IncludeCredentials": False}
    settings["Codec"] = {**(settings.get("Codec") or {}), **codec}
    return JSONResponse({**settings, **dict.fromkeys(OFF, True)})

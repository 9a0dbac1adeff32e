"""Run the portal as a process of its own, in front of a Temporal UI that it alone reaches."""

import asyncio
import sys

import structlog

from starter.connection import profile
from starter.ending import leave, told_to_stop
from starter.failure import Invalid
from starter.hindrance import Hindrance
from starter.keys import KeyRing
from starter.logs import configure_logging
from starter.portal.app import portal_app
from starter.portal.context import PortalPlan
from starter.portal.readers import check_sign_in
from starter.portal.serving import listener, serving
from starter.settings import Settings

log = structlog.get_logger(__name__)


async def serve(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM; raises ServerFailed, KeyRingError, Unreachable."""
    stop = told_to_stop()
    host, _, port = settings.portal_bind.rpartition(":")
    check_sign_in(settings, host)
    namespace = profile(settings).get("namespace", "default")
    plan = PortalPlan(settings, KeyRing.load(settings.keys), settings.ui_upstream, namespace)
    async with serving(portal_app(plan), listener(int(port), host)) as address:
        log.info("portal_started", address=address, sign_in=settings.sign_in)
        await stop.wait()


def main() -> None:
    """Run the portal, and leave with one line where it cannot."""
    try:
        settings = Settings.at()
    except Invalid as wrong:
        sys.stderr.write(f"{wrong}\n")
        leave(wrong.exit_code)
    configure_logging(settings)
    try:
        asyncio.run(serve(settings))
    except Hindrance as hindrance:
        log.error("portal_cannot_start", reason=str(hindrance))
        leave(1)
    leave(0)


if __name__ == "__main__":
    main()

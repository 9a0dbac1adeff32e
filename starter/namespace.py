"""What the namespace must know before the first matter: our search attributes, and to keep things.

The embedded server is told on its command line; a server of its own is told by
`python -m starter.namespace`, once after every update. Saying it again changes nothing.
"""

import asyncio
import time
from typing import TYPE_CHECKING, cast

import structlog
from google.protobuf.duration_pb2 import Duration
from temporalio.api.namespace.v1 import NamespaceConfig
from temporalio.api.operatorservice.v1 import (
    AddSearchAttributesRequest,
    ListSearchAttributesRequest,
)
from temporalio.api.workflowservice.v1 import RegisterNamespaceRequest, UpdateNamespaceRequest
from temporalio.client import Client
from temporalio.service import RPCError, RPCStatusCode

from starter.connection import Unreachable, connect
from starter.ending import leave
from starter.keys import KeyRingError
from starter.logs import configure_logging
from starter.settings import Settings
from workflows import search_attributes

RETENTION = Duration(seconds=3650 * 86_400)
"""Ten years: a closed matter stays readable in the UI."""
PATIENCE_SECONDS = 60.0
"""The server's caches learn of a new namespace within ten seconds."""

if TYPE_CHECKING:
    from temporalio.api.enums.v1 import IndexedValueType

log = structlog.get_logger(__name__)


async def keep_for_years(client: Client) -> None:
    """Make the client's namespace keep closed matters."""
    await client.workflow_service.update_namespace(
        UpdateNamespaceRequest(
            namespace=client.namespace,
            config=NamespaceConfig(workflow_execution_retention_ttl=RETENTION),
        )
    )


async def prepare(client: Client) -> None:
    """Make the client's namespace if it is missing, set its retention, register what is missing."""
    try:
        await client.workflow_service.register_namespace(
            RegisterNamespaceRequest(
                namespace=client.namespace, workflow_execution_retention_period=RETENTION
            )
        )
    except RPCError as answer:
        if answer.status != RPCStatusCode.ALREADY_EXISTS:
            raise
        await keep_for_years(client)
    await _until_known(client)


async def _until_known(client: Client) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            await _register_missing(client)
        except RPCError as answer:
            if answer.status != RPCStatusCode.NOT_FOUND or time.monotonic() > until:
                raise
            await asyncio.sleep(1)
        else:
            return


async def _register_missing(client: Client) -> None:
    listed = await client.operator_service.list_search_attributes(
        ListSearchAttributesRequest(namespace=client.namespace)
    )
    missing = {
        key.name: cast("IndexedValueType.ValueType", key.indexed_value_type)
        for key in search_attributes.ALL
        if key.name not in listed.custom_attributes
    }
    if missing:
        await client.operator_service.add_search_attributes(
            AddSearchAttributesRequest(namespace=client.namespace, search_attributes=missing)
        )


def main() -> None:
    """Prepare the namespace that the profile names."""
    settings = Settings.at()
    configure_logging(settings)

    async def run() -> None:
        await prepare(await connect(settings))

    try:
        asyncio.run(run())
    except (Unreachable, KeyRingError, RPCError) as failure:
        log.error("namespace_not_prepared", reason=str(failure))
        leave(5)
    leave(0)


if __name__ == "__main__":
    main()

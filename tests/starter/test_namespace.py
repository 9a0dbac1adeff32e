from temporalio.api.operatorservice.v1 import ListSearchAttributesRequest
from temporalio.api.workflowservice.v1 import DescribeNamespaceRequest
from temporalio.client import Client

from starter.namespace import prepare
from starter.server import running_server
from starter.server_plan import ServerPlan
from workflows import search_attributes


async def known(client: Client) -> dict[str, int]:
    request = ListSearchAttributesRequest(namespace=client.namespace)
    return dict((await client.operator_service.list_search_attributes(request)).custom_attributes)


async def test_a_new_namespace_is_made_ready_and_saying_it_again_changes_nothing():
    ours = {key.name: key.indexed_value_type for key in search_attributes.ALL}

    async with running_server(ServerPlan()) as server:
        client = await Client.connect(server.address, namespace="matters")
        await prepare(client)
        first = await known(client)
        await prepare(client)
        second = await known(client)
        described = await client.workflow_service.describe_namespace(
            DescribeNamespaceRequest(namespace="matters")
        )

    assert ours.items() <= first.items()
    assert first == second
    assert described.config.workflow_execution_retention_ttl.seconds == 3650 * 86_400


async def test_what_an_older_version_registered_is_completed():
    plan = ServerPlan(search_attributes=search_attributes.ALL[:3])

    async with running_server(plan) as server:
        client = await Client.connect(server.address)
        await prepare(client)
        after = await known(client)

    assert {key.name for key in search_attributes.ALL} <= set(after)

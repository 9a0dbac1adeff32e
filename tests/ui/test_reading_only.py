"""Nothing can be done to a matter from the pages: buttons are off, and a sent write is refused."""

import pytest
from playwright.async_api import Page, expect

from starter.reading import Reader
from tests.ui.engine_pages import labels, list_of, open_matter
from tests.ui.matters import Matters

pytestmark = pytest.mark.timeout(300)

SEND = """async ([method, address]) => {
    const answer = await fetch(address, {
        method, headers: {"content-type": "application/json"}, body: "{}",
    });
    return answer.status;
}"""
WRITES = {
    "terminate": ("POST", "/api/v1/namespaces/default/workflows/{number}/terminate"),
    "cancel": ("POST", "/api/v1/namespaces/default/workflows/{number}/cancel"),
    "signal": ("POST", "/api/v1/namespaces/default/workflows/{number}/signal/register_lead"),
    "update": ("POST", "/api/v1/namespaces/default/workflows/{number}/update/screen"),
    "reset": ("POST", "/api/v1/namespaces/default/workflows/{number}/reset"),
    "start": ("POST", "/api/v1/namespaces/default/workflows/CLAR-2026-9999"),
    "batch": ("POST", "/api/v1/namespaces/default/batch-operations/all"),
    "delete": ("DELETE", "/api/v1/namespaces/default/workflows/{number}"),
    "encode": ("POST", "/codec/encode"),
    "case file": ("POST", "/matters/{number}"),
}


async def test_whatever_the_ui_could_send_is_refused(
    page: Page, matters: Matters, records: Reader
) -> None:
    before = records.matter(matters.evaluating)
    await open_matter(page, matters.suspended)

    answers = {
        name: await page.evaluate(SEND, [method, address.format(number=matters.evaluating)])
        for name, (method, address) in WRITES.items()
    }

    assert answers == {name: 404 if name == "encode" else 405 for name in WRITES}
    assert records.matter(matters.evaluating) == before


async def test_the_buttons_of_a_matter_are_off(page: Page, matters: Matters) -> None:
    await open_matter(page, matters.evaluating)
    await labels(page).first.wait_for()

    for name in ("Request Cancellation", "More Actions"):
        buttons = page.get_by_role("button", name=name)
        await expect(buttons).to_have_count(1)
        await expect(buttons).to_be_disabled()


async def test_the_list_offers_no_choice_and_no_start(page: Page, matters: Matters) -> None:
    await list_of(page)

    await expect(page.get_by_role("button", name="Saved Views")).not_to_have_count(0)
    await expect(page.get_by_role("checkbox")).to_have_count(0)
    await expect(page.get_by_text("Start Workflow")).to_have_count(0)

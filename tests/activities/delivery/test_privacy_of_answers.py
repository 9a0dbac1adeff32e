"""A server may answer with a person's name: it reaches neither log nor journal nor failure."""

import pytest
from structlog.testing import capture_logs

from tests.activities.delivery.delivering import DeliveringOffice
from tests.hook_server import Answer, HookServer
from tests.mail_server import PostOffice, mail_server

MARKER = "欧阳甲乙丙"


@pytest.mark.parametrize("code", ["550 5.1.1", "451 4.7.1"])
async def test_what_a_mail_server_says_stays_in_the_record_store(
    office: DeliveringOffice,
    post_office: PostOffice,
    code: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    post_office.refused = {"wang@office.example": f"{code} Ouyang Jia"}
    async with mail_server(post_office) as port:
        office.has_mail(port)
        with capture_logs() as lines, caplog.at_level(0):
            said = await office.comes_to()

    assert (await office.trials())["wang", "email"].answer == f"{code} Ouyang Jia"
    assert [line["why"] for line in lines if "why" in line] == [code[:3]]
    ours = [record.getMessage() for record in caplog.records if record.name != "mail.log"]
    for told in (str(lines), str(ours), said, (await office.fate()).answer):
        assert "Ouyang" not in told


@pytest.mark.parametrize(
    "answer",
    [
        Answer(body=f'{{"errcode": 93000, "errmsg": "{MARKER}"}}'.encode()),
        Answer(body=f'{{"errcode": -1, "errmsg": "{MARKER}"}}'.encode()),
        Answer(body=f'{{"errcode": 0, "errmsg": "{MARKER}"}}'.encode()),
        Answer(503, {"x-reason": "Ouyang"}, MARKER.encode()),
    ],
)
async def test_what_a_bot_says_stays_in_the_record_store(
    office: DeliveringOffice, hook: HookServer, answer: Answer, caplog: pytest.LogCaptureFixture
) -> None:
    office.has_hook(hook.url, shape="wecom")
    hook.answers = [answer]

    with capture_logs() as lines, caplog.at_level(0):
        said = await office.comes_to()

    for told in (str(lines), caplog.text, said, (await office.fate()).answer):
        assert MARKER not in told

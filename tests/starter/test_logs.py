import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from temporalio import activity, workflow

from starter.logs import configure_logging
from starter.settings import Settings


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


def settings(**values: object) -> Settings:
    return Settings.at().model_copy(update=values)


def test_our_events_and_the_libraries_speak_one_format(capsys: pytest.CaptureFixture[str]):
    configure_logging(settings(log_format="json"))

    structlog.get_logger("ours").info("worker_started", task_queue="zhengming")
    logging.getLogger("theirs").warning("slow %s", "poll", extra={"attempt": 2})

    out, err = capsys.readouterr()
    ours, theirs = (json.loads(line) for line in err.splitlines())
    assert out == ""
    assert (ours["event"], ours["task_queue"], ours["logger"]) == (
        "worker_started",
        "zhengming",
        "ours",
    )
    assert (theirs["event"], theirs["attempt"], theirs["level"]) == ("slow poll", 2, "warning")
    assert ours["timestamp"].endswith("Z")


def test_people_get_a_line_without_escape_codes_in_a_file(capsys: pytest.CaptureFixture[str]):
    configure_logging(settings(log_format="console"))

    structlog.get_logger("ours").info("worker_started")

    err = capsys.readouterr().err
    assert "worker_started" in err
    assert "\x1b" not in err


def test_quieter_levels_are_left_out(capsys: pytest.CaptureFixture[str]):
    configure_logging(settings(log_level="WARNING"))

    structlog.get_logger("ours").info("not_this")

    assert capsys.readouterr().err == ""


def test_ids_stay_out_of_sentences():
    configure_logging(settings())

    assert workflow.logger.workflow_info_on_message is False
    assert activity.logger.activity_info_on_message is False


def test_a_process_leaves_with_its_code_and_all_it_said():
    program = (
        "from starter.ending import leave; import sys\n"
        "print('said', end=''); print('warned', end='', file=sys.stderr); leave(5)"
    )

    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert (ended.returncode, ended.stdout, ended.stderr) == (5, "said", "warned")


def test_a_reader_that_has_left_does_not_look_like_success():
    program = "from starter.ending import leave; print('x' * 10); leave(0)"

    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()

    assert process.wait(20) == 1


LOSING_ITS_SERVER = """
import asyncio, contextlib, sys
from pathlib import Path
from temporalio.service import RPCError
from starter.connection import connect_to
from starter.ending import leave
from starter.keys import KeyRing
from starter.server import running_server
from starter.server_plan import ServerPlan

async def main():
    ring = KeyRing.create(Path(sys.argv[1]))
    async with running_server(ServerPlan()) as server:
        client = await connect_to(server.address, ring, identity="tests")
    with contextlib.suppress(RPCError):
        await client.count_workflows()

asyncio.run(main())
leave(0)
"""


def test_what_the_sdk_complains_about_does_not_get_into_an_answer(tmp_path: Path):
    ended = subprocess.run(
        [sys.executable, "-c", LOSING_ITS_SERVER, str(tmp_path / "keys.toml")],
        capture_output=True,
        text=True,
    )

    assert (ended.returncode, ended.stdout) == (0, "")
    assert "retried" in ended.stderr

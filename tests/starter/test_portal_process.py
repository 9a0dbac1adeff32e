"""The portal as a process of its own, and the tokens that `zhengming portal token` prints."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from starter.keys import KeyRing
from starter.links import case_page, matter_page
from starter.portal.readers import COOKIE
from tests.starter.cli import ROOT, Zhengming, environment

OFFICER = '[officers.zhao]\norgan = "SJW"\nroles = ["leader_in_charge"]\nreads = "all"\n'


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory with a key ring and one officer, and no record store."""
    KeyRing.create(tmp_path / "keys.toml")
    (tmp_path / "officers.toml").write_text(OFFICER)
    return tmp_path


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def running_portal(
    data: Path, port: int, host: str = "127.0.0.1", **variables: str
) -> Iterator[subprocess.Popen[str]]:
    """Run `python -m starter.portal` until the block ends."""
    bind = {
        "ZHENGMING_PORTAL_BIND": f"{host}:{port}",
        "ZHENGMING_UI_UPSTREAM": "http://127.0.0.1:1",
    }
    with (
        (data / "portal.err").open("w") as errors,
        subprocess.Popen(
            [sys.executable, "-m", "starter.portal"],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env=environment(data, **bind, ZHENGMING_LOG_LEVEL="DEBUG", **variables),
            cwd=ROOT,
        ) as process,
    ):
        try:
            yield process
        finally:
            process.terminate()
            process.wait(20)


@contextmanager
def answering(port: int) -> Iterator[httpx.Client]:
    """Wait until a portal answers; gives a client of it."""
    with httpx.Client(base_url=f"http://127.0.0.1:{port}") as client:
        for _ in range(200):
            try:
                assert client.get("/health").json() == {"status": "ok"}
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield client


def test_a_token_of_the_command_line_signs_in_at_a_portal_of_its_own(data: Path, port: int):
    printed = Zhengming(data)("portal", "token", "--as", "zhao", "--days", "3")
    token = printed.out.strip()

    with (
        running_portal(data, port, host="0.0.0.0", ZHENGMING_SIGN_IN="token") as process,
        answering(port) as client,
    ):
        refused = client.get("/setup")
        signed_in = client.post("/sign-in", data={"token": token})
        page = client.get("/setup")
        rendered = client.get("/render", params={"content": "张三"})
        process.terminate()
        code = process.wait(20)

    assert (printed.code, len(printed.out.splitlines())) == (0, 1)
    assert "有效至" in printed.err
    assert refused.status_code == 401
    assert COOKIE in signed_in.headers["set-cookie"]
    assert page.status_code == 200
    assert rendered.status_code == 502
    assert code == 0
    said = (data / "portal.err").read_text()
    assert "portal_started" in said
    for secret in ("张三", "%E5%BC%A0", token):
        assert secret not in said


@pytest.mark.parametrize(
    ("variables", "host", "said"),
    [
        ({}, "0.0.0.0", "needs a sign-in"),
        ({"ZHENGMING_SIGN_IN": "header"}, "127.0.0.1", "ZHENGMING_TRUSTED_PROXIES"),
        ({"ZHENGMING_KEYS": "/nowhere/keys.toml"}, "127.0.0.1", "there is no key ring"),
    ],
)
def test_a_portal_that_would_let_anybody_in_does_not_start(
    data: Path, port: int, variables: dict[str, str], host: str, said: str
):
    with running_portal(data, port, host, **variables) as process:
        assert process.wait(20) == 1

    words = (data / "portal.err").read_text()
    assert "portal_cannot_start" in words
    assert said in words
    assert "Traceback" not in words


def test_a_setting_that_is_none_is_named_in_one_line(data: Path, port: int):
    with running_portal(data, port, ZHENGMING_SIGN_IN="open") as process:
        assert process.wait(20) == 2

    words = (data / "portal.err").read_text()
    assert words.startswith("ZHENGMING_SIGN_IN")
    assert words.count("\n") == 1


def test_a_taken_port_is_named(data: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with running_portal(data, port) as process:
            assert process.wait(20) == 1

    assert f"port {port} is taken" in (data / "portal.err").read_text()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--as", "nobody"], 2, "--as"),
        ([], 2, "--as"),
        (["--as", "zhao", "--days", "0"], 2, "--days"),
        (["--as", "zhao", "--days", "3650"], 2, "--days"),
    ],
)
def test_a_token_is_for_an_officer_and_for_some_days(
    data: Path, arguments: list[str], code: int, said: str
):
    printed = Zhengming(data)("portal", "token", *arguments, "--json")

    assert printed.code == code
    assert said in printed.error["message_en"]


def test_a_token_needs_the_key_ring(data: Path):
    (data / "keys.toml").unlink()

    printed = Zhengming(data)("portal", "token", "--as", "zhao", "--json")

    assert printed.code == 5
    assert "key ring" in printed.error["message_en"]


def test_links_lead_to_the_portal(tmp_path: Path):
    assert case_page(tmp_path, "CLAR-2026-1") == matter_page(tmp_path, "CLAR-2026-1") == ""
    (tmp_path / "ui.toml").write_text('ui = "http://127.0.0.1:8233"\nnamespace = "default"\n')

    assert case_page(tmp_path, "CLAR-2026-1") == "http://127.0.0.1:8233/matters/CLAR-2026-1"
    assert matter_page(tmp_path, "CLAR-2026-1", "run").endswith("/CLAR-2026-1/run/user-metadata")

"""A real HTTP server that answers posts as it is told: late, with errors, or not at all."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Posted:
    """One post that arrived."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Answer:
    """What the server says next; status 0 closes the connection, -1 stalls until the end."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b"ok"


class HookServer(ThreadingHTTPServer):
    """Keeps what arrives and answers from a list, then always with 200."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.posts: list[Posted] = []
        self.answers: list[Answer] = []
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def says(self, *statuses: int) -> None:
        """Answer the next posts with these statuses."""
        self.answers = [Answer(status) for status in statuses]

    def says_wecom(self, *codes: int) -> None:
        """Answer the next posts as WeCom does: always 200, with a code inside."""
        self.answers = [
            Answer(body=json.dumps({"errcode": code, "errmsg": f"said {code}"}).encode())
            for code in codes
        ]


class _Handler(BaseHTTPRequestHandler):
    server: HookServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        named = {name.lower(): value for name, value in self.headers.items()}
        self.server.posts.append(Posted(self.path, named, body))
        answer = self.server.answers.pop(0) if self.server.answers else Answer()
        self.close_connection = True
        if answer.status == -1:
            self.server.over.wait(30)
        if answer.status <= 0:
            return
        self.send_response(answer.status)
        for name, value in {"content-length": str(len(answer.body)), **answer.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def hook_server() -> Iterator[HookServer]:
    """Run a server in a thread of its own until the block ends."""
    server = HookServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        thread.join()
        server.server_close()

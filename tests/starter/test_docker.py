import re
import stat
import subprocess
from pathlib import Path
from typing import Any

import psycopg
import pytest
import yaml

from starter.keys import KeyRing
from starter.portal.readers import check_sign_in
from starter.settings import Settings
from tests.postgres import PostgresCluster, find_binary

ROOT = Path(__file__).parents[2]
DOCKER = ROOT / "docker"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    versions = dict(re.findall(r"^(\w+)=(.+)$", (DOCKER / ".env").read_text(), re.MULTILINE))
    text = (DOCKER / "compose.yaml").read_text()
    return yaml.safe_load(re.sub(r"\$\{(\w+)\}", lambda match: versions[match[1]], text))


@pytest.fixture
def secrets(tmp_path: Path) -> Path:
    subprocess.run([DOCKER / "make-secrets", tmp_path / "secrets"], check=True, capture_output=True)
    return tmp_path / "secrets"


def test_the_portal_alone_is_published_and_on_loopback(compose: dict[str, Any]):
    ports = {name: service.get("ports", []) for name, service in compose["services"].items()}
    reachable = {
        name for name, service in compose["services"].items() if "edge" in service["networks"]
    }

    assert {name: given for name, given in ports.items() if given} == {
        "portal": ["127.0.0.1:8233:8233"]
    }
    assert reachable == {"portal"}
    assert compose["networks"]["inside"] == {"internal": True}


def test_the_portal_starts_with_the_settings_that_it_is_given(
    compose: dict[str, Any], monkeypatch: pytest.MonkeyPatch
):
    portal = compose["services"]["portal"]
    for name, value in portal["environment"].items():
        if not name.endswith("_FILE"):
            monkeypatch.setenv(name, value)

    settings = Settings(database_url="sqlite:///none")

    check_sign_in(settings, settings.portal_bind.rpartition(":")[0])
    assert settings.sign_in == "token"
    assert settings.ui_upstream == "http://ui:8080"
    assert settings.portal_bind.rpartition(":")[2] == portal["ports"][0].rpartition(":")[2]
    assert f"http://127.0.0.1:{settings.portal_bind.rpartition(':')[2]}/health" in str(
        portal["healthcheck"]["test"]
    )


def test_every_foreign_image_has_a_version(compose: dict[str, Any]):
    images = [service["image"] for service in compose["services"].values() if "image" in service]

    assert len(images) == 4
    assert all(re.search(r":\d+\.\d+(\.\d+)?$", image) for image in images)


def test_our_containers_have_no_rights_to_spare(compose: dict[str, Any]):
    ours = [service for service in compose["services"].values() if "build" in service]

    assert len(ours) == 4
    for service in ours:
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert not service.get("privileged")


def test_everything_a_service_names_is_declared(compose: dict[str, Any]):
    declared = {kind: set(compose[kind]) for kind in ("networks", "secrets", "volumes")}

    for service in compose["services"].values():
        assert set(service["networks"]) <= declared["networks"]
        assert set(service.get("secrets", [])) <= declared["secrets"]
        assert set(service.get("depends_on", [])) <= set(compose["services"])
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            assert source in declared["volumes"] or source.startswith("./")


def test_a_worker_is_given_longer_to_stop_than_it_takes(compose: dict[str, Any]):
    assert compose["services"]["worker"]["stop_grace_period"] == "45s"
    assert "ZHENGMING_SHUTDOWN_GRACE" not in compose["services"]["worker"]["environment"]


def test_the_secrets_are_what_compose_mounts_and_the_key_ring_opens(
    compose: dict[str, Any], secrets: Path
):
    mounted = {Path(secret["file"]).name for secret in compose["secrets"].values()}
    ring = KeyRing.load(secrets / "keys" / "keys.toml")

    assert {entry.name for entry in secrets.iterdir()} == mounted | {"keys"}
    assert len(ring.key(ring.current)) == 32
    assert stat.S_IMODE(secrets.stat().st_mode) == 0o700


def test_secrets_are_never_overwritten(secrets: Path):
    before = (secrets / "keys" / "keys.toml").read_bytes()

    again = subprocess.run([DOCKER / "make-secrets", secrets], capture_output=True, text=True)

    assert again.returncode == 1
    assert "never overwritten" in again.stderr
    assert (secrets / "keys" / "keys.toml").read_bytes() == before


def test_the_two_roles_cannot_look_into_each_others_database(
    postgres_cluster: PostgresCluster, secrets: Path
):
    host = str(postgres_cluster.directory)
    program = Path(find_binary("psql"))
    subprocess.run(
        ["/bin/sh", DOCKER / "postgres-roles.sh"],
        env={
            "PATH": f"{program.parent}:/usr/bin:/bin",
            "PGHOST": host,
            "POSTGRES_USER": "tests",
            "SECRETS": str(secrets),
        },
        check=True,
        capture_output=True,
    )

    with psycopg.connect(f"postgresql://zhengming@/records?host={host}") as connection:
        connection.execute("CREATE TABLE mine (id int)")
    for user, database in [("zhengming", "temporal"), ("temporal", "records")]:
        with pytest.raises(psycopg.OperationalError, match="permission denied"):
            psycopg.connect(f"postgresql://{user}@/{database}?host={host}")


def test_the_image_is_built_from_what_is_there_and_runs_as_nobody_special():
    text = (DOCKER / "Dockerfile").read_text()
    sources = re.findall(r"^COPY ([\w.]+) ", text, re.MULTILINE)
    allowed = (ROOT / ".dockerignore").read_text()

    assert len(sources) == 6
    assert all((ROOT / source).exists() and f"!{source}\n" in allowed for source in sources)
    assert re.findall(r"^USER (.+)$", text, re.MULTILINE) == ["10001:10001"]


@pytest.mark.parametrize("script", ["postgres-roles.sh", "temporal-schema.sh", "make-secrets"])
def test_scripts_are_shell_and_stop_at_the_first_error(script: str):
    path = DOCKER / script

    assert subprocess.run(["/bin/sh", "-n", path], check=False).returncode == 0
    assert "\nset -eu\n" in path.read_text()
    assert path.stat().st_mode & stat.S_IXUSR

from pathlib import Path

import pytest

from starter import paths
from starter.failure import Invalid
from starter.settings import Settings


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("DATA", "DATABASE_URL", "DATABASE_URL_FILE", "KEYS", "TASK_QUEUE", "LOG_FORMAT"):
        monkeypatch.delenv(f"ZHENGMING_{name}", raising=False)


def test_everything_lies_in_the_home_directory_by_default(tmp_path: Path):
    settings = Settings.at()

    assert settings.data == tmp_path / ".zhengming"
    assert settings.database_url == f"sqlite:///{tmp_path}/.zhengming/records.db"
    assert settings.keys == tmp_path / ".zhengming/keys.toml"


def test_the_flag_beats_the_variable(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("ZHENGMING_DATA", "/elsewhere")

    assert Settings.at().data == Path("/elsewhere")
    assert Settings.at("~/here").data == tmp_path / "here"


def test_what_the_reading_commands_use_is_what_the_worker_uses(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ZHENGMING_DATA", "relative")
    monkeypatch.setenv("ZHENGMING_DATABASE_URL", "postgresql://records.internal/zhengming")
    monkeypatch.setenv("ZHENGMING_KEYS", "/run/secrets/keys")

    settings = Settings.at()

    assert settings.data == paths.data_dir() == Path.cwd() / "relative"
    assert settings.database_url == paths.database_url(settings.data)
    assert settings.keys == paths.keys_path(settings.data) == Path("/run/secrets/keys")


def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ZHENGMING_TASK_QUEUE", "")
    monkeypatch.setenv("ZHENGMING_DATABASE_URL", "")

    assert Settings.at().task_queue == "zhengming"
    assert Settings.at().database_url.startswith("sqlite")


def test_a_wrong_value_is_named_by_its_field_and_not_quoted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ZHENGMING_LOG_FORMAT", "secret-looking-thing")

    with pytest.raises(Invalid) as refusal:
        Settings.at()

    for words in (refusal.value.message.zh, refusal.value.message.en):
        assert words.startswith("ZHENGMING_LOG_FORMAT")
        assert "'console' or 'json'" in words
        assert "secret-looking-thing" not in words
    assert refusal.value.__context__ is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORTAL_BIND", "8233"),
        ("PORTAL_BIND", "0.0.0.0:"),
        ("SIGN_IN", "no"),
        ("TRUSTED_PROXIES", "proxy.example"),
        ("TRUSTED_PROXIES", "10.0.0.1/8"),
    ],
)
def test_a_wrong_setting_of_the_portal_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
):
    monkeypatch.setenv(f"ZHENGMING_{name}", value)

    with pytest.raises(Invalid, match=f"ZHENGMING_{name}"):
        Settings.at()


def test_the_stores_url_may_come_from_a_mounted_secret(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    (tmp_path / "url").write_text("postgresql://records.internal/zhengming\n")
    monkeypatch.setenv("ZHENGMING_DATABASE_URL_FILE", str(tmp_path / "url"))

    assert Settings.at().database_url == "postgresql://records.internal/zhengming"

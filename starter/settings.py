"""Settings from `ZHENGMING_*`. Where Temporal is comes from temporalio.envconfig (TEMPORAL_*)."""

from datetime import timedelta
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from starter import paths


class Settings(BaseSettings):
    """Everything that may differ between a laptop and production."""

    model_config = SettingsConfigDict(
        env_prefix="ZHENGMING_", frozen=True, env_ignore_empty=True, hide_input_in_errors=True
    )

    data: Path = Field(default_factory=paths.data_dir)
    database_url: str = Field(default_factory=lambda values: paths.database_url(values["data"]))
    """SQLAlchemy's form: `sqlite:///…` or `postgresql+psycopg://…`."""
    keys: Path = Field(default_factory=lambda values: paths.keys_path(values["data"]))
    """The key ring of the payload codec."""
    task_queue: str = "zhengming"
    log_format: Literal["console", "json"] = "console"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    shutdown_grace: timedelta = timedelta(seconds=30)
    """How long a stopping worker lets activities finish."""
    metrics: str = ""
    """`host:port` for Prometheus; empty for none. Keep it on loopback or an internal network."""
    codec_bind: str = "127.0.0.1:8234"
    """Where a codec endpoint of its own listens."""
    ui_origins: tuple[str, ...] = ("http://127.0.0.1:8233", "http://localhost:8233")
    """Pages that may call a codec endpoint of its own."""
    codec_hosts: tuple[str, ...] = ("127.0.0.1", "localhost")
    """Names under which the codec endpoint may be called; others are refused (DNS rebinding)."""

    @classmethod
    def at(cls, flag: str | Path | None = None) -> "Settings":
        """Return the settings of the data directory that `--data` or the environment names."""
        return cls(data=paths.data_dir(flag))

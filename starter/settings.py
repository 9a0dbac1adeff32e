"""Settings from `ZHENGMING_*`. Where Temporal is comes from temporalio.envconfig (TEMPORAL_*)."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, field_validator
from pydantic.networks import IPvAnyNetwork
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from starter import paths
from starter.failure import Invalid
from starter.field_errors import in_one_line
from workflows.domain.text import Text


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
    portal_bind: Annotated[str, Field(pattern=r"^[\w.-]+:\d{1,5}$")] = "127.0.0.1:8233"
    """Where a portal of its own listens, `host:port`."""
    ui_upstream: str = "http://127.0.0.1:8080"
    """Where the Temporal UI answers a portal of its own."""
    sign_in: Literal["off", "token", "header"] = "off"
    """How readers of the portal say who they are; `off` on loopback alone."""
    sign_in_header: str = ""
    """The header in which a reverse proxy names the officer."""
    trusted_proxies: Annotated[tuple[IPvAnyNetwork, ...], NoDecode] = ()
    """Addresses or networks of reverse proxies, separated by commas; their headers are believed."""

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _listed(cls, value: Any) -> Any:
        return [part.strip() for part in value.split(",")] if isinstance(value, str) else value

    @classmethod
    def at(cls, flag: str | Path | None = None) -> "Settings":
        """Return the settings of the data directory that `--data` or the environment names.

        Raises Invalid, which names the variable.
        """
        try:
            return cls(data=paths.data_dir(flag))
        except ValidationError as error:
            first = str(error.errors()[0]["loc"][0]).upper()
            line = in_one_line(error)
            wrong = Text(f"ZHENGMING_{first}：{line.zh}", f"ZHENGMING_{first}: {line.en}")
        raise Invalid(wrong)
